import { curl } from '../curl.ts';
import { clothOf, hashOf } from './cloth.ts';
import { fitLine, fitTitle } from './fit-title.ts';
import { escapedXml } from './xml.ts';

export interface CoverSubject {
  readonly id: string;
  readonly title: string;
  readonly author?: string | undefined;
}

const width = 120;
const height = 180;

/**
 * A drawn cover, 2 : 3, as an SVG of about a kilobyte: a ground of woven cloth picked from the work's id, the title in
 * the book serif, the author, and the curl as a mark. Pure: the same work always wears the same cover. Decorative, so
 * hidden from assistive technology: the title stands in words beside it.
 */
export function coverSvg({ id, title, author = '' }: CoverSubject): string {
  const hash = hashOf(id);
  const { ground, text, foil } = clothOf(hash);
  const low = ((hash >>> 9) & 1) === 1;
  const fitted = fitTitle(title, { width: 94, height: 96 });
  const block = fitted.lines.length * fitted.size * 1.22;
  const top = low ? Math.max(30, 134 - block) : 30;
  const lines = fitted.lines.map(
    (line, index) =>
      `<tspan x="16" y="${round(top + fitted.size * (0.95 + index * 1.22))}">${escapedXml(line)}</tspan>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">` +
    `<path fill="${ground}" d="M0 0h${width}v${height}H0z"/>` +
    `<g fill="none" stroke="${text}" stroke-opacity=".07"><path stroke-width="120" stroke-dasharray=".6 1.1" d="M60 0v180"/>` +
    `<path stroke-width="180" stroke-dasharray=".6 1.1" d="M0 90h120"/></g>` +
    `<path stroke="#000" stroke-opacity=".16" stroke-width="1.4" d="M7.5 0v180"/>` +
    `<g fill="none" stroke="${foil}" stroke-width="1.1" stroke-linecap="round">${ornament(low)}</g>` +
    `<g fill="${text}" font-family="Literata,Georgia,serif">` +
    `<text font-size="${fitted.size}" font-weight="500">${lines.join('')}</text>` +
    `${authorLine(author, low)}</g></svg>`
  );
}

/** The curl under the title's block, or above it where the title sits low. */
function ornament(low: boolean): string {
  return `<path transform="translate(${low ? '84 40' : '84 154'}) scale(.66)" d="M-103 0L${curl.slice(1)}"/>`;
}

function authorLine(author: string, low: boolean): string {
  const name = author.trim();
  if (name === '') return '';
  return `<text x="16" y="${low ? 160 : 170}" font-size="8.2">${escapedXml(fitLine(name, 94 / 8.2))}</text>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
