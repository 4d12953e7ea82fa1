import { html, nothing, type TemplateResult } from 'lit';
import { icon, icons } from '../../icons.ts';
import { readerOf } from '../../messages/messages.ts';
import { facetOrder, facetTable, isFiltered, lastPage, noWish, searchAddress, searchParameters, unfiltered } from '../../search/address.ts'; // prettier-ignore
import { homeOf } from '../../search/home.ts';
import { linkParameters } from '../../search/links.ts';
import type { SearchState } from '../../search/state.ts';
import '../lastu-facet/lastu-facet.ts';
import '../lastu-filters/lastu-filters.ts';
import '../lastu-pager/lastu-pager.ts';
import '../lastu-places/lastu-places.ts';
import '../lastu-result/lastu-result.ts';
import '../lastu-search-box/lastu-search-box.ts';
import '../lastu-sort/lastu-sort.ts';

/** What the search widget shows of a state: the same parts as the search page, fewer of them, on somebody else's page. */
export function searchPart(state: SearchState): TemplateResult {
  const { wish, locale, links, result } = state;
  const { t } = readerOf(locale);
  const kept = { ...wish, q: noWish.q, in: noWish.in, page: 1, after: undefined };
  return html`<lastu-search-box
      lang=${locale}
      size="small"
      exportparts="input,button,suggestions"
      .base=${links.base}
      .value=${wish.q}
      .keep=${[...searchParameters(kept), ...linkParameters({ home: links.home })]}
    ></lastu-search-box>
    <div class="layout">
      ${state.failure ? nothing : filters(state)}
      <section part="results" aria-labelledby="results-title" aria-busy=${state.loading ? 'true' : 'false'}>
        <div class="head">
          <h2 id="results-title" tabindex="-1">${titleOf(state)} <span role="status">${statusOf(state)}</span></h2>
          ${result?.total ? html`<lastu-sort lang=${locale} .wish=${wish} .links=${links}></lastu-sort>` : nothing}
        </div>
        <lastu-filters
          class="chips"
          lang=${locale}
          .wish=${wish}
          .facets=${result?.facets}
          .links=${links}
        ></lastu-filters>
        ${
          result?.suggestion
            ? html`<p>
                ${t('results.didYouMean')}
                <a href=${searchAddress({ ...wish, q: result.suggestion, page: 1 }, links)}>${result.suggestion}</a>?
              </p>`
            : nothing
        }
        ${body(state)}
      </section>
    </div>`;
}

function body(state: SearchState): TemplateResult | typeof nothing {
  const { wish, locale, links, result, failure, loading } = state;
  const { t } = readerOf(locale);
  if (failure)
    return html`<p>${t(`problem.${failure}.text`)}</p>
      <p><a class="action" href=${searchAddress({ ...wish, page: 1 }, links)}>${t('problem.retry')}</a></p>`;
  if (loading || !result)
    return html`<div class="skeleton" aria-hidden="true">${[1, 2, 3].map(() => html`<div><i></i><b></b></div>`)}</div>`;
  if (result.total === 0) {
    const filtered = isFiltered(wish);
    return html`<p>${filtered || wish.q === '' ? t('results.noneFiltered') : t('results.noneFor', { q: wish.q })}</p>
      <p>
        ${
          filtered
            ? html`<a href=${searchAddress(unfiltered(wish), links)}>${t('results.tryUnfiltered')}</a>`
            : t('results.trySpelling')
        }
      </p>`;
  }
  const own = homeOf(wish, links.home, locale);
  return html`<ol start=${(wish.page - 1) * wish.size + 1}>
      ${result.items.map(
        (work) =>
          html`<li>
            <lastu-result exportparts="title" lang=${locale} .work=${work} .home=${own} .links=${links}></lastu-result>
          </li>`,
      )}
    </ol>
    <lastu-pager lang=${locale} .wish=${wish} .total=${result.total} .links=${links}></lastu-pager>`;
}

function filters({ wish, locale, links, result }: SearchState): TemplateResult {
  const { t } = readerOf(locale);
  return html`<details class="filters" part="filters">
    <summary>${t('filters.title')} ${icon(icons.down)}</summary>
    <p>
      <a
        class="available"
        href=${searchAddress({ ...wish, available: !wish.available, page: 1, after: undefined }, links)}
        aria-current=${wish.available ? 'true' : nothing}
        ><span>${wish.available ? icon(icons.check) : nothing}</span>${t('filters.available')}${
          wish.available ? html`<span class="unseen">, ${t('filters.selected')}</span>` : nothing
        }</a
      >
    </p>
    ${facetOrder.map((name) =>
      name === 'branch'
        ? nothing
        : name === 'municipality'
          ? html`<lastu-places
              lang=${locale}
              .municipalities=${result?.facets.municipality ?? []}
              .branches=${result?.facets.branch ?? []}
              .wish=${wish}
              .links=${links}
            ></lastu-places>`
          : html`<lastu-facet
              lang=${locale}
              facet=${name}
              ?open=${facetTable[name].open}
              .values=${result?.facets[name] ?? []}
              .wish=${wish}
              .links=${links}
            ></lastu-facet>`,
    )}
  </details>`;
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
