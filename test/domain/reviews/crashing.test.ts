import { expect } from 'chai';
import { startService, type TestService } from '../../support/service.ts';
import { fillWithWorks } from '../../support/voices.ts';
import { ratingStorm } from './crashing.ts';

/** `RATINGS=20000` plays a storm of so many writes; `RATINGS_SEED=7` another one. */
const writes = Number(process.env['RATINGS'] ?? 800);
const seed = Number(process.env['RATINGS_SEED'] ?? 1);

describe('averages of ratings', function () {
  this.timeout(3_600_000);
  let service: TestService;
  const works = Array.from({ length: 60 }, (_, nth) => `w${nth}`);

  before(async () => {
    service = await startService({ fill: fillWithWorks(works.length) });
  });
  after(() => service?.stop());

  it('equal those counted from scratch after random writes at the same time, whoever dies over them', async () => {
    const { wrong, written, died, drainsDied } = await ratingStorm(service.services, { works, patrons: 40, writes, seed }); // prettier-ignore
    expect(wrong).to.deep.equal([]);
    expect(written + died).to.equal(writes);
    expect(died, 'writers have died').to.be.greaterThan(writes / 10);
    expect(drainsDied, 'drains have died').to.be.greaterThan(0);
  });
});
