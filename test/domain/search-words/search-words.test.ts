import { expect } from 'chai';
import fc from 'fast-check';
import type { Connections } from '../../../config/connections.ts';
import { createSearchWords, type SearchWords } from '../../../domain/search-words/service.ts';
import { worthCounting } from '../../../domain/search-words/worth-counting.ts';
import { dropNamespace, openTestConnections } from '../../support/connections.ts';

const minute = 60_000;

describe('the words that readers search for', () => {
  let connections: Connections;
  let time = Date.parse('2026-11-03T10:00:00Z');
  let words: SearchWords;
  const stored = () => connections.database.collection('searchWords').find().toArray();
  before(async () => {
    connections = openTestConnections();
    words = createSearchWords({ database: connections.database, now: () => new Date(time) });
    await words.ensureIndexes();
  });
  beforeEach(async () => {
    await connections.database.collection('searchWords').deleteMany({});
    time = Date.parse('2026-11-03T10:00:00Z');
  });
  after(() => dropNamespace(connections));

  /** Searches for the same on so many occasions, a few of them a day. */
  async function search(
    typed: string,
    occasions: number,
    { isFound = true, aDay = 3, by = words } = {},
  ): Promise<void> {
    const began = time;
    for (let occasion = 0; occasion < occasions; occasion += 1) {
      time = began + Math.floor(occasion / aDay) * 24 * 60 * minute + (occasion % aDay) * 20 * minute;
      by.note(typed, isFound);
      by.note(` ${typed.toUpperCase()}  `, isFound);
      await by.flush();
    }
    time = began;
  }

  it('are told only once they were searched for on five occasions and two days', async () => {
    await search('harvinainen sana', 4);
    await search('saman päivän sana', 6, { aDay: 6 });
    await search('suosittu sana', 7);
    const { popular } = await words.of('2026-11');
    expect(popular).to.deep.equal([{ words: 'suosittu sana', occasions: 7, unfound: 0, before: undefined }]);
  });

  it('count once a quarter of an hour, however often and in how many processes they are typed', async () => {
    const other = createSearchWords({ database: connections.database, now: () => new Date(time) });
    for (let times = 0; times < 50; times += 1) for (const one of [words, other]) one.note('ahkera haku', true);
    await Promise.all([words.flush(), other.flush()]);
    expect((await stored()).map(({ occasions }) => occasions)).to.deep.equal([1]);
  });

  it('are told apart where nothing had them as typed, with how often they were searched for the month before', async () => {
    time = Date.parse('2026-10-10T10:00:00Z');
    await search('keppihevonen', 6);
    time = Date.parse('2026-11-03T10:00:00Z');
    await search('keppihevonen', 8, { isFound: false });
    await search('löytyvä', 9);
    const { popular, unfound } = await words.of('2026-11');
    expect(popular.map((row) => row.words)).to.deep.equal(['löytyvä', 'keppihevonen']);
    expect(unfound).to.deep.equal([{ words: 'keppihevonen', occasions: 8, unfound: 8, before: 6 }]);
  });

  it('are forgotten after a month, unless they are told', async () => {
    await search('harvinainen sana', 2);
    await search('suosittu sana', 6);
    const days = new Map((await stored()).map((one) => [one['words'], Math.round((one['forgetAt'].getTime() - time) / (24 * 60 * minute))])); // prettier-ignore
    expect(days.get('harvinainen sana')).to.be.within(30, 32);
    expect(days.get('suosittu sana')).to.be.within(399, 402);
  });

  it('keep nothing but themselves, their month and counts', async () => {
    await search('suosittu sana', 6);
    const [one = {}] = await stored();
    expect(Object.keys(one).toSorted()).to.deep.equal(['_id', 'days', 'forgetAt', 'month', 'occasions', 'slot', 'unfound', 'unfoundSlot', 'words']); // prettier-ignore
  });

  it('are dropped where they may be somebody’s number or address', () => {
    for (const typed of [
      '20000001', 'kortti 2000 0001', '040 123 4567', '+358 40-1234567', '131052-308T', '131052A308T', 'FI21 1234 5600 0007 85',
      'aino.ahola@example.org', 'https://example.org/x', 'www.example.org', 'x', 'yhdeksän sanaa on jo liikaa tähän hakuun laskettavaksi niin', 'a'.repeat(61),
    ]) expect(worthCounting(typed), typed).to.equal(undefined); // prettier-ignore
    for (const [typed, kept] of [['  Sinuhe   EGYPTILÄINEN ', 'sinuhe egyptiläinen'], ['1984', '1984'], ['c# 12', 'c# 12'], ['Fazer 1891-1991 ', undefined]] as const)
      expect(worthCounting(typed), typed).to.equal(kept); // prettier-ignore
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 999_999_999 }), fc.constantFrom('', ' ', '-', '.', ' / '), (text, number, parting) => {
        const digits = [...String(number + 1_000_000)].join(parting);
        return worthCounting(`${text} ${digits}`) === undefined;
      }),
    ); // prettier-ignore
  });
});
