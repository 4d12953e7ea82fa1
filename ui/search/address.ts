import type { FacetName, SearchQuery } from '../../domain/discovery/schema.ts';
import { linkParameters, type Links } from './links.ts';
import type { Wish } from './state.ts';

/**
 * The address of a search: the URL is the state of the search page, so reading and writing it is all there is to
 * navigation. Both are pure; reading never fails, and leaves out what no search can mean.
 */

export const noWish: Wish = {
  q: '', in: 'all', format: [], language: [], branch: [], municipality: [], audience: [], fiction: [], genre: [],
  subject: [], author: [], series: [], tag: [], available: false, sort: 'relevance', page: 1, size: 20,
}; // prettier-ignore

/** The facets in the order the page shows them, and which of them start open. */
export const facetTable: Readonly<Record<FacetName, { readonly open: boolean }>> = {
  format: { open: true },
  language: { open: true },
  municipality: { open: true },
  branch: { open: false },
  audience: { open: true },
  fiction: { open: false },
  genre: { open: false },
  subject: { open: false },
  author: { open: false },
  series: { open: false },
  tag: { open: false },
};
export const facetOrder = Object.keys(facetTable) as readonly FacetName[];

const sortTable: Record<SearchQuery['sort'], true> = {
  relevance: true, popular: true, arrivals: true, newest: true, oldest: true, title: true, author: true, rating: true,
}; // prettier-ignore
/** The orders a reader may choose. */
export const offeredSorts = Object.keys(sortTable) as SearchQuery['sort'][];

const scopeTable: Record<SearchQuery['in'], true> = {
  all: true, title: true, author: true, subject: true, series: true, isbn: true, shelfMark: true,
}; // prettier-ignore
export const scopes = Object.keys(scopeTable) as readonly SearchQuery['in'][];

/** Deepest hit that pages reach; the same as the domain's `deepestHit`. */
export const deepestHit = 10_000;
export const lastPage = ({ total, size }: { total: number; size: number }): number =>
  Math.max(1, Math.ceil(Math.min(total, deepestHit) / Math.max(1, size)));

/** The address of a search, the shortest that means it: what is left at its default is left out. `kept` may be the home alone. */
export function searchAddress(wish: Partial<Wish>, kept?: Links | string): string {
  const links: Links = typeof kept === 'string' ? { home: kept } : (kept ?? {});
  const parameters = searchParameters(wish);
  for (const [name, value] of linkParameters(links)) parameters.append(name, value);
  const query = parameters.toString();
  return `${links.base ?? ''}/search${query === '' ? '' : `?${query}`}`;
}

/** The parameters of a search as the API takes them. */
export function searchParameters(wish: Partial<Wish>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...noWish, ...wish })) {
    if (Array.isArray(value)) for (const one of value) parameters.append(name, one);
    else if (value !== undefined && value !== noWish[name as keyof Wish]) parameters.append(name, String(value));
  }
  return parameters;
}

/** The search an address means. */
export function readWish(parameters: URLSearchParams): Wish {
  const last = (name: string) => parameters.getAll(name).at(-1)?.trim() || undefined;
  const whole = (name: string) => (/^\d{1,4}$/.test(last(name) ?? '') ? Number(last(name)) : undefined);
  const sort = last('sort');
  const scope = last('in');
  const wish: Wish = {
    ...noWish,
    q: last('q') ?? '',
    in: scopes.find((one) => one === scope) ?? noWish.in,
    available: last('available') === 'true',
    sort: offeredSorts.find((one) => one === sort) ?? noWish.sort,
    page: Math.max(1, whole('page') ?? 1),
    size: Math.min(100, Math.max(1, whole('size') ?? noWish.size)),
    ...ordered({ yearFrom: whole('yearFrom'), yearTo: whole('yearTo') }),
  };
  const values = facetOrder.map((name) => [name, [...new Set(parameters.getAll(name))].filter((one) => one !== '')]);
  return { ...wish, ...Object.fromEntries(values) };
}

/** A span of years the right way round. */
function ordered({ yearFrom, yearTo }: Pick<Wish, 'yearFrom' | 'yearTo'>): Pick<Wish, 'yearFrom' | 'yearTo'> {
  const turned = yearFrom !== undefined && yearTo !== undefined && yearFrom > yearTo;
  return turned ? { yearFrom: yearTo, yearTo: yearFrom } : { yearFrom, yearTo };
}

/** The search with a value of a facet added, or taken away where it is chosen. Always from the first page. */
export function toggled(wish: Wish, facet: FacetName, value: string): Wish {
  const chosen: readonly string[] = wish[facet];
  const values = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...wish, [facet]: values, page: 1, after: undefined };
}

/** The search without any filter: only the words, where they are looked for, and the order. */
export const unfiltered = ({ q, in: scope, sort, size }: Wish): Wish => ({ ...noWish, q, in: scope, sort, size });

export const isFiltered = (wish: Wish): boolean =>
  wish.available ||
  wish.yearFrom !== undefined ||
  wish.yearTo !== undefined ||
  facetOrder.some((name) => wish[name].length > 0);
