import { expect } from 'chai';
import { finnishAnalysis, type FinnishWord } from '../../../indexer/analysis/finnish.ts';
import { openVoikko } from '../../../indexer/analysis/voikko.ts';
import { formToForm, shareFoundByLemma, shareFoundByPart, type Lookup } from './measure.ts';
import { hasTreebank, inflectedWords, type TaggedWord } from './treebank.ts';

const { voikko, reason } = openVoikko();
const analyse = finnishAnalysis(voikko);

describe('a Finnish word', () => {
  before(function () {
    if (voikko) return;
    console.log(`      passed over: ${reason}`);
    this.skip();
  });

  const baseForms: [form: string, ...lemmas: string[]][] = [
    ['kissojen', 'kissa'],
    ['öiden', 'yö'],
    ['lintuja', 'lintu'],
    ['talvisodan', 'talvisota'],
    ['pohjantähden', 'pohjantähti'],
    ['waltarin', 'waltari'],
    ['kiven', 'kivi'],
    ['linnan', 'linna'],
    ['heikkilän', 'heikkilä'],
    ["vaa'an", 'vaaka'],
    ['eu:n', 'eu'],
    ['1990-luvulla', '1990-luku'],
    ['kirjani', 'kirja'],
    ['kirjassanikin', 'kirja'],
    ['kirjoissammekaan', 'kirja'],
    ['kädessänsä', 'käsi'],
    ['sotaansa', 'sota'],
    ['taloissannekohan', 'talo'],
    ['waltarikin', 'waltari'],
    ['muumipapallanikin', 'muumipappa'],
  ];
  for (const [form, ...lemmas] of baseForms)
    it(`${form} has the base form ${lemmas.join(', ')}`, () => {
      expect(analyse(form).lemmas).to.include.members(lemmas);
      expect(analyse(form).known).to.equal(true);
    });

  it('may have several base forms, and all count', () => {
    expect(analyse('tietokirjoja').lemmas).to.include.members(['tietokirja', 'tietokirjo']);
  });

  const unlisted: [form: string, lemma: string][] = [
    ['uudestani', 'uusi'],
    ['arvokkaillennekin', 'arvokas'],
    ['talos', 'talo'],
    ['koulust', 'koulu'],
    ['kädel', 'käsi'],
    ['aurinkoo', 'aurinko'],
    ['kouluu', 'koulu'],
    ['korkee', 'korkea'],
    ['ihmisii', 'ihminen'],
    ['punanen', 'punainen'],
    ['punasella', 'punainen'],
    ['kirjottanut', 'kirjoittaa'],
    ['kirjotuksia', 'kirjoitus'],
  ];
  for (const [form, lemma] of unlisted)
    it(`${form} is read as a form of ${lemma}, though the dictionary lists it not`, () => {
      expect(analyse(form).known).to.equal(false);
      expect(analyse(form).lemmas).to.include(lemma);
    });

  it('of another language is not taken for a spoken one', () => {
    for (const name of ['houdini', 'kureishi', 'andersson', 'xerxes', 'ishiguro'])
      expect(analyse(name).lemmas, name).to.deep.equal([name]);
  });

  const participles: [form: string, verb: string][] = [
    ['kirjoittaneen', 'kirjoittaa'],
    ['kirjoitettujen', 'kirjoittaa'],
    ['epäonnistunut', 'epäonnistua'],
    ['rakastuneet', 'rakastua'],
    ['perusteltu', 'perustella'],
    ['soivaan', 'soida'],
  ];
  for (const [form, verb] of participles)
    it(`${form} is a participle of ${verb}`, () => expect(analyse(form).lemmas).to.include(verb));

  const compounds: [form: string, ...parts: string[]][] = [
    ['talvisodan', 'talvi', 'sota'],
    ['pohjantähden', 'pohja', 'tähti'],
    ['kävelykepin', 'kävely', 'keppi'],
    ['lastenlääkäriä', 'lapsi', 'lääkäri'],
    ['tietokirjoja', 'tieto', 'kirja'],
    ['linja-autoaseman', 'linja', 'auto', 'asema', 'autoasema'],
    ['päijät-hämeen', 'päijät', 'häme'],
    ['bloggaajabrunssilla', 'brunssi'],
  ];
  for (const [form, ...parts] of compounds)
    it(`${form} has the parts ${parts.join(', ')}`, () => expect(analyse(form).parts).to.include.members(parts));

  it('that is no compound has no parts', () => {
    for (const word of ['kissojen', 'yö', 'waltarin', 'xyzzy']) expect(analyse(word).parts, word).to.deep.equal([]);
  });

  it('with a hyphen is found joined too', () => {
    expect(analyse('päijät-hämeen').lemmas).to.include.members(['päijät-häme', 'päijäthäme']);
  });

  it('the dictionary does not know shares its stem with its other forms', () => {
    const forms = ['ferrante', 'ferranten', 'ferrantella'].map((word) => analyse(word));
    expect(forms.map(({ known }) => known)).to.deep.equal([false, false, false]);
    expect(new Set(forms.map(({ stem }) => stem)).size).to.equal(1);
    expect(analyse('kureishin').stem).to.equal(analyse('kureishi').stem);
    expect(analyse('retweeteistä').stem).to.equal(analyse('retweetin').stem);
    expect(analyse('autoetnografioissa').stem).to.equal(analyse('autoetnografiaa').stem);
    expect(analyse('h&m:n').lemmas).to.include('h&m');
  });

  it('of any length is answered, the longest with itself', () => {
    const long = 'hölynpöly'.repeat(1_000);
    expect(analyse(long)).to.deep.equal({ known: false, lemmas: [long], parts: [], stem: long });
    expect(analyse('').lemmas).to.deep.equal(['']);
    for (const odd of ['\0', 'kissa\0koira', '\ud800', '-', '--', ':', "'", '+()', '[Bc]'])
      expect(analyse(odd).lemmas.length, JSON.stringify(odd)).to.be.greaterThan(0);
  });
});

describe('without libvoikko', () => {
  it('a Finnish word has its stem, and no base form but itself', () => {
    const word = finnishAnalysis(undefined)('kissojen');
    expect(word).to.deep.include({ known: false, lemmas: ['kissojen'], parts: [] });
    expect(word.stem).not.to.equal('kissojen');
  });
});

describe('the inflected words of UD_Finnish-TDT (dev)', () => {
  let words: TaggedWord[];
  before(function () {
    if (voikko && hasTreebank('fi_tdt-ud-dev')) words = inflectedWords('fi_tdt-ud-dev');
    else {
      console.log(`      passed over: ${reason ?? 'the treebank is not beside the checkout'}`);
      this.skip();
    }
  });

  it('are found by their dictionary forms: 96 % at least', () => {
    expect(shareFoundByLemma(words, wholeWords)).to.be.at.least(0.96);
  });

  it('find each other: recall 93 %, precision 82 % at least', () => {
    const { recall, precision } = formToForm(words, wholeWords);
    expect(recall).to.be.at.least(0.93);
    expect(precision).to.be.at.least(0.82);
  });

  it('are found by the last part of compounds in 95 %, by the first in 89 % at least', () => {
    expect(shareFoundByPart(words, withParts, 'last')).to.be.at.least(0.95);
    expect(shareFoundByPart(words, withParts, 'first')).to.be.at.least(0.89);
  });
});

/** Words as readers see them: without the hyphens and full stops the treebank leaves on them. */
const analyseTagged = (word: string): FinnishWord & { word: string } => {
  const bare = word.replace(/[’ʼ]/g, "'").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return { word: bare, ...analyse(bare) };
};

const asked = (word: string) => {
  const { word: bare, lemmas, stem } = analyseTagged(word);
  return [bare, ...lemmas, stem];
};

const wholeWords: Lookup = {
  held(word) {
    const { word: bare, lemmas, known, stem } = analyseTagged(word);
    return [bare, ...lemmas, ...(known ? [] : [stem])];
  },
  asked,
};

const withParts: Lookup = { held: (word) => [...wholeWords.held(word), ...analyseTagged(word).parts], asked };
