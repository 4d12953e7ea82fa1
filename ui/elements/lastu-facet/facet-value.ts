import { html, nothing, type TemplateResult } from 'lit';
import type { FacetValue } from '../../../domain/discovery/schema.ts';
import { icon, icons } from '../../icons.ts';
import type { Reader } from '../../messages/messages.ts';

/** A value as a link that adds it to the search or takes it away, with its count where that tells something. */
export function facetValue(
  { value, label, count, selected }: Omit<FacetValue, 'count'> & { count: number | undefined },
  address: string,
  { t, locale }: Reader,
): TemplateResult {
  return html`<a
    part="value"
    class=${selected ? 'chosen' : ''}
    href=${address}
    data-value=${value}
    rel="nofollow"
    aria-current=${selected ? 'true' : nothing}
    ><span class="mark">${selected ? icon(icons.check) : nothing}</span
    ><span class="label"
      >${label}${selected ? html`<span class="unseen">, ${t('filters.selected')}</span>` : nothing}</span
    >${
      count === undefined
        ? nothing
        : html`<span class="count"
            ><span aria-hidden="true">${count.toLocaleString(locale)}</span
            ><span class="unseen">, ${t('results.count', { n: count })}</span></span
          >`
    }</a
  >`;
}

/** Draws an element's links anew with the one in focus still in focus, wherever its place is now. */
export function keepingFocus(root: ShadowRoot | null, draw: () => void): void {
  const focused = root?.activeElement;
  const value = focused instanceof HTMLElement ? focused.dataset['value'] : undefined;
  draw();
  if (value === undefined) return;
  const same = [...(root?.querySelectorAll<HTMLElement>('a[data-value]') ?? [])].find(
    (link) => link.dataset['value'] === value,
  );
  if (same && same !== root?.activeElement) same.focus();
}
