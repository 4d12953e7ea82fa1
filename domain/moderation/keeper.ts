import type { Standing, VoiceKind } from './schema.ts';

/** A text as staff judge it. */
export interface KeptText {
  readonly id: string;
  /** Raised whenever what it says changes: what staff decide is about what they have read. */
  readonly version: number;
  /** Absent once that account was deleted. */
  readonly author: string | undefined;
  readonly municipality: string;
  /** The name it is written under. */
  readonly byline: string;
  readonly title: string;
  /** As it was written, Markdown where its kind takes that. */
  readonly text: string;
  /** What it said before its writer changed it, the last first, where that is kept. */
  readonly earlier?: readonly { readonly title: string; readonly text: string; readonly at: Date }[];
  /** What it belongs to, by its title, and the path of the page where it stands. */
  readonly about: { readonly title: string; readonly address: string };
  readonly writtenAt: Date;
  readonly standing: Standing;
}

/**
 * Whoever keeps texts of a kind, and with each its standing: moderation reads and moves it through this, and keeps no copy. A
 * move that changes what the index says of a work goes through `recordChange` there.
 */
export interface TextKeeper {
  find(id: string): Promise<KeptText | undefined>;
  /** Those that stand so, by `standing.since`: the first to wait first; those after an instant where it is given. */
  standing(state: Standing['state'], page: { after?: Date | undefined; most: number }): Promise<KeptText[]>;
  /**
   * Gives a text another standing, by one conditional write: false where it is not at that version any more, or does not stand as
   * it was read (`standing.state` and `standing.since`). The version stays: what the text says has not changed.
   */
  move(read: Pick<KeptText, 'id' | 'version' | 'standing'>, standing: Standing): Promise<boolean>;
}

/**
 * Which document is still as it was read, for a conditional write: of its keeper's `move`, and of a change by its writer as well,
 * lest that undoes what staff have decided meanwhile.
 */
export const asRead = ({ id, version, standing: { state, since } }: Pick<KeptText, 'id' | 'version' | 'standing'>) => ({
  _id: id,
  version,
  'standing.state': state,
  'standing.since': since,
});

/** A kind without one is not moderated. */
export type TextKeepers = Readonly<Partial<Record<VoiceKind, TextKeeper>>>;
