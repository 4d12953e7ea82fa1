import { html, type TemplateResult } from 'lit';
import '../elements/lastu-harvests/lastu-harvests.ts';
import '../elements/lastu-import/lastu-import.ts';
import '../elements/lastu-imports/lastu-imports.ts';
import '../elements/lastu-sources/lastu-sources.ts';
import type { Reader } from '../messages/messages.ts';
import { withoutScripts } from './staff-pages.ts';

/** All imports, or the one with this id. */
export const importsPage = (reader: Reader, id: string | undefined): TemplateResult =>
  id === undefined
    ? html`${withoutScripts(reader)}<lastu-imports live lang=${reader.locale}></lastu-imports>
        <lastu-harvests live lang=${reader.locale} class="staff-further"></lastu-harvests>
        <lastu-sources live lang=${reader.locale} class="staff-further"></lastu-sources>`
    : html`${withoutScripts(reader)}<lastu-import live lang=${reader.locale} import=${id}></lastu-import>`;
