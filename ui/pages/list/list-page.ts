import { html, nothing, type TemplateResult } from 'lit';
import { longDate } from '../long-date.ts';
import { noticePart } from '../form-parts.ts';
import { reportAddress } from '../report-page.ts';
import { entryPart, hidden } from './entry-part.ts';
import { canMove, listPath, mayWrite, orderOf, viewAddress, type ListState } from './list-state.ts';
import { listsAddress } from './public-part.ts';
import { orders, settingsPart } from './settings-part.ts';
import { takeAlongPart } from './take-along-part.ts';
import { togetherPart } from './together-part.ts';

/**
 * A list on its own page: what it is, its works with what is written of them, and what the reader may do with it. Every form
 * works without scripts; those marked `data-in-place` a script sends without leaving the page (`ui/client/list.ts`).
 */
export function listPage(state: ListState): TemplateResult {
  const { reader: { t, locale }, list, role, count, members, waiting, conflict } = state; // prettier-ignore
  const others = members.length > 0;
  const standing = list.standing?.state;
  return html`
    <article
      class="list-page"
      id="list"
      data-away=${t('list.away')}
      lang=${list.language === locale ? nothing : list.language}
    >
      <header lang=${locale}>
        <p class="eyebrow">
          ${list.visibility === 'public' ? html`<a href=${listsAddress()}>${t('publicLists.title')}</a>` : t('list.eyebrow')}
        </p>
        <h1 lang=${list.language}>${list.title}</h1>
        <p class="quiet">
          ${list.byline === '' ? nothing : html`${t('list.by', { name: list.byline })} · `}${t('list.count', { n: count })}
          ·
          ${list.saves ? html`${t('publicLists.saves', { n: list.saves })} · ` : nothing}${t('list.changed', { date: longDate(list.changedAt.toISOString().slice(0, 10), locale) })}
        </p>
        ${savePart(state)}
        ${role === 'reader' ? nothing : html`<p class="quiet">${t(`list.role.${role}`)} · ${t('list.visibleTo')}: ${t(`list.visibility.${list.visibility}`).toLowerCase()}</p>`}
      </header>
      ${list.description === '' ? nothing : html`<p class="description">${list.description}</p>`}
      <div class="list-frame" lang=${locale}>
        ${conflict ? nothing : notePart(state)}
        ${standing === undefined || standing === 'published' || role === 'reader' ? nothing : noticePart({ tone: 'refused', text: t(`list.${standing}`) })}
        ${waiting && role !== 'reader' ? noticePart({ tone: 'done', text: waiting }) : nothing}
        ${mayWrite(state) ? settingsPart(state) : nothing}
        ${role === 'owner' || (role !== 'reader' && others) ? togetherPart(state) : nothing}
        ${count > 0 ? viewForm(state) : nothing} ${worksPart(state)} ${takeAlongPart(state)}
        ${role === 'reader' && list.visibility !== 'private' ? html`<p class="quiet"><a href=${reportAddress({ kind: 'list', id: list.id })} rel="nofollow">${t('comments.report')}</a></p>` : nothing}
      </div>
    </article>
  `;
}

/** Putting the list by, for whoever does not find it among their own. */
function savePart(state: ListState): TemplateResult | typeof nothing {
  const { reader: { t }, role, visitor, saved, waiting, list, view } = state; // prettier-ignore
  if (!visitor || role !== 'reader' || (waiting !== undefined && !saved)) return nothing;
  return html`<form method="post" action=${viewAddress(list.id, view)} data-in-place class="save-list">
    ${hidden(state)}
    <button class="second" name="do" value=${saved ? 'unsave' : 'save'}>
      ${t(saved ? 'publicLists.unsave' : 'publicLists.save')}
    </button>
  </form>`;
}

/** What came of the last form; a work that was removed can be taken back. */
function notePart(state: ListState): TemplateResult | typeof nothing {
  const { reader: { t }, note, list, view } = state; // prettier-ignore
  if (!note?.undo) return noticePart(note);
  const { work, note: words, before } = note.undo;
  return html`<div class="told done" role="status">
    <form method="post" action=${viewAddress(list.id, view)} data-in-place class="undo">
      <span>${note.text}</span>
      ${hidden(state)}<input type="hidden" name="work" value=${work} /><input
        type="hidden"
        name="note"
        value=${words}
      />
      ${before === undefined ? nothing : html`<input type="hidden" name="before" value=${before} />`}
      <button class="second" name="do" value="takeBack">${t('list.undo')}</button>
    </form>
  </div>`;
}

/** Searching in the list, narrowing and ordering it. */
function viewForm({ reader: { t }, list, view }: ListState): TemplateResult {
  const { q, available, order } = view;
  return html`<form
    method="get"
    action=${listPath(list.id)}
    class="view-form"
    role="search"
    aria-label=${t('list.search')}
  >
    <div class="field">
      <label for="list-q">${t('list.search')}</label>
      <input id="list-q" name="q" type="search" value=${q} autocomplete="off" />
    </div>
    <div class="field">
      <label for="list-order">${t('list.order')}</label>
      <select id="list-order" name="order">
        ${orders.map((one) => html`<option value=${one} ?selected=${one === (order ?? list.order)}>${t(`list.order.${one}`)}</option>`)}
      </select>
    </div>
    <label class="check">
      <input type="checkbox" name="available" value="true" ?checked=${available} />
      ${t('list.available')}
    </label>
    <button class="second">${t('list.show')}</button>
  </form>`;
}

function worksPart(state: ListState): TemplateResult {
  const { reader: { t }, list, view, total, entries, pageSize, searchAway } = state; // prettier-ignore
  const narrowed = view.q !== '' || view.available;
  const first = (view.page - 1) * pageSize;
  const hint = canMove(state) ? 'list.moveHint' : mayWrite(state) && orderOf(state) !== 'hand' && !narrowed ? 'list.moveElsewhere' : undefined; // prettier-ignore
  return html`
    ${searchAway ? noticePart({ tone: 'refused', text: t('list.searchAway') }) : nothing}
    ${
      narrowed && !searchAway
        ? html`<p>
            ${total === 0 ? t('list.noneFound') : t('list.found', { n: total })} ·
            <a href=${viewAddress(list.id, { order: view.order })}>${t('list.showAll')}</a>
          </p>`
        : nothing
    }
    ${
      state.count === 0
        ? html`<div class="list-empty">
            <p>${t('list.empty')}</p>
            ${mayWrite(state) ? html`<p>${t('list.emptyHint')} <a href="/search">${t('list.findWorks')}</a></p>` : nothing}
          </div>`
        : nothing
    }
    ${hint && total > 1 ? html`<p class="quiet move-hint">${t(hint)}</p>` : nothing}
    <ol class="entries" aria-label=${t('list.works')} data-entries data-action=${viewAddress(list.id, view)}>
      ${entries.map((shown, nth) => entryPart(state, shown, first + nth + 1))}
    </ol>
    ${total > pageSize ? pagerPart(state, first) : nothing}
  `;
}

function pagerPart({ reader: { t }, list, view, total, entries, pageSize }: ListState, first: number): TemplateResult {
  const to = (page: number) => viewAddress(list.id, { ...view, page });
  const last = Math.ceil(total / pageSize);
  return html`<nav class="list-pager" aria-label=${t('list.pages')}>
    ${view.page > 1 ? html`<a rel="prev" href=${to(view.page - 1)}>${t('list.earlier')}</a>` : html`<span></span>`}
    <span class="quiet figures">${t('list.range', { from: first + 1, to: first + entries.length, total })}</span>
    ${view.page < last ? html`<a rel="next" href=${to(view.page + 1)}>${t('list.later')}</a>` : html`<span></span>`}
  </nav>`;
}
