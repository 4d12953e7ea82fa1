import { html, nothing, type TemplateResult } from 'lit';
import '../elements/lastu-facet/lastu-facet.ts';
import '../elements/lastu-filter-sheet/lastu-filter-sheet.ts';
import { countFilters } from '../elements/lastu-filters/lastu-filters.ts';
import '../elements/lastu-library/lastu-library.ts';
import '../elements/lastu-places/lastu-places.ts';
import '../elements/lastu-years/lastu-years.ts';
import { facetOrder, facetTable } from '../search/address.ts';
import type { SearchState } from '../search/state.ts';

/**
 * All by which a search can be narrowed. Nothing where nothing has been counted: the search has failed before. The sheet has no
 * `tabindex`: a host with -1 takes all that is in it out of the way of Tab.
 */
export function filtersPart({ wish, locale, links, remembered, result, loading }: SearchState) {
  if (!result) return nothing;
  const { facets } = result;
  return html`<lastu-filter-sheet
    id="filters"
    lang=${locale}
    chosen=${countFilters(wish)}
    .total=${loading ? undefined : result.total}
  >
    <lastu-library lang=${locale} .wish=${wish} .links=${links} .remembered=${remembered}></lastu-library>
    ${facetOrder.map((name): TemplateResult | typeof nothing => {
      if (name === 'branch') return nothing;
      if (name !== 'municipality')
        return html`<lastu-facet
          lang=${locale}
          facet=${name}
          ?open=${facetTable[name].open}
          .values=${facets[name] ?? []}
          .wish=${wish}
          .links=${links}
        ></lastu-facet>`;
      return html`<lastu-places
        lang=${locale}
        .municipalities=${facets.municipality ?? []}
        .branches=${facets.branch ?? []}
        .wish=${wish}
        .links=${links}
      ></lastu-places>`;
    })}
    <lastu-years lang=${locale} .values=${facets.year ?? []} .wish=${wish} .links=${links}></lastu-years>
  </lastu-filter-sheet>`;
}
