import type { Db } from 'mongodb';
import type { ChangeLine } from '../changes/change-line.ts';
import { decisionRepository } from './decisions/repository.ts';
import { createDecisions, type Decisions } from './decisions/service.ts';
import { carryOn, importRecords, takeIn, type Carried, type Carrying, type ImportOptions } from './import.ts';
import type { Drafted } from './import-drafts.ts';
import { importReports, type ImportReports } from './import-reports.ts';
import type { ImportReport } from './import-schema.ts';
import { rederive } from './rederive.ts';
import { sourcesOver, type Sources } from './sources.ts';
import { retryProblem, type Retried } from './retry-problem.ts';
import { suppress } from './suppress.ts';
import { finishWithdrawals, withdraw } from './withdraw.ts';
import { holdingsOf, type Holdings } from './holding.ts';
import type { Suppression } from './schema.ts';
import { catalogueRepository, type CatalogueRepository } from './repository.ts';

/** The catalogue: works, their records and items, and how they come in. */
export interface Catalogue
  extends
    Holdings,
    Pick<
      CatalogueRepository,
      | 'readWorks'
      | 'suppressedRecords'
      | 'workIdsOfPartition'
      | 'arrivedSince'
      | 'recordHeads'
      | 'countWorks'
      | 'record'
      | 'records'
    > {
  /** The id of the work that an id leads to: another one, where the work was merged away. */
  currentWorkId(id: string): Promise<string>;
  /** The same for several ids. */
  currentWorkIds(ids: readonly string[]): Promise<Map<string, string>>;
  /** The id of the work that stands where an id leads to; undefined where none does. */
  standingWork(id: string): Promise<string | undefined>;
  /** All ids that lead to each of these works today, its own first. */
  namesOfWorks(ids: readonly string[]): Promise<Map<string, readonly string[]>>;
  readonly decisions: Decisions;
  /** Makes the collections' indexes; harmless to repeat. */
  ensureIndexes(): Promise<void>;
  /** See `importRecords`. */
  importRecords(options: ImportOptions): Promise<ImportReport>;
  /** See `carryOn`. */
  carryOn(report: ImportReport, carrying: Carrying): Promise<Carried>;
  /** See `takeIn`. */
  takeIn(drafted: Drafted, report: ImportReport): Promise<void>;
  /** See `rederive`. */
  rederive(report: ImportReport, options: Parameters<typeof rederive>[1]): Promise<Carried>;
  readonly imports: ImportReports;
  readonly sources: Sources;
  /** See `retryProblem`. */
  retryProblem(importId: string, index: number): Promise<Retried | undefined>;
  /** See `suppress`. */
  suppress(recordIds: readonly string[], suppression: Omit<Suppression, 'stands'> | undefined): Promise<string[]>;
  /** See `withdraw`. */
  withdraw(recordId: string): Promise<boolean>;
  /** See `finishWithdrawals`. */
  finishWithdrawals(): Promise<void>;
}

export function createCatalogue({ database, changes }: { database: Db; changes: ChangeLine }): Catalogue {
  const repository = catalogueRepository(database);
  const reports = importReports(database);
  const log = decisionRepository(database);
  const decisions = createDecisions({ repository, decisions: log, changes });
  const { readWorks, suppressedRecords, workIdsOfPartition, arrivedSince, recordHeads, countWorks, record, records } =
    repository;
  const sources = sourcesOver(database);
  const importing = { repository, reports, changes, decisions, sources };
  return {
    readWorks,
    suppressedRecords,
    workIdsOfPartition,
    arrivedSince,
    recordHeads,
    countWorks,
    ...holdingsOf(database),
    record,
    records,
    decisions,
    async currentWorkId(id) {
      return (await repository.currentWorks([id])).get(id) ?? id;
    },
    currentWorkIds: repository.currentWorks,
    standingWork: repository.standingWork,
    namesOfWorks: repository.namesOfWorks,
    async ensureIndexes() {
      await Promise.all([
        repository.ensureIndexes(),
        reports.ensureIndexes(),
        log.ensureIndexes(),
        sources.ensureIndexes(),
      ]);
    },
    importRecords: (options) => importRecords(options, importing),
    carryOn: (report, carrying) => carryOn(report, carrying, importing),
    takeIn: (drafted, report) => takeIn(drafted, report, importing),
    rederive: (report, options) => rederive(report, options, importing),
    imports: reports,
    sources,
    retryProblem: (importId, index) => retryProblem(importId, index, importing),
    suppress: (recordIds, suppression) => suppress(recordIds, suppression, importing),
    withdraw: (recordId) => withdraw(recordId, importing),
    finishWithdrawals: () => finishWithdrawals(importing),
  };
}
