import { curl } from '../curl.ts';
import { clothOf, hashOf } from './cloth.ts';

/** The cover of a work without the print on it: its cloth and the curl. Stands for `cover.ts` where every byte counts. */
export function coverSvg({ id }: { readonly id: string }): string {
  const { ground, foil } = clothOf(hashOf(id));
  return (
    `<svg viewBox="0 0 120 180" aria-hidden="true" focusable="false"><path fill="${ground}" d="M0 0h120v180H0z"/>` +
    `<path stroke="#000" stroke-opacity=".16" stroke-width="1.4" d="M7.5 0v180"/><path fill="none" stroke="${foil}" ` +
    `stroke-width="1.7" stroke-linecap="round" transform="translate(84 154)scale(.66)" d="M-103 0L${curl.slice(1)}"/></svg>`
  );
}
