import ISBN from 'isbn3';
import { readWords } from '../../indexer/analysis/words.ts';
import { alikeAmong } from './alike.ts';
import type { WordForms } from './finnish/word-forms.ts';
import { littleWords, otherFormsOf } from './other-languages.ts';
import { choices, slip, type Choices } from './random.ts';
import type { RealWork } from './real-works.ts';

/** A search a reader might make, and the works that answer it. */
export interface KnownItem {
  readonly kind: string;
  readonly query: string;
  /** Ids of the works wanted. */
  readonly wanted: ReadonlySet<string>;
  /** Whether any one of them is enough, as of works that cannot be told apart; otherwise each counts. */
  readonly anyOne: boolean;
}

interface Asked extends Pick<KnownItem, 'kind' | 'query'> {
  /** The words of the title that are meant, as they stand there. */
  readonly meant?: readonly string[];
}

/**
 * Searches for works of a catalogue, up to `most` of each kind, the same ones for the same works. No reader knows how
 * the product takes words apart: the other forms come from `WordForms` and from rules of their own.
 */
export function knownItems(works: readonly RealWork[], wordForms: WordForms, most: number): KnownItem[] {
  const draw = choices(11);
  const drawForms = choices(13);
  const alike = alikeAmong(works, wordForms);
  const counts = new Map<string, number>();
  const items: KnownItem[] = [];
  for (const work of draw.shuffled(works)) {
    for (const { kind, query, meant } of [
      ...searchesFor(work, wordForms, draw),
      ...stemSearches(work, wordForms, drawForms),
    ]) {
      const count = counts.get(kind) ?? 0;
      if (count >= most) continue;
      counts.set(kind, count + 1);
      const wanted =
        kind === kinds.isbn
          ? alike.byIsbn(work.edition.isbns[0] ?? '')
          : meant
            ? alike.byWords(work, meant)
            : alike.byName(work);
      items.push({ kind, query, wanted, anyOne: true });
    }
  }
  return [...items, ...subjectSearches(works, wordForms, most, draw)];
}

export const kinds = {
  inflected: 'title, every word in another form',
  content: 'title, its content words in another form',
  half: 'title, half of its words in another form',
  two: 'title, its two longest words in another form',
  changed: 'two or three words of the title, in forms of another stem',
  suffixed: 'two or three words of the title, with suffixes of persons and clitics',
  part: 'compound part, other words in another form',
  typo: 'title with a typo',
  typoOfTwo: 'two words of the title, one with a typo',
  swedish: 'Swedish title in other forms',
  english: 'English title in other forms',
  author: 'author and a word of the title',
  isbn: 'ISBN',
  phrase: 'phrase',
  subject: 'subject',
  subjects: 'two subjects',
} as const;

function searchesFor(work: RealWork, wordForms: WordForms, draw: Choices): Asked[] {
  switch (work.of) {
    case 'fin':
      return [...finnishSearches(work, wordForms, draw), ...typos(work, draw), ...phrases(work, draw)];
    case 'swe':
    case 'eng':
      return foreignSearches(work, work.of, draw);
    case 'marc':
      return [...marcSearches(work, wordForms, draw), ...typos(work, draw), ...phrases(work, draw)];
  }
}

/** The words of a whole title, or of what stands before its colon where that is long. */
function wordsOf({ edition: { title } }: RealWork): string[] | undefined {
  for (const text of [title, title.split(' : ')[0] ?? '']) {
    const words = readWords(text).map((word) => word.text);
    if (words.length >= 2 && words.length <= 7) return words;
  }
  return undefined;
}

const isLetters = (word: string) => /^\p{L}{2,}$/u.test(word);

function finnishSearches(work: RealWork, wordForms: WordForms, draw: Choices): Asked[] {
  const words = wordsOf(work);
  if (!words) return [];
  const content = words.filter((word) => isLetters(word) && !wordForms.isUninflected(word));
  const changed = new Map(content.map((word) => [word, draw.one(wordForms.others(word))]));
  if (changed.size < 2 || [...changed.values()].includes(undefined)) return [];
  const inOtherForm = (word: string) => changed.get(word) ?? word;
  const spoken = (all: readonly string[]) => draw.shuffled(all).join(' ');
  const halved = new Set(draw.shuffled([...changed.keys()]).slice(0, Math.ceil(changed.size / 2)));
  const longest = content.toSorted((a, b) => b.length - a.length).slice(0, 2);
  const searches: Asked[] = [
    { kind: kinds.inflected, query: spoken(words.map(inOtherForm)), meant: words },
    { kind: kinds.content, query: spoken(content.map(inOtherForm)), meant: content },
    {
      kind: kinds.half,
      query: spoken(words.map((word) => (halved.has(word) ? inOtherForm(word) : word))),
      meant: words,
    },
  ];
  if (content.length > 2) searches.push({ kind: kinds.two, query: spoken(longest.map(inOtherForm)), meant: longest });
  const compound = draw.one(content.filter((word) => wordForms.parts(word)));
  const part = compound && draw.one(wordForms.parts(compound) ?? []);
  if (part)
    searches.push({
      kind: kinds.part,
      query: spoken(content.map((word) => (word === compound ? part : inOtherForm(word)))),
    });
  return searches;
}

/**
 * Words in which Finnish itself makes the search hard: the rules of its grammar give the form typed another stem than the
 * title's form has, by gradation, the vowel of the stem, or words in -nen, -s, -e and -in. Chosen by these rules alone, of every
 * title that has two such words, whatever either side of a comparison makes of them; a third one joins where there is one, every other time.
 */
function stemSearches(work: RealWork, wordForms: WordForms, draw: Choices): Asked[] {
  if (work.of !== 'fin') return [];
  const letters = wordsOf(work)?.filter(isLetters) ?? [];
  const words = new Map(draw.shuffled(letters).map((word) => [wordForms.base(word), word])); // one form of each
  const inOthers = (kind: string, formsOf: (word: string) => readonly string[]): Asked[] => {
    const typed = [...words.values()]
      .map((word) => ({ word, form: draw.one(formsOf(word)) }))
      .filter(({ form }) => form !== undefined)
      .slice(0, 2 + draw.below(2));
    const query = typed.map(({ form }) => form).join(' ');
    return typed.length < 2 ? [] : [{ kind, query, meant: typed.map(({ word }) => word) }];
  };
  return [
    ...inOthers(kinds.changed, (word) => wordForms.changed(word)),
    ...inOthers(kinds.suffixed, (word) => wordForms.suffixed(word)),
  ];
}

function typos(work: RealWork, draw: Choices): Asked[] {
  const words = wordsOf(work);
  const place = words && draw.one(words.flatMap((word, at) => (/^\p{L}{5,}$/u.test(word) ? [at] : [])));
  if (!words || place === undefined) return [];
  const misspelt = slip(words[place] ?? '', draw);
  const other = draw.one(words.filter((word, at) => at !== place && isLetters(word) && word.length > 3));
  return [
    { kind: kinds.typo, query: words.with(place, misspelt).join(' '), meant: words },
    ...(other
      ? [
          {
            kind: kinds.typoOfTwo,
            query: draw.shuffled([misspelt, other]).join(' '),
            meant: [words[place] ?? '', other],
          },
        ]
      : []),
  ];
}

/** Three words or more as they stand side by side. */
function phrases({ edition: { title } }: RealWork, draw: Choices): Asked[] {
  const words = readWords(title);
  if (words.length < 4) return [];
  const first = draw.below(words.length - 2);
  const last = Math.min(words.length - 1, first + 2 + draw.below(2));
  const phrase = title.slice(words[first]?.start, words[last]?.end);
  return phrase.includes('"') ? [] : [{ kind: kinds.phrase, query: `"${phrase}"` }];
}

function foreignSearches(work: RealWork, language: 'swe' | 'eng', draw: Choices): Asked[] {
  const words = wordsOf(work);
  // many titles of these lists are in another language; little words tell
  if (!words?.some((word) => littleWords[language].has(word))) return [];
  let changed = 0;
  const others = words.map((word) => {
    const other = draw.one(otherFormsOf(language, word));
    if (other) changed += 1;
    return other ?? word;
  });
  const kind = language === 'swe' ? kinds.swedish : kinds.english;
  return changed < 2 ? [] : [{ kind, query: draw.shuffled(others).join(' ') }];
}

function marcSearches({ edition }: RealWork, wordForms: WordForms, draw: Choices): Asked[] {
  const searches: Asked[] = [];
  const person = edition.contributors.find(({ main, kind }) => main && kind === 'person');
  const [last = '', first = ''] = person?.name.split(', ') ?? [];
  const words = readWords(edition.title).map(({ text }) => text);
  const [longest] = words.filter(isLetters).toSorted((a, b) => b.length - a.length);
  if (last && longest && longest.length > 3) {
    const name = draw.below(2) === 0 ? last : `${first.replace(/[.,]+$/, '')} ${last}`.trim();
    const isFinnish = edition.languages[0] === 'fin' && draw.below(2) === 0;
    const word = (isFinnish && draw.one(wordForms.others(longest))) || longest;
    searches.push({ kind: kinds.author, query: draw.shuffled([name, word]).join(' ') });
  }
  const isbn = ISBN.parse(edition.isbns[0] ?? '');
  const written = isbn ? [isbn.isbn13, isbn.isbn13h, isbn.isbn10, isbn.isbn10h].filter((one) => one !== undefined) : [];
  const query = draw.one(written);
  if (query) searches.push({ kind: kinds.isbn, query });
  return searches;
}

/** Subjects that a few works have, as they stand or in another form; two of one work. */
function subjectSearches(works: readonly RealWork[], wordForms: WordForms, most: number, draw: Choices): KnownItem[] {
  const bySubject = new Map<string, Set<string>>();
  for (const { id, of, edition } of works)
    if (of === 'fin')
      for (const { label } of edition.subjects) bySubject.set(label, (bySubject.get(label) ?? new Set()).add(id));
  const typed = (label: string) => {
    const other = draw.below(2) === 0 ? draw.one(wordForms.others(label)) : undefined;
    return other ?? label;
  };
  const one = draw
    .shuffled([...bySubject].filter(([, ids]) => ids.size >= 3 && ids.size <= 50))
    .slice(0, most)
    .map(([label, wanted]) => ({ kind: kinds.subject, query: typed(label), wanted, anyOne: false }));
  const two = draw
    .shuffled(works.filter(({ of, edition }) => of === 'fin' && edition.subjects.length > 1))
    .slice(0, most);
  const both = two.map(({ edition }) => {
    const [first, second] = draw.shuffled(edition.subjects.map(({ label }) => label));
    const wanted = new Set(
      [...(bySubject.get(first ?? '') ?? [])].filter((id) => bySubject.get(second ?? '')?.has(id)),
    );
    return { kind: kinds.subjects, query: `${typed(first ?? '')} ${typed(second ?? '')}`, wanted, anyOne: false };
  });
  return [...one, ...both];
}
