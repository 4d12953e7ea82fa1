import '../client.ts';

/** Wakes the buttons of the page of citations: they copy, or open the device's own sheet for sharing. */
const told = document.querySelector('[data-told]');
const tell = (words: string | undefined) => {
  if (told) told.textContent = words ?? '';
};

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
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

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-share]')) {
  const sheet = { title: button.dataset['title'] ?? '', url: button.dataset['share'] ?? '' };
  button.hidden = !navigator.canShare?.(sheet);
  button.addEventListener('click', () => {
    navigator.share(sheet).catch(() => undefined); // thought better of
  });
}
