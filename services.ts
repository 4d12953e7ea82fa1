import { openConnections, type Connections } from './config/connections.ts';
import type { Environment } from './config/environment.ts';
import { createCatalogue, type Catalogue } from './domain/catalogue/service.ts';
import { createDiscovery, type Discovery } from './domain/discovery/service.ts';
import { changeLine, type ChangeLine } from './domain/changes/change-line.ts';
import { changeRepository } from './domain/changes/repository.ts';
import { aliasesOf } from './indexer/aliases.ts';
import { createAnalysis } from './indexer/analysis/analysis.ts';
import { openVoikko } from './indexer/analysis/voikko.ts';
import { indexClock } from './indexer/clock.ts';
import type { ReindexDeps } from './indexer/reindex.ts';
import { reindexRuns } from './indexer/reindex-runs.ts';
import { createSuggest, type Suggest } from './indexer/suggest/suggest.ts';
import { suggestionIndex, type SuggestionIndex } from './indexer/suggest/suggestion-index.ts';
import { createSearch, type Search } from './indexer/search/search.ts';
import { openQueues, type Queues } from './workers/queues.ts';

/** Everything the roles and the operator's tool are made of, wired once over one set of connections. */
export interface Services {
  readonly connections: Connections;
  readonly queues: Queues;
  readonly changes: ChangeLine;
  readonly catalogue: Catalogue;
  readonly discovery: Discovery;
  readonly indexer: ReindexDeps;
  readonly search: Search;
  readonly suggestions: SuggestionIndex;
  readonly suggest: Suggest;
  /** Makes the collections' indexes; harmless to repeat. */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

export function openServices(environment: Environment, options: { blocking: boolean }): Services {
  const connections = openConnections(environment, options);
  const { database, elasticsearch, names, redis } = connections;
  const queues = openQueues(redis, names.keys);
  const changes = changeLine({ database, wake: queues.wake });
  const catalogue = createCatalogue({ database, changes });
  const morphology = openVoikko();
  const analysis = createAnalysis(morphology);
  const suggestions = suggestionIndex(elasticsearch, names.suggestions);
  const indexer = indexerOver(connections, { analysis, source: catalogue });
  return {
    connections,
    queues,
    changes,
    catalogue,
    discovery: createDiscovery(catalogue),
    indexer,
    search: createSearch({ ...indexer, voikko: morphology.voikko }),
    suggestions,
    suggest: createSuggest({ elasticsearch, suggestions }),
    async prepare() {
      await Promise.all([catalogue.ensureIndexes(), indexer.changes.ensureIndexes(), indexer.runs.ensureIndexes()]);
    },
    async close() {
      await queues.close();
      await connections.close();
    },
  };
}

/** What drains and reindexes work with, over one set of connections. */
export function indexerOver(
  { database, elasticsearch, names }: Connections,
  { analysis, source }: Pick<ReindexDeps, 'analysis' | 'source'>,
): ReindexDeps {
  return {
    elasticsearch,
    aliases: aliasesOf(elasticsearch, names.works),
    analysis,
    clock: indexClock(database),
    source,
    changes: changeRepository(database),
    runs: reindexRuns(database),
  };
}
