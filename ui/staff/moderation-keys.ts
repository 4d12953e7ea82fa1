/**
 * Keys for those who judge many texts: they work while the focus is in the queue, and nowhere in a field (WCAG 2.1.4). Everything
 * they do has a button.
 */
const acts: Readonly<Record<string, string>> = { h: 'approve', p: 'hide' };

export function takeKeys(queue: HTMLElement): void {
  const texts = [...queue.querySelectorAll<HTMLElement>('article')];
  document.querySelector('.with-keys')?.removeAttribute('hidden');
  queue.addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || !(target instanceof HTMLElement)) return;
    if (target.closest('textarea, select, input:not([type=hidden])')) return;
    const at = texts.findIndex((text) => text.contains(target));
    const current = texts[at];
    if (key === 'j' || key === 'k') texts[at + (key === 'j' ? 1 : -1)]?.focus();
    else if (key === 'v') openWords(current);
    else if (acts[key] !== undefined)
      current?.querySelector<HTMLButtonElement>(`button[data-act=${acts[key]}]`)?.click(); // prettier-ignore
    else return;
    event.preventDefault();
  });
  const named = location.hash === '' ? undefined : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  (named ?? texts[0])?.focus({ preventScroll: named === undefined });
}

function openWords(text: HTMLElement | undefined): void {
  const details = text?.querySelector('details');
  if (!details) return;
  details.open = true;
  details.querySelector('textarea')?.focus();
}
