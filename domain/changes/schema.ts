import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { partitionOf } from '../partition.ts';

/**
 * One row of the change line: the promise that a work's place in the index will follow what was written.
 * `open` until the write it announces is done, `ready` after it, `failed` once it has been tried too often.
 */
export const Change = z.object({
  _id: z.string(),
  workId: z.string(),
  partition: z.int(),
  state: z.enum(['open', 'ready', 'failed']),
  at: z.date(),
  /** Not to be tried again before this instant. */
  notBefore: z.date(),
  attempts: z.int(),
  /** Why the last attempt failed. */
  error: z.string().optional(),
});
export type Change = z.infer<typeof Change>;

/** After this long an `open` row's writer is taken for dead: its write happened or never will. */
export const openRowsExpireMs = 60_000;

/** A row that has failed this often waits for staff instead of being tried again. */
export const maximumAttempts = 5;

export function newChange(workId: string, state: Change['state']): Change {
  const now = new Date();
  return { _id: randomUUID(), workId, partition: partitionOf(workId), state, at: now, notBefore: now, attempts: 0 };
}
