import stemmers from 'snowball-stemmers';
import { demoWorks } from '../demo/generate.ts';
import { createAnalysis } from '../indexer/analysis/analysis.ts';
import { finnishAnalysis } from '../indexer/analysis/finnish.ts';
import { openVoikko } from '../indexer/analysis/voikko.ts';
import { readWords } from '../indexer/analysis/words.ts';
import { hasTreebank, inflectedWords } from '../test/indexer/analysis/treebank.ts';
import { reportMorphology } from './morphology.ts';
import { median, report, rounded, type Row } from './report.ts';

const rounds = 5;

/**
 * What the language analysis costs, words a second on one thread against libvoikko alone, and how long the worst queries
 * hold it; then, where the treebank is beside the checkout, how well it finds word forms, against Snowball.
 */
export async function benchAnalysis(): Promise<void> {
  const opened = openVoikko();
  if (!opened.voikko) console.log(`Without libvoikko: ${opened.reason}`);
  await report('analysis', 'Language analysis, words a second on one thread', speeds(opened), worstQueries(opened));
  await reportMorphology();
}

type Opened = ReturnType<typeof openVoikko>;

function speeds(opened: Opened): Row[] {
  const words = distinctWords();
  const text = words.join(' ');
  const texts = Array.from({ length: Math.ceil(words.length / 500) }, (_, n) =>
    words.slice(n * 500, (n + 1) * 500).join(' '),
  );
  const snowball = stemmers.newStemmer('finnish');
  const finnish = finnishAnalysis(opened.voikko);
  const warm = createAnalysis(opened);
  const encodeWith = (analysis: typeof warm) => () => texts.forEach((one) => analysis.encode(one, ['fin']));
  const askWith = (analysis: typeof warm) => () => words.forEach((one) => analysis.encodeQuery(one));
  encodeWith(warm)();
  askWith(warm)();

  const candidates: Record<string, () => () => void> = {
    'libvoikko alone': () => () => words.forEach((word) => opened.voikko?.analyse(word)),
    'Snowball alone': () => () => words.forEach((word) => snowball.stem(word)),
    'reading words alone': () => () => void readWords(text),
    'base forms, parts and stem': () => () => words.forEach((word) => finnish(word)),
    'encode, words never seen': () => encodeWith(createAnalysis(opened)),
    'encode, words remembered': () => encodeWith(warm),
    'encodeQuery of one word, never seen': () => askWith(createAnalysis(opened)),
    'encodeQuery of one word, remembered': () => askWith(warm),
  };
  if (!opened.voikko) delete candidates['libvoikko alone'];

  const rates = new Map<string, number[]>(Object.keys(candidates).map((what) => [what, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [what, prepare] of Object.entries(candidates))
      rates.get(what)?.push(words.length / secondsOf(prepare()));
  const limit = median(rates.get('libvoikko alone') ?? rates.get('Snowball alone') ?? []);
  return [...rates].map(([what, all]) => ({
    what,
    'words/s': Math.round(median(all)),
    [opened.voikko ? 'of libvoikko' : 'of Snowball']: rounded(median(all) / limit),
  }));
}

function secondsOf(task: () => void): number {
  const start = performance.now();
  task();
  return (performance.now() - start) / 1000;
}

/** Inflected words of running text where the treebanks are at hand, else of the titles of the demo catalogue. */
function distinctWords(): string[] {
  const treebanks = (['fi_tdt-ud-dev', 'fi_ftb-ud-dev'] as const).filter(hasTreebank);
  const texts =
    treebanks.length > 0
      ? treebanks.flatMap((name) => inflectedWords(name).map(({ form }) => form))
      : demoWorks().map(({ title }) => title);
  return [...new Set(texts.flatMap((one) => readWords(one).map((word) => word.text)))];
}

/** Milliseconds the slowest of some hostile queries of 10,000 characters takes, by kind. */
function worstQueries(opened: Opened): Row {
  const syllables = [
    'yo',
    'aa',
    'suo',
    'io',
    'sana',
    'aasi',
    'talo',
    'las',
    'koira',
    'ulko',
    'tie',
    'xq',
    'ssa',
    'n',
    'epä',
  ];
  let seed = 1;
  const random = (below: number) => Math.floor(((seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647) * below);
  const word = (length: number) => {
    let made = '';
    while (made.length < length) made += syllables[random(syllables.length)];
    return made.slice(0, length);
  };
  const many = (length: number, joint: string) =>
    Array.from({ length: Math.ceil(10_000 / length) }, () => word(length - 1)).join(joint);
  const kinds: Record<string, () => string> = {
    'one word of 10,000 letters': () => word(10_000),
    'words of 59 letters': () => many(60, ' '),
    'words of 12 letters': () => many(13, ' '),
    'words joined by hyphens': () => many(5, '-'),
    'combining marks': () => `a${'\u0301\u0323\u0308'.repeat(3_333)}`,
    emoji: () => '👩‍👩‍👧‍👦'.repeat(900),
    'letters of all scripts': () =>
      String.fromCodePoint(...Array.from({ length: 10_000 }, () => 0xc0 + random(0xd000))),
  };
  const analysis = createAnalysis(opened);
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, make]) => {
      const times = Array.from({ length: 20 }, make).map(
        (query) => secondsOf(() => analysis.encodeQuery(query)) * 1000,
      );
      return [`slowest query of ${kind}, ms`, rounded(Math.max(...times), 1)];
    }),
  );
}
