import { expect } from 'chai';
import * as fc from 'fast-check';
import { longestWordRead, readWords } from '../../../indexer/analysis/words.ts';
import { leastProcessorMs } from '../../support/processor-time.ts';

const textsOf = (text: string) => readWords(text).map((word) => word.text);
const piecesOf = (text: string) => readWords(text).map((word) => word.pieces);
const valuesOf = (text: string) => readWords(text).map((word) => word.value);

describe('the words of a text', () => {
  it('are its letters and digits, in small letters and NFC', () => {
    expect(textsOf('Täällä Pohjantähden alla, 1959!')).to.deep.equal(['täällä', 'pohjantähden', 'alla', '1959']);
    expect(textsOf('Täällä'.normalize('NFD'))).to.deep.equal(['täällä']);
    expect(textsOf('MP3-soitin B12')).to.deep.equal(['mp3-soitin', 'b12']);
    expect(textsOf('  – … 😀 &')).to.deep.equal([]);
  });

  it('know where they stand', () => {
    const text = '«Sota – ja “rauha”»: J. R. R. 1939-1945 Ä'.normalize('NFD');
    for (const { start, end, text: word } of readWords(text).filter(({ text }) => text !== 'jrr'))
      expect(text.slice(start, end).normalize('NFC').toLowerCase()).to.equal(word);
  });

  it('keep their hyphen, and know their pieces', () => {
    expect(textsOf('Päijät-Hämeen linja\u2010auto')).to.deep.equal(['päijät-hämeen', 'linja-auto']);
    expect(piecesOf('Päijät-Hämeen')).to.deep.equal([['päijät', 'hämeen']]);
    expect(textsOf('-artikkeli tieto- ja')).to.deep.equal(['artikkeli', 'tieto', 'ja']);
  });

  it('are two where a hyphen stands between numbers', () => {
    expect(textsOf('Suomi 1939-1945')).to.deep.equal(['suomi', '1939', '1945']);
    expect(textsOf('1990-luvulla')).to.deep.equal(['1990-luvulla']);
  });

  it('are one for initials, however they are written', () => {
    for (const name of [
      'J. R. R. Tolkien',
      'J.R.R. Tolkien',
      'J R R Tolkien',
      'JRR Tolkien',
      'j.r.r. tolkien',
      'J.R.R Tolkien',
    ])
      expect(textsOf(name), name).to.deep.equal(['jrr', 'tolkien']);
    expect(piecesOf('J. R. R.')).to.deep.equal([['j', 'r', 'r']]);
    expect(textsOf('A. Kivi')).to.deep.equal(['a', 'kivi']);
    expect(textsOf('Tolkien, J. R. R.')).to.deep.equal(['tolkien', 'jrr']);
  });

  it('have one apostrophe, of whatever kind', () => {
    expect(new Set(["O'Brien", 'O’Brien', 'OʼBrien', 'O´Brien'].flatMap(textsOf))).to.deep.equal(new Set(["o'brien"]));
    expect(textsOf("'kissa' ’koira’")).to.deep.equal(['kissa', 'koira']);
    expect(piecesOf('l’amour')).to.deep.equal([['l', 'amour']]);
  });

  it('may be C++, C# and .NET', () => {
    expect(textsOf('C++, C# ja .NET-ohjelmointi (ASP.NET)')).to.deep.equal([
      'c++',
      'c#',
      'ja',
      '.net',
      'ohjelmointi',
      'asp',
      'net',
    ]);
  });

  it('keep a Finnish ending after a colon, and no other', () => {
    expect(textsOf('EU:n DVD:tä H&M:n 10:30')).to.deep.equal(['eu:n', 'dvd:tä', 'h', 'm:n', '10', '30']);
    expect(textsOf('Kalevala: kansalliseepos')).to.deep.equal(['kalevala', 'kansalliseepos']);
  });

  it('have a value where they are small numbers, or Roman numerals in their place', () => {
    expect(valuesOf('Osa IV')).to.deep.equal([undefined, 4]);
    expect(valuesOf('osa iv')).to.deep.equal([undefined, 4]);
    expect(valuesOf('Kustaa II Adolf')).to.deep.equal([undefined, 2, undefined]);
    expect(valuesOf('del V')).to.deep.equal([undefined, 5]);
    expect(valuesOf('osa 4')).to.deep.equal([undefined, 4]);
    expect(valuesOf('XXXIX XIV IX')).to.deep.equal([39, 14, 9]);
    for (const text of ['Malcolm X', 'vi', 'I', 'IIII', 'osa', '0', '1984', 'MIX', 'kirja x-files', 'IC'])
      expect(
        valuesOf(text).every((value) => value === undefined),
        text,
      ).to.equal(true);
  });

  it('are single characters in Chinese and Japanese', () => {
    expect(textsOf('源氏物語 Genji')).to.deep.equal(['源', '氏', '物', '語', 'genji']);
  });

  it('lose soft hyphens and zero-width characters', () => {
    expect(textsOf('kirjas\u00ADto\u200Bkortti\uFEFF')).to.deep.equal(['kirjastokortti']);
    expect(textsOf('kirja \u115F \u115F.\u115F')).to.deep.equal(['kirja']);
  });

  it('are no longer and no more than allowed, whatever the text', () => {
    expect(textsOf('a'.repeat(10_000))).to.deep.equal(['a'.repeat(longestWordRead)]);
    expect(readWords('kissa '.repeat(1_000), { most: 32 })).to.have.length(32);
    expect(textsOf('ab-'.repeat(30))).to.have.length(30);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(20), (text, most) => {
        const words = readWords(text, { most });
        expect(words.length).to.be.at.most(most);
        let last = 0;
        for (const { text: word, start, end } of words) {
          expect(word.length).to.be.within(1, longestWordRead);
          expect(start).to.be.at.least(last);
          expect(word).not.to.match(/[\s|]/);
          last = end;
        }
      }),
    );
  });

  it('of a hostile text are read in time that grows with its length only', () => {
    const hostile = [
      'J. '.repeat(20_000),
      'a-'.repeat(30_000),
      "a'".repeat(30_000),
      'e\u0301'.repeat(30_000),
      'a' + '\u0301'.repeat(60_000),
      'A.'.repeat(30_000),
      'a:n'.repeat(20_000),
      '\u00AD'.repeat(60_000),
    ];
    for (const text of hostile) {
      const milliseconds = leastProcessorMs(() => readWords(text, { most: 32 }), 1_000);
      expect(milliseconds, text.slice(0, 6)).to.be.below(1_000);
    }
  });
});
