import { z } from 'zod';
import type { Locale } from '../../config/locales.ts';
import type { SearchQuery } from '../discovery/schema.ts';
import { line } from '../written-text.ts';

/** Most saved searches of a patron. */
export const mostSavedSearches = 100;

/** How news of a search comes: a letter, or a feed that the patron's own reader looks at. */
export const channels = ['email', 'feed'] as const;
export const cadences = ['daily', 'weekly'] as const;
export const Cadence = z.enum(cadences);
export type Cadence = z.infer<typeof Cadence>;

/** The search itself, as its address says it, without what only concerns a page of its results. */
export type SavedWish = Omit<SearchQuery, 'page' | 'size' | 'after' | 'facets' | 'lang'>;

/** What a search is saved without. */
export function savedWish({
  page: _page,
  size: _size,
  after: _after,
  facets: _facets,
  lang: _lang,
  ...wish
}: SearchQuery): SavedWish {
  // prettier-ignore
  return wish;
}

/** What a patron decides of a saved search. */
export const SavedSearchText = z.object({
  name: line(200).min(1),
  channel: z.enum(channels).default('email'),
  cadence: Cadence.default('weekly'),
});
export type SavedSearchText = z.infer<typeof SavedSearchText>;

/** A search that somebody wants to hear of: run over what has come into the catalogue, at its times. */
export interface SavedSearch extends SavedSearchText {
  readonly _id: string;
  readonly version: number;
  readonly patron: string;
  readonly language: Locale;
  readonly wish: SavedWish;
  readonly state: 'active' | 'paused';
  readonly createdAt: Date;
  /** What came before this is no news: it was there when the search was saved, or nobody wanted to hear of it. */
  readonly from: Date;
  /** What came until then has been looked through. */
  readonly since: Date;
  readonly nextAt: Date;
  /** Parts of secret addresses: of its feed, and of the one that stops its letters. */
  readonly feedKey: string;
  readonly stopKey: string;
  /** Where it was deleted: it can be had back for a while. */
  readonly deletedAt?: Date | undefined;
}

/** An edition that came and that a search found: found once, whoever looks. */
export interface Finding {
  /** `<search>:<record>`. */
  readonly _id: string;
  readonly search: string;
  readonly patron: string;
  readonly record: string;
  readonly work: string;
  readonly foundAt: Date;
  /** To be told by letter: so it was wanted when it was found. */
  readonly byLetter: boolean;
}
