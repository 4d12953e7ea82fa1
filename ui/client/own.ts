import { addToList } from '../icon-lines.ts';
import { followMemory } from '../memory/follow-memory.ts';
import '../styles/own.css';
import './gone-back.ts';

followMemory();

/**
 * What pages load for whoever has logged in, after all else: works in results can be added to lists of theirs. The links stand beside
 * the buttons of the memory list, and their words come with the page.
 */
const label = document.querySelector<HTMLElement>('[data-add-to-list]')?.dataset['addToList'];

interface Shown extends HTMLElement {
  readonly work?: { readonly id: string; readonly title: string };
}

function addLinks(): void {
  for (const button of document.querySelectorAll<Shown>('.works lastu-memory-button')) {
    const { work } = button;
    const known = button.nextElementSibling;
    const href = `/works/${encodeURIComponent(work?.id ?? '')}/lists`;
    if (!work || !label || (known instanceof HTMLAnchorElement && known.pathname === href)) continue;
    const link = known instanceof HTMLAnchorElement ? known : document.createElement('a');
    link.className = 'to-list';
    link.href = href;
    link.title = label;
    link.ariaLabel = `${label}: ${work.title}`;
    link.dataset['toList'] = '';
    link.innerHTML = `<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="${addToList}" /></svg>`;
    button.after(link);
  }
}

const main = document.querySelector('main');
if (main && label) {
  addLinks();
  new MutationObserver(addLinks).observe(main, { childList: true, subtree: true });
  main.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-to-list]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    import('./page-dialog.ts').then(
      ({ openPage }) => openPage(link),
      () => location.assign(link.href),
    );
  });
}
