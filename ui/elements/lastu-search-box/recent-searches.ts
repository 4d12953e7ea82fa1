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
    count: searches.length + 1,
    rows: (chosen) => [
      ...searches.flatMap((q, index) => [searchRow(box, q, index, chosen), eraseRow(box, q)]),
      html`<li
        class="all"
        id="option-${searches.length}"
        role="option"
        aria-selected=${chosen === searches.length ? 'true' : 'false'}
        @click=${() => erase(box, undefined)}
      >
        ${t('recent.eraseAll')}
      </li>`,
    ],
    follow(index) {
      const q = searches[index];
      if (q === undefined) erase(box, undefined);
      else searchAgain(box, q);
    },
  };
}

function searchAgain(box: LastuSearchBox, q: string): void {
  const field = fieldOf(box);
  if (!field) return;
  field.value = q;
  field.form?.requestSubmit();
}

const searchRow = (box: LastuSearchBox, q: string, index: number, chosen: number): TemplateResult =>
  html`<li
    id="option-${index}"
    role="option"
    aria-selected=${index === chosen ? 'true' : 'false'}
    @click=${() => searchAgain(box, q)}
  >
    ${icon(icons.clock)}<span class="words"><span class="name">${q}</span></span>
  </li>`;

/** For the pointer, the finger and whoever hears the list; the arrow keys pass it by, since they have the Delete key. */
const eraseRow = (box: LastuSearchBox, q: string): TemplateResult => {
  const words = readerOf(box.locale).t('recent.erase', { q });
  return html`<li
    class="erase"
    role="option"
    aria-selected="false"
    aria-label=${words}
    title=${words}
    @click=${() => erase(box, q)}
  >
    ${icon(icons.close)}
  </li>`;
};

const { styleSheet } = css`
  [role='listbox']:not([hidden]):has(.erase) {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 2.9rem;
  }
  [role='option'].erase {
    place-content: center;
    align-items: center;
    padding: 0;
  }
  [role='option'].erase .icon {
    align-self: center;
    margin: 0;
    width: 1em;
    height: 1em;
  }
  [role='option'].all {
    grid-column: 1 / -1;
    font-size: var(--small);
    color: var(--ink-soft);
  }
`;

function adorn({ shadowRoot }: LastuSearchBox): void {
  if (styleSheet && shadowRoot && !shadowRoot.adoptedStyleSheets.includes(styleSheet))
    shadowRoot.adoptedStyleSheets.push(styleSheet);
}
