import { expect } from 'chai';
import fc from 'fast-check';
import { SearchQuery } from '../../domain/discovery/schema.ts';
import { mistakesBetween, nearestFirst, readTypedWords, replaced } from '../../indexer/search/another-wording.ts';
import { startService, type TestService } from '../support/service.ts';

describe('did you mean', () => {
  let service: TestService;
  const ask = (parameters: Record<string, unknown>) => service.services.search.search(SearchQuery.parse(parameters));
  const meant = async (q: string, parameters: Record<string, unknown> = {}) =>
    (await ask({ ...parameters, q })).suggestion;

  before(async () => (service = await startService()));
  after(() => service?.stop());

  it('proposes what the catalogue has for a mistyped word, and shows what that finds', async () => {
    const { suggestion, items, total } = await ask({ q: 'kalevlaa' });
    expect(suggestion).to.equal('kalevala');
    expect(items[0]?.title).to.equal('Kalevala');
    expect(total).to.equal((await ask({ q: 'kalevala' })).total);
  });

  it('knows a mistake in any letter, the first one too', async () => {
    for (const q of ['jalevala', 'aklevala', 'kalevela', 'kaleala', 'kallevala'])
      expect(await meant(q), q).to.equal('kalevala');
    expect(await meant('sinhue')).to.equal('sinuhe');
    expect(await meant('watlari')).to.equal('waltari');
  });

  it('keeps the reader’s other words, their quotes and capitals as they are', async () => {
    expect(await meant('Sinhue egyptiläinen')).to.equal('Sinuhe egyptiläinen');
    expect(await meant('tekijä:watlari sinuhe')).to.equal('tekijä:waltari sinuhe');
    expect(await meant('mika watlari -kalevala')).to.equal('mika waltari -kalevala');
    expect(await meant('"sinuhe egyptliäinen"')).to.equal('"sinuhe egyptiläinen"');
  });

  it('proposes nothing for words that find something, for none, and for those nobody could have meant', async () => {
    for (const q of ['kalevala', 'kalevalan', 'sinuhe waltari', 'kissa', '', '  ', 'xqzwvplm', '9789510000000', 'ab'])
      expect(await meant(q), q).to.equal(undefined);
    expect(await meant('kalevala', { format: ['map'], language: ['rus'] }), 'it is the filters').to.equal(undefined);
  });

  it('never proposes what finds nothing under the reader’s filters', async () => {
    expect(await meant('kalevlaa', { language: ['rus'], format: ['map'] })).to.equal(undefined);
    const finnish = await ask({ q: 'kalevlaa', language: ['fin'] });
    expect(finnish.suggestion).to.equal('kalevala');
    expect(finnish.total).to.be.greaterThan(0);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...someWords),
        fc.nat(),
        fc.constantFrom(...'aeklst'),
        async (word, at, letter) => {
          const place = at % word.length;
          const q = word.slice(0, place) + letter + word.slice(place + 1);
          const suggestion = await meant(q);
          if (suggestion === undefined) return;
          const { total, suggestion: another } = await ask({ q: suggestion, size: 0 });
          expect(total, `${q} → ${suggestion}`).to.be.greaterThan(0);
          expect(another).to.equal(undefined);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tells whether what it shows has all words, those of the proposal, or only some', async () => {
    expect((await ask({ q: 'kalevala' })).matched).to.equal('all');
    expect((await ask({ q: '' })).matched).to.equal('all');
    expect((await ask({ q: 'kalevala', format: ['map'], language: ['rus'] })).matched, 'the filters').to.equal('all');
    expect((await ask({ q: 'kalevlaa' })).matched).to.equal('suggestion');
    const { matched, total, suggestion } = await ask({ q: 'kalevala xqzwvplm' });
    expect({ matched, suggestion, isFound: total > 0 }).to.deep.equal({
      matched: 'some',
      suggestion: undefined,
      isFound: true,
    });
  });

  it('joins what is one word', async () => {
    expect(await meant('kale vala')).to.equal('kalevala');
  });

  it('counts facets, and finds among their values, for the wording it shows', async () => {
    const { facets } = await ask({ q: 'kalevlaa' });
    expect(facets).to.deep.equal((await ask({ q: 'kalevala' })).facets);
  });
});

describe('did you mean, where something is found', () => {
  let service: TestService;
  const ask = (parameters: Record<string, unknown>) => service.services.search.search(SearchQuery.parse(parameters));

  before(async () => {
    const titles = ['Raktori', 'Raktori lvatel', ...Array.from({ length: 40 }, (_, n) => `Traktori ${n + 1}`)];
    const marc = (title: string, index: number) => ({
      leader: '00000nam a2200000 i 4500',
      fields: [
        { tag: '001', value: `few-${index}` },
        { tag: '008', value: '200101s2020    fi            000 0 fin  ' },
        { tag: '245', ind1: '0', ind2: '0', subfields: [{ code: 'a', value: title }] },
      ],
    });
    const records = titles.map((title, index) => ({
      marc: marc(title, index), index, position: 0, bytes: new Uint8Array(), warnings: [],
    })); // prettier-ignore
    service = await startService({
      fill: ({ catalogue }) => catalogue.importRecords({ source: 'few', file: 'few', records }),
    });
  });
  after(() => service?.stop());

  it('proposes a word that is there many times as often, and shows what was typed', async () => {
    const { items, matched, suggestion } = await ask({ q: 'raktori' });
    expect(items.map(({ title }) => title)).to.have.members(['Raktori', 'Raktori lvatel']);
    expect({ matched, suggestion }).to.deep.equal({ matched: 'all', suggestion: 'traktori' });
  });

  it('proposes nothing that does not find more under the reader’s filters, or with the other words', async () => {
    expect((await ask({ q: 'raktori', format: ['map'] })).suggestion).to.equal(undefined);
    expect((await ask({ q: 'raktori lvatel' })).suggestion).to.equal(undefined);
  });

  it('proposes nothing for words a dictionary has, however rare they are here', async () => {
    expect((await ask({ q: 'traktori 7' })).suggestion).to.equal(undefined);
  });
});

const someWords = [
  'kalevala',
  'egyptiläinen',
  'seitsemän',
  'veljestä',
  'muumipeikko',
  'tuntematon',
  'sotilas',
  'runot',
];

describe('another wording', () => {
  const q = 'NOT Kissa ja: -koira 2020 hevnen';
  const words = readTypedWords(q);

  it('is sought for words only, not for operators, fields, numbers and what is barred', () => {
    expect(words.filter(({ isReplaceable }) => isReplaceable).map(({ text }) => text)).to.deep.equal([
      'kissa',
      'hevnen',
    ]);
    expect(readTypedWords('sana '.repeat(11))).to.deep.equal([]);
  });

  it('replaces words where they stand, the nearest first', () => {
    const [cat, horse] = words.filter(({ isReplaceable }) => isReplaceable);
    if (!cat || !horse) throw new Error('The words are not read');
    const candidates = new Map([
      [cat, [{ text: 'kisa', distance: 1, works: 2 }]],
      [
        horse,
        [
          { text: 'hevonen', distance: 1, works: 9 },
          { text: 'hetken', distance: 2, works: 99 },
        ],
      ],
    ]);
    const all = nearestFirst(replaced(q, candidates, { together: true })).map(({ text }) => text);
    expect(all).to.deep.equal(['NOT Kisa ja: -koira 2020 hevonen', 'NOT Kisa ja: -koira 2020 hetken']);
  });

  it('counts swapped neighbours as one mistake, and allows two in long words only', () => {
    expect(mistakesBetween('kalevlaa', 'kalevala')).to.equal(1);
    expect(mistakesBetween('kisat', 'kissa')).to.equal(0);
    expect(mistakesBetween('egyptilinen', 'egyptiläinen')).to.equal(1);
    expect(mistakesBetween('sama', 'sama')).to.equal(0);
    fc.assert(
      fc.property(fc.string({ minLength: 7, maxLength: 12 }), fc.nat(), (word, at) => {
        const place = at % word.length;
        const shorter = word.slice(0, place) + word.slice(place + 1);
        expect(mistakesBetween(word, shorter)).to.equal(1);
      }),
    );
  });
});
