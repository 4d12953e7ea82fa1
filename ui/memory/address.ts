import { linkParameters, type Links } from '../search/links.ts';

/** The address of the page with the memory list. */
export function memoryListAddress({ base = '', home }: Links = {}): string {
  const kept = new URLSearchParams(linkParameters({ home })).toString();
  return `${base}/memory-list${kept === '' ? '' : `?${kept}`}`;
}
