import { html, nothing, type TemplateResult } from 'lit';
import '../elements/lastu-reindex/lastu-reindex.ts';
import '../elements/lastu-synonyms/lastu-synonyms.ts';
import type { Reader } from '../messages/messages.ts';
import { withoutScripts } from './staff-pages.ts';

export const reindexPage = (reader: Reader): TemplateResult =>
  html`${withoutScripts(reader)}<lastu-reindex live lang=${reader.locale}></lastu-reindex>`;

/** `word` is one that a group is to be written for. */
export const synonymsPage = (reader: Reader, word?: string): TemplateResult =>
  html`${withoutScripts(reader)}<lastu-synonyms live word=${word ?? nothing} lang=${reader.locale}></lastu-synonyms>`;
