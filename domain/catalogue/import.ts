import type { ChangeLine } from '../changes/change-line.ts';
import { storeDrafts } from './import-batch.ts';
import { tallyOf, type Drafted } from './import-drafts.ts';
import { problemsOf, type Heard, type ImportReports } from './import-reports.ts';
import type { Decisions } from './decisions/service.ts';
import type { ImportReport } from './import-schema.ts';
import type { ReadRecord } from './marc/read.ts';
import type { Sources } from './sources.ts';
import type { CatalogueRepository } from './repository.ts';

export interface ImportDeps {
  readonly repository: CatalogueRepository;
  readonly reports: ImportReports;
  readonly changes: ChangeLine;
  readonly decisions: Pick<Decisions, 'join' | 'finish' | 'bringHome'>;
  readonly sources: Pick<Sources, 'defaultsOf'>;
}

export interface Carrying {
  readonly records: AsyncIterable<ReadRecord> | Iterable<ReadRecord>;
  /** Called after each batch, before how far it has come is stored. */
  readonly onProgress?: (report: ImportReport) => void;
  /** Stops after the batch in hand. */
  readonly signal?: AbortSignal;
  /** Records read, derived and written at a time; bounds memory, and how long nothing else is done. */
  readonly batchSize?: number;
}

export interface ImportOptions extends Carrying {
  /** Where the records come from: part of their ids, so that the same control number of two sources stays two records. */
  readonly source: string;
  /** Name for the report. */
  readonly file: string;
}

/** How carrying on an import ended: `stop` and `lost` as `Heard`, `interrupted` by the signal. */
export type Carried = 'end' | 'interrupted' | Exclude<Heard, 'go on'>;

/**
 * Imports records as they are read. One that is broken never stops it and is never dropped silently: it is kept in the
 * report with its bytes, place and reason.
 *
 * @returns the report, which is stored and kept up to date from the first record on
 * @throws what the database throws; the report then says `failed`, and what had landed stays
 */
export async function importRecords(options: ImportOptions, deps: ImportDeps): Promise<ImportReport> {
  const { source, file } = options;
  const report = await deps.reports.begin({ source, file, kind: 'file' });
  try {
    report.status = (await carryOn(report, options, deps)) === 'end' ? 'done' : 'stopped';
  } catch (error) {
    report.status = 'failed';
    report.error = error instanceof Error ? error.message : String(error);
    throw error;
  } finally {
    report.finishedAt = new Date();
    await deps.reports.save(report).catch(() => undefined);
  }
  return report;
}

/**
 * Carries an import on from where its report says that it has come to: `records` are those of the whole file. The next batch
 * is read and derived while the one before is being written. A batch whose writer died before saying so is written again,
 * which changes nothing but that its records count as unchanged.
 */
export async function carryOn(report: ImportReport, carrying: Carrying, deps: ImportDeps): Promise<Carried> {
  const { records, onProgress, signal, batchSize = 500 } = carrying;
  const { decisions } = deps;
  const defaults = await deps.sources.defaultsOf(report.source);
  let writing: Promise<Heard> = Promise.resolve('go on');
  let batch: ReadRecord[] = [];
  const flush = async () => {
    const drafted = tallyOf(batch, report.source, defaults);
    batch = [];
    const heard = await writing;
    if (heard !== 'go on') return heard;
    writing = takeIn(drafted, report, deps).then(() => {
      onProgress?.(report);
      return deps.reports.save(report);
    });
    writing.catch(() => undefined); // reported by whoever awaits it next
    return heard;
  };

  try {
    await decisions.finish();
    await decisions.bringHome();
    let passed = report.counts.read;
    for await (const record of records) {
      if (signal?.aborted) break;
      if (passed > 0) passed -= 1;
      else if (batch.push(record) === batchSize) {
        const heard = await flush();
        if (heard !== 'go on') return heard;
      }
    }
    const heard = await flush();
    if (heard !== 'go on') return heard;
    const last = await writing;
    return last === 'lost' ? last : signal?.aborted ? 'interrupted' : 'end';
  } finally {
    await writing.catch(() => undefined);
  }
}

/** Writes a batch, and counts it in the report. */
export async function takeIn({ seen, drafts, counts, reasons }: Drafted, report: ImportReport, deps: ImportDeps) {
  await deps.reports.keepProblems(seen.flatMap((one) => problemsOf(report._id, one)));
  const stored = await storeDrafts(drafts, deps);
  const all = report.counts;
  report.counts = {
    ...all,
    read: all.read + counts.read,
    broken: all.broken + counts.broken,
    warned: all.warned + counts.warned,
    repeated: all.repeated + counts.repeated,
    added: all.added + stored.added,
    changed: all.changed + stored.changed,
    unchanged: all.unchanged + stored.unchanged,
  };
  for (const [reason, count] of reasons) report.reasons[reason] = (report.reasons[reason] ?? 0) + count;
}
