import { randomUUID } from 'node:crypto';
import { Binary, type Collection, type Db, type Filter } from 'mongodb';
import { insertMissing } from '../insertion.ts';
import { noCounts, type ImportProblem, type ImportReport } from './import-schema.ts';
import type { ReadRecord } from './marc/read.ts';

/** What whoever saves a report learns: `stop` where somebody has asked for that, `lost` where another worker has it now. */
export type Heard = 'go on' | 'stop' | 'lost';

export type ReportStart = Pick<ImportReport, 'source' | 'file'> & Partial<Omit<ImportReport, '_id' | 'startedAt'>>;

export interface ImportReports {
  ensureIndexes(): Promise<void>;
  /** `running` where nothing else is said. */
  begin(given: ReportStart): Promise<ImportReport>;
  /** Stores how far it has come, and that somebody is still at it. */
  save(report: ImportReport): Promise<Heard>;
  /** Keeps what was not kept yet: telling it twice changes nothing. */
  keepProblems(problems: readonly ImportProblem[]): Promise<void>;
  find(id: string): Promise<ImportReport | undefined>;
  /** The newest first. */
  latest(limit: number): Promise<ImportReport[]>;
  /** In the order of the file, from running number `after` on. */
  problems(importId: string, page?: { readonly after?: number; readonly size?: number }): Promise<ImportProblem[]>;
  /** A broken record is in the catalogue after all: it is forgotten, and counted as what became of it. */
  resolve(
    problem: ImportProblem,
    counts: Pick<ImportReport['counts'], 'added' | 'changed' | 'unchanged'>,
  ): Promise<void>;
  /** Changes an import that is in one of these states; undefined where it is not any more. */
  turn(
    id: string,
    from: readonly ImportReport['status'][],
    to: Partial<ImportReport>,
  ): Promise<ImportReport | undefined>;
  /** Makes an import one's own that waits, whose worker has been silent since `silentSince`, or that is one's own already. */
  claim(id: string, worker: string, silentSince: Date): Promise<ImportReport | undefined>;
  /** Imports that wait for a worker, or have lost theirs, the first first. */
  due(silentSince: Date): Promise<string[]>;
  /** Says that a worker is still at it. */
  beat(id: string, worker: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Begun before this instant, and ended or left lying since. */
  endedBefore(instant: Date): Promise<ImportReport[]>;
}

export function importReports(database: Db): ImportReports {
  const reports: Collection<ImportReport> = database.collection('imports');
  const problems: Collection<ImportProblem> = database.collection('importProblems');
  const waiting: Filter<ImportReport> = { resumable: true, status: { $in: ['waiting', 'fetching', 'running'] } };
  const orphans = (silentSince: Date) => [{ beatAt: { $exists: false } }, { beatAt: { $lte: silentSince } }];
  return {
    async ensureIndexes() {
      await problems.createIndex({ importId: 1, index: 1 });
      await reports.createIndex({ status: 1 });
    },
    async begin(given) {
      const startedAt = new Date();
      const report: ImportReport = {
        _id: `${startedAt.toISOString()}-${randomUUID().slice(0, 8)}`,
        status: 'running',
        startedAt,
        counts: noCounts(),
        reasons: {},
        ...given,
      };
      await reports.insertOne(report);
      return report;
    },
    async save(report) {
      const { _id, worker, status, counts, reasons, rate, consumed, harvest, partitions, checkpoint } = report;
      const { error, finishedAt, failures } = report;
      report.beatAt = new Date();
      const told = {
        status,
        counts,
        reasons,
        rate,
        consumed,
        harvest,
        partitions,
        checkpoint,
        error,
        finishedAt,
        failures,
      };
      const saved = await reports.findOneAndUpdate(
        { _id, ...(worker !== undefined && { worker }) },
        { $set: { ...told, beatAt: report.beatAt } },
        { projection: { stopRequested: 1 } },
      );
      return saved === null ? 'lost' : saved.stopRequested ? 'stop' : 'go on';
    },
    async keepProblems(found) {
      // one by one where they are large: together they might be more than a message may hold
      for (const problem of found) await insertMissing(problems, [problem]);
    },
    async find(id) {
      return (await reports.findOne({ _id: id })) ?? undefined;
    },
    async latest(limit) {
      const all = await reports.find().toArray();
      return all.toSorted((a, b) => (a._id < b._id ? 1 : -1)).slice(0, limit);
    },
    problems: (importId, { after = 0, size = Number.MAX_SAFE_INTEGER } = {}) =>
      problems
        .find({ importId, index: { $gte: after } })
        .sort({ index: 1 })
        .limit(Math.min(size, 2 ** 31 - 1))
        .toArray(),
    async resolve({ _id, importId, reason }, { added, changed, unchanged }) {
      if ((await problems.deleteOne({ _id })).deletedCount === 0) return;
      const counts = { 'counts.broken': -1, 'counts.added': added, 'counts.changed': changed, 'counts.unchanged': unchanged }; // prettier-ignore
      await reports.updateOne({ _id: importId }, { $inc: { ...counts, [`reasons.${reason}`]: -1 } });
    },
    async turn(id, from, to) {
      const filter = { _id: id, status: { $in: [...from] } };
      return (await reports.findOneAndUpdate(filter, { $set: to }, { returnDocument: 'after' })) ?? undefined;
    },
    async claim(id, worker, silentSince) {
      return (
        (await reports.findOneAndUpdate(
          { _id: id, ...waiting, $or: [...orphans(silentSince), { worker }] },
          { $set: { worker, beatAt: new Date() } },
          { returnDocument: 'after' },
        )) ?? undefined
      );
    },
    async due(silentSince) {
      const found = await reports.find({ ...waiting, $or: orphans(silentSince) }, { projection: { _id: 1 } }).toArray();
      return found.map(({ _id }) => _id).toSorted();
    },
    async beat(id, worker) {
      await reports.updateOne({ _id: id, worker }, { $set: { beatAt: new Date() } });
    },
    async remove(id) {
      await problems.deleteMany({ importId: id });
      await reports.deleteOne({ _id: id });
    },
    endedBefore: (instant) =>
      reports
        .find({
          startedAt: { $lte: instant },
          $or: [
            { status: { $in: ['prepared', 'done', 'stopped', 'failed'] } },
            { status: 'fetching', resumable: { $exists: false } },
          ],
        })
        .toArray(),
  };
}

const bytesKept = 1_000_000;

/** What an import report keeps of a finding: all that is broken, and records that lost something on the way in. */
export function problemsOf(importId: string, found: ReadRecord): ImportProblem[] {
  const kept = (index: number, position: number, bytes: Uint8Array, length: number, reason: string) => ({
    _id: `${importId}.${index}.${reason}`,
    importId,
    index,
    position,
    length,
    reason,
    bytes: new Binary(Buffer.from(bytes.subarray(0, bytesKept))),
  });
  if ('problem' in found) {
    const { reason, message, index, position, bytes, length } = found.problem;
    return [{ ...kept(index, position, bytes, length, reason), kind: 'broken', message }];
  }
  const { index, position, bytes, warnings } = found;
  return warnings
    .filter((one) => one.lossy)
    .map(({ reason, message }) => ({
      ...kept(index, position, bytes, bytes.length, reason),
      kind: 'warning',
      message,
    }));
}
