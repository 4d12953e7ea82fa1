import { css, html, type TemplateResult } from 'lit';
import { icon, icons } from '../../icons.ts';
import { readerOf } from '../../messages/messages.ts';
import type { SearchDetail } from '../search-event.ts';
import { keptSearches } from './kept-searches.ts';
import { LastuSearchBox, type Offers } from './lastu-search-box.ts';

/**
 * Has the search boxes that want it (`recent`) offer earlier searches while their field is empty. Delete erases the one chosen,
 * the last of the list all of them. For pages of the service: what readers search for is not kept on pages of others.
 */
export function offerRecentSearches(): void {
  for (const name of ['focusin', 'click', 'input']) document.addEventListener(name, offer);
  document.addEventListener('keydown', eraseByKey, { capture: true });
  document.addEventListener('lastu-search', keep, { capture: true });
}

const boxOf = (event: Event): LastuSearchBox | undefined =>
  event.composedPath().find((one) => one instanceof LastuSearchBox && one.recent) as LastuSearchBox | undefined;

const fieldOf = (box: LastuSearchBox): HTMLInputElement | null =>
  box.renderRoot.querySelector<HTMLInputElement>('[name=q]');

function offer(event: Event): void {
  const box = boxOf(event);
  if (!box || event.composedPath()[0] !== fieldOf(box)) return;
  const searches = fieldOf(box)?.value.trim() ? [] : keptSearches.read();
  show(box, searches);
  if (searches.length > 0) box.isOpen = true;
}

function eraseByKey(event: KeyboardEvent): void {
  const box = boxOf(event);
  if (event.key !== 'Delete' || !box?.offers || box.chosen < 0) return;
  const q = keptSearches.read()[box.chosen];
  if (q === undefined) return;
  event.preventDefault();
  erase(box, q);
}

function keep(event: Event): void {
  const box = boxOf(event);
  if (!box) return;
  const { address } = (event as CustomEvent<SearchDetail>).detail;
  keptSearches.add(new URL(address, location.href).searchParams.get('q') ?? '');
  box.offers = undefined;
}

function erase(box: LastuSearchBox, q: string | undefined): void {
  const { t } = readerOf(box.locale);
  if (q === undefined) keptSearches.eraseAll();
  else keptSearches.erase(q);
  const left = keptSearches.read();
  box.chosen = Math.min(box.chosen, left.length - 1);
  show(box, left, q === undefined ? t('recent.erasedAll') : t('recent.erased', { q }));
}

function show(box: LastuSearchBox, searches: readonly string[], erased?: string): void {
  adorn(box);
  box.offers = searches.length > 0 ? offersOf(box, searches, erased) : undefined;
}

function offersOf(box: LastuSearchBox, searches: readonly string[], erased: string | undefined): Offers {
  const { t } = readerOf(box.locale);
  return {
    label: t('recent.label'),
    spoken: erased ?? t('recent.count', { n: searches.length }),
    options: [...searches.map((q) => option(box, q)), html`<span class="all">${t('recent.eraseAll')}</span>`],
    follow(index) {
      const q = searches[index];
      if (q === undefined) return erase(box, undefined);
      const field = fieldOf(box);
      if (!field) return;
      field.value = q;
      field.form?.requestSubmit();
    },
  };
}

/** What erases it is for the pointer; the keyboard has the Delete key. */
function option(box: LastuSearchBox, q: string): TemplateResult {
  const eraseThis = (event: Event) => {
    event.stopPropagation();
    erase(box, q);
  };
  return html`${icon(icons.clock)}<span class="words"><span class="name">${q}</span></span
    ><span class="erase" title=${readerOf(box.locale).t('recent.erase')} aria-hidden="true" @click=${eraseThis}
      >${icon(icons.close)}</span
    >`;
}

const { styleSheet } = css`
  .erase {
    display: grid;
    place-items: center;
    align-self: center;
    width: 2rem;
    height: 2rem;
    margin-block: -0.3rem;
    margin-right: -0.4rem;
  }
  .erase:hover {
    outline: 1px solid var(--edge);
  }
  [role='option'] .erase .icon {
    align-self: center;
    margin: 0;
    width: 1em;
    height: 1em;
  }
  .all {
    font-size: var(--small);
    color: var(--ink-soft);
  }
`;

function adorn({ shadowRoot }: LastuSearchBox): void {
  if (styleSheet && shadowRoot && !shadowRoot.adoptedStyleSheets.includes(styleSheet))
    shadowRoot.adoptedStyleSheets.push(styleSheet);
}
