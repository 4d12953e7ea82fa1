import { createHash } from 'node:crypto';
import type { Rating, RatingSummary, Review, ReviewText } from './schema.ts';
import { mostVersions } from './schema.ts';

/** Pure, all of this file. */

/** The id of what somebody says once of something: writing it twice is writing it once. It does not tell who it was. */
export const voiceId = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/** Of ratings, or reviews, that somebody left under ids that lead to one work today, the last counts. */
export function lastOfEach<T extends { readonly patron: string }>(all: readonly T[], at: (one: T) => Date): T[] {
  const last = new Map<string, T>();
  for (const one of all) {
    const known = last.get(one.patron);
    if (!known || at(one) >= at(known)) last.set(one.patron, one);
  }
  return [...last.values()];
}

export function summariseRatings(ratings: readonly Pick<Rating, 'stars'>[]): RatingSummary {
  const spread = [0, 0, 0, 0, 0];
  for (const { stars } of ratings) spread[Math.floor(stars) - 1] = (spread[Math.floor(stars) - 1] ?? 0) + 1;
  const sum = ratings.reduce((total, { stars }) => total + stars, 0); // halves: exact, in any order
  return { count: ratings.length, spread, ...(ratings.length > 0 && { average: sum / ratings.length }) };
}

/** As many ratings as count for the catalogue's own mean: a work's say outweighs it once they are more. */
export const priorRatings = 10;
/** The mean, until enough was said in the region itself. */
export const usualMean = 3.6;
export const enoughForMean = 200;

/**
 * How readers like a work beside any other of the catalogue: the Bayesian average of its ratings,
 * (C × m + sum) / (C + n), over the mean m of all ratings. 1 is as any other. One five does not outdo two hundred of 4.6.
 *
 * Source: the weighted rating that IMDb published for its list of the best films, (v ÷ (v+m)) × R + (m ÷ (v+m)) × C, is this
 * rule with m ratings for the prior.
 */
export function likingOf({ count, average = 0 }: Pick<RatingSummary, 'count' | 'average'>, mean: number): number {
  const bayesian = (priorRatings * mean + count * average) / (priorRatings + count);
  return Number((bayesian / mean).toFixed(4));
}

/** The mean to count with, in tenths: it moves seldom, as every rated work is indexed anew with it. */
export const meanOf = ({ count, average }: Pick<RatingSummary, 'count' | 'average'>): number =>
  average === undefined || count < enoughForMean ? usualMean : Math.round(average * 10) / 10;

/** The review with another text, the one before kept in its history. */
export function rewritten(before: Review, text: ReviewText, standing: Review['standing'], now: Date): Review {
  const { title, text: old, spoiler, language, version, changedAt: at } = before;
  return {
    ...before,
    ...text,
    standing,
    version: version + 1,
    changedAt: now,
    history: [...before.history, { title, text: old, spoiler, language, version, at }].slice(-mostVersions),
  };
}

export const saysTheSame = (review: Review, text: ReviewText): boolean =>
  review.title === text.title &&
  review.text === text.text &&
  review.spoiler === text.spoiler &&
  review.language === text.language;
