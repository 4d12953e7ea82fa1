import type { Connections } from '../../config/connections.ts';
import { catalogueRepository, type CatalogueRepository } from '../../domain/catalogue/repository.ts';
import { holdingsOf } from '../../domain/catalogue/holding.ts';
import { changeLine, type ChangeLine } from '../../domain/changes/change-line.ts';
import { currentMeta } from '../../indexer/aliases.ts';
import { createAnalysis } from '../../indexer/analysis/analysis.ts';
import type { ReindexDeps } from '../../indexer/reindex/reindex.ts';
import { indexerOver } from '../../services.ts';
import { buildEdition, buildRecord } from './builders.ts';
import { dropNamespace, openTestConnections } from './connections.ts';

/** The index line on the real engines without workers: a test drains by hand, at the moment it chooses. */
export interface IndexLine {
  readonly connections: Connections;
  readonly deps: ReindexDeps;
  readonly catalogue: CatalogueRepository;
  readonly line: ChangeLine;
  /** Stores a work with one record, without telling the change line. */
  store(id: string, title: string): Promise<void>;
  /** Gives the work's record another title, without telling the change line. */
  rename(id: string, title: string): Promise<void>;
  /** Titles that the serving index holds, by work id. */
  indexed(): Promise<Record<string, string>>;
  close(): Promise<void>;
}

export async function openIndexLine({ withIndex = true } = {}): Promise<IndexLine> {
  const connections = openTestConnections();
  const { database, elasticsearch } = connections;
  const catalogue = catalogueRepository(database);
  const deps = indexerOver(connections, {
    analysis: createAnalysis(),
    source: { ...catalogue, ...holdingsOf(database) },
  });
  const { aliases, analysis } = deps;
  await Promise.all([catalogue.ensureIndexes(), deps.changes.ensureIndexes(), deps.runs.ensureIndexes()]);
  if (withIndex) {
    const index = aliases.newName();
    await aliases.create(index, currentMeta(analysis.version));
    await aliases.swap(index);
  }
  const recordOf = (id: string, title: string, version: number) =>
    buildRecord({ _id: `${id}.r`, workId: id, version, edition: buildEdition({ title }) });
  return {
    connections,
    deps,
    catalogue,
    line: changeLine({ database, wake: async () => undefined }),
    async store(id, title) {
      await catalogue.ensureWorks([id]);
      await catalogue.storeRecords([recordOf(id, title, 1)]);
    },
    async rename(id, title) {
      const stored = await catalogue.record(`${id}.r`);
      await catalogue.storeRecords([recordOf(id, title, (stored?.version ?? 0) + 1)]);
    },
    async indexed() {
      await elasticsearch.indices.refresh({ index: aliases.read });
      const { hits } = await elasticsearch.search<{ summary: { title: string } }>({ index: aliases.read, size: 1_000 });
      return Object.fromEntries(hits.hits.map((hit) => [String(hit._id), String(hit._source?.summary.title)]));
    },
    close: () => dropNamespace(connections),
  };
}
