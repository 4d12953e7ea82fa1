import { html, nothing, type TemplateResult } from 'lit';
import '../elements/lastu-desk/lastu-desk.ts';
import '../elements/lastu-staff-patrons/lastu-staff-patrons.ts';
import '../elements/lastu-transports/lastu-transports.ts';
import type { Reader } from '../messages/messages.ts';
import { plainPatronPart, type PlainLookUp } from './plain-patron-part.ts';
import { withoutScripts } from './staff-pages.ts';

export const deskPage = (reader: Reader): TemplateResult =>
  html`${withoutScripts(reader)}<lastu-desk live lang=${reader.locale}></lastu-desk>`;

export const transportsPage = (reader: Reader): TemplateResult =>
  html`${withoutScripts(reader)}<lastu-transports live lang=${reader.locale}></lastu-transports>`;

/** Without scripts the form of the element leads to the page's own address, where what was found is read. */
export const staffPatronsPage = (reader: Reader, lookUp: PlainLookUp | undefined): TemplateResult =>
  html`<lastu-staff-patrons live lang=${reader.locale}></lastu-staff-patrons>
    ${lookUp ? plainPatronPart(reader, lookUp) : nothing}`;
