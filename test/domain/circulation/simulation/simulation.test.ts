import { expect } from 'chai';
import { operations } from './operations.ts';
import { simulate, type Outcome } from './simulate.ts';

/**
 * Random lives of a library, with the power failing at every kind of step. `SIMULATION=20x5000` plays twenty seeds of five
 * thousand operations each, and `SIMULATION_SEED=7` one of them again.
 */
const [, seeds = '20', length = '480'] = /^(\d+)x(\d+)$/.exec(process.env['SIMULATION'] ?? '') ?? [];
const only = process.env['SIMULATION_SEED'];
const atOnce = 20;

describe('a library in which the power fails all the time', function () {
  this.timeout(3_600_000);
  const outcomes: Outcome[] = [];

  it('never has a copy in two places, loses no hold, keeps the queue and every cent, and tells the index', async () => {
    const wanted = only ? [Number(only)] : Array.from({ length: Number(seeds) }, (_, nth) => nth + 1);
    const failures: unknown[] = [];
    const play = async () => {
      for (let seed = wanted.shift(); seed !== undefined && failures.length === 0; seed = wanted.shift()) {
        await simulate(seed, Number(length), () => failures.length > 0).then(
          (outcome) => outcomes.push(outcome),
          (error: unknown) => failures.push(error),
        );
      }
    };
    await Promise.all(Array.from({ length: atOnce }, play));
    if (failures.length > 0) throw failures[0];
    const done = outcomes.reduce((sum, { operations: count }) => sum + count, 0);
    expect(done).to.be.at.least(Number(length));
  });

  it('every operation has been done, and somebody has died over each that writes, at every kind of write', function () {
    if (only || Number(seeds) * Number(length) < 9_600) this.skip(); // too short a life for everything to happen
    const tally = new Map<string, number>();
    for (const { tally: own } of outcomes)
      for (const [what, times] of own) tally.set(what, (tally.get(what) ?? 0) + times);
    if (process.env['SIMULATION']) console.log(Object.fromEntries([...tally].toSorted()));
    const deaths = [...new Set(outcomes.flatMap((one) => [...one.deaths]))];
    for (const { name } of operations) {
      expect(tally.get(`${name}: done`), name).to.be.greaterThan(0);
      expect(
        deaths.some((step) => step.startsWith(`${name} `)),
        name,
      ).to.equal(true);
    }
    for (const write of ['swap', 'settle', 'tick', 'keepPastLoan', 'announcing a change', 'marking a change ready']) {
      for (const when of ['before', 'after']) {
        expect(
          deaths.some((step) => step.includes(`${when} ${write}`)),
          `${when} ${write}`,
        ).to.equal(true);
      }
    }
    expect(deaths.length).to.be.greaterThan(100);
  });
});
