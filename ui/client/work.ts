import './page.ts';
import '../styles/forms.css';
import '../styles/public-lists.css';
import '../styles/tips.css';
import '../styles/voices.css';
import '../styles/written.css';
import './tag-words.ts';
import { followMemory } from '../memory/follow-memory.ts';

followMemory();

/**
 * What the page of a work loads. Placing a hold is a page of its own; for whoever has logged in, a dialog shows it here. That
 * is fetched once it is wanted: pointed at, focused, or chosen.
 */
const loadDialog = () => import('./page-dialog.ts');

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-hold]')) {
  if (!document.querySelector('button.visitor')) break; // first they log in, on a page of its own
  for (const name of ['pointerenter', 'focus'] as const)
    link.addEventListener(name, () => void loadDialog(), { once: true });
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    loadDialog().then(
      ({ openPage }) => openPage(link),
      () => location.assign(link.href),
    );
  });
}
