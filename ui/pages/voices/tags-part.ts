import { html, nothing, type TemplateResult } from 'lit';
import type { WorkTag } from '../../../domain/tags/service.ts';
import type { Reader } from '../../messages/messages.ts';
import { searchAddress } from '../../search/address.ts';
import { workAddress } from '../../search/work-address.ts';
import { icon, icons } from '../../icons.ts';
import { reportTagPart } from './report-tag-part.ts';
import type { Visitor } from '../visitor-part.ts';

interface State {
  readonly reader: Reader;
  readonly work: string;
  readonly visitor: Visitor | undefined;
  readonly waiting: string | undefined;
  readonly tags: readonly WorkTag[];
  readonly suggestions: readonly string[];
}

/** What readers call a work, each word a search; and a form for one's own. */
export function tagsPart(state: State): TemplateResult {
  const { reader: { t }, tags, visitor, waiting } = state; // prettier-ignore
  return html`<section class="tags" id="tags" aria-labelledby="tags-title">
    <h3 id="tags-title">${t('tags.title')}</h3>
    ${
      tags.length === 0
        ? html`<p class="quiet">${t('tags.none')}</p>`
        : html`<ul class="tag-list">
            ${tags.map((tag) => html`<li>${tagPart(tag, state)}</li>`)}
          </ul>`
    }
    ${visitor && waiting === undefined ? form(state, visitor) : nothing}
    ${reportTagPart(state.reader, othersOf(tags), state.work)}
    <p><a class="action-link" href="/tags">${t('tags.all')}</a></p>
  </section>`;
}

/** Those that somebody else has given too, or alone. */
const othersOf = (tags: readonly WorkTag[]) =>
  tags.filter(({ yours, count }) => !yours || count > 1).map(({ text }) => text);

function tagPart({ key, text, count, yours, waits }: WorkTag, { reader: { t }, work, visitor }: State): TemplateResult {
  const remove = visitor && yours;
  return html`<a href=${searchAddress({ tag: [key] })} aria-label=${`${text}, ${t('tags.readers', { n: count })}`}
      >${text}${count > 1 ? html` <span class="quiet figures">${count}</span>` : nothing}</a
    >${waits ? html` <span class="quiet">${t('tags.waits')}</span>` : nothing}
    ${
      remove
        ? html`<form method="post" action=${`${workAddress(work)}/voices`}>
            <input type="hidden" name="csrf" value=${visitor.csrfToken} /><input
              type="hidden"
              name="tag"
              value=${text}
            />
            <button class="plain" name="do" value="untag" aria-label=${t('tags.remove', { tag: text })}>
              ${icon(icons.close)}
            </button>
          </form>`
        : nothing
    }`;
}

function form({ reader: { t }, work, suggestions }: State, visitor: Visitor): TemplateResult {
  return html`<form method="post" action=${`${workAddress(work)}/voices`} class="tag-form">
    <input type="hidden" name="csrf" value=${visitor.csrfToken} />
    <div class="field">
      <label for="tag">${t('tags.add')}</label>
      <p class="field-hint" id="tag-hint">${t('tags.hint')}</p>
      <input
        id="tag"
        name="tag"
        maxlength="60"
        autocomplete="off"
        list="tag-words"
        aria-describedby="tag-hint"
        data-tag
      />
      <datalist id="tag-words">${suggestions.map((word) => html`<option value=${word}></option>`)}</datalist>
    </div>
    <button class="second" name="do" value="tag">${t('tags.button')}</button>
  </form>`;
}
