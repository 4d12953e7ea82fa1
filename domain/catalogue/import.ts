import type { ChangeLine } from '../changes/change-line.ts';
import { draftRecord, storeDrafts, type RecordDraft } from './import-batch.ts';
import { problemsOf, type ImportReports } from './import-reports.ts';
import type { Decisions } from './decisions/service.ts';
import type { ImportReport } from './import-schema.ts';
import { brokenReasons, type BrokenReason } from './marc/problems.ts';
import type { ReadRecord } from './marc/read.ts';
import type { CatalogueRepository } from './repository.ts';
import type { Marc } from './schema.ts';

export interface ImportOptions {
  /** Where the records come from: part of their ids, so that the same control number of two sources stays two records. */
  readonly source: string;
  /** Name for the report. */
  readonly file: string;
  readonly records: AsyncIterable<ReadRecord> | Iterable<ReadRecord>;
  readonly onProgress?: (report: ImportReport) => void;
  /** Stops after the batch in hand. */
  readonly signal?: AbortSignal;
}

interface Deps {
  readonly repository: CatalogueRepository;
  readonly reports: ImportReports;
  readonly changes: ChangeLine;
  readonly decisions: Pick<Decisions, 'join' | 'finish' | 'bringHome'>;
}

/** Records read, derived and written at a time; bounds memory. */
const batchSize = 500;

/**
 * Imports records as they are read. One that is broken never stops it and is never dropped silently: it is kept in the
 * report with its bytes, place and reason. The next batch is read and derived while the one before is being written.
 *
 * @returns the report, which is stored and kept up to date from the first record on
 * @throws what the database throws; the report then says `failed`, and what had landed stays
 */
export async function importRecords(options: ImportOptions, deps: Deps): Promise<ImportReport> {
  const { source, file, records, onProgress, signal } = options;
  const { reports, decisions } = deps;
  const report = await reports.begin({ source, file });
  let writing = Promise.resolve();
  let batch: ReadRecord[] = [];

  const write = async (found: readonly ReadRecord[], drafts: readonly RecordDraft[]) => {
    await reports.keepProblems(found.flatMap((one) => problemsOf(report._id, one)));
    const { added, changed, unchanged } = await storeDrafts(drafts, deps);
    report.counts.added += added;
    report.counts.changed += changed;
    report.counts.unchanged += unchanged;
    await reports.save(report);
    onProgress?.(report);
  };
  const flush = async () => {
    const found = batch;
    batch = [];
    const { drafts, seen } = draftBatch(found, source, report);
    await writing;
    writing = write(seen, drafts);
    writing.catch(() => undefined); // reported by whoever awaits it next
  };

  try {
    await decisions.finish();
    await decisions.bringHome();
    for await (const record of records) {
      if (signal?.aborted) break;
      if (batch.push(record) === batchSize) await flush();
    }
    await flush();
    await writing;
    report.status = signal?.aborted ? 'stopped' : 'done';
  } catch (error) {
    report.status = 'failed';
    report.error = error instanceof Error ? error.message : String(error);
    throw error;
  } finally {
    await writing.catch(() => undefined);
    report.finishedAt = new Date();
    await reports.save(report).catch(() => undefined);
  }
  return report;
}

/** Counts a batch and makes drafts of what is sound in it; of those with one id, the last counts. */
function draftBatch(
  found: readonly ReadRecord[],
  source: string,
  { counts, reasons }: ImportReport,
): { drafts: RecordDraft[]; seen: ReadRecord[] } {
  const count = (reason: string) => (reasons[reason] = (reasons[reason] ?? 0) + 1);
  const drafts = new Map<string, RecordDraft>();
  const seen: ReadRecord[] = [];
  for (const record of found) {
    counts.read += 1;
    const drafted = 'problem' in record ? record : draftOrProblem(record, source);
    if ('problem' in drafted) {
      counts.broken += 1;
      count(drafted.problem.reason);
      seen.push(drafted);
      continue;
    }
    if (drafts.has(drafted.id)) counts.repeated += 1;
    drafts.set(drafted.id, drafted);
    if ('warnings' in record && record.warnings.length > 0) {
      counts.warned += 1;
      for (const { reason } of record.warnings) count(reason);
      seen.push(record);
    }
  }
  return { drafts: [...drafts.values()], seen };
}

type Sound = Exclude<ReadRecord, { problem: unknown }>;
type Broken = Extract<ReadRecord, { problem: unknown }>;

function draftOrProblem(record: Sound, source: string): RecordDraft | Broken {
  if (!isBibliographic(record.marc)) return refused(record, 'not-bibliographic');
  try {
    return draftRecord(record.marc, source);
  } catch (error) {
    return refused(record, 'not-stored', error instanceof Error ? error.message : String(error));
  }
}

/** MARC 21, leader/06: authority (z), classification (w), community (q) and holdings (u, v, x, y) records have letters of their own. */
const isBibliographic = ({ leader }: Marc) => !/^[quvwxyz]$/.test(leader.charAt(6));

function refused({ index, position, bytes }: Sound, reason: BrokenReason, detail?: string): Broken {
  const message = detail ? `${brokenReasons[reason]}: ${detail}` : brokenReasons[reason];
  return { problem: { reason, message, index, position, bytes, length: bytes.length } };
}
