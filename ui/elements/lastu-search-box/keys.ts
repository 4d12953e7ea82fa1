/** What the list of suggestions shows, and which of them the reader has reached (-1: none). */
export interface ListState {
  readonly isOpen: boolean;
  readonly chosen: number;
  readonly count: number;
}

/** The list after a key; `keep` keeps the browser from doing what it does at that key. */
export interface Moved {
  readonly isOpen: boolean;
  readonly chosen: number;
  readonly keep: boolean;
}

/**
 * What a key does in an editable combobox: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/#keyboardinteraction. Nothing
 * where it does what it does in any text field. From the last suggestion the way leads back into the field, and on. Pure.
 */
export function moved(
  { key, altKey, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  { isOpen, chosen, count }: ListState,
): Moved | 'follow' | 'clear' | undefined {
  if (ctrlKey || metaKey) return undefined;
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      if (altKey) return { isOpen: true, chosen, keep: true };
      return { isOpen: true, chosen: isOpen && chosen === last ? -1 : chosen + 1, keep: true };
    case 'ArrowUp':
      if (altKey) return { isOpen: false, chosen: -1, keep: true };
      return { isOpen: true, chosen: chosen === -1 ? last : chosen - 1, keep: true };
    case 'Home':
    case 'End':
    case 'ArrowLeft':
    case 'ArrowRight':
      return chosen >= 0 ? { isOpen, chosen: -1, keep: false } : undefined; // the caret moves
    case 'Enter':
      return isOpen && chosen >= 0 ? 'follow' : undefined;
    case 'Escape':
      return isOpen ? { isOpen: false, chosen: -1, keep: true } : 'clear';
    case 'Tab':
      return { isOpen: false, chosen: -1, keep: false };
    default:
      return undefined;
  }
}
