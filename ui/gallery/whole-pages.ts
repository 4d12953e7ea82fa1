import type { TemplateResult } from 'lit';
import type { Reader } from '../messages/messages.ts';
import { frontPage } from '../pages/front-page.ts';
import { problemPage, type Problem } from '../pages/problem-page.ts';
import { searchPage } from '../pages/search-page.ts';
import { noWish } from '../search/address.ts';
import type { ListedResult, SearchState } from '../search/state.ts';
import type { State } from './exhibit.ts';
import { branches, long, ordinary, places, several, subjects, values } from './samples.ts';

export interface WholePage {
  readonly kind: 'front' | 'search' | 'problem';
  readonly state: State;
  /** It has filters to skip to. */
  readonly filters?: boolean;
  readonly main: (reader: Reader) => TemplateResult;
}

const facets: ListedResult['facets'] = {
  format: [{ value: 'book', label: 'Kirja', count: 2_000, selected: false }],
  municipality: places,
  branch: branches,
  subject: values(subjects),
};
const found = (items: ListedResult['items'], total = items.length): ListedResult => ({
  total,
  items,
  matched: 'all',
  facets: total === 0 ? {} : facets,
});

const search = (state: State, given: Partial<SearchState>): WholePage => ({
  kind: 'search',
  state,
  filters: given.failure === undefined,
  main: ({ locale }) => searchPage({ locale, wish: { ...noWish, q: 'kissa' }, links: { home: 'heinola' }, ...given }),
});
const problem = (state: State, name: Problem, status: number): WholePage => ({
  kind: 'problem',
  state,
  main: (reader) => problemPage(reader, { problem: name, status, address: '/' }),
});

/** Pages in the states that a reader meets seldom, by the last part of their address in the gallery. */
export const wholePages: ReadonlyMap<string, WholePage> = new Map(
  Object.entries({
    'search-empty': search('empty', { wish: { ...noWish, q: 'xyzzyx' }, result: found([]) }),
    'search-one': search('one', { result: found([ordinary]) }),
    'search-many': search('many', { result: found([ordinary, ...several], 12_345) }),
    'search-covers': search('many', { result: found([ordinary, ...several], 7), links: { view: 'grid' } }),
    'search-long': search('long', { wish: { ...noWish, q: long.title }, result: found([long, long]) }),
    'search-loading': search('loading', { loading: true, result: found([ordinary]) }),
    'search-unavailable': search('refused', { failure: 'unavailable' }),
    'search-offline': search('offline', { failure: 'offline' }),
    'search-failed': search('failed', { failure: 'failed' }),
    'search-beyond': search('refused', { failure: 'beyond' }),
    'front-partial': {
      kind: 'front',
      state: 'partial',
      main: (reader) => frontPage({ reader, municipality: 'sysma', rows: [[], [], []] }),
    },
    'problem-missing': problem('empty', 'missing', 404),
    'problem-failed': problem('failed', 'failed', 500),
    'problem-unavailable': problem('refused', 'unavailable', 503),
  } satisfies Record<string, WholePage>),
);
