import { z } from 'zod';
import { Standing } from '../moderation/schema.ts';
import { line, lines } from '../written-text.ts';

/** One to five, in half stars. */
export const Stars = z.number().min(1).max(5).multipleOf(0.5);
export const allStars = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5] as const;

/** What a patron thinks of a work, in stars: one of each patron and work. */
export const Rating = z.object({
  /** Of patron and work: see `voiceId`. */
  _id: z.string(),
  /** The work as it was known when this was said; it may have been merged into another since. */
  work: z.string(),
  patron: z.string(),
  stars: Stars,
  at: z.date(),
});
export type Rating = z.infer<typeof Rating>;

/** What is written in a review; the text in the Markdown of `ui/markdown.ts`. */
export const ReviewText = z.object({
  title: line(200).default(''),
  text: lines(10_000).min(1),
  /** It tells how the story goes: readers unfold it. */
  spoiler: z.boolean().default(false),
  /** ISO 639-1. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .default('fi'),
});
export type ReviewText = z.infer<typeof ReviewText>;

/** Versions before the present one that are kept; the oldest go. */
export const mostVersions = 100;

/** One of each patron and work. `version` counts what was written; the texts before are its history. */
export const Review = ReviewText.extend({
  _id: z.string(),
  version: z.int(),
  work: z.string(),
  patron: z.string(),
  standing: Standing,
  createdAt: z.date(),
  changedAt: z.date(),
  /** Its author has taken it back; it can be brought again for a day. */
  withdrawnAt: z.date().optional(),
  history: z.array(ReviewText.extend({ version: z.int(), at: z.date() })),
});
export type Review = z.infer<typeof Review>;

/** Somebody was helped by a review: one of each patron and review. */
export interface HelpfulVote {
  readonly _id: string;
  readonly review: string;
  readonly patron: string;
  readonly at: Date;
}

/** Ratings of a work together. */
export const RatingSummary = z.object({
  count: z.int(),
  /** Of the stars; absent without ratings. */
  average: z.number().optional(),
  /** How many gave one star (and a half), two, … five. */
  spread: z.array(z.int()).length(5),
});
export type RatingSummary = z.infer<typeof RatingSummary>;
