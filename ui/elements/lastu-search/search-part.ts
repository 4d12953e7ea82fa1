import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../../../config/locales.ts';
import { icon, icons } from '../../icons.ts';
import { readerOf } from '../../messages/messages.ts';
import { facetOrder, facetTable, isFiltered, lastPage, noWish, searchAddress, searchParameters, unfiltered } from '../../search/address.ts'; // prettier-ignore
import { homeOf } from '../../search/home.ts';
import { linkParameters, type Links } from '../../search/links.ts';
import type { ListedResult, Wish } from '../../search/state.ts';
import type { Answer } from '../answer-controller.ts';
import { answerPart } from '../answer-part.ts';
import '../lastu-facet/lastu-facet.ts';
import '../lastu-filters/lastu-filters.ts';
import '../lastu-pager/lastu-pager.ts';
import '../lastu-result/lastu-result.ts';
import '../lastu-search-box/lastu-search-box.ts';
import '../lastu-sort/lastu-sort.ts';

/** All that it is drawn from. */
interface Shown {
  readonly wish: Wish;
  readonly locale: Locale;
  readonly links: Links;
  readonly answer: Answer<ListedResult>;
  readonly isAsking: boolean;
  readonly retry: () => void;
}

/** What the search widget shows of a state: the same parts as the search page, fewer of them, on somebody else's page. */
export function searchPart(state: Shown): TemplateResult {
  const { wish, locale, links, answer } = state;
  const result = resultOf(answer);
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
      ${filters(state, result?.facets ?? {})}
      <section part="results" aria-labelledby="results-title" aria-busy=${state.isAsking ? 'true' : 'false'}>
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

function body({ wish, locale, links, answer, retry }: Shown): TemplateResult {
  const reader = readerOf(locale);
  const { t } = reader;
  if (typeof answer === 'string')
    return answer === 'loading'
      ? html`<div class="skeleton" aria-hidden="true">${[1, 2, 3].map(() => html`<div><i></i><b></b></div>`)}</div>`
      : answerPart(answer, retry, reader);
  const result = answer.value;
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

function filters({ wish, locale, links }: Shown, facets: ListedResult['facets']): TemplateResult {
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
    ${facetOrder.map(
      (name) =>
        html`<lastu-facet
          lang=${locale}
          facet=${name}
          ?open=${facetTable[name].open}
          .values=${facets[name] ?? []}
          .wish=${wish}
          .links=${links}
        ></lastu-facet>`,
    )}
  </details>`;
}

const titleOf = ({ wish, locale }: Shown): string => {
  const { t } = readerOf(locale);
  return wish.q === '' ? t('results.everything') : t('results.query', { q: wish.q });
};

/** The total in words; the page besides, so that turning a page is announced too. */
function statusOf({ wish, locale, answer, isAsking }: Shown): string {
  const { t } = readerOf(locale);
  if (isAsking) return t('results.loading');
  const result = resultOf(answer);
  if (!result) return '';
  if (result.total === 0) return t('results.none');
  const count = t('results.count', { n: result.total });
  const last = lastPage({ total: result.total, size: wish.size });
  return wish.page > 1 ? `${count}, ${t('results.page', { page: wish.page, last })}` : count;
}

const resultOf = (answer: Answer<ListedResult>) => (typeof answer === 'string' ? undefined : answer.value);
