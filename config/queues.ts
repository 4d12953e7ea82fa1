import { z } from 'zod';

/** Queue names and the payloads of their jobs. Jobs carry ids only and are idempotent: running one twice changes nothing. */
export const queueNames = { index: 'index', notices: 'notices', imports: 'imports' } as const;

/** How many jobs were done and failed is counted by the minute, for an hour. */
export const keptMetrics = { maxDataPoints: 60 } as const;

/** The works are spread over this many partitions by a hash of their id; each is drained by one job at a time. */
export const partitionCount = 16;

export const DrainJob = z.object({
  partition: z
    .int()
    .min(0)
    .max(partitionCount - 1),
});
export type DrainJob = z.infer<typeof DrainJob>;

/** A letter to be sent: it is read, and what it says is looked up, when it is. */
export const NoticeJob = z.object({ letter: z.string() });
export type NoticeJob = z.infer<typeof NoticeJob>;

/** An import to be carried on from where its report says that it has come to. */
export const ImportJob = z.object({ import: z.string() });
export type ImportJob = z.infer<typeof ImportJob>;
