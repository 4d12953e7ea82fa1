import { expect } from 'chai';
import * as fc from 'fast-check';
import { createAnalysis, type AskedWord, type Analysis } from '../../../indexer/analysis/analysis.ts';
import { openVoikko } from '../../../indexer/analysis/voikko.ts';
import { formToForm, shareFoundByLemma, type Lookup } from './measure.ts';
import { hasTreebank, inflectedWords } from './treebank.ts';

const opened = openVoikko();
const analysis = createAnalysis(opened);
const byRules = createAnalysis({ voikko: undefined, reason: 'libvoikko is not installed' });

/** How a typed query finds a text: by its words as they stand, by base forms, by parts of compounds, by guesses, or not. */
type Found = 'exact' | 'lemma' | 'parts' | 'loose' | 'not';
const ranks: Found[] = ['exact', 'lemma', 'parts', 'loose', 'not'];

function found(query: string, text: string, languages: readonly string[] | 'name', by: Analysis = analysis): Found {
  const encoded = by.encode(text, languages);
  const held = (field: 'exact' | 'lemma' | 'parts' | 'loose', tokens: readonly string[]) => {
    const all = encoded[field].split(/[ |]/);
    return tokens.some((token) => all.includes(token));
  };
  const rank = (word: AskedWord): number => {
    if (held('exact', word.exact)) return 0;
    if (held('lemma', word.lemma)) return 1;
    if (held('parts', word.lemma)) return 2;
    if (word.pieces.length > 0) {
      const worst = Math.max(...word.pieces.map(rank));
      if (worst < 4) return Math.max(worst, 2);
    }
    return held('loose', word.loose) ? 3 : 4;
  };
  return ranks[Math.max(...by.encodeQuery(query).words.map(rank))] ?? 'not';
}

function statements(
  cases: readonly (readonly [query: string, text: string, found: Found])[],
  languages: readonly string[] | 'name',
) {
  for (const [query, text, how] of cases)
    it(`finds "${text}" by "${query}": ${how}`, () => expect(found(query, text, languages)).to.equal(how));
}

describe('the language analysis', () => {
  describe('of Finnish', () => {
    before(function () {
      if (opened.voikko) return;
      console.log(`      passed over: ${opened.reason}`);
      this.skip();
    });
    statements(
      [
        ['kissojen kirjat', 'Kissan kirja', 'lemma'],
        ['sota historia', 'Talvisodan historia', 'parts'],
        ['talvi sota', 'Talvisota', 'parts'],
        ['Täällä Pohjantähden alla', 'Täällä Pohjantähden alla', 'exact'],
        ['taalla pohjantahden alla', 'Täällä Pohjantähden alla', 'loose'],
        ['pohjantahti', 'Täällä Pohjantähden alla', 'loose'],
        ['pohjantahden', 'Pohjantähti', 'loose'],
        ['sahkon', 'Sähkö', 'loose'],
        ['Päijät-Häme', 'Päijät-Hämeen lintuja', 'lemma'],
        ['päijäthäme', 'Päijät-Hämeen lintuja', 'lemma'],
        ['päijät häme', 'Päijät-Hämeen lintuja', 'parts'],
        ['häme', 'Päijät-Hämeen lintuja', 'parts'],
        ['päijät-häme', 'Päijät ja Häme', 'parts'],
        ['osa IV', 'Osa 4', 'loose'],
        ['osa 4', 'Osa IV', 'loose'],
        ['c++', 'C++ ja C#', 'exact'],
        ['länsi', 'Lansi', 'not'],
        ['koira', 'Kissan kirja', 'not'],
      ],
      ['fin'],
    );
  });

  describe('of Swedish', () => {
    statements(
      [
        ['katter', 'Katternas hus', 'lemma'],
        ['husets katt', 'Katterna i huset', 'lemma'],
        ['forfattare', 'Författaren', 'loose'],
        ['åland', 'Åland', 'exact'],
        ['aland', 'Åland', 'loose'],
      ],
      ['swe'],
    );
  });

  describe('of English', () => {
    statements(
      [
        ['house of cats', "The cat's houses of cards", 'lemma'],
        ['running', 'Run', 'lemma'],
        ['spiderman', 'Spider-Man', 'lemma'],
        ['spider man', 'Spider-Man', 'parts'],
        ['kissa', 'A kiss', 'not'],
      ],
      ['eng'],
    );
  });

  describe('of other languages', () => {
    statements(
      [
        ['dostojevski', 'Dostojevski', 'exact'],
        ['café', 'Cafe', 'exact'],
        ['naess', 'Næss', 'loose'],
      ],
      ['ger'],
    );
  });

  describe('of names', () => {
    statements(
      [
        ['Waltari', 'Waltari, Mika', 'exact'],
        ['J.R.R. Tolkien', 'Tolkien, J. R. R.', 'exact'],
        ['JRR Tolkien', 'Tolkien, J. R. R.', 'exact'],
        ['j r r tolkien', 'Tolkien, J. R. R.', 'parts'],
        ['J. R. Tolkien', 'Tolkien, J. R. R.', 'parts'],
        ['obrien', "O'Brien, Edna", 'exact'],
        ['brien', 'O’Brien, Edna', 'parts'],
        ['nesbo', 'Nesbø, Jo', 'loose'],
        ['Nesbön', 'Nesbø, Jo', 'loose'],
        ['ferranten', 'Ferrante, Elena', 'loose'],
        ['Šostakovitš', 'Sostakovits', 'exact'],
      ],
      'name',
    );
    it('finds them by their inflected forms too, where libvoikko knows them', function () {
      if (!opened.voikko) this.skip();
      for (const [query, name] of [
        ['Waltarin', 'Waltari, Mika'],
        ['Kiven', 'Kivi, Aleksis'],
        ['Linnan', 'Linna, Väinö'],
        ['Heikkilän', 'Heikkilä'],
      ] as const)
        expect(found(query, name, 'name'), query).to.equal('lemma');
    });
  });

  it('takes a text of untold language for any of ours', () => {
    expect(found('houses', 'House', [])).to.equal('lemma');
    expect(found('katter', 'Katten', ['und'])).to.equal('lemma');
    if (opened.voikko) expect(found('kissojen', 'Kissa', [])).to.equal('lemma');
  });

  it('keeps a token for every word in exact and lemma, so that phrases hold', () => {
    const text = 'Xyzzy talvisodan Osa IV J. R. R. C++ 1939-1945 päijät-hämeen kissat';
    const { exact, lemma } = analysis.encode(text, ['fin', 'eng']);
    expect(exact.split(' ')).to.have.length(10);
    expect(lemma.split(' ')).to.have.length(10);
    const query = analysis.encodeQuery(text);
    expect(query.exact.split(' ')).to.have.length(10);
    expect(query.lemma.split(' ')).to.have.length(10);
  });

  it('answers the same for a word it remembers', () => {
    const text = 'Osa IV: J. R. R. jrr ja JRR osa 4, Talvisodan kissat';
    for (const languages of [['fin'], ['swe'], [], 'name'] as const) {
      const fresh = createAnalysis(opened);
      expect(analysis.encode(text, languages)).to.deep.equal(fresh.encode(text, languages));
      expect(fresh.encode(text, languages)).to.deep.equal(fresh.encode(text, languages));
    }
    expect(analysis.encodeQuery(text)).to.deep.equal(createAnalysis(opened).encodeQuery(text));
  });

  it('says which version it is, and what Finnish is read with', () => {
    expect(analysis.version).to.match(opened.voikko ? /^\d+-voikko-\d+\.\d+\.\d+\/\d/ : /^\d+-snowball$/);
    expect(byRules.version).to.match(/^\d+-snowball$/);
    expect(byRules).to.include({ morphology: 'snowball', reason: 'libvoikko is not installed' });
  });

  it('cuts Finnish words by rules where libvoikko is missing', () => {
    expect(found('kirjojen', 'Kirjoja', ['fin'], byRules)).to.equal('loose');
    expect(found('sähkön', 'Sähkö', ['fin'], byRules)).to.equal('loose');
    expect(found('päijäthäme', 'Päijät-Häme', ['fin'], byRules)).to.equal('lemma');
  });

  it('reads any text: words bounded, no space or bar inside a token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { words, exact, lemma } = analysis.encodeQuery(text);
        expect(words.length).to.be.at.most(32);
        expect(exact.split(' ').filter(Boolean)).to.have.length(words.length);
        expect(lemma.split(' ').filter(Boolean)).to.have.length(words.length);
        for (const word of words)
          for (const token of [...word.exact, ...word.lemma, ...word.parts, ...word.loose])
            expect(token).to.match(/^[^\s|]{1,140}$/);
        expect(Object.keys(analysis.encode(text, []))).to.have.members(['exact', 'lemma', 'parts', 'loose']);
      }),
    );
    expect(analysis.encodeQuery('kissa '.repeat(10_000)).words).to.have.length(32);
    expect(analysis.encode('kissa '.repeat(10_000), ['fin']).exact.split(' ')).to.have.length(2_000);
  });

  it('finds inflected words of running text as well as the Finnish analysis promises', function () {
    if (!opened.voikko || !hasTreebank('fi_tdt-ud-dev')) {
      console.log(`      passed over: ${opened.reason ?? 'the treebank is not beside the checkout'}`);
      this.skip();
    }
    const words = inflectedWords('fi_tdt-ud-dev');
    expect(shareFoundByLemma(words, wholeWords)).to.be.at.least(0.96);
    const { recall, precision } = formToForm(words, wholeWords);
    expect(recall).to.be.at.least(0.93);
    expect(precision).to.be.at.least(0.82);
  });
});

/** Tokens of the fields exact, lemma and loose, each with its field. */
const wholeWords: Lookup = {
  held(word) {
    const { exact, lemma, loose } = analysis.encode(word, ['fin']);
    return tagged({ exact: exact.split(/[ |]/), lemma: lemma.split(/[ |]/), loose: loose.split(/[ |]/) });
  },
  asked: (word) => analysis.encodeQuery(word).words.flatMap(tagged),
};

function tagged({ exact, lemma, loose }: Pick<AskedWord, 'exact' | 'lemma' | 'loose'>): string[] {
  const of = (field: string, tokens: readonly string[]) => tokens.filter(Boolean).map((token) => `${field} ${token}`);
  return [...of('exact', exact), ...of('lemma', lemma), ...of('loose', loose)];
}
