/** What `lastu-select` tells: the work a reader has chosen, and the address of its page. */
export interface SelectDetail {
  readonly id: string | undefined;
  readonly title: string;
  readonly address: string;
}

/** Tells whoever listens that a work is chosen; false where they take care of it themselves. */
export const tellSelected = (element: HTMLElement, detail: SelectDetail): boolean =>
  element.dispatchEvent(new CustomEvent('lastu-select', { detail, bubbles: true, composed: true, cancelable: true }));

/** The link that an event comes from, through all shadow roots. */
export const linkOf = (event: Event): HTMLAnchorElement | undefined =>
  event.composedPath().find((one) => one instanceof HTMLAnchorElement);

/** A click that the browser follows in the same page: not into a new tab, and nobody has taken it. */
export const isPlain = (event: Event): boolean =>
  event instanceof MouseEvent &&
  event.type === 'click' &&
  event.button === 0 &&
  !event.defaultPrevented &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

/**
 * For clicks on links to works that stand on a page elsewhere: the work's page is told where the reader comes from, so that it
 * can lead back, and the page here may take care of the click.
 */
export const selects =
  (element: HTMLElement, chosen: (id: string) => { id: string; title: string }) =>
  (event: Event): void => {
    const link = linkOf(event);
    if (!link) return;
    const address = new URL(link.href);
    const [, folder, id = ''] = address.pathname.split('/');
    if (folder !== 'works') return;
    address.searchParams.set('from', location.href);
    link.href = address.href;
    const detail = { ...chosen(decodeURIComponent(id)), address: address.href };
    if (isPlain(event) && !tellSelected(element, detail)) event.preventDefault();
  };
