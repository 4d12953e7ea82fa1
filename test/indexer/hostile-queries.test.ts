import { expect } from 'chai';
import { SearchQuery } from '../../domain/discovery/schema.ts';
import { createAnalysis } from '../../indexer/analysis/analysis.ts';
import { leniencies } from '../../indexer/search/match.ts';
import { searchRequests } from '../../indexer/search/query.ts';
import { leastProcessorMs } from '../support/processor-time.ts';
import { brokenQueries, hostileQueries } from '../support/hostile-queries.ts';

const mostMs = 50;

describe('a request for the engine', function () {
  this.timeout(120_000);

  it(`takes the event loop no more than ${mostMs} ms of processor time, whatever is typed`, () => {
    const analysis = createAnalysis();
    const slow: string[] = [];
    for (const q of [...brokenQueries, ...hostileQueries(3_000)]) {
      const parsed = SearchQuery.safeParse({ q });
      if (!parsed.success) continue;
      for (const leniency of leniencies) {
        const build = () => JSON.stringify(searchRequests(parsed.data, { analysis, leniency }));
        const milliseconds = leastProcessorMs(build, mostMs);
        if (milliseconds > mostMs) slow.push(`${Math.round(milliseconds)} ms for ${JSON.stringify(q).slice(0, 80)}`);
      }
    }
    expect(slow).to.deep.equal([]);
  });
});
