import './page.ts';
import '../styles/account.css';
import '../styles/list.css';
import '../styles/public-lists.css';
import '../styles/written.css';
import '../styles/comments.css';
import { orderByDragging } from './list-order.ts';
import { wakeButtons } from './wake-buttons.ts';

/**
 * What the pages of lists load. All of it works without: here forms of a list are sent without leaving the page, works are dragged,
 * a file is read into its field, and the code of an invitation is taken from the address.
 */
const words = document.createElement('div');
words.className = 'unseen';
words.setAttribute('role', 'status');
document.querySelector('main')?.append(words);

/** One after the other, in the order in which they were pressed. */
let last: Promise<void> = Promise.resolve();

function send(action: string, body: URLSearchParams): void {
  const before = last;
  last = (async () => {
    await before;
    await show(action, body);
  })();
}

async function show(action: string, body: URLSearchParams): Promise<void> {
  const list = document.querySelector<HTMLElement>('#list');
  if (!list) return;
  list.ariaBusy = 'true';
  try {
    const response = await fetch(action, { method: 'POST', body });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const drawn = page.querySelector('#list');
    if (!drawn) return sendAsForm(action, body); // logged out, or the list is gone: the page says so, and keeps what was typed
    list.replaceChildren(...document.adoptNode(drawn).childNodes);
    wake();
    tell(list);
    focusAfter(list, body);
  } catch {
    tellAway(list);
  } finally {
    list.ariaBusy = 'false';
  }
}

/** As a browser without scripts would send it. */
function sendAsForm(action: string, body: URLSearchParams): void {
  const form = document.createElement('form');
  [form.method, form.action, form.hidden] = ['post', action, true];
  for (const [name, value] of body) {
    const field = document.createElement('input');
    [field.type, field.name, field.value] = ['hidden', name, value];
    form.append(field);
  }
  document.body.append(form);
  HTMLFormElement.prototype.submit.call(form); // a field may be called so
}

/** Nothing was changed, and nothing of what was typed is gone. */
function tellAway(list: HTMLElement): void {
  list.querySelector('.told')?.remove();
  const told = document.createElement('p');
  told.className = 'told refused';
  told.textContent = list.dataset['away'] ?? '';
  list.querySelector('.list-frame')?.prepend(told);
  words.textContent = '';
  words.textContent = told.textContent;
  told.scrollIntoView({ block: 'nearest' });
}

/** Said once: by the line that was there before, not by what has just been drawn. */
function tell(list: HTMLElement): void {
  const told = list.querySelector<HTMLElement>('.told');
  told?.removeAttribute('role');
  words.textContent = (told?.querySelector('span') ?? told)?.textContent?.trim() ?? '';
}

/** The focus stays where the reader works. */
function focusAfter(list: HTMLElement, body: URLSearchParams): void {
  const entry = CSS.escape(`entry-${body.get('entry') ?? ''}`);
  const act = body.get('do') ?? '';
  const find = (selector: string) => list.querySelector<HTMLElement>(selector);
  const candidates: Record<string, readonly string[]> = {
    up: [`#${entry} [value=up]:enabled`, `#${entry} [value=down]`],
    down: [`#${entry} [value=down]:enabled`, `#${entry} [value=up]`],
    place: [`#${entry} [value=down]:enabled`, `#${entry} [value=up]`],
    note: [`#${entry} .note-form[open] textarea`, `#${entry} .note-form summary`],
    remove: ['.undo button', 'h1'],
    takeBack: ['.entries a', 'h1'],
    settings: ['#settings[open] input[name=title]', '#settings summary'],
    invite: ['#invite-address', '#together summary'],
    withdraw: ['#together summary'],
    removeMember: ['#together summary'],
    save: ['.save-list button'],
    unsave: ['.save-list button'],
  };
  const next = (candidates[act] ?? ['h1']).map(find).find((one) => one !== null) ?? find('h1');
  if (next instanceof HTMLHeadingElement) next.tabIndex = -1;
  next?.focus();
  if (next instanceof HTMLInputElement && next.readOnly) next.select();
}

document.addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  if (!(form instanceof HTMLFormElement) || !form.matches('[data-in-place]')) return;
  event.preventDefault();
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') body.append(name, value);
  send(form.action, body);
});

function wake(): void {
  wakeButtons(document);
  orderByDragging(document.querySelector('[data-entries]'), send);
}
wake();

/** A file is read here, and sent as what the form would send. */
for (const field of document.querySelectorAll<HTMLElement>('[data-file]')) {
  field.hidden = false;
  field.querySelector('input')?.addEventListener('change', async ({ target }) => {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    const text = field.closest('form')?.querySelector<HTMLTextAreaElement>('[name=text]');
    if (file && text) text.value = decoded(await file.arrayBuffer());
  });
}

/** A table as spreadsheets write it: in UTF-8 or UTF-16, or, where it is neither, in the letters of Windows. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(marked, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What stands behind the `#` is sent to nobody but by the form. */
const token = location.hash.slice(1);
if (document.querySelector('[data-invitation]') && token !== '') {
  const field = document.querySelector<HTMLInputElement>('[name=token]');
  if (field) {
    field.value = token;
    field.closest<HTMLElement>('.field')?.setAttribute('hidden', '');
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-keep-hash]')) link.hash = token;
}
