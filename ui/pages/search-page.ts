import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../elements/lastu-facet/lastu-facet.ts';
import '../elements/lastu-filters/lastu-filters.ts';
import '../elements/lastu-pager/lastu-pager.ts';
import '../elements/lastu-places/lastu-places.ts';
import '../elements/lastu-result/lastu-result.ts';
import '../elements/lastu-search-box/lastu-search-box.ts';
import '../elements/lastu-sort/lastu-sort.ts';
import '../elements/lastu-view/lastu-view.ts';
import { icon, icons } from '../icons.ts';
import { readerOf } from '../messages/messages.ts';
import {
  facetOrder,
  facetTable,
  isFiltered,
  lastPage,
  noWish,
  searchAddress,
  searchParameters,
  unfiltered,
} from '../search/address.ts';
import { homeOf } from '../search/home.ts';
import { linkParameters, type Links } from '../search/links.ts';
import type { Failure, ListedResult, SearchState, Wish } from '../search/state.ts';
import { failureText } from './problem-page.ts';
import { yearsPart } from './years-part.ts';

/**
 * The search page, from its state alone: the server draws it, the browser takes it over and draws it anew with every
 * search. What stands here is ordinary HTML in the page itself; the parts with a life of their own are elements.
 */
export function searchPage(state: SearchState): TemplateResult {
  const { wish, locale, links } = state;
  const { t } = readerOf(locale);
  return html`
    <div class="search-bar">
      <lastu-search-box
        lang=${locale}
        size="medium"
        .value=${wish.q}
        .scope=${wish.in}
        .keep=${hiddenFields(wish, links)}
      >
      </lastu-search-box>
    </div>
    <div class="search-layout">
      ${state.failure ? nothing : filters(state)}
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
            <p role="status" class="total">${statusOf(state)}</p>
          </div>
          ${
            state.result?.total
              ? html`<div class="arrange">
                  <lastu-sort lang=${locale} .wish=${wish} .links=${links}></lastu-sort>
                  <lastu-view lang=${locale} .wish=${wish} .links=${links}></lastu-view>
                </div>`
              : nothing
          }
        </div>
        <lastu-filters lang=${locale} .wish=${wish} .facets=${state.result?.facets} .links=${links}></lastu-filters>
        ${
          state.result?.suggestion
            ? html`<p class="suggestion">
                ${t('results.didYouMean')}
                <a href=${searchAddress({ ...wish, q: state.result.suggestion, page: 1 }, links)}
                  >${state.result.suggestion}</a
                >?
                ${state.result.matched === 'suggestion' && state.result.total > 0 ? t('results.meantShown') : nothing}
              </p>`
            : nothing
        }
        ${body(state)}
      </section>
    </div>
  `;
}

/** The words of the document's title: the search, then how much it found. */
export function searchTitle(state: SearchState): string {
  const { t } = readerOf(state.locale);
  return `${state.wish.q || t('results.everything')} – ${t('results.title')}`;
}

function body(state: SearchState): TemplateResult {
  if (state.failure) return failed(state, state.failure);
  if (state.loading || !state.result) return skeleton();
  return state.result.total === 0 ? empty(state) : found(state, state.result);
}

function found({ wish, locale, links, remembered }: SearchState, { items, total }: ListedResult): TemplateResult {
  const own = homeOf(wish, links.home ?? remembered, locale);
  return html`
    <ol class=${links.view === 'grid' ? 'works grid' : 'works'} start=${(wish.page - 1) * wish.size + 1}>
      ${repeat(
        items,
        (work) => work.id,
        (work) =>
          html`<li>
            <lastu-result
              lang=${locale}
              view=${links.view ?? nothing}
              .work=${work}
              .home=${own}
              .links=${links}
            ></lastu-result>
          </li>`,
      )}
    </ol>
    <lastu-pager lang=${locale} .wish=${wish} .total=${total} .links=${links}></lastu-pager>
  `;
}

function filters({ wish, locale, links, result }: SearchState): TemplateResult {
  const { t } = readerOf(locale);
  return html`
    <details class="filters" id="filters" tabindex="-1">
      <summary>${t('filters.title')} ${icon(icons.down)}</summary>
      <div class="filters-body">
        <h2>${t('filters.title')}</h2>
        <p class="available">
          <a
            href=${searchAddress({ ...wish, available: !wish.available, page: 1, after: undefined }, links)}
            rel="nofollow"
            class=${wish.available ? 'chosen' : ''}
            aria-current=${wish.available ? 'true' : nothing}
            ><span class="switch"></span>${t('filters.available')}${
              wish.available ? html`<span class="unseen">, ${t('filters.selected')}</span>` : nothing
            }</a
          >
        </p>
        ${facetOrder.map((name) =>
          name === 'municipality'
            ? html`<lastu-places
                lang=${locale}
                .municipalities=${result?.facets.municipality ?? []}
                .branches=${result?.facets.branch ?? []}
                .wish=${wish}
                .links=${links}
              ></lastu-places>`
            : name === 'branch'
              ? nothing
              : html`<lastu-facet
                  lang=${locale}
                  facet=${name}
                  ?open=${facetTable[name].open}
                  .values=${result?.facets[name] ?? []}
                  .wish=${wish}
                  .links=${links}
                ></lastu-facet>`,
        )}
        ${yearsPart(
          { wish, locale, links },
          result?.facets.year ?? [],
          hiddenFields({ ...wish, yearFrom: undefined, yearTo: undefined }, links, { words: true }),
        )}
      </div>
    </details>
  `;
}

function empty({ wish, locale, links }: SearchState): TemplateResult {
  const { t } = readerOf(locale);
  const filtered = isFiltered(wish);
  return html`
    <div class="empty">
      <p class="lead">${filtered || wish.q === '' ? t('results.noneFiltered') : t('results.noneFor', { q: wish.q })}</p>
      <h2>${t('results.tryTitle')}</h2>
      <ul>
        ${filtered ? html`<li><a href=${searchAddress(unfiltered(wish), links)}>${t('results.tryUnfiltered')}</a></li>` : nothing}
        ${wish.in === 'all' ? nothing : html`<li><a href=${searchAddress({ ...wish, in: 'all', page: 1 }, links)}>${t('results.tryAll')}</a></li>`}
        ${
          wish.q === ''
            ? nothing
            : html`<li>${t('results.trySpelling')}</li>
                <li>${t('results.tryFewer')}</li>`
        }
        <li><a href=${searchAddress({ sort: 'popular' }, links)}>${t('results.tryPopular')}</a></li>
      </ul>
    </div>
  `;
}

function failed({ wish, locale, links }: SearchState, failure: Failure): TemplateResult {
  const { t } = readerOf(locale);
  const again = failure === 'beyond' || failure === 'invalid' ? { ...wish, page: 1, after: undefined } : wish;
  return html`
    <div class="empty">
      <p class="lead">${failureText(failure, t)}</p>
      <p><a class="action" href=${searchAddress(again, links)}>${t('problem.retry')}</a></p>
    </div>
  `;
}

function skeleton(): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
    ${[0, 1, 2, 3, 4].map(() => html`<div><i></i><b></b><b></b><b></b></div>`)}
  </div>`;
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

/** What goes along unseen with a form of the page, so that a new search keeps filters, order, home and view. */
function hiddenFields(wish: Wish, links: Links, { words = false } = {}): [string, string][] {
  const kept: Partial<Wish> = words ? wish : { ...wish, q: noWish.q, in: noWish.in };
  return [...searchParameters({ ...kept, page: 1, after: undefined }), ...linkParameters(links)];
}
