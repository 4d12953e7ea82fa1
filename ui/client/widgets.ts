import './page.ts';
import '../styles/embed.css';
import { hydrate } from '@lit-labs/ssr-client';
import { render } from 'lit';
import { readChoice } from '../configurator/choice.ts';
import { snippetOf } from '../configurator/snippet.ts';
import { en as boxEn } from '../messages/box/en.ts';
import { fi as boxFi } from '../messages/box/fi.ts';
import { sv as boxSv } from '../messages/box/sv.ts';
import { en } from '../messages/embed/en.ts';
import { fi } from '../messages/embed/fi.ts';
import { sv } from '../messages/embed/sv.ts';
import { en as listsEn } from '../messages/lists/en.ts';
import { fi as listsFi } from '../messages/lists/fi.ts';
import { sv as listsSv } from '../messages/lists/sv.ts';
import { en as memoryEn } from '../messages/memory/en.ts';
import { fi as memoryFi } from '../messages/memory/fi.ts';
import { sv as memorySv } from '../messages/memory/sv.ts';
import { provideMessages } from '../messages/messages.ts';
import { parametersOf, widgetsPage, type WidgetsState } from '../pages/widgets-page.ts';

/** What the page for webmasters loads: it shows every choice at once. Snippets are in any language, so all are known here. */
provideMessages('fi', fi, boxFi, listsFi, memoryFi);
provideMessages('sv', sv, boxSv, listsSv, memorySv);
provideMessages('en', en, boxEn, listsEn, memoryEn);

const main = document.querySelector('main');
const given = document.querySelector('#page-state')?.textContent;
if (main && given) {
  let state = JSON.parse(given) as WidgetsState;
  hydrate(widgetsPage(state), main);
  const draw = (next: Partial<WidgetsState>) => {
    state = { ...state, ...next };
    render(widgetsPage(state), main);
  };
  draw({ isAlive: true });

  main.addEventListener('input', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (!form || form.action !== new URL('/widgets', location.href).href) return;
    const parameters = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') parameters.set(name, value);
    // A branch belongs to its municipality.
    if (event.target instanceof HTMLSelectElement && event.target.name === 'municipality') parameters.delete('branch');
    const { lang, work, list } = state.choice;
    draw({ choice: readChoice(parameters, { lang, work, list }), copied: undefined });
    history.replaceState(history.state, '', `/widgets?${parametersOf(state.choice)}`);
  });
  main.addEventListener('submit', (event) => event.preventDefault());
  main.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
    if (!button) return;
    const { html, css = '' } = snippetOf(state.choice, state.base);
    navigator.clipboard.writeText(button.dataset['copy'] === 'css' ? css : html).then(
      () => draw({ copied: 'copied' }),
      () => draw({ copied: 'notCopied' }),
    );
  });
}
