import { html, nothing, type TemplateResult } from 'lit';
import type { PublicList } from '../../../domain/lists/public.ts';
import type { PublicSort } from '../../../domain/lists/schema.ts';
import type { Reader } from '../../messages/messages.ts';
import { searchAddress } from '../../search/address.ts';
import { workAddress } from '../../search/work-address.ts';
import { listCard, listsAddress, listsFeed, type PublicView } from './public-part.ts';

export interface PublicListsState {
  readonly reader: Reader;
  readonly view: PublicView;
  readonly total: number;
  readonly pages: number;
  readonly lists: readonly PublicList[];
  /** The work that all of them have, where the address names one. */
  readonly work?: { readonly id: string; readonly title: string } | undefined;
  /** Others, that have works which the words find. */
  readonly withFound: readonly PublicList[];
}

/** Lists that everybody may find, to be searched and leafed through. No scripts are needed. */
export function publicListsPage(state: PublicListsState): TemplateResult {
  const { reader, view, work, withFound } = state;
  const { t } = reader;
  return html`<div class="public-lists">
    <h1>${work ? t('publicLists.withWork', { title: work.title }) : t('publicLists.title')}</h1>
    ${work ? html`<p><a href=${workAddress(work.id)}>${t('list.backToWork')}</a></p>` : html`<p class="lead">${t('publicLists.lead')}</p>`}
    <p class="lists-acts">
      <a class="action" href="/account/lists" rel="nofollow">${t('publicLists.make')}</a>
      ${work ? html`<a href=${listsAddress()}>${t('publicLists.showAll')}</a>` : html`<a href=${listsFeed(view)} type="application/atom+xml">${t('publicLists.feed')}</a>`}
    </p>
    ${work ? nothing : searchForm(state)} ${answerPart(state)}
    <ul class="lists-found">
      ${state.lists.map((one) => html`<li>${listCard(reader, one, { level: 2 })}</li>`)}
    </ul>
    ${pagesPart(state)}
    ${
      withFound.length === 0
        ? nothing
        : html`<section class="lists-with" aria-labelledby="lists-with">
            <h2 id="lists-with">${t('publicLists.withFound')}</h2>
            <ul class="lists-found">
              ${withFound.map((one) => html`<li>${listCard(reader, one, { level: 3 })}</li>`)}
            </ul>
          </section>`
    }
  </div>`;
}

function searchForm({ reader: { t }, view }: PublicListsState): TemplateResult {
  return html`<form
    method="get"
    action="/lists"
    class="lists-search"
    role="search"
    aria-label=${t('publicLists.search')}
  >
    <div class="field">
      <label for="lists-q">${t('publicLists.search')}</label>
      <input
        id="lists-q"
        name="q"
        type="search"
        value=${view.q}
        maxlength="200"
        autocomplete="off"
        aria-describedby="lists-hint"
      />
    </div>
    <div class="field">
      <label for="lists-sort">${t('publicLists.sort')}</label>
      <select id="lists-sort" name="sort">
        ${sorts.map((sort) => html`<option value=${sort} ?selected=${sort === view.sort}>${t(`publicLists.sort.${sort}`)}</option>`)}
      </select>
    </div>
    <button class="second">${t('publicLists.button')}</button>
    <p class="field-hint" id="lists-hint">${t('publicLists.searchHint')}</p>
  </form>`;
}

const sorts = ['newest', 'works', 'saved'] as const satisfies readonly PublicSort[];

/** How many there are, or what to do where there are none. */
function answerPart({ reader: { t }, view: { q }, total, work }: PublicListsState): TemplateResult {
  if (total > 0)
    return html`<p class="quiet" id="lists-total">
      ${q === '' ? t('publicLists.total', { n: total }) : t('publicLists.found', { n: total, q })}
      ${q === '' ? nothing : html` · <a href=${listsAddress()}>${t('publicLists.showAll')}</a>`}
    </p>`;
  if (work) return html`<p>${t('publicLists.noneWithWork')}</p>`;
  if (q === '') return html`<p>${t('publicLists.none')}</p>`;
  return html`<div class="lists-none">
    <p>${t('publicLists.noneFound', { q })}</p>
    <p>
      ${t('publicLists.noneFoundHint')} <a href=${searchAddress({ q })}>${t('publicLists.searchWorks', { q })}</a>.
      <a href=${listsAddress()}>${t('publicLists.showAll')}</a>
    </p>
  </div>`;
}

function pagesPart({ reader: { t }, view, pages }: PublicListsState): TemplateResult | typeof nothing {
  if (pages < 2) return nothing;
  const to = (page: number) => listsAddress({ ...view, page });
  return html`<nav class="list-pager" aria-label=${t('publicLists.pages')}>
    ${view.page > 1 ? html`<a rel="prev" href=${to(view.page - 1)}>${t('publicLists.earlier')}</a>` : html`<span></span>`}
    <span class="quiet figures">${view.page} / ${pages}</span>
    ${view.page < pages ? html`<a rel="next" href=${to(view.page + 1)}>${t('publicLists.later')}</a>` : html`<span></span>`}
  </nav>`;
}
