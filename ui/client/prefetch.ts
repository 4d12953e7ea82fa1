import { readWish } from '../search/address.ts';
import type { Wish } from '../search/state.ts';
import { linkOf, searchOfLink } from './in-place.ts';

/** How long a pointer or the focus rests on a link before that is taken for an intent. A touch is one at once. */
const dwell = { mouseover: 90, focusin: 250, touchstart: 0 };

/**
 * Fetches what a reader is about to ask for: a search whose filter or page they point at, focus or touch, the page of a work.
 * Not where they save data, nor over a slow connection.
 */
export function prefetchOnIntent(prefetchSearch: (wish: Wish) => void): void {
  let later: ReturnType<typeof setTimeout> | undefined;
  const pages = new Set<string>();
  const consider = (event: Event, wait: number) => {
    clearTimeout(later);
    const link = linkOf(event);
    if (!link || !isWelcome()) return;
    later = setTimeout(() => {
      const search = searchOfLink(link);
      if (search) prefetchSearch(readWish(search.searchParams));
      else if (isWork(link) && !pages.has(link.href)) {
        pages.add(link.href);
        document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: link.href }));
      }
    }, wait);
  };
  for (const [name, wait] of Object.entries(dwell))
    document.addEventListener(name, (event) => consider(event, wait), { passive: true });
  document.addEventListener('mouseout', () => clearTimeout(later), { passive: true });
}

const isWork = ({ origin, pathname }: HTMLAnchorElement): boolean =>
  origin === location.origin && pathname.startsWith('/works/');

/** https://wicg.github.io/netinfo/, where the browser knows it. */
function isWelcome(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean; effectiveType?: string } };
  return !connection?.saveData && !/2g/.test(connection?.effectiveType ?? '');
}
