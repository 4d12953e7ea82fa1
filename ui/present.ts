import './messages/all.ts';
import type { Locale } from '../config/locales.ts';
import type { FacetName, FacetValue, SearchResult } from '../domain/discovery/schema.ts';
import { facetLabel } from './labels.ts';
import type { ListedResult } from './search/state.ts';

/** A result whose facet values carry their labels in a language. Pure: `services.search` gives the values alone. */
export function labelled(result: SearchResult, locale: Locale): SearchResult {
  const facets = Object.entries(result.facets) as [FacetName, FacetValue[]][];
  return {
    ...result,
    facets: Object.fromEntries(
      facets.map(([name, values]) => [
        name,
        values.map((one) => ({ ...one, label: facetLabel(name, one.value, locale) })),
      ]),
    ),
  };
}

/** Of a result what the search page shows, so that its state stays small beside the page. */
export function listed({ total, items, facets, suggestion }: SearchResult): ListedResult {
  return {
    total,
    facets,
    ...(suggestion !== undefined && { suggestion }),
    items: items.map(({ id, title, authors, yearFrom, yearTo, formats, languages, availability }) => ({
      id,
      title,
      authors,
      yearFrom,
      yearTo,
      formats,
      languages,
      availability,
    })),
  };
}
