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
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** One run of an import, kept for staff. */
export const ImportReport = z.object({
  _id: z.string(),
  source: z.string(),
  /** Where the records came from, as the operator named it. */
  file: z.string(),
  /** `stopped`: by an operator; `failed`: by an error of ours, told in `error`. What had landed by then stays. */
  status: z.enum(['running', 'done', 'stopped', 'failed']),
  startedAt: z.date(),
  finishedAt: z.date().optional(),
  counts: ImportCounts,
  /** How often each reason, of breakage or warning, was met. */
  reasons: z.record(z.string(), z.int()),
  error: z.string().optional(),
});
export type ImportReport = z.infer<typeof ImportReport>;

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
});
