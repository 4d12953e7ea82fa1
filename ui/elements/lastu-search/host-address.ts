import { readWish, searchParameters } from '../../search/address.ts';
import type { Wish } from '../../search/state.ts';

/**
 * A search kept in the address of a page that is not ours: as one parameter, all others left as they are written, to the letter.
 * Pure.
 */
export function withSearch(address: string, name: string, wish: Wish): string {
  const { origin, pathname, search, hash } = new URL(address);
  const kept = search.slice(1).split('&').filter((part) => part !== '' && !part.startsWith(`${name}=`)); // prettier-ignore
  const own = searchParameters(wish).toString();
  const query = [...kept, ...(own === '' ? [] : [`${name}=${encodeURIComponent(own)}`])].join('&');
  return `${origin}${pathname}${query === '' ? '' : `?${query}`}${hash}`;
}

/** The search that such an address keeps; nothing where it keeps none. */
export function searchIn(address: string, name: string): Wish | undefined {
  const own = new URL(address).searchParams.get(name);
  return own === null ? undefined : readWish(new URLSearchParams(own));
}
