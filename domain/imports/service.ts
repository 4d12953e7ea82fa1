import type { Db } from 'mongodb';
import type { Outbound } from '../../config/outbound.ts';
import type { Catalogue } from '../catalogue/service.ts';
import type { ImportProblem, ImportReport } from '../catalogue/import-schema.ts';
import { importFiles } from './files.ts';
import { sampleOf, wrongFile, type Sample, type WrongFileReason } from './preview.ts';
import { createRunner, silentMs, type ImportStep, type RunOptions } from './run.ts';

/** Imports that staff ask for and workers carry out, whoever of them dies meanwhile. */
export interface Imports {
  /** Takes a file in as it comes; it is `prepared` then. @throws FileTooLarge, WrongFile: nothing is kept then */
  upload(given: UploadedFile): Promise<ImportReport>;
  /** Has a worker fetch a file; it is `prepared` then. @throws ForbiddenAddress */
  fetch(given: { readonly source: string; readonly url: string; readonly by: string }): Promise<ImportReport>;
  /** The largest file that is taken, in bytes. */
  readonly mostBytes: number;
  /** Has a worker carry out something that needs no file. */
  ask(given: AskedImport): Promise<ImportReport>;
  /** The same for a worker that will carry it out itself: others take it only when that one has gone silent. */
  askFor(worker: string, given: AskedImport): Promise<ImportReport>;
  /** What a prepared import would make of its first records; undefined where its file is not there any more. */
  sample(id: string): Promise<Sample | undefined>;
  /** The prepared import is to be taken; undefined where it is not prepared. */
  start(id: string): Promise<ImportReport | undefined>;
  /** Ends it after the batch in hand; what has landed stays. Undefined where it has ended already. */
  stop(id: string): Promise<ImportReport | undefined>;
  /** Forgets an import that has ended or was never taken, with its file and its problems. False where it is under way. */
  remove(id: string): Promise<boolean>;
  find(id: string): Promise<ImportReport | undefined>;
  /** The newest first. */
  latest(limit: number): Promise<ImportReport[]>;
  problems(id: string, page?: { readonly after?: number; readonly size?: number }): Promise<ImportProblem[]>;
  /** See `domain/catalogue/retry-problem.ts`. */
  readonly retry: Catalogue['retryProblem'];
  /** Carries an import on, for workers: as far as it comes before the signal. */
  run(id: string, options: RunOptions): Promise<void>;
  /** Imports that wait for a worker, or have lost theirs. */
  due(): Promise<string[]>;
  /** Removes files that nobody has taken for a week, and reports of a year. */
  tidy(now?: Date): Promise<void>;
}

interface UploadedFile {
  readonly source: string;
  readonly name: string;
  readonly by: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

type AskedImport = Pick<ImportReport, 'kind' | 'source' | 'file'> &
  Partial<Pick<ImportReport, 'harvest' | 'by' | 'url'>>;

/** A file that no record can be had from. */
export class WrongFile extends Error {
  override readonly name = 'WrongFile';
  readonly reason: WrongFileReason;
  constructor(reason: WrongFileReason) {
    super(reason);
    this.reason = reason;
  }
}

export interface ImportsDeps {
  readonly database: Db;
  readonly catalogue: Pick<Catalogue, 'carryOn' | 'imports' | 'retryProblem' | 'sources'>;
  readonly outbound: Outbound;
  /** Tells the workers of imports that wait. Losing a call delays them, no more. */
  readonly wake: (ids: readonly string[]) => Promise<void>;
  /** How kinds are carried out that need no file. */
  readonly steps: Readonly<Partial<Record<NonNullable<ImportReport['kind']>, ImportStep>>>;
  readonly mostBytes: number;
  readonly checkUrl: (url: string) => unknown;
}

const dayMs = 24 * 60 * 60_000;
const filesKeptMs = 7 * dayMs;
const reportsKeptMs = 365 * dayMs;

export function createImports(deps: ImportsDeps): Imports {
  const { database, catalogue, wake, mostBytes, checkUrl } = deps;
  const reports = catalogue.imports;
  const files = importFiles(database, { mostBytes });
  const { run } = createRunner({ ...deps, files });
  const woken = (report: ImportReport | undefined) => {
    if (report) void wake([report._id]).catch(() => undefined); // without Redis it would never come back
    return report;
  };
  const forget = async (id: string) => {
    await files.remove(id);
    await reports.remove(id);
  };

  return {
    mostBytes,

    async upload({ source, name, by, bytes }) {
      const { _id: id } = await reports.begin({ kind: 'file', source, file: name, by, status: 'fetching' });
      try {
        const size = await files.keep(id, bytes);
        const wrong = wrongFile(await sampleOf(files.read(id), source));
        if (wrong) throw new WrongFile(wrong);
        const ready = await reports.turn(id, ['fetching'], { status: 'prepared', bytes: size });
        if (!ready) throw new Error(`${id} has been removed meanwhile`);
        return ready;
      } catch (error) {
        await forget(id);
        throw error;
      }
    },

    async fetch({ source, url, by }) {
      checkUrl(url);
      const { pathname, host } = new URL(url);
      const file = pathname.split('/').at(-1) || host;
      const report = await reports.begin({ kind: 'url', source, file, url, by, status: 'fetching', resumable: true });
      woken(report);
      return report;
    },

    async ask(given) {
      const report = await reports.begin({ ...given, status: 'waiting', resumable: true });
      woken(report);
      return report;
    },

    askFor: (worker, given) =>
      reports.begin({ ...given, status: 'waiting', resumable: true, worker, beatAt: new Date() }),

    async sample(id) {
      const report = await reports.find(id);
      return report?.status === 'prepared'
        ? sampleOf(files.read(id), report.source, await catalogue.sources.defaultsOf(report.source))
        : undefined;
    },

    start: async (id) =>
      woken(await reports.turn(id, ['prepared'], { status: 'waiting', resumable: true, beatAt: new Date(0) })),

    async stop(id) {
      const waiting = await reports.turn(id, ['waiting'], { status: 'stopped', finishedAt: new Date() });
      if (waiting) {
        await files.remove(id);
        return waiting;
      }
      return reports.turn(id, ['running', 'fetching'], { stopRequested: true });
    },

    async remove(id) {
      const report = await reports.find(id);
      if (report && ['waiting', 'running', 'fetching'].includes(report.status)) return false;
      await forget(id);
      return true;
    },

    find: (id) => reports.find(id),
    latest: (limit) => reports.latest(limit),
    retry: catalogue.retryProblem,
    problems: (id, page) => reports.problems(id, page),
    run,
    due: () => reports.due(new Date(Date.now() - silentMs)),

    async tidy(now = new Date()) {
      for (const report of await reports.endedBefore(new Date(now.getTime() - filesKeptMs))) {
        const isOld = now.getTime() - report.startedAt.getTime() > reportsKeptMs;
        if (isOld || report.status === 'prepared' || report.status === 'fetching') await forget(report._id);
        else await files.remove(report._id);
      }
    },
  };
}
