import { expect } from 'chai';
import fc from 'fast-check';
import { apportion } from '../../../domain/cost-shares/apportion.ts';
import type { CostFigures } from '../../../domain/cost-shares/schema.ts';
import { createCostShares } from '../../../domain/cost-shares/service.ts';
import { bearersOf, knownInhabitants, statementOf, sumOf } from '../../../domain/cost-shares/statement.ts';
import type { Connections } from '../../../config/connections.ts';
import { dropNamespace, openTestConnections } from '../../support/connections.ts';

const cents = fc.integer({ min: 0, max: 1_000_000_000_000 });
const weights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 })
  .filter((all) => all.some((weight) => weight > 0));
const rows = (minLength: number) =>
  fc.array(
    cents.map((some) => ({ name: 'Kulu', cents: some })),
    { minLength, maxLength: 12 },
  );
const figures = (year: number): fc.Arbitrary<CostFigures> =>
  fc.record({
    costs: rows(1),
    grants: rows(0),
    inhabitants: fc.record(Object.fromEntries(bearersOf(year).map((id) => [id, fc.integer({ min: 1, max: 300_000 })]))),
    countedOn: fc.constant(`${year - 1}-12-31`),
    source: fc.constant('Tilastokeskus'),
  });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('The costs that the municipalities share', () => {
  it('are shared to the cent, whoever bears them: nothing is left over, and nobody is a cent off what is due', () => {
    fc.assert(
      fc.property(cents, weights, fc.boolean(), (amount, all, paidBack) => {
        const whole = paidBack ? -amount : amount;
        const shares = apportion(whole, all);
        expect(sum(shares)).to.equal(whole);
        const total = sum(all);
        for (const [place, share] of shares.entries()) {
          // Exact: |share - whole · weight / total| < 1, without a division.
          const off = BigInt(share) * BigInt(total) - BigInt(whole) * BigInt(all[place] ?? 0);
          expect(off < BigInt(total) && -off < BigInt(total)).to.equal(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('weigh no heavier on the smaller of two', () => {
    fc.assert(
      fc.property(cents, weights, (amount, all) => {
        const shares = apportion(amount, all);
        for (const [a, one] of all.entries())
          for (const [b, other] of all.entries()) if (one > other) expect(shares[a]).to.be.at.least(shares[b] ?? 0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('make a statement that adds up to the cent along every row and every column', () => {
    fc.assert(
      fc.property(fc.constantFrom(2010, 2015, 2016, 2026).chain((year) => fc.tuple(fc.constant(year), figures(year))), ([year, given]) => {
        const { shares, total } = statementOf(year, given);
        expect(total.costs).to.equal(sumOf(given.costs));
        expect(total.grants).to.equal(sumOf(given.grants));
        for (const column of ['inhabitants', 'costs', 'grants', 'toPay'] as const)
          expect(sum(shares.map((share) => share[column])), column).to.equal(total[column]);
        for (const { costs, grants, toPay } of [...shares, total]) expect(costs - grants).to.equal(toPay);
      }),
      { numRuns: 1_000 },
    ); // prettier-ignore
  });

  it('fall on eleven municipalities until 2015, and on nine since two of them have become part of others', () => {
    expect(bearersOf(2015)).to.have.length(11);
    expect(bearersOf(2016)).to.have.length(9).and.not.include.members(['nastola', 'hameenkoski']);
    const row = [{ name: 'Kulu', cents: 300 }];
    const given = { costs: row, grants: [], countedOn: '2008-12-31', source: '', inhabitants: { lahti: 100, nastola: 50, hollola: 25, hameenkoski: 25 } }; // prettier-ignore
    const of = (year: number, id: string) => statementOf(year, given).shares.find((one) => one.municipality === id)?.toPay; // prettier-ignore
    expect([of(2015, 'lahti'), of(2015, 'nastola'), of(2015, 'hollola'), of(2015, 'hameenkoski')]).to.deep.equal([150, 75, 38, 37]); // prettier-ignore
    expect([of(2016, 'lahti'), of(2016, 'nastola'), of(2016, 'hollola')]).to.deep.equal([225, undefined, 75]);
  });

  it('begin with the inhabitants last counted before the year, nobody counted twice', () => {
    expect(knownInhabitants(2016).inhabitants['lahti']).to.equal(100_080 + 15_044);
    expect(knownInhabitants(2017).inhabitants).to.include({ lahti: 119_452, hollola: 23_791 }).and.not.have.property('nastola'); // prettier-ignore
    expect(knownInhabitants(2017).countedOn).to.equal('2016-12-31');
    expect(Object.keys(knownInhabitants(2015).inhabitants)).to.have.members(bearersOf(2015));
  });

  describe('as they are kept', () => {
    let connections: Connections;
    before(() => void (connections = openTestConnections()));
    after(() => dropNamespace(connections));
    const given: CostFigures = { costs: [{ name: 'Lehdet', cents: 100 }], grants: [], inhabitants: { lahti: 3 }, countedOn: '2025-12-31', source: '' }; // prettier-ignore

    it('are never overwritten: of many who store at once one is let through, and every version stays', async () => {
      const kept = createCostShares({ database: connections.database });
      await kept.ensureIndexes();
      const racers = Array.from({ length: 8 }, (_, at) =>
        kept.store({ year: 2026, version: 0, figures: { ...given, source: `s${at}` }, by: 'p1' }),
      );
      expect((await Promise.all(racers)).filter(Boolean)).to.have.length(1);
      expect(await kept.store({ year: 2026, version: 0, figures: given, by: 'p2' })).to.equal(undefined);
      expect(await kept.store({ year: 2026, version: 1, figures: given, by: 'p2', restores: 1 })).to.include({ version: 2, restores: 1 }); // prettier-ignore
      expect(await kept.store({ year: 2026, version: 5, figures: given, by: 'p2' }), 'no gap').to.equal(undefined);
      await kept.store({ year: 2025, version: 0, figures: given, by: 'p2' });
      expect((await kept.versions(2026)).map(({ version }) => version)).to.deep.equal([2, 1]);
      expect((await kept.years()).map(({ _id }) => _id)).to.deep.equal(['2026.2', '2025.1']);
    });

    it('are refused where nobody would bear them', async () => {
      const kept = createCostShares({ database: connections.database });
      const wish = { year: 2026, version: 2, figures: { ...given, inhabitants: {} }, by: 'p1' };
      expect(await kept.store(wish).catch((error: unknown) => error)).to.be.instanceOf(RangeError);
    });
  });
});
