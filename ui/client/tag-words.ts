/** While somebody writes a tag: words of other readers and subjects of the catalogue, in the list the browser offers. */
const input = document.querySelector<HTMLInputElement>('input[data-tag]');
const list = input?.list;
let asked = '';

input?.addEventListener('input', () => {
  const q = input.value.trim();
  if (q.length < 2 || q === asked) return;
  asked = q;
  const parameters = new URLSearchParams({ q, lang: document.documentElement.lang });
  fetch(`/api/v1/tags/suggestions?${parameters}`)
    .then((response) => (response.ok ? response.json() : undefined))
    .then((answer: { items: string[] } | undefined) => {
      if (!answer || asked !== q) return;
      list?.replaceChildren(...answer.items.map((word) => new Option(word, word)));
    })
    .catch(() => undefined); // those that were there stay
});
