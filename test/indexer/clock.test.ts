import { expect } from 'chai';
import type { Connections } from '../../config/connections.ts';
import { indexClock } from '../../indexer/clock.ts';
import { dropNamespace, openTestConnections } from '../support/connections.ts';

describe('the index clock', () => {
  let connections: Connections;
  before(() => (connections = openTestConnections()));
  after(() => dropNamespace(connections));

  it('gives every tick a number of its own, rising, though many processes tick at once', async () => {
    const clocks = Array.from({ length: 5 }, (_, skew) =>
      indexClock(connections.database, () => Date.now() - skew * 500),
    );
    const each = await Promise.all(
      clocks.map(async (clock) => {
        const ticks: number[] = [];
        for (let n = 0; n < 40; n += 1) ticks.push(await clock.tick());
        return ticks;
      }),
    );
    expect(new Set(each.flat()).size).to.equal(200);
    for (const ticks of each) expect(ticks).to.deep.equal(ticks.toSorted((a, b) => a - b));
  });

  it('starts above all versions of before when the database was made anew', async () => {
    const before = await indexClock(connections.database).tick();
    await connections.database.collection('counters').deleteMany({});
    while (Date.now() <= before) await new Promise((resolve) => setTimeout(resolve, 1)); // it may have counted ahead
    expect(await indexClock(connections.database).tick()).to.be.greaterThan(before);
  });

  it('goes on rising when the clock of the machine is set back', async () => {
    const before = await indexClock(connections.database).tick();
    expect(await indexClock(connections.database, () => 1_000).tick()).to.be.greaterThan(before);
  });
});
