import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../elements/lastu-pager/lastu-pager.ts';
import '../elements/lastu-memory-button/lastu-memory-button.ts';
import '../elements/lastu-result/lastu-result.ts';
import { readerOf } from '../messages/messages.ts';
import { isFiltered, searchAddress, unfiltered } from '../search/address.ts';
import { homeOf } from '../search/home.ts';
import type { Failure, ListedResult, SearchState } from '../search/state.ts';
import { failureText } from './problem-page.ts';

/** What a search has found, or why there is nothing to show and what one can do next. */
export function resultsPart(state: SearchState): TemplateResult {
  if (state.failure) return failed(state, state.failure);
  if (state.loading || !state.result) return skeleton(state);
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
            ></lastu-result
            ><lastu-memory-button compact lang=${locale} .work=${work}></lastu-memory-button>
          </li>`,
      )}
    </ol>
    <lastu-pager lang=${locale} .wish=${wish} .total=${total} .links=${links}></lastu-pager>
  `;
}

function empty({ wish, locale, links }: SearchState): TemplateResult {
  const { t } = readerOf(locale);
  const filtered = isFiltered(wish);
  const way = (address: string, words: string) => html`<li><a href=${address}>${words}</a></li>`;
  return html`
    <div class="empty">
      <p class="lead">${filtered || wish.q === '' ? t('results.noneFiltered') : t('results.noneFor', { q: wish.q })}</p>
      <h2>${t('results.tryTitle')}</h2>
      <ul>
        ${wish.available ? way(searchAddress({ ...wish, available: false, page: 1 }, links), t('results.tryLoaned')) : nothing}
        ${filtered ? way(searchAddress(unfiltered(wish), links), t('results.tryUnfiltered')) : nothing}
        ${wish.in === 'all' ? nothing : way(searchAddress({ ...wish, in: 'all', page: 1 }, links), t('results.tryAll'))}
        ${
          wish.q === ''
            ? nothing
            : html`<li>${t('results.trySpelling')}</li>
                <li>${t('results.tryFewer')}</li>`
        }
        ${way(searchAddress({ sort: 'popular' }, links), t('results.tryPopular'))}
      </ul>
    </div>
  `;
}

function failed({ wish, locale, links }: SearchState, failure: Failure): TemplateResult {
  const { t } = readerOf(locale);
  const again = failure === 'beyond' || failure === 'invalid' ? { ...wish, page: 1, after: undefined } : wish;
  return html`
    <div class="empty">
      <p class="lead" role="alert">${failureText(failure, t)}</p>
      <p><a class="action" href=${searchAddress(again, links)}>${t('problem.retry')}</a></p>
    </div>
  `;
}

function skeleton({ links }: SearchState): TemplateResult {
  return html`<div class=${links.view === 'grid' ? 'skeleton grid' : 'skeleton'} aria-hidden="true">
    ${[0, 1, 2, 3, 4].map(() => html`<div><i></i><b></b><b></b><b></b></div>`)}
  </div>`;
}
