import { html, nothing, type TemplateResult } from 'lit';
import '../elements/lastu-filters/lastu-filters.ts';
import '../elements/lastu-search-box/lastu-search-box.ts';
import '../elements/lastu-share/lastu-share.ts';
import '../elements/lastu-sort/lastu-sort.ts';
import '../elements/lastu-view/lastu-view.ts';
import { readerOf } from '../messages/messages.ts';
import { lastPage, noWish, searchAddress, searchParameters } from '../search/address.ts';
import { linkParameters } from '../search/links.ts';
import type { ListedResult, SearchState } from '../search/state.ts';
import { filtersPart } from './filters-part.ts';
import { resultsPart } from './results-part.ts';

/**
 * The search page, from its state alone: the server draws it, the browser takes it over and draws it anew with every
 * search. What stands here is ordinary HTML in the page itself; the parts with a life of their own are elements.
 */
export function searchPage(state: SearchState): TemplateResult {
  const { wish, locale, links, result } = state;
  return html`
    <div class="search-bar">
      <lastu-search-box
        lang=${locale}
        size="medium"
        recent
        .value=${wish.q}
        .scope=${wish.in}
        .keep=${keptFields(state)}
      >
      </lastu-search-box>
    </div>
    <div class="search-layout">
      ${filtersPart(state)}
      <section
        class="results"
        id="results"
        tabindex="-1"
        aria-labelledby="results-title"
        aria-busy=${state.loading ? 'true' : 'false'}
      >
        <div class="results-head">
          <div>
            <h1 id="results-title" tabindex="-1">${titleOf(state)}</h1>
            <p role="status" class="total">${statusOf(state) || nothing}</p>
            ${result && !state.failure ? html`<a class="watch" rel="nofollow" href=${`/account/searches/new${searchAddress(wish).slice(7)}`}>${readerOf(locale).t('results.watch')}</a>` : nothing}
          </div>
          ${result?.total && !state.failure ? arrangement(state) : nothing}
        </div>
        <lastu-filters lang=${locale} .wish=${wish} .facets=${result?.facets} .links=${links}></lastu-filters>
        ${state.undo === undefined ? nothing : undone(state.undo, state)}
        ${result && !state.failure ? wordsFound(state, result) : nothing} ${resultsPart(state)}
      </section>
    </div>
  `;
}

/** The words of the document's title: the search, then what it is. */
export function searchTitle(state: SearchState): string {
  const { t } = readerOf(state.locale);
  return `${state.wish.q || t('results.everything')} – ${t('results.title')}`;
}

function arrangement({ wish, locale, links }: SearchState): TemplateResult {
  const { t } = readerOf(locale);
  return html`<div class="arrange">
    <lastu-sort lang=${locale} .wish=${wish} .links=${links}></lastu-sort>
    <lastu-view lang=${locale} .wish=${wish} .links=${links}></lastu-view>
    <lastu-share
      lang=${locale}
      label=${t('share.search')}
      name=${wish.q || t('results.everything')}
      address=${searchAddress(wish, { view: links.view })}
    ></lastu-share>
  </div>`;
}

/** What was cleared can be had back. */
function undone(address: string, { locale }: SearchState): TemplateResult {
  const { t } = readerOf(locale);
  return html`<p class="undone">
    ${t('filters.cleared')} <a id="undo" href=${address}>${t('filters.undo')}</a>
    <span>${t('filters.undoHint')}</span>
  </p>`;
}

/** Where the works were not found by all the words typed: by which they were, and what may have been meant. */
function wordsFound({ wish, locale, links }: SearchState, { matched, suggestion, total }: ListedResult) {
  const { t } = readerOf(locale);
  const partly = matched === 'some' && total > 0 ? html`<p class="suggestion">${t('results.some')}</p>` : nothing;
  if (suggestion === undefined) return partly;
  return html`<p class="suggestion">
      ${t('results.didYouMean')}
      <a href=${searchAddress({ ...wish, q: suggestion, page: 1 }, links)}>${suggestion}</a>?
      ${matched === 'suggestion' && total > 0 ? t('results.meantShown') : nothing}
    </p>
    ${partly}`;
}

function titleOf({ wish, locale, failure }: SearchState): string {
  const { t } = readerOf(locale);
  if (failure) return t(`problem.${failure}.title`);
  return wish.q === '' ? t('results.everything') : t('results.query', { q: wish.q });
}

/** The total in words; the page besides, so that turning a page is announced too. */
function statusOf({ wish, locale, result, failure, loading }: SearchState): string {
  const { t } = readerOf(locale);
  if (failure) return '';
  if (loading || !result) return t('results.loading');
  if (result.total === 0) return t('results.none');
  const count = t('results.count', { n: result.total });
  const last = lastPage({ total: result.total, size: wish.size });
  return wish.page > 1 ? `${count}, ${t('results.page', { page: wish.page, last })}` : count;
}

/** What goes along unseen with the search box, so that a new search keeps filters, order, home and view. */
const keptFields = ({ wish, links }: SearchState): [string, string][] => [
  ...searchParameters({ ...wish, q: noWish.q, in: noWish.in, page: 1, after: undefined }),
  ...linkParameters(links),
];
