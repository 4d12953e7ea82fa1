import { html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import '../elements/lastu-harvests/lastu-harvests.ts';
import '../elements/lastu-import/lastu-import.ts';
import { progressPart } from '../elements/lastu-import/progress.ts';
import '../elements/lastu-imports/lastu-imports.ts';
import { historyPart } from '../elements/lastu-imports/history-part.ts';
import '../elements/lastu-sources/lastu-sources.ts';
import type { Reader } from '../messages/messages.ts';
import type { Import } from '../staff/imports-api.ts';
import { importName } from '../staff/imports-words.ts';
import { withoutScripts } from './staff-pages.ts';

/** All imports as they stand, which scripts then follow. */
export const importsPage = (reader: Reader, items: readonly Import[]): TemplateResult =>
  html`${withoutScripts(reader)}${refresh(reader, '/staff/imports')}
    <lastu-imports live lang=${reader.locale}
      ><div class="staff-table">${historyPart(reader, items)}</div></lastu-imports
    >
    <lastu-harvests live lang=${reader.locale} class="staff-further"></lastu-harvests>
    <lastu-sources live lang=${reader.locale} class="staff-further"></lastu-sources>`;

/** One import, as far as it has come. */
export const importPage = (reader: Reader, report: Import): TemplateResult =>
  html`${withoutScripts(reader)}${refresh(reader, `/staff/imports/${encodeURIComponent(report.id)}`)}
    <lastu-import live lang=${reader.locale} import=${report.id}
      ><h2>${importName(reader, report)}</h2>
      ${progressPart(reader, report)}</lastu-import
    >`;

/** The way to see it further without scripts; see `withoutScripts`. The address is our own, encoded. */
const refresh = ({ t }: Reader, address: string) =>
  unsafeHTML(`<noscript><p class="staff-acts"><a href="${address}">${t('imports.refresh')}</a></p></noscript>`);
