import { z } from 'zod';

/** What staff may weigh: where a word is found, how readers like a work, how much it is borrowed, and how new it is. */
export const weighedThings = ['title', 'author', 'subject', 'series', 'liking', 'loans', 'newness'] as const;
export type WeighedThing = (typeof weighedThings)[number];

/**
 * Steps from "much less" to "much more"; 0 is as the house has measured it to be best. There are few and they are small, so that
 * no choice makes the search useless.
 */
export const steps = [-2, -1, 0, 1, 2] as const;
const Step = z.union(steps.map((step) => z.literal(step)));

export const SearchWeights = z.strictObject({
  title: Step,
  author: Step,
  subject: Step,
  series: Step,
  liking: Step,
  loans: Step,
  /** New works count nothing for being new unless this is more than 0. */
  newness: z.union([z.literal(0), z.literal(1), z.literal(2)]),
});
export type SearchWeights = z.infer<typeof SearchWeights>;

/** As the house has measured it. */
export const plainWeights: SearchWeights = {
  title: 0,
  author: 0,
  subject: 0,
  series: 0,
  liking: 0,
  loans: 0,
  newness: 0,
};

/** Weights as they were put to use. Versions are numbered from 1 on and never change; the last is the one in use. */
export const WeightVersion = z.object({
  _id: z.int().min(1),
  weights: SearchWeights,
  by: z.string(),
  at: z.date(),
  note: z.string().optional(),
  /** The version whose weights were taken again. */
  restores: z.int().optional(),
});
export type WeightVersion = z.infer<typeof WeightVersion>;
