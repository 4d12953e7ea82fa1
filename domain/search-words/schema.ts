import { z } from 'zod';

/** A month, `2026-11`. */
export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

/**
 * How often words were searched for in a month, and nothing of who did. An occasion is a quarter of an hour in which somebody did,
 * however often: who types the same again and again is one.
 */
export const CountedWords = z.object({
  /** `<month>|<words>` */
  _id: z.string(),
  month: Month,
  words: z.string(),
  occasions: z.int(),
  /** Those of them in which nothing had the words just as they were typed. */
  unfound: z.int(),
  /** Occasions by the day of the month: `d25`. */
  days: z.record(z.string(), z.int()),
  /** The last quarters of an hour that were counted, since 1970. */
  slot: z.int(),
  unfoundSlot: z.int(),
  forgetAt: z.date(),
});
export type CountedWords = z.infer<typeof CountedWords>;

/**
 * Words are told to nobody before they were searched for on so many occasions, on more than one day; until then they are what
 * one person may have typed, and are forgotten within a month.
 */
export const fewestOccasions = 5;
export const fewestDays = 2;

/** What staff see of words. */
export const WordsRow = z.object({
  words: z.string(),
  occasions: z.int(),
  unfound: z.int(),
  /** Occasions in the month before; absent where they were too few to be told. */
  before: z.int().optional(),
});
export type WordsRow = z.infer<typeof WordsRow>;

export const WordsReport = z.object({
  month: Month,
  /** What was searched for most, the most first. */
  popular: z.array(WordsRow),
  /** What was searched for and not found as it was typed, the most first. */
  unfound: z.array(WordsRow),
});
export type WordsReport = z.infer<typeof WordsReport>;
