import { html, nothing, type TemplateResult } from 'lit';
import { branches } from '../../../config/region/branches.ts';
import { branchName } from '../../labels.ts';
import type { Reader } from '../../messages/messages.ts';
import { fieldPart, noticePart } from '../form-parts.ts';
import { accountPage, dayText, hiddenFields, ofCard, workPart, type AccountState, type ListedWork } from './account.ts';
import { nothingHere } from './loans.ts';

export interface ShownHold {
  readonly id: string;
  readonly work: ListedWork;
  readonly state: 'queued' | 'inTransit' | 'ready';
  readonly pickupBranch: string;
  readonly position?: number | undefined;
  readonly waitDays?: number | undefined;
  readonly suspendedUntil?: string | undefined;
  readonly notNeededAfter?: string | undefined;
  readonly pickupNumber?: number | undefined;
  readonly pickupBy?: string | undefined;
}

/** A hold that has ended because no copy was left. */
export interface EndedInVain {
  readonly title: string;
  readonly on: string;
}

/** Holds: those that wait for their patron, those on the way, those in the queue; and what can be changed of each, or of several. */
export function holdsPage(
  state: AccountState,
  holds: readonly ShownHold[],
  { today, ended }: { today: string; ended: readonly EndedInVain[] },
): TemplateResult {
  const { reader, waiting } = state;
  const { t } = reader;
  const heading = t('account.holds');
  if (holds.length === 0)
    return accountPage(
      state,
      heading,
      html`${nothingHere(reader, t('account.holds.none'))} ${endedPart(reader, ended)}`,
    );
  const queued = holds.filter((hold) => hold.state === 'queued');
  const several = holds.length > 1;
  const groups = [
    { name: t('account.holds.ready'), of: holds.filter((hold) => hold.state === 'ready') },
    { name: t('account.holds.inTransit'), of: holds.filter((hold) => hold.state === 'inTransit') },
    { name: t('account.holds.queued'), of: queued.filter((hold) => hold.suspendedUntil === undefined) },
    { name: t('account.holds.suspended'), of: queued.filter((hold) => hold.suspendedUntil !== undefined) },
  ].filter(({ of }) => of.length > 0);
  const content = html`
    ${groups.map(
      ({ name, of }) =>
        html`<section class="group">
          <h2>${name} <span class="quiet">${of.length}</span></h2>
          <ul class="listing">
            ${of.map((hold) => row(state, hold, { several, today }))}
          </ul>
        </section>`,
    )}
    ${endedPart(reader, ended)} ${several ? bulk(state, { today, canChange: queued.length > 0 && !waiting }) : nothing}
  `;
  return accountPage(state, `${heading} (${holds.length})`, content);
}

/** What has come to nothing, and what its patron can do instead. */
function endedPart({ t, locale }: Reader, ended: readonly EndedInVain[]): TemplateResult | typeof nothing {
  if (ended.length === 0) return nothing;
  return html`<section class="group" aria-labelledby="ended">
    <h2 id="ended">${t('account.holds.ended')} <span class="quiet">${ended.length}</span></h2>
    <p>${t('account.holds.ended.why')}</p>
    <ul class="listing">
      ${ended.map(
        ({ title, on }) =>
          html`<li class="listed">
            <div>
              <cite>${title}</cite>
              <p class="quiet">${t('account.holds.ended.on', { date: dayText(on, locale) })}</p>
            </div>
            ${
              title === ''
                ? nothing
                : html`<p>
                    <a href=${`/search?q=${encodeURIComponent(title)}`}
                      >${t('account.holds.ended.search')}<span class="unseen">: ${title}</span></a
                    >
                  </p>`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Asks once more: a cancelled hold loses its place. */
export function cancelHoldsPage(state: AccountState, holds: readonly ShownHold[]): TemplateResult {
  const { t } = state.reader;
  const n = holds.length;
  return accountPage(
    state,
    t('account.holds.cancelTitle', { n }),
    html`<form method="post" action="/account/holds" class="form">
      ${hiddenFields(state)}
      <ul class="chosen-works">
        ${holds.map(({ id, work }) => html`<li><cite>${work.title}</cite><input type="hidden" name="ids" value=${id} /></li>`)}
      </ul>
      <p>${t('account.holds.cancelHint')}</p>
      <p class="buttons">
        <button class="action" name="confirmed" value="yes">${t('account.holds.cancelYes', { n })}</button>
        <a class="second" href=${ofCard('/account/holds', state.card)}>${t('account.holds.cancelNo')}</a>
      </p>
    </form>`,
  );
}

function row(
  state: AccountState,
  hold: ShownHold,
  { several, today }: { several: boolean; today: string },
): TemplateResult {
  const { reader: { t }, note, waiting } = state; // prettier-ignore
  const { id, work } = hold;
  return html`<li class="listed ${hold.state}">
    ${
      several
        ? html`<input
            class="choice"
            type="checkbox"
            form="bulk"
            name="ids"
            value=${id}
            aria-label=${t('account.holds.choose', { title: work.title })}
          />`
        : nothing
    }
    <div>${workPart(work)} ${holdFacts(state.reader, hold)} ${noticePart(note?.about[id])}</div>
    <div class="row-acts">
      <form method="post" action="/account/holds">
        ${hiddenFields(state)}
        <button
          class="second"
          name="cancel"
          value=${id}
          aria-label=${t('account.holds.cancelOne', { title: work.title })}
        >
          ${t('account.holds.cancel')}
        </button>
      </form>
    </div>
    ${hold.state === 'queued' && !waiting ? change(state, hold, today) : nothing}
  </li>`;
}

/** Where it is, when it comes, or where in the queue it stands. */
export function holdFacts({ t, locale }: Reader, hold: Omit<ShownHold, 'work'>): TemplateResult {
  const fact = (name: string, value: unknown) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  const { state, pickupBranch, pickupNumber, pickupBy, position, waitDays, suspendedUntil, notNeededAfter } = hold;
  return html`${state === 'ready' && pickupBy ? html`<p><strong>${t('account.holds.pickupBy', { date: dayText(pickupBy, locale) })}</strong></p>` : nothing}
    ${suspendedUntil ? html`<p><strong>${t('account.holds.until', { date: dayText(suspendedUntil, locale) })}</strong></p>` : nothing}
    <dl class="hold-facts">
      ${pickupNumber === undefined ? nothing : fact(t('account.holds.pickupNumber'), html`<span class="number">${String(pickupNumber)}</span>`)}
      ${fact(t('account.holds.pickupBranch'), branchName(pickupBranch, locale))}
      ${position === undefined ? nothing : fact(t('account.holds.position'), String(position))}
      ${state === 'queued' && !suspendedUntil ? fact(t('account.holds.wait'), waitText({ t, locale }, waitDays)) : nothing}
      ${notNeededAfter ? fact(t('account.holds.notNeededAfter'), dayText(notNeededAfter, locale)) : nothing}
    </dl>`;
}

/** A wait as one would say it: nobody knows it to the day. */
function waitText({ t }: Reader, days: number | undefined): string {
  if (days === undefined) return t('account.holds.waitUnknown');
  if (days === 0) return t('account.holds.soon');
  return days < 14 ? t('account.holds.days', { n: days }) : t('account.holds.weeks', { n: Math.round(days / 7) });
}

function change(
  state: AccountState,
  { id, work, pickupBranch, suspendedUntil, notNeededAfter }: ShownHold,
  today: string,
): TemplateResult {
  const { reader } = state;
  const { t } = reader;
  return html`<details class="change">
    <summary>
      <span aria-hidden="true">${t('account.holds.change')}</span
      ><span class="unseen">${t('account.holds.changeOne', { title: work.title })}</span>
    </summary>
    <form method="post" action="/account/holds" class="form">
      ${hiddenFields(state)} ${branchField(reader, { id: `branch-${id}`, chosen: pickupBranch })}
      ${fieldPart({ id: `suspend-${id}`, name: 'suspendedUntil', type: 'date', min: today, value: suspendedUntil, label: t('account.holds.suspendUntil'), hint: t('account.holds.suspendHint') })}
      ${fieldPart({ id: `needed-${id}`, name: 'notNeededAfter', type: 'date', min: today, value: notNeededAfter, label: t('account.holds.notNeededAfter'), hint: t('account.holds.notNeededHint') })}
      <button class="action" name="change" value=${id}>${t('account.holds.save')}</button>
    </form>
  </details>`;
}

function bulk(state: AccountState, { today, canChange }: { today: string; canChange: boolean }): TemplateResult {
  const { reader } = state;
  const { t } = reader;
  return html`<section class="group">
    <h2 id="bulk-title">${t('account.holds.bulk')}</h2>
    <form id="bulk" method="post" action="/account/holds" class="form" aria-labelledby="bulk-title">
      ${hiddenFields(state)}
      <p class="quiet">${t('account.holds.bulkHint')}</p>
      ${
        canChange
          ? html`${branchField(reader, { id: 'branch-bulk', chosen: undefined, none: t('account.holds.sameBranch') })}
            ${fieldPart({ id: 'suspend-bulk', name: 'suspendedUntil', type: 'date', min: today, label: t('account.holds.suspendUntil') })}`
          : nothing
      }
      <p class="buttons">
        ${
          canChange
            ? html`<button class="action" name="bulk" value="change">${t('account.holds.bulkSave')}</button>
                <button class="second" name="bulk" value="resume">${t('account.holds.bulkResume')}</button>`
            : nothing
        }
        <button class="second" name="bulk" value="cancel">${t('account.holds.bulkCancel')}</button>
      </p>
    </form>
  </section>`;
}

/** A choice of branches, the reader's own first where it is known. */
export function branchField(
  { t, locale }: Reader,
  { id, chosen, none }: { id: string; chosen: string | undefined; none?: string },
): TemplateResult {
  const sorted = branches.toSorted((a, b) => a.name[locale].localeCompare(b.name[locale], locale));
  return html`<div class="field">
    <label for=${id}>${t('account.holds.pickupBranch')}</label>
    <select id=${id} name="pickupBranch">
      ${none === undefined ? nothing : html`<option value="" ?selected=${chosen === undefined}>${none}</option>`}
      ${sorted.map((one) => html`<option value=${one.id} ?selected=${one.id === chosen}>${one.name[locale]}</option>`)}
    </select>
  </div>`;
}
