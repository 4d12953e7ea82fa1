import { html, nothing, type TemplateResult } from 'lit';
import { branchName, municipalityName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { euros } from '../refusals.ts';
import { blockText } from '../staff/block-text.ts';
import { patronFacts } from '../staff/patron-facts.ts';
import type { FoundPatron, StaffPatron } from '../staff/staff-api.ts';
import { shortDate } from '../staff/words.ts';

/** What was looked for by an address of the page, as it is without scripts. */
export interface PlainLookUp {
  /** Those who were found by name; one of them may be chosen. */
  readonly found: readonly FoundPatron[];
  readonly patron: StaffPatron | undefined;
}

/** A patron to be read: what blocks the card, fees, loans and holds. What is done about them needs scripts. */
export function plainPatronPart(reader: Reader, { found, patron }: PlainLookUp): TemplateResult {
  const { t, locale } = reader;
  if (patron) return patronPart(reader, patron);
  if (found.length === 0) return html`<p role="status">${t('staff.find.none')}</p>`;
  return html`<ul class="region-versions">
    ${found.map(
      ({ id, name, birthDate, municipality }) =>
        html`<li>
          <a href=${`/staff/patrons?id=${encodeURIComponent(id)}`} translate="no">${name}</a>
          <span class="quiet"
            >${[birthDate && t('staff.born', { date: shortDate(birthDate, locale) }), municipalityName(municipality, locale)].filter(Boolean).join(' · ')}</span
          >
        </li>`,
    )}
  </ul>`;
}

function patronPart(reader: Reader, patron: StaffPatron): TemplateResult {
  const { t, locale } = reader;
  const { name, blocks, fees, loans, holds, debtCents } = patron;
  const list = (heading: string, rows: readonly string[]) =>
    html`<h3>${heading}</h3>
      ${rows.length === 0 ? html`<p class="quiet">${t('staff.none')}</p>` : html`<ul>${rows.map((row) => html`<li>${row}</li>`)}</ul>`}`; // prettier-ignore
  return html`<section aria-labelledby="plain-patron">
    <h2 id="plain-patron" translate="no">${name}</h2>
    <p class="quiet">${patronFacts(reader, patron)}</p>
    ${blocks.length === 0 ? nothing : blocks.map((block) => html`<p class="partial">${blockText(reader, patron, block)}</p>`)}
    ${list(
      t('staff.fees', { sum: euros(debtCents, locale) }),
      fees.map(({ kind, title, openCents }) =>
        [t(`staff.fee.${kind}`), title, euros(openCents, locale)].filter(Boolean).join(' · '),
      ),
    )}
    ${list(
      t('staff.loans', { n: loans.length }),
      loans.map(({ title, dueOn }) => `${title} · ${t('staff.due', { date: shortDate(dueOn, locale) })}`),
    )}
    ${list(
      t('staff.holds', { n: holds.length }),
      holds.map(
        ({ title, state, position = 0, pickupNumber = 0, pickupBranch }) =>
          `${title} · ${t(`staff.hold.${state}`, { position: String(position), number: String(pickupNumber) })} · ${branchName(pickupBranch, locale)}`,
      ),
    )}
  </section>`;
}
