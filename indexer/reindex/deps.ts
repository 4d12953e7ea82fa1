import type { Synonyms } from '../../domain/synonyms/service.ts';
import type { DrainDeps } from '../drain.ts';
import type { WatchedSearches } from '../relevance/watched-searches.ts';
import type { ReindexRuns } from './runs.ts';

export interface ReindexDeps extends DrainDeps {
  readonly runs: ReindexRuns;
  readonly synonyms: Pick<Synonyms, 'find' | 'lastUsed' | 'markUsed'>;
  readonly watchedSearches: Pick<WatchedSearches, 'all'>;
}
