import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Format } from '../domain/catalogue/schema.ts';
import { book } from './icon-lines.ts';

export * as icons from './icon-lines.ts';

/** Line drawings on a grid of 20, 1.4 thick, in the colour of the text. Always beside words, so hidden from assistive technology. */
const screen = 'M5.5 2.5h9v15h-9zM9 15h2';
const headphones = 'M3.5 15v-4.5a6.5 6.5 0 0 1 13 0V15M3.5 12h2.8v5H3.5zm13 0h-2.8v5h2.8z';
const paper = 'M3 4h11v12.5H4.5A1.5 1.5 0 0 1 3 15zM14 8h3v7a1.5 1.5 0 0 1-3 0M5.8 7h5.4M5.8 10h5.4M5.8 13h3.4';
const film = 'M3 4h14v12H3zM6.5 4v12M13.5 4v12M3 8h3.5M3 12h3.5M13.5 8H17M13.5 12H17';
const disc = 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zm0 5.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z';
const note =
  'M7.5 15V4.5l8-1.5v10.5M7.5 15a2.2 2 0 1 1-4.4 0 2.2 2 0 0 1 4.4 0zm8-1.5a2.2 2 0 1 1-4.4 0 2.2 2 0 0 1 4.4 0z';
const pad =
  'M6.5 6h7a4 4 0 0 1 4 4.5c-.2 2-.6 4-2.3 4-1.4 0-2-2-3.2-2H8c-1.2 0-1.8 2-3.2 2-1.7 0-2.1-2-2.3-4a4 4 0 0 1 4-4.5zM6 9.3h3M7.5 7.8v3M13 9.3h.1';
const die = 'M4 4h12v12H4zM7.5 7.5h.1M12.5 12.5h.1M10 10h.1';
const map = 'M3 5l4.5-1.5 5 1.5L17 3.5v11.5l-4.5 1.5-5-1.5L3 16.5zM7.5 3.5V15M12.5 5v11.5';
const picture = 'M3 4h14v12H3zM3 13.5l4-4 3.5 3.5 2.5-2.5 4 4M13 7.3h.1';
const globe = 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM2.5 10h15M10 2.5c-5 4.5-5 10.5 0 15 5-4.5 5-10.5 0-15z';
const box = 'M3.5 7L10 3.5 16.5 7v6.5L10 17l-6.5-3.5zM3.5 7L10 10.5 16.5 7M10 10.5V17';
const pen = 'M4 16l1-4 8.5-8.5 3 3L8 15zM11.5 5.5l3 3';

const ring = 'M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12z';

const formatIcons: Record<Format, string> = {
  book, ebook: screen, audiobook: headphones, eaudiobook: headphones, magazine: paper, newspaper: paper, article: paper,
  dvd: film, bluray: film, video: film, cd: disc, vinyl: disc, recording: disc, score: note, game: pad, boardgame: die,
  map, image: picture, online: globe, kit: box, object: box, manuscript: pen, other: box,
}; // prettier-ignore

export const formatIcon = (format: Format): TemplateResult => icon(formatIcons[format] ?? formatIcons.other);

/** The three meanings of availability, told apart by shape: a full disc, a half one, a ring. */
const standingIcons = {
  here: { line: ring, solid: ring },
  elsewhere: { line: ring, solid: 'M10 4a6 6 0 0 1 0 12z' },
  out: { line: `${ring}M7.5 10h5`, solid: '' },
} as const;
export type Standing = keyof typeof standingIcons;

export const icon = (line: string, solid?: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d=${line} />
    ${solid ? svg`<path class="solid" d=${solid} />` : nothing}
  </svg>`;

export const standingIcon = (standing: Standing): TemplateResult =>
  icon(standingIcons[standing].line, standingIcons[standing].solid);
