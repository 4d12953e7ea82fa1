import { expect } from 'chai';
import { createStatistics } from '../../../domain/statistics/service.ts';
import { rounded } from '../../../domain/statistics/summarise.ts';
import { dropNamespace } from '../../support/connections.ts';
import { openTestCirculation, type TestCirculation } from '../../support/circulation.ts';

describe('Statistics of use', () => {
  let at: TestCirculation;
  before(async () => void (at = await openTestCirculation({ from: '2026-11-25' })));
  after(() => dropNamespace(at.connections));
  const book = (today = '2026-11-25') =>
    createStatistics({ database: at.connections.database, now: () => new Date(`${today}T10:00:00Z`) });

  it('count what is lent, taken in and sent, once however often it is told, and keep nobody’s name', async () => {
    const statistics = book();
    await statistics.ensureIndexes();
    const counted = await openTestCirculation({ connections: at.connections, count: statistics.count });
    const { circulation } = counted;
    counted.addPatron({ id: 'aino', municipality: 'heinola' });
    await counted.addWork('w1', [['copy', 'lahti']]);
    const { loans, desk } = circulation;
    await loans.checkOut({ patron: 'aino', item: 'copy', branch: 'heinola', loan: 'l1' });
    await loans.checkOut({ patron: 'aino', item: 'copy', branch: 'heinola', loan: 'l1' });
    await desk.checkIn('copy', 'heinola');
    await statistics.flush();
    const { totals } = await statistics.of('2026-11');
    expect(totals).to.include({ loan: 1, return: 1, renewal: 0 });
    const kept = JSON.stringify(await at.connections.database.collection('counts').find().toArray());
    for (const name of ['aino', 'copy', 'l1', 'w1']) expect(kept, name).not.to.include(`"${name}"`);
    for (const row of JSON.parse(kept)) expect(Boolean(row.day && (row.from || row.format)), 'no day of a town').to.equal(false); // prettier-ignore
  });

  it('are told exactly of the region, and in fives of municipalities and formats, so that nobody can be made out', async () => {
    const statistics = book('2026-10-31');
    for (let n = 0; n < 2; n += 1) statistics.count({ kind: 'loan', from: 'hartola', to: 'sysma', format: 'game' });
    for (let n = 0; n < 13; n += 1) statistics.count({ kind: 'loan', from: 'nastola', to: 'heinola', format: 'book' });
    await statistics.flush();
    const { totals, loans, formats, course } = await statistics.of('2026-10');
    expect(totals.loan).to.equal(15);
    expect(loans, 'two are none, and Nastola is Lahti now').to.deep.equal([{ from: 'lahti', to: 'heinola', n: 15 }]);
    expect(formats).to.deep.equal([{ format: 'book', n: 15 }]);
    expect(course).to.have.length(31);
    expect(course.at(-1)?.counts.loan).to.equal(15);
    expect([0, 1, 2, 3, 7, 8, 112].map(rounded)).to.deep.equal([0, 0, 0, 5, 5, 10, 110]);
  });

  it('tell how the copies of each town are used: counted as they stand, with the loans of the period', async () => {
    const statistics = createStatistics({ database: at.connections.database, countCopies: at.copies.countByBranch, now: () => new Date('2026-08-15T10:00:00Z') }); // prettier-ignore
    expect((await statistics.of('2026-08')).collection).to.equal(undefined);
    at.addPatron({ id: 'oiva' });
    await at.addWork('c1', [['c1-0', 'sysma'], ['c1-1', 'sysma'], ['c1-2', 'padasjoki']]); // prettier-ignore
    await at.circulation.loans.checkOut({ patron: 'oiva', item: 'c1-1', branch: 'sysma' });
    const gone = await at.item('c1-2');
    await at.catalogue.storeItems([{ ...gone, withdrawn: true, version: gone.version + 1 }], []);
    for (let n = 0; n < 7; n += 1) statistics.count({ kind: 'loan', from: 'sysma', to: 'lahti', format: 'book' });
    await statistics.flush();
    await statistics.countCollection();
    const { collection } = await statistics.of('2026-08');
    expect(collection?.on).to.equal('2026-08-15');
    expect(collection?.towns).to.deep.include({ municipality: 'sysma', copies: 2, lent: 1, neverLent: 1, loans: 5 });
    expect(collection?.towns.some(({ municipality }) => municipality === 'padasjoki')).to.equal(false);
  });

  it('lose nothing where many processes count at once', async () => {
    const books = Array.from({ length: 6 }, () => book('2026-09-02'));
    await Promise.all(
      books.map(async (one) => {
        for (let n = 0; n < 50; n += 1) {
          one.count({ kind: 'search' });
          if (n % 10 === 0) await one.flush();
        }
        await one.flush();
      }),
    );
    expect((await book('2026-12-01').of('2026')).course.find((one) => one.at === '2026-09')?.counts.search).to.equal(
      300,
    );
  });
});
