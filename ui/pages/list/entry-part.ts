import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { ShownEntry } from '../../../domain/lists/entries.ts';
import type { WorkSummary } from '../../../domain/discovery/schema.ts';
import { coverSvg } from '../../covers/cover.ts';
import { icon, icons, standingIcon } from '../../icons.ts';
import { facetLabel } from '../../labels.ts';
import { displayName, yearSpan } from '../../names.ts';
import { standingOf } from '../../search/home.ts';
import { workAddress } from '../../search/work-address.ts';
import { textAreaPart, noticePart } from '../form-parts.ts';
import { canMove, mayWrite, viewAddress, type ListConflict, type ListState } from './list-state.ts';

/** A work in a list: what it is, where it can be had, what is written of it, and what whoever may write can do with it. */
export function entryPart(state: ListState, { entry, work }: ShownEntry, place: number): TemplateResult {
  const { reader: { t, locale }, home, view } = state; // prettier-ignore
  const { _id: id, note } = entry;
  const title = work?.title ?? entry.title;
  const authors = (work?.authors ?? entry.authors).slice(0, 3).map(displayName);
  const years = work ? yearSpan(work) : String(entry.year ?? '');
  const writes = mayWrite(state);
  const stale = state.conflict && 'entry' in state.conflict && state.conflict.entry === id ? state.conflict : undefined;
  return html`<li class="entry" id=${`entry-${id}`} data-entry=${id} data-title=${title}>
    ${canMove(state) ? html`<span class="grip" data-grip hidden title=${t('list.drag')}>${icon(icons.grip)}</span>` : nothing}
    <span class="place figures">${place}</span>
    <span class="cover">${unsafeHTML(coverSvg({ id: entry.work, title, author: authors[0] }))}</span>
    <div class="entry-words">
      <h2>${work ? html`<a href=${workAddress(work.id, home)}>${title}</a>` : title}</h2>
      <p>${authors.join(', ')} ${years === '' ? nothing : html`<span class="quiet figures">${years}</span>`}</p>
      ${work ? html`<p class="quiet formats">${work.formats.map((format) => facetLabel('format', format, locale)).join(', ')}</p>` : nothing}
      ${work ? standingPart(state, work) : html`<p class="quiet">${t('list.gone')}</p>`}
      ${note === '' || stale ? nothing : html`<p class="entry-note">${note}</p>`}
      ${writes ? noteForm(state, { id, version: entry.version, note, title }, stale) : nothing}
    </div>
    ${
      writes
        ? html`<form method="post" action=${viewAddress(state.list.id, view)} class="entry-acts" data-in-place>
            ${hidden(state)}<input type="hidden" name="entry" value=${id} />
            ${
              canMove(state)
                ? html`<button name="do" value="up" ?disabled=${place === 1} aria-label=${t('list.up', { title })}>
                      ${icon(icons.up)}</button
                    ><button
                      name="do"
                      value="down"
                      ?disabled=${place === state.total}
                      aria-label=${t('list.down', { title })}
                    >
                      ${icon(icons.down)}
                    </button>`
                : nothing
            }
            <button name="do" value="remove" aria-label=${t('list.removeOf', { title })} title=${t('list.remove')}>
              ${icon(icons.close)}
            </button>
          </form>`
        : nothing
    }
  </li>`;
}

/** What every form of a list brings. */
export const hidden = ({ visitor }: Pick<ListState, 'visitor'>): TemplateResult =>
  html`<input type="hidden" name="csrf" value=${visitor?.csrfToken ?? ''} />`;

interface NoteForm {
  readonly id: string;
  readonly version: number;
  readonly note: string;
  readonly title: string;
}

/** Changing a note in place. Of a stale change both versions are shown, and saving again is a decision. */
function noteForm(
  state: ListState,
  { id, version, note, title }: NoteForm,
  stale: Extract<ListConflict, { entry: string }> | undefined,
): TemplateResult {
  const { t } = state.reader;
  const words = note === '' ? 'list.addNote' : 'list.changeNote';
  const typed = state.typed && 'entry' in state.typed && state.typed.entry === id ? state.typed.note : undefined;
  return html`<details class="note-form" ?open=${stale !== undefined || typed !== undefined}>
    <summary aria-label=${t(`${words}Of`, { title })}>${t(words)}</summary>
    ${
      stale
        ? html`${noticePart({ tone: 'refused', text: t('list.noteStale') })}
            <p class="field-name">${t('list.nowSays')}</p>
            <blockquote class="entry-note">${stale.current === '' ? t('list.saysNothing') : stale.current}</blockquote>`
        : nothing
    }
    <form method="post" action=${viewAddress(state.list.id, state.view)} class="form" data-in-place>
      ${hidden(state)}<input type="hidden" name="entry" value=${id} />
      <input type="hidden" name="version" value=${stale?.version ?? version} />
      ${textAreaPart({ id: `note-${id}`, name: 'note', label: stale ? t('list.yours') : t('list.note'), about: title, value: stale?.yours ?? typed ?? note, rows: 4, longest: 2_000 })}
      <button class="second" name="do" value="note">${t('list.saveNote')}</button>
    </form>
  </details>`;
}

function standingPart({ reader: { t }, own }: ListState, { availability, formats }: WorkSummary): TemplateResult {
  const { here, elsewhere } = standingOf(availability, own);
  const online = availability.total === 0 && formats.some((one) => one === 'ebook' || one === 'eaudiobook' || one === 'online'); // prettier-ignore
  if (online) return html`<p class="standing here">${standingIcon('here')} ${t('availability.online')}</p>`;
  const standing = (here?.available ?? 0) > 0 ? 'here' : elsewhere.available > 0 ? 'elsewhere' : 'out';
  const words = {
    here: t('availability.here', { place: own?.name ?? '' }),
    elsewhere: t('availability.region', { n: elsewhere.branches }),
    out: availability.total > 0 ? t('availability.out') : t('availability.none'),
  };
  return html`<p class="standing ${standing}">${standingIcon(standing)} ${words[standing]}</p>`;
}
