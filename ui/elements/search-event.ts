/** What `lastu-search` tells: the address of a search that the reader asks for. */
export interface SearchDetail {
  readonly address: string;
}

/**
 * Tells of a search. Whether the browser is to load it: false where the page, or the widget around, shows it in place and has
 * cancelled the event.
 */
export function tellSearch(element: HTMLElement, address: string): boolean {
  const detail: SearchDetail = { address };
  return element.dispatchEvent(
    new CustomEvent('lastu-search', { detail, bubbles: true, composed: true, cancelable: true }),
  );
}

/** The address a form of an element leads to, without its empty fields. */
export function addressOfForm(form: HTMLFormElement): string {
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value.trim() !== '') address.searchParams.append(name, value.trim());
  return address.href;
}
