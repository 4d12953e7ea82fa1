/** What `lastu-select` tells: the work a reader has chosen, and the address of its page. */
export interface SelectDetail {
  readonly id: string | undefined;
  readonly title: string;
  readonly address: string;
}

/** Tells whoever listens that a work is chosen; false where they take care of it themselves. */
export const tellSelected = (element: HTMLElement, detail: SelectDetail): boolean =>
  element.dispatchEvent(new CustomEvent('lastu-select', { detail, bubbles: true, composed: true, cancelable: true }));
