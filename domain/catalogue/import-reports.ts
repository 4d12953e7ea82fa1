import { randomUUID } from 'node:crypto';
import { Binary, type Collection, type Db } from 'mongodb';
import { noCounts, type ImportProblem, type ImportReport } from './import-schema.ts';
import type { ReadRecord } from './marc/read.ts';

export interface ImportReports {
  ensureIndexes(): Promise<void>;
  begin(given: Pick<ImportReport, 'source' | 'file'>): Promise<ImportReport>;
  save(report: ImportReport): Promise<void>;
  keepProblems(problems: readonly ImportProblem[]): Promise<void>;
  find(id: string): Promise<ImportReport | undefined>;
  /** The newest first. */
  latest(limit: number): Promise<ImportReport[]>;
  problems(importId: string): Promise<ImportProblem[]>;
}

export function importReports(database: Db): ImportReports {
  const reports: Collection<ImportReport> = database.collection('imports');
  const problems: Collection<ImportProblem> = database.collection('importProblems');
  return {
    async ensureIndexes() {
      await problems.createIndex({ importId: 1 });
    },
    async begin(given) {
      const startedAt = new Date();
      const report: ImportReport = {
        _id: `${startedAt.toISOString()}-${randomUUID().slice(0, 8)}`,
        ...given,
        status: 'running',
        startedAt,
        counts: noCounts(),
        reasons: {},
      };
      await reports.insertOne(report);
      return report;
    },
    async save({ _id, ...report }) {
      await reports.updateOne({ _id }, { $set: report });
    },
    async keepProblems(found) {
      // one by one where they are large: together they might be more than a message may hold
      for (const problem of found) await problems.insertOne(problem);
    },
    async find(id) {
      return (await reports.findOne({ _id: id })) ?? undefined;
    },
    async latest(limit) {
      const all = await reports.find().toArray();
      return all.toSorted((a, b) => (a._id < b._id ? 1 : -1)).slice(0, limit);
    },
    async problems(importId) {
      const found = await problems.find({ importId }).toArray();
      return found.toSorted((a, b) => a.index - b.index);
    },
  };
}

const bytesKept = 1_000_000;

/** What an import report keeps of a finding: all that is broken, and records that lost something on the way in. */
export function problemsOf(importId: string, found: ReadRecord): ImportProblem[] {
  const kept = (index: number, position: number, bytes: Uint8Array, length: number) => ({
    _id: randomUUID(),
    importId,
    index,
    position,
    length,
    bytes: new Binary(Buffer.from(bytes.subarray(0, bytesKept))),
  });
  if ('problem' in found) {
    const { reason, message, index, position, bytes, length } = found.problem;
    return [{ ...kept(index, position, bytes, length), kind: 'broken', reason, message }];
  }
  const { index, position, bytes, warnings } = found;
  return warnings
    .filter((one) => one.lossy)
    .map(({ reason, message }) => ({
      ...kept(index, position, bytes, bytes.length),
      kind: 'warning',
      reason,
      message,
    }));
}
