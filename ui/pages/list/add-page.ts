import { html, nothing, type TemplateResult } from 'lit';
import type { Reader } from '../../messages/messages.ts';
import { workAddress } from '../../search/work-address.ts';
import { fieldPart, noticePart } from '../form-parts.ts';
import type { Visitor } from '../visitor-part.ts';
import { hidden } from './entry-part.ts';
import { listPath, type ListNote } from './list-state.ts';

export interface AddState {
  readonly reader: Reader;
  readonly visitor: Visitor;
  readonly work: { readonly id: string; readonly title: string };
  readonly lists: readonly {
    readonly id: string;
    readonly title: string;
    readonly count: number;
    /** The work's entry, where the list has it. */
    readonly entry: string | undefined;
  }[];
  readonly note?: ListNote | undefined;
  readonly waiting: string | undefined;
}

/** The page that adds a work to lists; also what the dialog of a work shows. */
export const addToListAddress = (work: string): string => `${workAddress(work)}/lists`;

export function addToListPage(state: AddState): TemplateResult {
  const { reader: { t }, work, lists, note, waiting } = state; // prettier-ignore
  return html`<div class="narrow add-to-list" id="in-dialog">
    <h1>${t('list.addTitle')}</h1>
    <p class="hold-work"><cite>${work.title}</cite></p>
    ${noticePart(note)} ${waiting === undefined ? nothing : noticePart({ tone: 'done', text: waiting })}
    ${
      lists.length === 0
        ? nothing
        : html`<ul class="choose-list">
            ${lists.map((one) => rowPart(state, one))}
          </ul>`
    }
    ${
      waiting === undefined
        ? html`<form method="post" action=${addToListAddress(work.id)} class="form in-line">
            ${hidden(state)}
            ${fieldPart({ id: 'new-list', name: 'title', label: t('list.new'), required: true, longest: 200 })}
            <button class=${lists.length === 0 ? 'action' : 'second'} name="do" value="make">
              ${t('list.addToNew')}
            </button>
          </form>`
        : nothing
    }
    <p class="aside">
      <a href=${workAddress(work.id)} data-close data-close-words=${t('list.close')}>${t('list.backToWork')}</a>
      <a href="/account/lists">${t('list.all')}</a>
    </p>
  </div>`;
}

function rowPart(state: AddState, { id, title, count, entry }: AddState['lists'][number]): TemplateResult {
  const { reader: { t }, work, waiting } = state; // prettier-ignore
  const act = entry === undefined ? 'add' : 'takeOut';
  return html`<li>
    <span
      ><a href=${listPath(id)}>${title}</a>
      <span class="quiet">${entry === undefined ? t('list.count', { n: count }) : t('list.isIn')}</span></span
    >
    ${
      waiting === undefined
        ? html`<form method="post" action=${addToListAddress(work.id)}>
            ${hidden(state)}<input type="hidden" name="list" value=${id} />
            ${entry === undefined ? nothing : html`<input type="hidden" name="entry" value=${entry} />`}
            <button
              class="second"
              name="do"
              value=${act}
              aria-label=${t(act === 'add' ? 'list.addTo' : 'list.takeOutOf', { title })}
            >
              ${t(`list.${act}`)}
            </button>
          </form>`
        : nothing
    }
  </li>`;
}
