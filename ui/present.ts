import './messages/all.ts';
import type { Locale } from '../config/locales.ts';
import type { CountedName, FacetValue, SearchResult } from '../domain/discovery/schema.ts';
import { facetLabel } from './labels.ts';
import type { ListedResult } from './search/state.ts';

/**
 * A result whose facet values carry their labels in a language: those of subjects and genres come with the result, where
 * records tell them. Pure.
 */
export function labelled(result: SearchResult, locale: Locale): SearchResult {
  const facets = Object.entries(result.facets) as [CountedName, FacetValue[]][];
  return {
    ...result,
    facets: Object.fromEntries(facets.map(([name, values]) => [name, labelledValues(name, values, locale)])),
  };
}

export function labelledValues(name: CountedName, values: readonly FacetValue[], locale: Locale): FacetValue[] {
  return values.map((one) => {
    const label = facetLabel(name, one.value, locale);
    return label === one.value ? one : { ...one, label };
  });
}

/** Of a result what the search page shows, so that its state stays small beside the page. */
export function listed({ total, matched, items, facets, suggestion }: SearchResult): ListedResult {
  return {
    total,
    matched,
    facets,
    ...(suggestion !== undefined && { suggestion }),
    items: items.map(({ id, title, authors, yearFrom, yearTo, formats, languages, availability, rating }) => ({
      id,
      title,
      authors,
      yearFrom,
      yearTo,
      formats,
      languages,
      availability,
      rating,
    })),
  };
}
