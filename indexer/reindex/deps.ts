import type { SynonymSet } from '../../domain/synonyms/schema.ts';
import type { DrainDeps } from '../drain.ts';
import type { WatchedSearches } from '../relevance/watched-searches.ts';
import type { ReindexRuns } from './runs.ts';

export interface ReindexDeps extends DrainDeps {
  readonly runs: ReindexRuns;
  readonly synonyms: { find(version: number): Promise<SynonymSet | undefined> };
  readonly watchedSearches: Pick<WatchedSearches, 'all'>;
}
