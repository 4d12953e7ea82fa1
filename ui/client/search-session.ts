import { hydrate } from '@lit-labs/ssr-client';
import { render } from 'lit';
import type { LibraryDetail } from '../elements/lastu-library/lastu-library.ts';
import { LastuSearchBox } from '../elements/lastu-search-box/lastu-search-box.ts';
import type { SearchDetail } from '../elements/search-event.ts';
import { inLanguage } from '../pages/frame.ts';
import { searchPage, searchTitle } from '../pages/search-page.ts';
import { isFiltered, readWish, searchAddress } from '../search/address.ts';
import { writtenHomeCookie } from '../search/home-cookie.ts';
import { themeOf } from '../search/home.ts';
import { readLinks, type Links } from '../search/links.ts';
import type { SearchState } from '../search/state.ts';
import { searchOfClick, shortest } from './in-place.ts';
import { prefetchOnIntent } from './prefetch.ts';
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

  const show = async (address: URL, undo?: string): Promise<void> => {
    const { locale, remembered } = state;
    const links = sameIfEqual(readLinks(address.searchParams), state.links);
    const wish = readWish(address.searchParams);
    adorn(address, themeOf(wish.municipality, links.home ?? remembered));
    // The box says at once what is asked: what is typed until the answer is here stays.
    const box = main.querySelector('lastu-search-box');
    if (box instanceof LastuSearchBox) box.value = wish.q;
    // What was found before stays until the answer is here, or is late; what it counted stays where there is none.
    const asked = { locale, wish, links, remembered, undo, result: state.result };
    const late = setTimeout(() => draw({ ...asked, loading: true }), patience);
    const outcome = await api.search(wish);
    clearTimeout(late);
    if (outcome !== 'overtaken') draw({ ...asked, ...outcome });
  };

  const go = async (address: URL): Promise<void> => {
    const { wish, links } = state;
    const next = readWish(address.searchParams);
    const cleared = isFiltered(wish) && !isFiltered(next) && next.q === wish.q;
    const chip = focusedChip();
    history.pushState(null, '', address);
    await show(address, cleared ? searchAddress(wish, links) : undefined);
    await nextFrame();
    if (next.page !== wish.page) showBeginning();
    else if (isFocusLost())
      (chipNear(chip) ?? document.querySelector<HTMLElement>('#undo') ?? resultsTitle())?.focus({
        preventScroll: true,
      });
  };

  document.addEventListener('click', (event) => {
    const address = searchOfClick(event);
    if (!address) return;
    event.preventDefault();
    void go(address);
  });
  document.addEventListener('lastu-search', (event) => {
    const { address } = (event as CustomEvent<SearchDetail>).detail;
    event.preventDefault();
    void go(shortest(new URL(address, location.href)));
  });
  document.addEventListener('lastu-library', (event) => {
    const { home, remember } = (event as CustomEvent<LibraryDetail>).detail;
    event.preventDefault();
    document.cookie = writtenHomeCookie(remember ? home : undefined);
    state = { ...state, remembered: remember ? home : undefined };
    const links = { ...state.links, home: remember ? undefined : home };
    void go(new URL(searchAddress(state.wish, links), location.href));
  });
  window.addEventListener('popstate', () => void show(new URL(location.href)));
  window.addEventListener('online', () => {
    if (state.failure) void show(new URL(location.href));
  });
  prefetchOnIntent(api.prefetch);
}

/** What stands around the search and follows it: the languages' links, the town's colours. */
function adorn(address: URL, municipality: string | undefined): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
    link.href = inLanguage(address, link.lang as SearchState['locale']);
  }
  if (municipality === undefined) delete document.documentElement.dataset['municipality'];
  else document.documentElement.dataset['municipality'] = municipality;
}

/** The same object while it says the same, so that what is drawn from it need not be drawn anew. */
const sameIfEqual = (links: Links, before: Links): Links =>
  links.home === before.home && links.view === before.view ? before : links;

const resultsTitle = () => document.querySelector<HTMLElement>('#results-title');

function showBeginning(): void {
  resultsTitle()?.focus({ preventScroll: true });
  resultsTitle()?.scrollIntoView({ block: 'start' });
}

const isFocusLost = () => document.activeElement === document.body || document.activeElement === null;

const chips = () => [
  ...(document.querySelector('lastu-filters')?.shadowRoot?.querySelectorAll<HTMLElement>('.chip') ?? []),
];

/** Which of the filters in force has the focus; none: -1. */
const focusedChip = () => chips().findIndex((one) => one.matches(':focus'));

/** The filter in force that has taken the place of one that was removed. */
const chipNear = (at: number) => (at < 0 ? undefined : chips().at(Math.min(at, chips().length - 1)));

/** Elements have drawn themselves by then. */
const nextFrame = () => new Promise(requestAnimationFrame);
