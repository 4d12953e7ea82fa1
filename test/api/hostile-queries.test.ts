import { expect } from 'chai';
import { searchFields } from '../../domain/discovery/schema.ts';
import { hostileQueries } from '../support/hostile-queries.ts';
import { startService, type TestService } from '../support/service.ts';

const count = 20_000;
const atOnce = 12;

describe('search, whatever is typed', function () {
  this.timeout(600_000);
  let service: TestService;
  before(async () => (service = await startService()));
  after(() => service?.stop());

  it(`answers ${count} random and hostile queries with results, an empty list or a refusal, never with an error of ours`, async () => {
    const waiting = hostileQueries(count).map((q, n) => ({ q, in: searchFields[n % searchFields.length] ?? 'all' }));
    const statuses: Record<number, number> = {};
    const lane = async () => {
      for (let asked = waiting.pop(); asked; asked = waiting.pop()) {
        const answer = await fetch(
          `${service.url}/api/v1/search?${new URLSearchParams({ ...asked, facets: 'format', size: '3' })}`,
        );
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        const { type } = await answer.json();
        const told = `${answer.status} ${type} for ${JSON.stringify(asked).slice(0, 300)}`;
        expect([200, 400], told).to.include(answer.status);
        if (answer.status === 400) expect(type, told).to.equal('urn:lastu:problem:invalid-request');
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    expect(statuses[200]).to.be.greaterThan(count * 0.9);
  });

  it('answers on while a query of the worst kind is asked', async () => {
    const worst = fetch(`${service.url}/api/v1/search?${new URLSearchParams({ q: 'kissa OR '.repeat(1_000) })}`);
    expect((await fetch(`${service.url}/healthz`)).status).to.equal(200);
    expect((await worst).status).to.equal(200);
  });
});
