import { curl } from '../curl.ts';
import { coverSvg, type CoverSubject } from './cover.ts';
import { fitLine, fitTitle } from './fit-title.ts';
import { inSrgb } from './srgb.ts';
import { escapedXml } from './xml.ts';

export const cardSize = { width: 1200, height: 630 } as const;

interface CardSubject extends CoverSubject {
  /** A line under the author: years and formats. */
  readonly about?: string | undefined;
  /** Whose page it is. */
  readonly site: string;
}

/**
 * What a link to a work looks like where it is shared: its cover on paper, the title and the author beside it, as an SVG of
 * 1200 × 630 for a renderer that knows sRGB and the fonts Literata and Source Sans 3. Pure.
 */
export function cardSvg({ id, title, author = '', about = '', site }: CardSubject): string {
  const { width, height } = cardSize;
  const fitted = fitTitle(title, { width: 660 / scale, height: 300 / scale });
  const size = fitted.size * scale;
  const lines = fitted.lines.map(
    (line, index) => `<tspan x="${left}" y="${140 + size * (0.7 + index * 1.2)}">${escapedXml(line)}</tspan>`,
  );
  const below = 140 + size * (0.7 + (fitted.lines.length - 1) * 1.2);
  return inSrgb(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<path fill="oklch(0.975 0.008 85)" d="M0 0h${width}v${height}H0z"/>` +
      `<path fill="oklch(0.3 0.02 60)" fill-opacity=".12" d="M80 76h326v489H80z" transform="translate(6 8)"/>` +
      coverSvg({ id, title, author }).replace('<svg ', '<svg x="80" y="76" width="326" height="489" ') +
      `<g fill="oklch(0.24 0.02 60)">` +
      `<text font-family="Literata" font-weight="500" font-size="${size}">${lines.join('')}</text>` +
      words(author, { y: below + 62, size: 34 }) +
      `</g><g fill="oklch(0.45 0.02 60)">${words(about, { y: below + 112, size: 26 })}` +
      `<text x="${left}" y="560" font-family="Literata" font-weight="500" font-size="34">${escapedXml(site)}</text></g>` +
      `<path fill="none" stroke="oklch(0.43 0.085 242)" stroke-width="2.6" stroke-linecap="round" ` +
      `transform="translate(1000 560) scale(1.6)" d="M-103 0L${curl.slice(1)}"/></svg>`,
  );
}

const left = 470;
/** Sizes of `fitTitle` are those of a cover; a card is read from as far. */
const scale = 3.5;

/** One line, shortened where it is too long for the card. */
function words(text: string, { y, size }: { y: number; size: number }): string {
  if (text.trim() === '') return '';
  return `<text x="${left}" y="${Math.round(y)}" font-family="Source Sans 3" font-size="${size}">${escapedXml(fitLine(text.trim(), 660 / size))}</text>`;
}
