/**
 * Wakes the buttons of a page that only scripts can do something with: they copy, share by the device's own sheet, print. What came
 * of copying is told at the button's own `data-told`, the one of the part of the page that it stands in.
 */
export function wakeButtons(root: ParentNode): void {
  const tell = (button: Element, words: string | undefined) => {
    const part = button.closest('details, section, main') ?? document;
    const told = part.querySelector('[data-told]') ?? document.querySelector('[data-told]');
    if (told) told.textContent = words ?? '';
  };
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const { copy = '', done, failed } = button.dataset;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(copy);
        tell(button, done);
      } catch {
        tell(button, failed);
      }
    });
  }
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-share]')) {
    const sheet = { title: button.dataset['title'] ?? '', url: button.dataset['share'] ?? '' };
    button.hidden = !navigator.canShare?.(sheet);
    button.addEventListener('click', () => {
      navigator.share(sheet).catch(() => undefined); // thought better of
    });
  }
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}
