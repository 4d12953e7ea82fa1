import { html, type TemplateResult } from 'lit';
import '../elements/lastu-desk/lastu-desk.ts';
import '../elements/lastu-staff-patrons/lastu-staff-patrons.ts';
import '../elements/lastu-transports/lastu-transports.ts';
import type { Reader } from '../messages/messages.ts';
import { withoutScripts } from './staff-pages.ts';

export const deskPage = (reader: Reader): TemplateResult =>
  html`${withoutScripts(reader)}<lastu-desk live lang=${reader.locale}></lastu-desk>`;

export const transportsPage = (reader: Reader): TemplateResult =>
  html`${withoutScripts(reader)}<lastu-transports live lang=${reader.locale}></lastu-transports>`;

export const staffPatronsPage = (reader: Reader): TemplateResult =>
  html`${withoutScripts(reader)} <lastu-staff-patrons live lang=${reader.locale}></lastu-staff-patrons>`;
