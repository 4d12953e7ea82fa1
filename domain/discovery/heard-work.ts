import type { StoredWork } from '../catalogue/schema.ts';

/** What readers say of a work, as far as it is found, sorted and shown by it. */
export interface Voices {
  readonly rating?: {
    readonly count: number;
    readonly average: number;
    /** How they like it beside any other work, which is 1: see `domain/reviews/decisions.ts`. */
    readonly liking: number;
  };
  /** What reviews and tips say of it. */
  readonly reviews: readonly { readonly text: string; readonly language: string }[];
  /** Keys of their words for it, the most given first. */
  readonly tags: readonly string[];
}

/** A work with what readers say of it; nothing of that where nobody has said anything. */
export interface HeardWork extends StoredWork {
  readonly voices?: Voices;
}
