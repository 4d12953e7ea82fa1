import type { Catalogue } from '../catalogue/service.ts';
import type { CatalogueRecord, StoredWork } from '../catalogue/schema.ts';
import { citedRecord } from './cited-record.ts';
import { detailWork } from './detail.ts';
import type { WorkDetail, WorkSummary } from './schema.ts';
import { summariseWork } from './summary.ts';

type WorkRecord = StoredWork['records'][number];

/** What readers look at: works and records as their pages show them. */
export interface Discovery {
  /** By the id of a work that was merged away, the one it was merged into. */
  workDetail(id: string): Promise<WorkDetail | undefined>;
  /** Undefined also where staff have hidden it. */
  record(id: string): Promise<CatalogueRecord | undefined>;
  /** Records by their ids, to name what somebody has: hidden ones with them, those that are no more left out. */
  records(ids: readonly string[]): Promise<Map<string, WorkRecord>>;
  /** Ids of the works of a partition, in no order that means anything. */
  workIds(partition: number): AsyncIterable<string>;
  /** Works by id, in the order asked; those that are no more are left out. `asked` is the id it was asked by. */
  works(ids: readonly string[]): Promise<(WorkSummary & { asked: string })[]>;
  /** A work with the edition of it that is to be cited: the one asked for, else the one that is cited for it. */
  cited(id: string, recordId?: string): Promise<{ work: WorkDetail; record: WorkRecord } | undefined>;
  /** Of each of these works the edition that is cited for it. */
  citedRecords(ids: readonly string[]): Promise<WorkRecord[]>;
}

export function createDiscovery(
  catalogue: Pick<
    Catalogue,
    'readWorks' | 'workIdsOfPartition' | 'record' | 'records' | 'currentWorkId' | 'currentWorkIds'
  >,
): Discovery {
  /** Works by the ids they were asked by, in that order. */
  const askedWorks = async (ids: readonly string[]): Promise<{ asked: string; stored: StoredWork }[]> => {
    const current = await catalogue.currentWorkIds(ids);
    const stored = await catalogue.readWorks([...new Set(current.values())]);
    const byId = new Map(stored.map((work) => [work.id, work]));
    return [...current].flatMap(([asked, id]) => {
      const work = byId.get(id);
      return work ? [{ asked, stored: work }] : [];
    });
  };
  const currentWork = async (id: string): Promise<StoredWork | undefined> =>
    (await catalogue.readWorks([await catalogue.currentWorkId(id)]))[0];
  return {
    async workDetail(id) {
      const stored = await currentWork(id);
      return stored && detailWork(stored);
    },
    async cited(id, recordId) {
      const stored = await currentWork(id);
      const work = stored && detailWork(stored);
      const record = stored?.records.find(({ _id }) => _id === recordId) ?? citedRecord(stored?.records ?? []);
      return work && record && { work, record };
    },
    async record(id) {
      const record = await catalogue.record(id);
      return record?.suppressed ? undefined : record;
    },
    records: async (ids) => new Map((await catalogue.records(ids)).map((record) => [record._id, record])),
    workIds: catalogue.workIdsOfPartition,
    async works(ids) {
      return (await askedWorks(ids)).flatMap(({ asked, stored }) => {
        const summary = summariseWork(stored);
        return summary ? [{ ...summary, asked }] : [];
      });
    },
    async citedRecords(ids) {
      return (await askedWorks(ids)).flatMap(({ stored }) => citedRecord(stored.records) ?? []);
    },
  };
}
