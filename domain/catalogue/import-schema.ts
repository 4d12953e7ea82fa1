import type { Binary } from 'mongodb';
import { z } from 'zod';

/** What became of the records of one import. `broken` ones were kept as problems; all others are in the catalogue. */
export const ImportCounts = z.object({
  /** Records and broken stretches found. */
  read: z.int(),
  added: z.int(),
  changed: z.int(),
  /** Stored already, just as they are. */
  unchanged: z.int(),
  /** Found again later in the same file, which counts. */
  repeated: z.int(),
  broken: z.int(),
  /** Landed, though something about them was odd. */
  warned: z.int(),
  /** Taken out of the catalogue, as the source has deleted them. */
  withdrawn: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** A source's name, which is part of its records' ids. */
export const sourceId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/);

/** Where records came from: a file, an address, an OAI-PMH repository, or the catalogue itself, whose records are derived anew. */
export const importKinds = ['file', 'url', 'harvest', 'rederivation'] as const;

/**
 * `fetching`: a worker brings the file from its address; `prepared`: staff look at a sample of it and have not decided;
 * `waiting`: for a worker; `stopped`: by whoever asked for that; `failed`: by an error of ours, told in `error`. What had
 * landed by then stays.
 */
export const importStatuses = ['fetching', 'prepared', 'waiting', 'running', 'done', 'stopped', 'failed'] as const;

/** One import, kept for staff. */
export const ImportReport = z.object({
  _id: z.string(),
  kind: z.enum(importKinds).optional(),
  source: z.string(),
  /** Where the records came from, as the operator named it. */
  file: z.string(),
  url: z.string().optional(),
  /** Account of who asked for it; absent for the operator at the command line. */
  by: z.string().optional(),
  status: z.enum(importStatuses),
  startedAt: z.date(),
  finishedAt: z.date().optional(),
  counts: ImportCounts,
  /** How often each reason, of breakage or warning, was met. */
  reasons: z.record(z.string(), z.int()),
  error: z.string().optional(),
  /** Size of the file and how much of it has been read, in bytes. */
  bytes: z.int().optional(),
  consumed: z.int().optional(),
  /** Records a second, of late. */
  rate: z.number().optional(),

  /** True where workers carry it on whoever dies over it. */
  resumable: z.literal(true).optional(),
  /** Who is at it, and when it said so last: one that has been silent for long is taken for dead. */
  worker: z.string().optional(),
  beatAt: z.date().optional(),
  /** How often in a row it has ended in an error, to be tried again. */
  failures: z.int().optional(),
  stopRequested: z.literal(true).optional(),

  /** How far a harvest has come: enough to go on from there. See `domain/harvest`. */
  harvest: z
    .object({
      setting: z.string().optional(),
      set: z.string().optional(),
      metadataPrefix: z.string(),
      /** Of the request: dates of change, as the repository writes them. */
      from: z.string().optional(),
      until: z.string().optional(),
      token: z.string().optional(),
      /** Date of the first answer: the next harvest begins there. */
      began: z.string().optional(),
      /** How many records the repository says there are. */
      size: z.int().optional(),
      /** How often the list had to be begun anew. */
      restarts: z.int().optional(),
    })
    .optional(),
  /** Partitions whose works have been derived anew. */
  partitions: z.int().optional(),
  /** What stood counted where it goes on from, should its worker die. */
  checkpoint: z.object({ counts: ImportCounts, reasons: z.record(z.string(), z.int()) }).optional(),
});
export type ImportReport = z.infer<typeof ImportReport>;
export type HarvestState = NonNullable<ImportReport['harvest']>;

/** A stretch of a file that gave no record, or not a whole one, with its bytes. */
export interface ImportProblem {
  readonly _id: string;
  readonly importId: string;
  readonly kind: 'broken' | 'warning';
  readonly reason: string;
  readonly message: string;
  /** Running number in the file, from 0. */
  readonly index: number;
  /** Offset in the decompressed file, in bytes. */
  readonly position: number;
  /** Length of the stretch in bytes; `bytes` holds its first megabyte. */
  readonly length: number;
  readonly bytes: Binary;
}

export const noCounts = (): ImportCounts => ({
  read: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  repeated: 0,
  broken: 0,
  warned: 0,
  withdrawn: 0,
});
