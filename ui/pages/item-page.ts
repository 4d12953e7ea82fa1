import { html, nothing, type TemplateResult } from 'lit';
import { branches } from '../../config/region/branches.ts';
import type { Format, Item, ItemStatus, LocalEdit, LocalWish } from '../../domain/catalogue/schema.ts';
import { branchName, facetLabel } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { shortTime } from '../staff/words.ts';
import { choicePart, fieldPart, noticePart, textAreaPart } from './form-parts.ts';

export interface ItemState {
  readonly reader: Reader;
  readonly csrfToken: string;
  readonly item: Item;
  /** What it is to patrons, and where they find it. */
  readonly status: ItemStatus;
  readonly place: string;
  readonly title: string;
  /** The material of its record. */
  readonly format: string;
  readonly listed: LocalEdit['listed'];
  /** What can be chosen. */
  readonly statuses: readonly NonNullable<LocalWish['status']>[];
  readonly formats: readonly Format[];
  readonly mayChange: boolean;
  /** What stands in the form: what is in force, or what was typed. */
  readonly draft: LocalWish;
  /** Where another has saved something else since: what was typed stands beside it. */
  readonly isConflict?: boolean;
  readonly told?: string | undefined;
  /** Names of who has made the edits. */
  readonly names: ReadonlyMap<string, string>;
}

const addressOf = (id: string) => `/staff/items/${encodeURIComponent(id)}`;

/** Where a copy is asked for; `missing` is the id of one that is not there. */
export const itemFindPage = ({ t }: Reader, missing?: string): TemplateResult =>
  html`${missing === undefined ? nothing : html`<p role="status" class="partial">${t('items.none', { id: missing })}</p>`}
    <form class="record-find" method="get" action="/staff/items">
      ${fieldPart({ name: 'id', label: t('items.find'), value: missing, longest: 300, required: true })}
      <button class="action">${t('items.find.go')}</button>
    </form>`;

/** A copy, what staff have set of it, and the form that sets it. */
export function itemPage(state: ItemState): TemplateResult {
  const { reader, item, status, place, title, told, isConflict, mayChange } = state;
  const { t, locale } = reader;
  return html`<div class="record item-edit">
    <h2>${title}</h2>
    <p>
      <span translate="no">${item._id}</span> ·
      <a href=${`/staff/records/${encodeURIComponent(item.recordId)}`}>${t('items.of', { record: item.recordId })}</a>
    </p>
    <p>${t('items.now', { status: t(`status.${status}`), place: branchName(place, locale) })}</p>
    ${noticePart(told === undefined ? undefined : { tone: 'refused', text: told })}
    ${isConflict ? conflictPart(state) : nothing} ${mayChange ? formPart(state) : html`<p>${t('items.notYours')}</p>`}
    ${editsPart(state)}
  </div>`;
}

function formPart({ reader, csrfToken, item, format, listed, draft, statuses, formats }: ItemState): TemplateResult {
  const { t, locale } = reader;
  const known = branches.map(({ id }) => id);
  const ids = known.includes(listed.branch) ? known : [listed.branch, ...known];
  return html`<form method="post" action=${addressOf(item._id)} class="form">
    <input type="hidden" name="csrf" value=${csrfToken} />
    <input type="hidden" name="version" value=${item.local?.version ?? 0} />
    ${choicePart({
      name: 'branch',
      label: t('items.branch'),
      hint: t('items.branch.listed', { branch: branchName(listed.branch, locale) }),
      options: ids.map((id) => [id, branchName(id, locale)] as const),
      chosen: draft.branch ?? listed.branch,
    })}
    ${fieldPart({
      name: 'shelfMark',
      label: t('items.shelfMark'),
      hint: t('items.shelfMark.listed', { mark: listed.shelfMark ?? '–' }),
      value: draft.shelfMark ?? listed.shelfMark,
      longest: 100,
    })}
    ${choicePart({
      name: 'status',
      label: t('items.status'),
      hint: t('items.status.hint'),
      options: [
        ['', t('items.status.listed', { status: t(`status.${listed.status}`) })] as const,
        ...statuses.map((status) => [status, t(`items.status.${status}`)] as const),
      ],
      chosen: draft.status ?? '',
    })}
    ${choicePart({
      name: 'lentAs',
      label: t('items.lentAs'),
      options: [
        ['', t('items.lentAs.own', { format: facetLabel('format', format, locale) })] as const,
        ...formats.map((one) => [one, facetLabel('format', one, locale)] as const),
      ],
      chosen: draft.lentAs ?? '',
    })}
    ${textAreaPart({ id: 'note', name: 'note', label: t('items.note'), value: draft.note, rows: 3, longest: 500 })}
    <p><button class="action" name="act" value="save">${t('items.save')}</button></p>
  </form>`;
}

/** What was typed beside what another has saved meanwhile. */
function conflictPart({ reader, item, draft, names }: ItemState): TemplateResult {
  const { t, locale } = reader;
  const { by = '', at = new Date(), wish = {} } = item.local ?? {};
  const yours = wordsOf(reader, draft);
  const theirs = wordsOf(reader, wish);
  const saved = t('items.theirs', { by: names.get(by) ?? by, date: shortTime(at.toISOString(), locale) });
  return html`<section aria-labelledby="conflict">
    <h3 id="conflict">${t('items.conflict.title')}</h3>
    <table class="item-conflict">
      <thead>
        <tr>
          <th scope="col">${t('items.field')}</th>
          <th scope="col">${t('items.yours')}</th>
          <th scope="col">${saved}</th>
        </tr>
      </thead>
      <tbody>
        ${fieldNames.map((name) => {
          const [mine, other] = [yours.get(name) ?? t('items.asListed'), theirs.get(name) ?? t('items.asListed')];
          return html`<tr>
            <th scope="row">${t(`items.${name}`)}</th>
            <td data-label=${t('items.yours')}>${mine}</td>
            <td data-label=${saved}>${mine === other ? other : html`<strong>${other}</strong>`}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}

const fieldNames = ['branch', 'shelfMark', 'status', 'lentAs', 'note'] as const;

/** What a wish says, in words. */
function wordsOf({ t, locale }: Reader, wish: LocalWish): Map<(typeof fieldNames)[number], string> {
  const words = new Map<(typeof fieldNames)[number], string>();
  if (wish.branch !== undefined) words.set('branch', branchName(wish.branch, locale));
  if (wish.shelfMark !== undefined) words.set('shelfMark', wish.shelfMark);
  if (wish.status !== undefined) words.set('status', t(`items.status.${wish.status}`));
  if (wish.lentAs !== undefined) words.set('lentAs', facetLabel('format', wish.lentAs, locale));
  if (wish.note !== undefined) words.set('note', wish.note);
  return words;
}

function editsPart({ reader, csrfToken, item, mayChange, names }: ItemState): TemplateResult {
  const { t, locale } = reader;
  const { local } = item;
  const told = (wish: LocalWish) =>
    [...wordsOf(reader, wish)].map(([name, words]) => `${t(`items.${name}`)}: ${words}`).join(' · ') ||
    t('items.edits.none');
  const form = (value: number, label: string, about?: string) =>
    mayChange
      ? html`<form method="post" action=${addressOf(item._id)}>
          <input type="hidden" name="csrf" value=${csrfToken} />
          <input type="hidden" name="version" value=${local?.version ?? 0} />
          <input type="hidden" name="from" value=${value} />
          <button class="second" name="act" value="restore">
            ${label}${about ? html`<span class="unseen"> ${about}</span>` : nothing}
          </button>
        </form>`
      : nothing;
  return html`<section aria-labelledby="edits">
    <h3 id="edits">${t('items.edits')}</h3>
    ${
      local
        ? html`<ul class="record-choices">
              <li>
                ${told(local.wish)} · ${names.get(local.by) ?? local.by}, ${shortTime(local.at.toISOString(), locale)} ·
                <strong>${t('items.edits.inForce')}</strong>
              </li>
              ${local.earlier.map(
                ({ version, wish, by, at }) =>
                  html`<li>
                    <span>${told(wish)} · ${names.get(by) ?? by}, ${shortTime(at.toISOString(), locale)}</span>
                    ${form(version, t('items.restore'), String(version))}
                  </li>`,
              )}
            </ul>
            ${Object.keys(local.wish).length > 0 ? form(0, t('items.undo')) : nothing}`
        : html`<p>${t('items.edits.none')}</p>`
    }
  </section>`;
}
