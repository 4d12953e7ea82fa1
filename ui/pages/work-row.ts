import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { WorkSummary } from '../../domain/discovery/schema.ts';
import { coverSvg } from '../covers/cover.ts';
import { displayName } from '../names.ts';
import type { Reader } from '../messages/messages.ts';
import { workAddress } from '../search/work-address.ts';

export interface WorkRow {
  readonly reader: Reader;
  readonly name: string;
  readonly works: readonly RowWork[];
  /** Of its heading. */
  readonly level?: 2 | 3;
  /** Why these works. */
  readonly about?: string | undefined;
  /** The search that the row is the beginning of. */
  readonly all?: string | undefined;
  /** Kept in the addresses of the works. */
  readonly home?: string | undefined;
  /** The work whose page this is, told apart in the row. */
  readonly current?: string | undefined;
  /** What stands before a title: its number in the series. */
  readonly numberOf?: ((work: RowWork) => string | undefined) | undefined;
}

export type RowWork = Pick<WorkSummary, 'id' | 'title' | 'authors'> & Partial<Pick<WorkSummary, 'series'>>;

/** Works side by side by their covers; nothing where there are none. */
export function workRow({
  reader: { t },
  name,
  level = 2,
  works,
  about,
  all,
  home,
  current,
  numberOf,
}: WorkRow): TemplateResult | typeof nothing {
  if (works.length === 0) return nothing;
  return html`
    <section class="row">
      <div class="row-head">
        ${level === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
        ${all === undefined ? nothing : html`<a href=${all} aria-label=${t('front.allOf', { what: name })}>${t('front.all')}</a>`}
      </div>
      ${about === undefined ? nothing : html`<p class="quiet row-about">${about}</p>`}
      <ul>
        ${works.map((work) => {
          const { id, title, authors } = work;
          const author = authors[0] === undefined ? undefined : displayName(authors[0]);
          const number = numberOf?.(work);
          return html`<li>
            <a href=${workAddress(id, home)} aria-current=${id === current ? 'page' : nothing}>
              <span class="cover">${unsafeHTML(coverSvg({ id, title, author }))}</span>
              <span class="title"
                >${number === undefined ? nothing : html`<span class="figures">${number}</span> `}${title}</span
              >
              ${author === undefined ? nothing : html`<span class="author">${author}</span>`}
              ${id === current ? html`<span class="author">${t('work.this')}</span>` : nothing}
            </a>
          </li>`;
        })}
      </ul>
    </section>
  `;
}
