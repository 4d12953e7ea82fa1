import type { Locale } from '../../config/locales.ts';
import { branchById, branches } from '../../config/region/branches.ts';
import { municipalities } from '../../config/region/municipalities.ts';
import { municipalitiesOfBranch } from '../../config/region/region.ts';
import type { Availability } from '../../domain/discovery/schema.ts';
import { branchName, municipalityName } from '../labels.ts';
import { readerOf } from '../messages/messages.ts';
import type { Wish } from './state.ts';

/** The libraries a reader calls their own: what they chose as a filter, else the home kept in the address. */
export interface Home {
  readonly name: string;
  readonly branches: readonly string[];
}

/** Nothing where the reader has chosen no library. */
export function homeOf(wish: Pick<Wish, 'branch' | 'municipality'>, home: string | undefined, locale: Locale) {
  if (wish.branch.length > 0) return placesOf(wish.branch, locale, branchName, (id) => [id]);
  if (wish.municipality.length > 0) return placesOf(wish.municipality, locale, municipalityName, branchesOf);
  const place = placeOf(home);
  if (place?.kind === 'municipality') return placesOf([place.id], locale, municipalityName, branchesOf);
  return place && placesOf([place.id], locale, branchName, (id) => [id]);
}

/** A place that a reader may call their own. */
export interface Place {
  readonly kind: 'municipality' | 'branch';
  readonly id: string;
}

/**
 * The place that a home means: a municipality or a branch. Main libraries have the id of their municipality, so that one alone is
 * told by `lahti-main`. Nothing where the region does not know it.
 */
export function placeOf(home: string | undefined): Place | undefined {
  if (home === undefined) return undefined;
  if (isMunicipality(home)) return { kind: 'municipality', id: home };
  const id = home.endsWith(main) ? home.slice(0, -main.length) : home;
  return branchById(id) && { kind: 'branch', id };
}

/** The home that means a branch. */
export const homeOfBranch = (id: string): string => (isMunicipality(id) ? `${id}${main}` : id);

export const homeName = (home: string, locale: Locale): string =>
  homeOf({ branch: [], municipality: [] }, home, locale)?.name ?? home;

const main = '-main';

/** The municipality whose colours a page wears: the only one chosen, or the reader's home. */
export function themeOf(municipality: readonly string[], home: string | undefined): string | undefined {
  const [only, ...others] = municipality;
  if (only !== undefined && others.length === 0 && isMunicipality(only)) return only;
  const place = placeOf(home);
  return place?.kind === 'branch' ? branchById(place.id)?.municipality : place?.id;
}

export const isMunicipality = (id: string): boolean => municipalities.some((one) => one.id === id);

/** Branches that count for a municipality, those of municipalities that have become part of it included. */
export const branchesOf = (municipality: string): string[] =>
  branches.filter(({ id }) => municipalitiesOfBranch(id).includes(municipality)).map(({ id }) => id);

/** Copies in the reader's own libraries, and in the rest of the region. */
export interface Standing {
  readonly here?: { readonly total: number; readonly available: number } | undefined;
  readonly elsewhere: { readonly total: number; readonly available: number; readonly branches: number };
}

export function standingOf(availability: Availability, home: Home | undefined): Standing {
  const mine = availability.branches.filter(({ branch }) => home?.branches.includes(branch));
  const others = availability.branches.filter(({ branch }) => !home?.branches.includes(branch));
  const elsewhere = { ...summed(others), branches: others.filter(({ available }) => available > 0).length };
  return home ? { here: summed(mine), elsewhere } : { elsewhere };
}

const summed = (branches: Availability['branches']) => ({
  total: branches.reduce((sum, { total }) => sum + total, 0),
  available: branches.reduce((sum, { available }) => sum + available, 0),
});

function placesOf(
  ids: readonly string[],
  locale: Locale,
  nameOf: (id: string, locale: Locale) => string,
  branchesFor: (id: string) => string[],
): Home {
  const [first = '', ...others] = ids;
  const name = others.length === 0 ? nameOf(first, locale) : readerOf(locale).t('availability.chosen');
  return { name, branches: ids.flatMap(branchesFor) };
}
