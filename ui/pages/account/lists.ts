import { html, nothing, type TemplateResult } from 'lit';
import type { ListImport } from '../../../domain/lists/import.ts';
import type { PublicList } from '../../../domain/lists/public.ts';
import type { Role, WorkList } from '../../../domain/lists/schema.ts';
import { choicePart, fieldPart, textAreaPart, noticePart } from '../form-parts.ts';
import { listPath } from '../list/list-state.ts';
import { listsAddress } from '../list/public-part.ts';
import { longDate } from '../long-date.ts';
import { accountPage, hiddenFields, type AccountState } from './account.ts';

export interface ShownLists {
  readonly lists: readonly { readonly list: WorkList; readonly role: Role; readonly count: number }[];
  /** Of others, put by. */
  readonly saved: readonly PublicList[];
  readonly deleted: readonly { readonly id: string; readonly title: string; readonly goneOn: string }[];
  /** The list that was deleted just now. */
  readonly undo?: { readonly id: string; readonly text: string } | undefined;
  readonly report?: { readonly id: string; readonly title: string; readonly came: ListImport } | undefined;
  /** Why the patron's municipality cannot write yet. */
  readonly waiting: string | undefined;
}

/** A patron's lists, and those they write and read with others: making, bringing, merging, deleting and bringing back. */
export function listsPage(state: AccountState, shown: ShownLists): TemplateResult {
  const { t } = state.reader;
  const { lists, undo, report, waiting } = shown;
  const may = waiting === undefined;
  const content = html`
    ${undo ? undoPart(state, undo) : nothing} ${report ? reportPart(state, report) : nothing}
    ${may ? nothing : noticePart({ tone: 'done', text: waiting })}
    <p class="lead">${t('list.intro')}</p>
    <p class="list-up"><a href=${listsAddress()}>${t('publicLists.browse')}</a></p>
    ${may ? makePart(state) : nothing}
    <section class="group" aria-labelledby="mine">
      <h2 id="mine">${t('list.mine')}</h2>
      ${lists.length === 0 ? html`<p>${t('list.none')}</p>` : nothing}
      <ul class="listing">
        ${lists.map((one) => html`<li class="listed">${rowPart(state, one, may)}</li>`)}
      </ul>
    </section>
    ${savedPart(state, shown)} ${may ? importPart(state, shown) : nothing}
    ${may && lists.length > 1 ? mergePart(state, shown) : nothing} ${deletedPart(state, shown)}
  `;
  return accountPage({ ...state, waiting: undefined }, t('account.lists'), content);
}

const form = (state: AccountState, content: TemplateResult, className = 'form') =>
  html`<form method="post" action="/account/lists" class=${className}>${hiddenFields(state)} ${content}</form>`;

const makePart = (state: AccountState): TemplateResult => {
  const { t } = state.reader;
  return html`<section class="make-list">
    ${form(
      state,
      html`${fieldPart({ name: 'title', label: t('list.new'), required: true, longest: 200 })}
        <button class="action" name="do" value="make">${t('list.make')}</button>`,
      'form in-line',
    )}
  </section>`;
};

function rowPart(state: AccountState, { list, role, count }: ShownLists['lists'][number], may: boolean) {
  const { t, locale } = state.reader;
  const { _id: id, title, visibility, changedAt } = list;
  const facts = [
    t('list.count', { n: count }),
    role === 'owner' ? `${t('list.visibleTo')}: ${t(`list.visibility.${visibility}`).toLowerCase()}` : t(`list.role.${role}`),
    t('list.changed', { date: longDate(changedAt.toISOString().slice(0, 10), locale) }),
  ]; // prettier-ignore
  return html`<div>
      <h3 class="listed-title">
        <a href=${listPath(id)}><cite>${title}</cite></a>
      </h3>
      <p class="quiet">${facts.join(' · ')}</p>
    </div>
    <details class="change">
      <summary aria-label=${t('list.actsOf', { title })}>${t('list.acts')}</summary>
      ${form(
        state,
        html`<input type="hidden" name="list" value=${id} />
          <p class="field-hint">${t('list.copyHint')} ${role === 'owner' ? t('list.deleteHint') : nothing}</p>
          <p class="buttons">
            ${may ? html`<button class="second" name="do" value="copy">${t('list.copy')}</button>` : nothing}
            ${
              role === 'owner'
                ? html`<button class="second" name="do" value="delete">${t('list.delete')}</button>`
                : html`<button class="second" name="do" value="leave">${t('list.leave')}</button>`
            }
          </p>`,
      )}
    </details>`;
}

function savedPart(state: AccountState, { saved }: ShownLists): TemplateResult | typeof nothing {
  const { t } = state.reader;
  if (saved.length === 0) return nothing;
  return html`<section class="group" aria-labelledby="saved">
    <h2 id="saved">${t('publicLists.mine')}</h2>
    <ul class="listing">
      ${saved.map(
        ({ list: { _id: id, title, byline }, count }) =>
          html`<li class="listed">
            <div>
              <h3 class="listed-title">
                <a href=${listPath(id)}><cite>${title}</cite></a>
              </h3>
              <p class="quiet">
                ${byline === '' ? nothing : html`${t('list.by', { name: byline })} · `}${t('list.count', { n: count })}
              </p>
            </div>
            ${form(
              state,
              html`<input type="hidden" name="list" value=${id} />
                <button class="second" name="do" value="unsave" aria-label=${t('publicLists.unsaveOne', { title })}>
                  ${t('publicLists.unsave')}
                </button>`,
              'row-acts',
            )}
          </li>`,
      )}
    </ul>
  </section>`;
}

function importPart(state: AccountState, { lists }: ShownLists): TemplateResult {
  const { t } = state.reader;
  const writable = lists.filter(({ role }) => role !== 'reader');
  const formats = ['auto', 'isbn', 'csv'] as const;
  return html`<section class="group" id="import">
    <h2>${t('list.import')}</h2>
    ${form(
      state,
      html`${textAreaPart({ id: 'text', name: 'text', label: t('list.importText'), hint: t('list.importHint'), rows: 6 })}
        <div class="field" data-file hidden>
          <label for="import-file">${t('list.importFile')}</label>
          <input id="import-file" type="file" accept=".txt,.csv,.tsv,text/plain,text/csv" />
        </div>
        ${choicePart({ name: 'into', label: t('list.importInto'), options: [['', t('list.importNew')], ...writable.map(({ list }) => [list._id, list.title] as const)] })}
        ${choicePart({ name: 'format', label: t('list.importFormat'), options: formats.map((one) => [one, t(`list.importFormat.${one}`)]) })}
        <button class="second" name="do" value="import">${t('list.importSubmit')}</button>`,
    )}
  </section>`;
}

function mergePart(state: AccountState, { lists }: ShownLists): TemplateResult {
  const { t } = state.reader;
  const options = (from: ShownLists['lists']) => from.map(({ list }) => [list._id, list.title] as const);
  return html`<section class="group" id="merge">
    <h2>${t('list.merge')}</h2>
    ${form(
      state,
      html`<p>${t('list.mergeHint')}</p>
        ${choicePart({ id: 'merge-from', name: 'list', label: t('list.mergeFrom'), options: options(lists) })}
        ${choicePart({ id: 'merge-into', name: 'into', label: t('list.mergeInto'), options: options(lists.filter(({ role }) => role !== 'reader')), chosen: lists[1]?.list._id })}
        <button class="second" name="do" value="merge">${t('list.mergeSubmit')}</button>`,
    )}
  </section>`;
}

function deletedPart(state: AccountState, { deleted }: ShownLists): TemplateResult | typeof nothing {
  const { t, locale } = state.reader;
  if (deleted.length === 0) return nothing;
  return html`<section class="group" id="deleted">
    <h2>${t('list.deletedOnes')}</h2>
    <ul class="listing">
      ${deleted.map(
        ({ id, title, goneOn }) =>
          html`<li class="listed">
            <div>
              <h3 class="listed-title"><cite>${title}</cite></h3>
              <p class="quiet">${t('list.goneOn', { date: longDate(goneOn, locale) })}</p>
            </div>
            ${form(
              state,
              html`<input type="hidden" name="list" value=${id} />
                <button class="second" name="do" value="restore" aria-label=${t('list.restoreOne', { title })}>
                  ${t('list.restore')}
                </button>`,
              'row-acts',
            )}
          </li>`,
      )}
    </ul>
  </section>`;
}

const undoPart = (state: AccountState, { id, text }: { id: string; text: string }): TemplateResult =>
  html`<div class="told done" role="status">
    ${form(
      state,
      html`<span>${text}</span><input type="hidden" name="list" value=${id} />
        <button class="second" name="do" value="restore">${state.reader.t('list.undo')}</button>`,
      'undo',
    )}
  </div>`;

/** Lines that are named one by one; more of them are counted. */
const mostLines = 200;

function reportPart(state: AccountState, { id, title, came }: NonNullable<ShownLists['report']>): TemplateResult {
  const { t } = state.reader;
  const { lines, added, already, notFound } = came;
  const figures = [
    [t('list.importLines'), lines],
    [t('list.importAdded'), added],
    [t('list.importAlready'), already],
    [t('list.importNotFound'), notFound.length],
  ] as const;
  return html`<section class="told done report" role="status" aria-label=${t('list.import')}>
    <p>${t('list.importDone', { title })} <a href=${listPath(id)}>${t('list.seeList')}</a></p>
    <dl class="hold-facts">
      ${figures.map(
        ([name, n]) =>
          html`<div>
            <dt>${name}</dt>
            <dd class="figures">${n}</dd>
          </div>`,
      )}
    </dl>
    ${
      notFound.length === 0
        ? nothing
        : html`<h2>${t('list.importNotFoundLines')}</h2>
            <ul class="not-found">
              ${notFound
                .slice(0, mostLines)
                .map(
                  ({ line, text }) =>
                    html`<li><span class="quiet figures">${t('list.importLine', { n: line })}</span> ${text}</li>`,
                )}
            </ul>
            ${notFound.length > mostLines ? html`<p>${t('list.importLeftOut', { n: notFound.length - mostLines })}</p>` : nothing}`
    }
  </section>`;
}
