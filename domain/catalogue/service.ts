import type { Db } from 'mongodb';
import type { ChangeLine } from '../changes/change-line.ts';
import { importRecords, type ImportOptions } from './import.ts';
import { importReports, type ImportReports } from './import-reports.ts';
import type { ImportReport } from './import-schema.ts';
import { catalogueRepository, type CatalogueRepository } from './repository.ts';

/** The catalogue: works, their records and items, and how they come in. */
export interface Catalogue extends Pick<
  CatalogueRepository,
  'readWorks' | 'workIdsOfPartition' | 'countWorks' | 'record'
> {
  /** Makes the collections' indexes; harmless to repeat. */
  ensureIndexes(): Promise<void>;
  /** See `importRecords`. */
  importRecords(options: ImportOptions): Promise<ImportReport>;
  readonly imports: Pick<ImportReports, 'find' | 'latest' | 'problems'>;
}

export function createCatalogue({ database, changes }: { database: Db; changes: ChangeLine }): Catalogue {
  const repository = catalogueRepository(database);
  const reports = importReports(database);
  const { readWorks, workIdsOfPartition, countWorks, record } = repository;
  const { find, latest, problems } = reports;
  return {
    readWorks,
    workIdsOfPartition,
    countWorks,
    record,
    async ensureIndexes() {
      await Promise.all([repository.ensureIndexes(), reports.ensureIndexes()]);
    },
    importRecords: (options) => importRecords(options, { repository, reports, changes }),
    imports: { find, latest, problems },
  };
}
