/** Wakes the buttons of a page that only scripts can do something with: they copy, share by the device's own sheet, print. */
export function wakeButtons(root: ParentNode): void {
  const told = root.querySelector('[data-told]') ?? document.querySelector('[data-told]');
  const tell = (words: string | undefined) => {
    if (told) told.textContent = words ?? '';
  };
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const { copy = '', done, failed } = button.dataset;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(copy);
        tell(done);
      } catch {
        tell(failed);
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
