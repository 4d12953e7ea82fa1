import { html, nothing, type TemplateResult } from 'lit';
import { locales } from '../../../config/locales.ts';
import type { ListText } from '../../../domain/lists/schema.ts';
import { choicePart, fieldPart, textAreaPart, noticePart } from '../form-parts.ts';
import { hidden } from './entry-part.ts';
import { viewAddress, type ListConflict, type ListState } from './list-state.ts';

export const visibilities = ['private', 'link', 'public'] as const;
export const orders = ['hand', 'title', 'author', 'year', 'added'] as const;

/**
 * What is said of a list, to be changed: who sees it, and under whose name, is the owner's to say. Of a stale change both versions
 * are shown.
 */
export function settingsPart(state: ListState): TemplateResult {
  const { reader: { t }, list, role, conflict, typed, view } = state; // prettier-ignore
  const stale = conflict && !('entry' in conflict) ? conflict : undefined;
  const own = typed && !('entry' in typed) ? typed : undefined;
  const shown: ListText = { ...list, ...stale?.yours, ...own };
  return html`<details class="change" id="settings" ?open=${stale !== undefined || own !== undefined}>
    <summary>${t('list.settings')}</summary>
    ${stale ? stalePart(state, stale) : nothing}
    <form method="post" action=${viewAddress(list.id, view)} class="form" data-in-place>
      ${hidden(state)}<input type="hidden" name="version" value=${stale?.version ?? list.version} />
      ${fieldPart({ name: 'title', label: t('list.title'), value: shown.title, required: true })}
      ${textAreaPart({ id: 'description', name: 'description', label: t('list.description'), value: shown.description, rows: 4, longest: 5_000 })}
      ${
        role === 'owner'
          ? html`${visibilityPart(state.reader, shown.visibility)}
            ${fieldPart({ name: 'byline', label: t('list.byline'), hint: t('list.bylineHint'), value: shown.byline })}`
          : nothing
      }
      ${choicePart({ name: 'usual', label: t('list.usualOrder'), chosen: shown.order, options: orders.map((one) => [one, t(`list.order.${one}`)]) })}
      ${choicePart({ name: 'language', label: t('list.language'), chosen: shown.language, options: locales.map((one) => [one, t(`account.settings.lang.${one}`)]) })}
      <button class="action" name="do" value="settings">${t('list.save')}</button>
    </form>
  </details>`;
}

/** Who sees a list. */
export const visibilityPart = ({ t }: ListState['reader'], chosen: ListText['visibility']): TemplateResult =>
  html`<fieldset class="checks">
    <legend>${t('list.visibleTo')}</legend>
    ${visibilities.map(
      (one) =>
        html`<label>
          <input type="radio" name="visibility" value=${one} ?checked=${one === chosen} />
          <span>${t(`list.visibility.${one}`)} <span class="quiet">${t(`list.visibility.hint.${one}`)}</span></span>
        </label>`,
    )}
  </fieldset>`;

function stalePart(
  { reader: { t } }: ListState,
  { current, yours }: Exclude<ListConflict, { entry: string }>,
): TemplateResult {
  const words: Record<keyof ListText, { name: string; said: string }> = {
    title: { name: t('list.title'), said: current.title },
    description: { name: t('list.description'), said: current.description },
    byline: { name: t('list.byline'), said: current.byline },
    visibility: { name: t('list.visibleTo'), said: t(`list.visibility.${current.visibility}`) },
    order: { name: t('list.usualOrder'), said: t(`list.order.${current.order}`) },
    language: { name: t('list.language'), said: t(`account.settings.lang.${current.language}`) },
  };
  const names = ['title', 'description', 'byline', 'visibility', 'order', 'language'] as const;
  const differing = names.filter((name) => yours[name] !== undefined && yours[name] !== current[name]);
  return html`${noticePart({ tone: 'refused', text: t('list.stale') })}
    <p class="field-name">${t('list.nowSays')}</p>
    <dl class="hold-facts stale">
      ${differing.map(
        (name) =>
          html`<div>
            <dt>${words[name].name}</dt>
            <dd>${words[name].said}</dd>
          </div>`,
      )}
    </dl>`;
}
