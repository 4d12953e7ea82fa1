import { municipalitiesOfBranch } from '../../config/region/region.ts';
import type { CatalogueRecord, Item } from '../catalogue/schema.ts';
import { daysBetween, localDate } from '../local-date.ts';
import type { SavedSearch, SavedWish } from './schema.ts';

/** A record that came into the catalogue, by its head. */
export type Arrival = Pick<CatalogueRecord, '_id' | 'workId' | 'importedAt'>;

/** A copy bought longer before its record came is none that the library has just got: another catalogue was brought in. */
const longestOnTheWayDays = 90;
/** A record is stamped before it is stored: this long, storing a batch of them may take. */
const storingMs = 60 * 60_000;
/** What could not be indexed for so long is waited for no longer. */
const longestWaitMs = 30 * 24 * 60 * 60_000;

/**
 * Whether an edition itself is what a search asks for, whose work is known to fit. A new Finnish edition is no news to
 * whoever looks for Swedish ones, though the work has some. That copies are on the shelf is not asked: new ones seldom are.
 */
export function isNews(
  { edition, importedAt }: Pick<CatalogueRecord, 'edition' | 'importedAt'>,
  items: readonly Pick<Item, 'branch' | 'acquiredOn'>[],
  { format, language, branch, municipality, yearFrom = -Infinity, yearTo = Infinity }: SavedWish,
): boolean {
  const oneOf = (wanted: readonly string[], has: readonly string[]) => wanted.length === 0 || has.some((one) => wanted.includes(one)); // prettier-ignore
  const branches = items.map((item) => item.branch);
  const timely = yearFrom === -Infinity && yearTo === Infinity ? true : edition.year !== undefined && edition.year >= yearFrom && edition.year <= yearTo; // prettier-ignore
  return (
    timely &&
    oneOf(format, [edition.format]) &&
    oneOf(language, edition.languages) &&
    oneOf(branch, branches) &&
    oneOf(municipality, branches.flatMap(municipalitiesOfBranch)) &&
    !isOldStock(items, importedAt)
  );
}

function isOldStock(items: readonly Pick<Item, 'acquiredOn'>[], importedAt: Date): boolean {
  const [first] = items.flatMap(({ acquiredOn }) => acquiredOn ?? []).toSorted();
  return first !== undefined && daysBetween(first, localDate(importedAt)) > longestOnTheWayDays;
}

/** Whether what came at an instant is to be looked at: some of it twice rather than any of it never. */
export const isToBeLookedAt = ({ from, since }: Pick<SavedSearch, 'from' | 'since'>, importedAt: Date): boolean =>
  importedAt > from && importedAt.getTime() > since.getTime() - storingMs;

/** From when on arrivals are of interest to a search. */
export const earliestOf = ({ from, since }: Pick<SavedSearch, 'from' | 'since'>): Date =>
  new Date(Math.max(from.getTime(), since.getTime() - storingMs));

/**
 * Until when a search counts as looked through: until now, or until the first of what came and is not in the index yet. Pure.
 */
export function lookedUntil(arrivals: readonly Arrival[], unindexed: ReadonlySet<string>, now: Date): Date {
  const waiting = arrivals.filter(({ workId }) => unindexed.has(workId)).map(({ importedAt }) => importedAt.getTime());
  return new Date(Math.max(Math.min(now.getTime(), ...waiting), now.getTime() - longestWaitMs));
}
