import { html, nothing, type TemplateResult } from 'lit';
import type { EditionDetail, WorkDetail } from '../../domain/discovery/schema.ts';
import { facetLabel, languageName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { workAddress } from '../search/work-address.ts';
import { branchField, holdFacts, type ShownHold } from './account/holds.ts';
import { fieldPart, noticePart } from './form-parts.ts';
import type { Visitor } from './visitor-part.ts';

export interface HoldState {
  readonly reader: Reader;
  readonly visitor: Visitor;
  readonly work: WorkDetail;
  readonly today: string;
  readonly children: readonly { readonly id: string; readonly name: string }[];
  readonly card: string | undefined;
  readonly pickupBranch: string | undefined;
  /** The edition that is asked for, where one is. */
  readonly record: string | undefined;
  /** Why it was refused, or cannot be done yet at all. */
  readonly refused?: string | undefined;
  readonly waiting?: string | undefined;
  /** What came of it. */
  readonly placed?: Omit<ShownHold, 'work'> | undefined;
  readonly undone?: boolean;
}

/** Placing a hold: where to fetch it is set already, so that most only say yes. Also what the dialog of a work shows. */
export function holdPage(state: HoldState): TemplateResult {
  const { reader: { t }, work, placed, undone } = state; // prettier-ignore
  return html`<div class="narrow" id="hold">
    <h1>${placed ? t('hold.placed') : t('hold.heading')}</h1>
    <p class="hold-work"><cite>${work.title}</cite></p>
    ${placed ? placedPart(state, placed) : undone ? noticePart({ tone: 'done', text: t('hold.undone') }) : formPart(state)}
    <p class="aside"><a href=${workAddress(work.id)} data-close>${t('hold.backToWork')}</a></p>
  </div>`;
}

/** The address of the page that places a hold on a work. */
export const holdAddress = (work: string): string => `${workAddress(work)}/hold`;

function formPart(state: HoldState): TemplateResult {
  const { reader, visitor, work, today, children, card, pickupBranch, refused, waiting } = state;
  const { t } = reader;
  if (waiting) return html`${noticePart({ tone: 'done', text: waiting })}`;
  const editions = work.editions.filter(({ items }) => items.length > 0);
  return html`
    ${noticePart(refused ? { tone: 'refused', text: `${t('hold.refused')}. ${refused}` } : undefined)}
    <form method="post" action=${holdAddress(work.id)} class="form">
      <input type="hidden" name="csrf" value=${visitor.csrfToken} />
      ${
        children.length === 0
          ? nothing
          : html`<div class="field">
              <label for="hold-card">${t('hold.for')}</label>
              <select id="hold-card" name="card">
                <option value="" ?selected=${card === undefined}>${visitor.name}</option>
                ${children.map(({ id, name }) => html`<option value=${id} ?selected=${id === card}>${name}</option>`)}
              </select>
            </div>`
      }
      ${branchField(reader, { id: 'hold-branch', chosen: pickupBranch })}
      ${editions.length > 1 ? editionField(state, editions) : nothing}
      <details class="change">
        <summary>${t('hold.more')}</summary>
        ${fieldPart({ id: 'hold-needed', name: 'notNeededAfter', type: 'date', min: today, label: t('account.holds.notNeededAfter'), hint: t('account.holds.notNeededHint') })}
      </details>
      <button class="action" name="do" value="place">${t('hold.place')}</button>
      <p class="quiet">${t('hold.free')}</p>
    </form>
  `;
}

function placedPart({ reader, visitor, work, card }: HoldState, placed: Omit<ShownHold, 'work'>): TemplateResult {
  const { t } = reader;
  return html`<div role="status">${holdFacts(reader, placed)}</div>
    <form method="post" action=${holdAddress(work.id)} class="form">
      <input type="hidden" name="csrf" value=${visitor.csrfToken} />
      ${card === undefined ? nothing : html`<input type="hidden" name="card" value=${card} />`}
      <input type="hidden" name="hold" value=${placed.id} />
      <p class="buttons">
        <a class="action" href="/account/holds">${t('hold.seeAll')}</a>
        <button class="second" name="do" value="undo">${t('hold.undo')}</button>
      </p>
    </form>`;
}

/** Any edition will do where all are of one kind; where they differ, the one that most copies are of is proposed. */
function editionField(
  { reader: { t, locale }, record }: HoldState,
  editions: readonly EditionDetail[],
): TemplateResult {
  const kinds = new Set(editions.map(({ format, languages }) => `${format} ${languages.join()}`));
  const [most] = editions.toSorted((a, b) => b.items.length - a.items.length);
  const chosen = record ?? (kinds.size > 1 ? most?.recordId : undefined);
  const label = ({ year, format, languages, publisher }: EditionDetail) =>
    [facetLabel('format', format, locale), languages.map((code) => languageName(code, locale).toLowerCase()).join(', '), year === undefined ? '' : String(year), publisher].filter(Boolean).join(' · '); // prettier-ignore
  return html`<div class="field">
    <label for="hold-edition">${t('hold.edition')}</label>
    <select id="hold-edition" name="record">
      <option value="" ?selected=${chosen === undefined}>${t('hold.any')}</option>
      ${editions.map((one) => html`<option value=${one.recordId} ?selected=${one.recordId === chosen}>${label(one)}</option>`)}
    </select>
  </div>`;
}
