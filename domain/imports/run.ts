import type { Outbound } from '../../config/outbound.ts';
import type { Carried } from '../catalogue/import.ts';
import type { ImportReport } from '../catalogue/import-schema.ts';
import { readMarc } from '../catalogue/marc/read.ts';
import type { Catalogue } from '../catalogue/service.ts';
import { FileTooLarge, type ImportFiles } from './files.ts';

/** Carries out an import of some kind from where its report says that it has come to. */
export type ImportStep = (report: ImportReport, options: StepOptions) => Promise<Carried>;

export interface StepOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (report: ImportReport) => void;
}

export interface RunOptions {
  /** Name of whoever carries it out. */
  readonly worker: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (report: ImportReport) => void;
}

/** An error that trying again will not mend. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}

interface Deps {
  readonly catalogue: Pick<Catalogue, 'carryOn' | 'imports'>;
  readonly files: ImportFiles;
  readonly outbound: Outbound;
  readonly steps: Readonly<Partial<Record<NonNullable<ImportReport['kind']>, ImportStep>>>;
}

/** A worker that has said nothing for so long is taken for dead, and another one goes on. */
export const silentMs = 15_000;
const beatMs = 3_000;
const mostFailures = 5;
/** Small, so that a process which answers searches as well is not kept from it. */
const batchSize = 100;

export function createRunner({ catalogue, files, outbound, steps }: Deps) {
  const reports = catalogue.imports;

  async function fetchFile(report: ImportReport, { signal }: StepOptions): Promise<Carried> {
    const { body, status } = await outbound(report.url ?? '', { signal });
    if (status !== 200) {
      body.destroy();
      throw new ImportRefused(`${report.url} answers with ${status}`);
    }
    report.bytes = await files.keep(report._id, body);
    return 'end';
  }

  const carryFile: ImportStep = (report, { signal, onProgress }) => {
    async function* counted() {
      report.consumed = 0;
      for await (const chunk of files.read(report._id)) {
        report.consumed += chunk.length;
        yield chunk;
      }
    }
    return catalogue.carryOn(report, { records: readMarc(counted()), batchSize, signal, onProgress });
  };

  /** Runs an import, if nobody else does, until it ends, somebody asks for its end, or `signal` does. */
  async function run(id: string, { worker, signal, onProgress }: RunOptions): Promise<void> {
    const report = await reports.claim(id, worker, new Date(Date.now() - silentMs));
    if (!report) return;
    const isFetch = report.status === 'fetching';
    report.status = isFetch ? 'fetching' : 'running';
    const stopping = new AbortController();
    const tellRate = rateTeller();
    const options = {
      signal: AbortSignal.any([stopping.signal, ...(signal ? [signal] : [])]),
      onProgress: (one: ImportReport) => {
        tellRate(one);
        onProgress?.(one);
      },
    };
    const beating = setInterval(() => void beat().catch(() => undefined), beatMs);
    async function beat() {
      await reports.beat(id, worker);
      if ((await reports.find(id))?.stopRequested) stopping.abort();
    }
    try {
      const heard = await reports.save(report);
      const step = isFetch ? fetchFile : (steps[report.kind ?? 'file'] ?? carryFile);
      const carried = heard === 'go on' ? await step(report, options) : heard;
      if (carried === 'lost') return;
      if (carried === 'end' && isFetch) return void (await reports.turn(id, ['fetching'], { status: 'prepared', bytes: report.bytes ?? 0 })); // prettier-ignore
      if (carried === 'interrupted' && !stopping.signal.aborted) return await putBack(report);
      delete report.error;
      await end(report, carried === 'end' ? 'done' : 'stopped');
    } catch (error) {
      if (signal?.aborted) await putBack(report);
      else if (stopping.signal.aborted) await end(report, 'stopped');
      else await failed(report, error);
    } finally {
      clearInterval(beating);
    }
  }

  /** For another worker to go on with at once. */
  async function putBack({ _id, status }: ImportReport): Promise<void> {
    const next = status === 'running' ? 'waiting' : status;
    await reports.turn(_id, [status], { status: next, beatAt: new Date(0) });
  }

  async function end(report: ImportReport, status: 'done' | 'stopped' | 'failed'): Promise<void> {
    report.status = status;
    report.finishedAt = new Date();
    if ((await reports.save(report)) !== 'lost') await files.remove(report._id);
  }

  /** Tried again after a while, in case it was an engine that was away; the file is kept until it is given up. */
  async function failed(report: ImportReport, error: unknown): Promise<void> {
    report.error = error instanceof Error ? error.message : String(error);
    report.failures = (report.failures ?? 0) + 1;
    const isFinal = error instanceof ImportRefused || error instanceof FileTooLarge || report.failures >= mostFailures;
    if (isFinal || (error instanceof Error && error.name === 'ForbiddenAddress')) return end(report, 'failed');
    if (report.status === 'running') report.status = 'waiting';
    await reports.save(report);
  }

  return { run };
}

/** Writes into a report how many records a second it has read of late. */
function rateTeller(): (report: ImportReport) => void {
  let mark: { at: number; read: number } | undefined;
  return (report) => {
    const { read } = report.counts;
    const at = Date.now();
    if (!mark) mark = { at, read };
    else if (at - mark.at >= 1_000) {
      report.rate = Math.round(((read - mark.read) / (at - mark.at)) * 1_000);
      mark = { at, read };
    }
    report.failures = 0;
  };
}
