import { expect } from 'chai';
import { SearchQuery, type WorkSummary } from '../../domain/discovery/schema.ts';
import { startService, type TestService } from '../support/service.ts';
import { isNamed, judge, mean, type Judged } from '../../indexer/relevance/judge.ts';
import { rankedSearches } from './ranked-searches.ts';

/** What is measured, a little rounded down: a change that makes search worse shows here. */
const floors = { ndcg: 0.98, reciprocalRank: 0.98, recall: 0.98 } as const satisfies Judged;
/** No kind of search may be given up for the others. */
const floorsOfKind = { ndcg: 0.9, reciprocalRank: 0.9, recall: 0.9 } as const satisfies Judged;

describe('the order of results', () => {
  const searches = rankedSearches();
  let service: TestService;
  const measured: { kind: string; language: string; query: string; judged: Judged }[] = [];
  const search = async (parameters: Record<string, unknown>) =>
    (await service.services.search.search(SearchQuery.parse({ facets: '', ...parameters }))).items;

  before(async function () {
    service = await startService();
    const { morphology, reason } = service.services.indexer.analysis;
    if (morphology !== 'voikko') {
      console.log(`      passed over: ${reason}`);
      this.skip();
    }
    for (const { query, in: scope, ...rest } of searches) {
      const found = await search({ q: query, size: 10, ...(scope && { in: scope }) });
      measured.push({ ...rest, query, judged: judge(rest, found) });
    }
  });
  after(() => service?.stop());

  it('is judged by works the demo catalogue has', async () => {
    const all: WorkSummary[] = [];
    for (let page = 1; ; page += 1) {
      const works = await search({ sort: 'title', page, size: 100 });
      all.push(...works);
      if (works.length < 100) break;
    }
    const wanted = new Set(searches.flatMap((one) => Object.keys(one.wanted)));
    expect([...wanted].filter((name) => !all.some((work) => isNamed(name, work)))).to.deep.equal([]);
    expect(searches.length).to.be.at.least(100);
  });

  const averages = (judged: readonly Judged[]): Judged => ({
    ndcg: mean(judged.map(({ ndcg }) => ndcg)),
    reciprocalRank: mean(judged.map(({ reciprocalRank }) => reciprocalRank)),
    recall: mean(judged.map(({ recall }) => recall)),
  });
  const expectAtLeast = (floor: Judged, judged: readonly Judged[], what: string) => {
    const average = averages(judged);
    for (const measure of ['ndcg', 'reciprocalRank', 'recall'] as const)
      expect(average[measure], `${measure} of ${what}`).to.be.at.least(floor[measure]);
  };

  it('puts what is meant first', () => {
    expectAtLeast(
      floors,
      measured.map(({ judged }) => judged),
      'all searches',
    );
  });

  it('does so in every language, and for every kind of search', () => {
    for (const aspect of ['language', 'kind'] as const)
      for (const [what, same] of Map.groupBy(measured, (one) => one[aspect]))
        expectAtLeast(
          floorsOfKind,
          same.map(({ judged }) => judged),
          what,
        );
  });

  it('never leaves a reader with nothing that was wanted', () => {
    expect(measured.filter(({ judged }) => judged.recall === 0).map(({ query }) => query)).to.deep.equal([]);
  });
});
