import { expect } from 'chai';
import fc from 'fast-check';
import { wordWatch } from '../../../domain/moderation/watched-words.ts';
import { openVoikko } from '../../../indexer/analysis/voikko.ts';

const { voikko } = openVoikko();
const watch = wordWatch(
  {
    words: {
      fi: { hold: ['paska', 'vittu*', 'ämmä'], refuse: ['ryssä*'] },
      sv: { hold: ['fan'], refuse: [] },
      en: { hold: ['ass'], refuse: [] },
    },
  },
  (word) => voikko?.analyse(word).map(({ baseform }) => baseform) ?? [],
);
const held = (...texts: string[]) => [...watch.find(texts).hold];

describe('watched words', () => {
  it('are found however they are written', () => {
    for (const text of [
      'Paska',
      'p@ska',
      'PASKAAAA',
      'p.a.s.k.a',
      'p a s k a',
      'ihan pa\u00adska',
      'ｐａｓｋａ',
      'p4sk4!',
    ])
      expect(held(`Olipa ${text}, sanon.`), text).to.deep.equal(['paska']);
    expect(held('Ihan vittumainen kirja')).to.deep.equal(['vittu*']);
    expect(held('a\u0308mma\u0308')).to.deep.equal(['ämmä']);
  });

  it('are found in the forms of a language whose dictionary knows them', function () {
    if (!voikko) return this.skip();
    expect(held('Sitä paskaa ei lue kukaan')).to.deep.equal(['paska']);
    expect(held('ämmille')).to.deep.equal(['ämmä']);
  });

  it('are found in any of the texts, and those that are refused by themselves', () => {
    expect(watch.find(['Hyvä', 'ryssäläinen'])).to.deep.equal({ hold: [], refuse: ['ryssä*'] });
    expect(held('Hyvä', 'fan')).to.deep.equal(['fan']);
  });

  it('are not seen in words that only have the same letters inside', () => {
    for (const text of ['Assistentti passaa kassalla', 'Paskal ja fanit', 'Fantasia', 'Classic bass', 'a s'])
      expect(watch.find([text]), text).to.deep.equal({ hold: [], refuse: [] });
  });

  it('cost time that grows with the length of a text only', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '.', ' ', '@', 'ä', 'p.a', '-'), { maxLength: 3_000 }), (parts) => {
        watch.find([parts.join('')]);
      }),
      { numRuns: 30 },
    );
  });
});
