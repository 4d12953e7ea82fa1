import { z } from 'zod';
import { municipalities } from '../../config/region/municipalities.ts';

/** What a reindex covers: everything, which makes a new index, or part of it, which is written anew where it stands. */
export const ReindexScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('full') }),
  z.strictObject({ kind: z.literal('source'), source: z.string().min(1).max(300) }),
  z.strictObject({
    kind: z.literal('municipality'),
    municipality: z
      .string()
      .refine((id) => municipalities.some((one) => one.id === id), 'is no municipality of the region'),
  }),
  z.strictObject({ kind: z.literal('query'), q: z.string().trim().min(1).max(1_000) }),
]);
export type ReindexScope = z.infer<typeof ReindexScope>;

/** What becomes of a new index that holds what it should: it serves at once, or waits until staff have looked at it. */
export const SwapMode = z.enum(['automatic', 'by-hand']);
export type SwapMode = z.infer<typeof SwapMode>;

export const ReindexStatus = z.enum([
  'running',
  'paused',
  'ready',
  'swapping',
  'done',
  'failed',
  'cancelled',
  'rolled-back',
]);
export type ReindexStatus = z.infer<typeof ReindexStatus>;

/** A work that differs between the serving index and what would be, or was, written. */
export const WorkDifference = z.object({
  work: z.string(),
  title: z.string(),
  change: z.enum(['new', 'changed', 'gone']),
  /** What readers would see differently, by field; empty where only what the work is found by has changed. */
  fields: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
});
export type WorkDifference = z.infer<typeof WorkDifference>;

/** A sample of works, compared one by one. */
const SampleDifference = z.object({
  works: z.int(),
  new: z.int(),
  changed: z.int(),
  gone: z.int(),
  examples: z.array(WorkDifference),
});
export type SampleDifference = z.infer<typeof SampleDifference>;

/** One watched search, asked of both indices. */
const SearchDifference = z.object({
  query: z.string(),
  totalBefore: z.int(),
  totalAfter: z.int(),
  /** nDCG of the first ten, where the search says what is wanted. */
  ndcgBefore: z.number().optional(),
  ndcgAfter: z.number().optional(),
  /** Titles that come among the first ten, and that leave them. */
  entered: z.array(z.string()),
  left: z.array(z.string()),
  /** Works among the first ten that stand elsewhere: their places from 1, absent where not among them. */
  moved: z.array(z.object({ title: z.string(), from: z.int().optional(), to: z.int().optional() })).default([]),
});

export const AnswerComparison = z.object({
  searches: z.int(),
  /** Searches whose first ten works stay as they were, in the same order. */
  same: z.int(),
  ndcgBefore: z.number().optional(),
  ndcgAfter: z.number().optional(),
  /** Those that differ, the worst first. */
  differences: z.array(SearchDifference),
});

/** The old index beside the new one, before the swap. */
export const IndexComparison = z.object({
  comparedAt: z.date(),
  works: z.object({ catalogue: z.int(), before: z.int().optional(), after: z.int(), pending: z.int() }),
  sample: SampleDifference,
  answers: AnswerComparison,
});
export type IndexComparison = z.infer<typeof IndexComparison>;

/** One run of a reindex, kept so that another process can take it up where a dead one left it. */
const ReindexRun = z.object({
  /** Its name; of a full one also that of the index it fills. */
  _id: z.string(),
  scope: ReindexScope,
  swap: SwapMode,
  status: ReindexStatus,
  /** 'works' until it has come to an end; a unique sparse field, so that there is one run at a time. */
  running: z.string().optional(),
  /** Account of who has started it; absent where the service did. */
  by: z.string().optional(),
  startedAt: z.date(),
  finishedAt: z.date().optional(),
  /** When its process last showed that it lives. */
  beatAt: z.date(),
  /** Which process works on it. */
  holder: z.string(),
  /** How often another process, or the same one later, has gone on with it. */
  resumed: z.int(),
  total: z.int(),
  written: z.int(),
  /** Works a second of late. */
  rate: z.number().optional(),
  /** Milliseconds of work so far, without pauses. */
  workedMs: z.number(),
  /** Partitions filled to the end. */
  done: z.array(z.int()),
  /** The last work written of partitions that are not: there it goes on. */
  reached: z.record(z.string(), z.string()),
  /** Works that could not be indexed; the first of them by name. */
  failed: z.int(),
  failures: z.array(z.object({ work: z.string(), records: z.array(z.string()), error: z.string() })),
  /** The version of the synonyms a full one's index is searched with. */
  synonyms: z.int().optional(),
  comparison: IndexComparison.optional(),
  replaced: z.string().optional(),
  error: z.string().optional(),
});
export type ReindexRun = z.infer<typeof ReindexRun>;

/** Why a reindex does not do what it was told, and what it found. */
export class ReindexRefused extends Error {
  override readonly name = 'ReindexRefused';
}
