import { expect } from 'chai';
import * as fc from 'fast-check';
import { fold, foldPlain, spelledOut, tidy } from '../../../indexer/analysis/fold.ts';

describe('folding a word', () => {
  const folded: [word: string, folded: string, plain: string][] = [
    ['Pohjantähti', 'pohjantähti', 'pohjantahti'],
    ['Pohjantähti'.normalize('NFD'), 'pohjantähti', 'pohjantahti'],
    ['Åbo', 'åbo', 'abo'],
    ['Šostakovitš', 'sostakovits', 'sostakovits'],
    ['Čapek', 'capek', 'capek'],
    ['Nesbø', 'nesbö', 'nesbo'],
    ['Næss', 'näss', 'nass'],
    ['Straße', 'strasse', 'strasse'],
    ['Müller', 'muller', 'muller'],
    ['Łódź', 'lodz', 'lodz'],
    ['Guðrún', 'gudrun', 'gudrun'],
    ['œuvre', 'oeuvre', 'oeuvre'],
    ['ﬁlosoﬁa', 'filosofia', 'filosofia'],
    ['ＦＵＬＬ', 'full', 'full'],
    ['Достоевский', 'достоевскии', 'достоевскии'],
    ['Ἀθήνας', 'αθηνασ', 'αθηνασ'],
    ['がき', 'がき', 'がき'],
    ['한국', '한국', '한국'],
    ['O’Brien', 'obrien', 'obrien'],
    ['kir\u00ADjas\u200Bto', 'kirjasto', 'kirjasto'],
    ['Päijät\u2011Häme', 'päijät-häme', 'paijat-hame'],
    ['c++', 'c++', 'c++'],
  ];
  for (const [word, kept, plain] of folded)
    it(`writes ${word} as ${kept}, and plainly as ${plain}`, () => {
      expect(fold(word)).to.equal(kept);
      expect(foldPlain(word)).to.equal(plain);
    });

  it('knows what foreign letters are spelled out as', () => {
    expect(spelledOut('Næss')).to.deep.equal(['naess']);
    expect(spelledOut('Müller')).to.deep.equal(['mueller']);
    expect(spelledOut('Mäkinen')).to.deep.equal([]);
  });

  it('leaves a dictionary form its marks and its apostrophe', () => {
    expect(tidy('Šakki')).to.equal('šakki');
    expect(tidy('VAA’AN')).to.equal("vaa'an");
  });

  it('done twice is done once, and minds neither case nor the form of Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (word) => {
        for (const how of [tidy, fold, foldPlain]) {
          expect(how(how(word))).to.equal(how(word));
          expect(how(word.normalize('NFD'))).to.equal(how(word.normalize('NFC')));
        }
      }),
    );
  });
});
