/** Works near the edge of the window make it scroll, so many pixels from it and so fast. */
const edge = 80;
const pace = 12;

/**
 * Lets works be dragged by their grips, with a mouse, a finger or a pen; the arrows beside do the same by keys. Letting go sends
 * where the work is to stand; Escape puts it back.
 */
export function orderByDragging(list: HTMLElement | null, send: (action: string, body: URLSearchParams) => void): void {
  for (const grip of list?.querySelectorAll<HTMLElement>('[data-grip]') ?? []) {
    const entry = grip.closest<HTMLElement>('[data-entry]');
    if (!list || !entry) continue;
    grip.hidden = false;
    grip.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      drag(list, entry, event.pointerId, send);
    });
  }
}

function drag(
  list: HTMLElement,
  entry: HTMLElement,
  pointer: number,
  send: (action: string, body: URLSearchParams) => void,
): void {
  const home = entry.nextElementSibling;
  const end = new AbortController();
  const { signal } = end;
  list.setPointerCapture(pointer); // not the grip: that is taken out and put in again with its work
  entry.classList.add('dragged');

  const stop = (isDone: boolean) => {
    end.abort();
    entry.classList.remove('dragged');
    if (!isDone) list.insertBefore(entry, home);
    else if (entry.nextElementSibling !== home) send(list.dataset['action'] ?? '', wishOf(list, entry));
  };
  list.addEventListener(
    'pointermove',
    ({ clientY }) => {
      const others = [...list.children].filter((one) => one !== entry);
      const below = others.find((one) => {
        const { top, height } = one.getBoundingClientRect();
        return clientY < top + height / 2;
      });
      if ((below ?? null) !== entry.nextElementSibling) list.insertBefore(entry, below ?? null);
      if (clientY < edge) scrollBy(0, -pace);
      else if (clientY > innerHeight - edge) scrollBy(0, pace);
    },
    { signal },
  );
  list.addEventListener('pointerup', () => stop(true), { signal });
  list.addEventListener('pointercancel', () => stop(false), { signal });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && stop(false), { signal });
}

/** Before the work that stands after it now; where none does, after the one before. */
function wishOf(list: HTMLElement, entry: HTMLElement): URLSearchParams {
  const idOf = (one: Element | null) => (one instanceof HTMLElement ? (one.dataset['entry'] ?? '') : '');
  const [before, after] = [idOf(entry.nextElementSibling), idOf(entry.previousElementSibling)];
  return new URLSearchParams({
    csrf: list.querySelector<HTMLInputElement>('[name=csrf]')?.value ?? '',
    do: 'place',
    entry: idOf(entry),
    ...(before !== '' ? { before } : { after }),
  });
}
