import type { Phase } from './schema.ts';

/**
 * What patrons do by themselves, and which phase of their municipality it waits for. Searching and reading wait for none, nor
 * does what is anybody's right: to log in, see, export, change and delete what is kept of them, and to give up a hold.
 */
export const phaseOfAct = {
  placeHold: 'selfService',
  changeHold: 'selfService',
  renewLoan: 'selfService',
  payFees: 'selfService',
  /** Ratings, reviews, tags, comments, tips, shared lists. */
  takePart: 'community',
} as const satisfies Readonly<Record<string, Phase>>;
export type PatronAct = keyof typeof phaseOfAct;
