import { html, svg, type TemplateResult } from 'lit';
import type { Reader } from '../../messages/messages.ts';

/** A star on a grid of 20. */
const star = 'M10 2.4l2.3 5 5.4.6-4 3.7 1.1 5.4-4.8-2.7-4.8 2.7 1.1-5.4-4-3.7 5.4-.6z';
const row = [0, 20, 40, 60, 80];

/** The half stars one may give, in the order of a group of radio buttons. */
export const halves = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5] as const;

/** "4½", "3": stars as one says them. */
export const starsText = ({ t, locale }: Reader, stars: number): string =>
  t('voices.average', { average: oneDecimal(stars, locale) });

export const oneDecimal = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);

/** Five stars, as many of them full as were given: a picture that says its number. */
export const starsPart = (reader: Reader, stars: number): TemplateResult =>
  html`<svg class="stars" viewBox="0 0 100 20" role="img" aria-label=${starsText(reader, stars)}>
    ${row.map((x) => svg`<path class="empty" d=${star} transform=${`translate(${x} 0)`} />`)}
    <svg width=${stars * 20} height="20" viewBox=${`0 0 ${stars * 20} 20`}>
      ${row.map((x) => svg`<path class="full" d=${star} transform=${`translate(${x} 0)`} />`)}
    </svg>
  </svg>`;

/** Stars to choose from: radio buttons, so that arrow keys move among them; each half of a star is one. */
export function starsField(reader: Reader, legend: string, chosen: number | undefined): TemplateResult {
  return html`<fieldset class="rate-stars">
    <legend>${legend}</legend>
    <div>
      ${halves.map(
        (value) =>
          html`<label class=${value === 1 ? 'whole' : value % 1 === 0 ? 'end' : 'begin'}>
            <input type="radio" name="stars" value=${value} ?checked=${value === chosen} />
            <svg viewBox=${value === 1 ? '0 0 20 20' : value % 1 === 0 ? '10 0 10 20' : '0 0 10 20'} aria-hidden="true">
              <path d=${star} />
            </svg>
            <span class="unseen">${starsText(reader, value)}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}
