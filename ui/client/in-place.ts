import { readWish, searchAddress } from '../search/address.ts';
import { readLinks } from '../search/links.ts';

/** Which links of a page are searches that can be shown in place. */

/** The search a click leads to; nothing where the browser should follow it: other pages, new tabs, other buttons. */
export function searchOfClick(event: MouseEvent): URL | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined;
  const link = linkOf(event);
  return link?.target === '' ? searchOfLink(link) : undefined;
}

export const linkOf = (event: Event): HTMLAnchorElement | undefined =>
  event.composedPath().find((one) => one instanceof HTMLAnchorElement);

export function searchOfLink(link: HTMLAnchorElement): URL | undefined {
  if (link.dataset['language']) return undefined;
  const address = new URL(link.href);
  const fragment = address.hash !== '' && address.search === location.search;
  return address.origin === location.origin && address.pathname === '/search' && !fragment ? address : undefined;
}

/** The same search without empty fields and defaults. */
export const shortest = ({ searchParams }: URL): URL =>
  new URL(searchAddress(readWish(searchParams), readLinks(searchParams)), location.href);
