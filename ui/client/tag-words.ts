/** While somebody writes a tag: words of other readers and subjects of the catalogue, in the list the browser offers. */
const input = document.querySelector<HTMLInputElement>('input[data-tag]');
const list = input?.list;
let asked = '';

input?.addEventListener('input', () => {
  const q = input.value.trim();
  if (q.length < 2 || q === asked) return;
  asked = q;
  void offer(q).catch(() => undefined); // those that were there stay
});

async function offer(q: string): Promise<void> {
  const parameters = new URLSearchParams({ q, lang: document.documentElement.lang });
  const response = await fetch(`/api/v1/tags/suggestions?${parameters}`);
  if (!response.ok) return;
  const { items }: { items: string[] } = await response.json();
  if (asked === q) list?.replaceChildren(...items.map((word) => new Option(word, word)));
}
