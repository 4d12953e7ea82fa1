import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import '../elements/lastu-desk/lastu-desk.ts';
import '../elements/lastu-staff-patrons/lastu-staff-patrons.ts';
import '../elements/lastu-transports/lastu-transports.ts';
import { municipalityName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';

/** The pages of staff, in the order in which they are offered. */
const staffPages = [
  { address: '/staff/desk', name: 'staff.desk', lead: 'staff.desk.lead' },
  { address: '/staff/transports', name: 'staff.transports', lead: 'staff.transports.lead' },
  { address: '/staff/patrons', name: 'staff.patrons', lead: 'staff.patrons.lead' },
  { address: '/staff/rules', name: 'staff.rules', lead: 'staff.rules.lead' },
] as const;

/** Who works here. */
export interface Worker {
  readonly name: string;
  readonly serves: string | undefined;
  readonly isAdmin: boolean;
}

export function staffFrontPage({ t, locale }: Reader, { name, serves }: Worker): TemplateResult {
  return html`<div class="staff">
    <h1>${t('staff.hello', { name: name.split(' ')[0] ?? name })}</h1>
    ${serves === undefined ? '' : html`<p>${t('staff.serves', { municipality: municipalityName(serves, locale) })}</p>`}
    <ul class="staff-doors">
      ${staffPages.map(
        ({ address, name, lead }) =>
          html`<li>
            <a href=${address}>${t(name)}</a>
            <p>${t(lead)}</p>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** A page of staff around what it is for, with the way to the others. */
export function staffPage({ t }: Reader, current: (typeof staffPages)[number]['name'], main: TemplateResult) {
  return html`<div class="staff">
    <nav class="staff-ways" aria-label=${t('staff.title')}>
      <ul>
        ${staffPages.map(
          ({ address, name }) =>
            html`<li><a href=${address} aria-current=${name === current ? 'page' : nothing}>${t(name)}</a></li>`,
        )}
      </ul>
    </nav>
    <h1>${t(current)}</h1>
    ${main}
  </div>`;
}

export const deskPage = (reader: Reader): TemplateResult =>
  staffPage(reader, 'staff.desk', html`${withoutScripts(reader)}<lastu-desk live lang=${reader.locale}></lastu-desk>`);

export const transportsPage = (reader: Reader): TemplateResult =>
  staffPage(
    reader,
    'staff.transports',
    html`${withoutScripts(reader)}<lastu-transports live lang=${reader.locale}></lastu-transports>`,
  );

export const staffPatronsPage = (reader: Reader, { isAdmin }: Worker): TemplateResult =>
  staffPage(
    reader,
    'staff.patrons',
    html`${withoutScripts(reader)}
      <lastu-staff-patrons live lang=${reader.locale} ?admin=${isAdmin}></lastu-staff-patrons>`,
  );

/** Parsers take what is in a `noscript` for text, so no template can have a place in it. The words are our own. */
const withoutScripts = ({ t }: Reader) =>
  unsafeHTML(`<noscript><p class="partial">${t('staff.noScript')}</p></noscript>`);
