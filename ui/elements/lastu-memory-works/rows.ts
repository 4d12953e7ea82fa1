import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { WorkSummary } from '../../../domain/discovery/schema.ts';
import { coverSvg } from '../../covers/cover.ts';
import { icon, icons } from '../../icons.ts';
import { facetLabel } from '../../labels.ts';
import { displayName, yearSpan } from '../../names.ts';
import type { MemoryEntry } from '../../memory/memory-list.ts';
import type { Reader } from '../../messages/messages.ts';
import type { Home } from '../../search/home.ts';
import type { Links } from '../../search/links.ts';
import { workAddress } from '../../search/work-address.ts';
import '../lastu-availability/lastu-availability.ts';

interface Row {
  readonly entry: MemoryEntry;
  readonly work: WorkSummary | 'gone' | undefined;
  readonly links: Links;
  readonly own: Home | undefined;
  remove(): void;
}

/** A work on the list: from what the list remembers, and from the catalogue as soon as that has answered. */
export function workRow({ t, locale }: Reader, { entry, work: told, links, own, remove }: Row): TemplateResult {
  const work = told === 'gone' ? undefined : told;
  const { id } = entry;
  const title = work?.title ?? entry.title;
  const names = (work?.authors ?? entry.authors).slice(0, 3).map(displayName);
  const years = work ? yearSpan(work) : '';
  const formats = work ? work.formats.map((format) => facetLabel('format', format, locale)).join(', ') : '';
  const address = workAddress(id, links);
  return html`<article>
    <span class="cover">${unsafeHTML(coverSvg({ id, title, author: names[0] }))}</span>
    <div>
      <h2>${told === 'gone' ? title : html`<a href=${address}>${title}</a>`}</h2>
      <p class="by">
        ${names.join(', ')} ${years === '' ? nothing : html`<span class="quiet figures">${years}</span>`}
      </p>
      ${formats === '' ? nothing : html`<p class="quiet">${formats}</p>`}
      ${told === 'gone' ? html`<p class="quiet">${t('memoryList.gone')}</p>` : nothing}
      ${
        work
          ? html`<lastu-availability
              lang=${locale}
              .availability=${work.availability}
              .formats=${work.formats}
              .home=${own}
            ></lastu-availability>`
          : html`<p class="waiting"></p>`
      }
    </div>
    <button type="button" class="remove" @click=${remove}>
      ${icon(icons.close)}<span class="words">${t('memoryList.remove')}</span><span class="unseen">: ${title}</span>
    </button>
  </article>`;
}

/** What stands where a work was, until the page is left. */
export const removedRow = ({ t }: Reader, { title }: MemoryEntry, takeBack: () => void): TemplateResult =>
  html`<p class="removed">
    ${t('memory.told.removed', { title })}
    <button type="button" class="undo" @click=${takeBack}>
      ${t('memory.undo')}<span class="unseen">: ${title}</span>
    </button>
  </p>`;
