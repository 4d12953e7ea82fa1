import { hydrate } from '@lit-labs/ssr-client';
import { render } from 'lit';
import type { SearchDetail } from '../elements/lastu-search-box/lastu-search-box.ts';
import { inLanguage } from '../pages/frame.ts';
import { searchPage, searchTitle } from '../pages/search-page.ts';
import { readWish } from '../search/address.ts';
import { themeOf } from '../search/home.ts';
import { readLinks } from '../search/links.ts';
import type { SearchState } from '../search/state.ts';
import { searchOfClick, searchOfForm, shortest } from './in-place.ts';
import { searchApi } from './search-api.ts';

/** How long an answer may take before the results give way to their skeleton. */
const patience = 250;

/**
 * Takes the search page over: links and forms that lead to a search update the page in place, the address with it, and
 * back and forward work. Pages without a search state are left to the browser.
 */
export function takeOverSearch(): void {
  const main = document.querySelector('main');
  const given = document.querySelector('#page-state')?.textContent;
  if (!main || !given) return;
  let state = JSON.parse(given) as SearchState;
  hydrate(searchPage(state), main);
  const api = searchApi(state.locale);
  if (state.result) api.remember(state.wish, state.result);

  const draw = (next: SearchState) => {
    state = next;
    render(searchPage(state), main);
    document.title = `${searchTitle(state)} – LASTU`;
  };

  const show = async (address: URL): Promise<void> => {
    const { locale, remembered } = state;
    const links = readLinks(address.searchParams);
    const wish = readWish(address.searchParams);
    adorn(address, themeOf(wish.municipality, links.home ?? remembered));
    // What was found before stays until the answer is here, or is late.
    const asked = { locale, wish, links, remembered };
    const late = setTimeout(() => draw({ ...asked, result: state.result, loading: true }), patience);
    const outcome = await api.search(wish);
    clearTimeout(late);
    if (outcome !== 'overtaken') draw({ ...asked, ...outcome });
  };

  const go = async (address: URL): Promise<void> => {
    const turned = readWish(address.searchParams).page !== state.wish.page;
    history.pushState(null, '', address);
    const chip = document.activeElement?.localName === 'lastu-filters';
    await show(address);
    if (turned || chip || document.activeElement === document.body) focusResults(turned);
  };

  document.addEventListener('click', (event) => {
    const address = searchOfClick(event);
    if (!address) return;
    event.preventDefault();
    void go(address);
  });
  document.addEventListener('submit', (event) => {
    const address = event.target instanceof HTMLFormElement ? searchOfForm(event.target) : undefined;
    if (!address || event.defaultPrevented) return;
    event.preventDefault();
    void go(address);
  });
  document.addEventListener('lastu-search', (event) => {
    event.preventDefault();
    const { address } = (event as CustomEvent<SearchDetail>).detail;
    void go(shortest(new URL(address, location.href)));
  });
  window.addEventListener('popstate', () => void show(new URL(location.href)));
}

/** What stands around the search and follows it: the languages' links, the town's colours. */
function adorn(address: URL, municipality: string | undefined): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
    link.href = inLanguage(address, link.lang as SearchState['locale']);
  }
  if (municipality === undefined) delete document.documentElement.dataset['municipality'];
  else document.documentElement.dataset['municipality'] = municipality;
}

function focusResults(scroll: boolean): void {
  const title = document.querySelector<HTMLElement>('#results-title');
  title?.focus({ preventScroll: true });
  if (scroll) title?.scrollIntoView({ block: 'start' });
}
