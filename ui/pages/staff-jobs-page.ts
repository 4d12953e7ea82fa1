import { html, type TemplateResult } from 'lit';
import '../elements/lastu-jobs/lastu-jobs.ts';
import type { Reader } from '../messages/messages.ts';
import { withoutScripts } from './staff-pages.ts';

/** What the service does in the background. */
export const jobsPage = (reader: Reader, admin: boolean): TemplateResult =>
  html`${withoutScripts(reader)}<lastu-jobs live lang=${reader.locale} ?admin=${admin}></lastu-jobs>`;
