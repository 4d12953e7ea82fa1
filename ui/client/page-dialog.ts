import '../styles/account.css';
import '../styles/list.css';

/** What a page says that is shown in a dialog. */
const inside = '#hold, #in-dialog';

/**
 * Shows a page of one form in a dialog over the page here, and follows its forms there. Wherever that does not work, the page itself
 * is gone to.
 */
export async function openPage({ href }: HTMLAnchorElement): Promise<void> {
  const dialog = document.createElement('dialog');
  dialog.className = 'page-dialog';
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  const show = async (request: Promise<Response>, form?: HTMLFormElement): Promise<void> => {
    try {
      const response = await request;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const content = page.querySelector(inside);
      if (!content) return location.assign(response.redirected ? response.url : href); // logged out meanwhile
      const title = document.createElement('h2');
      title.id = 'dialog-title';
      title.tabIndex = -1;
      title.append(content.querySelector('h1')?.textContent ?? '');
      content.querySelector('h1')?.replaceWith(title);
      for (const close of content.querySelectorAll<HTMLElement>('[data-close-words]'))
        close.textContent = close.dataset['closeWords'] ?? '';
      const isFirst = !dialog.open;
      dialog.replaceChildren(document.adoptNode(content));
      if (isFirst) {
        document.body.append(dialog);
        dialog.showModal();
      }
      focusAfter(dialog, title, form, isFirst);
    } catch {
      location.assign(href);
    }
  };

  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    const close = event.target instanceof Element && event.target.closest('[data-close]');
    if (!close && event.target !== dialog) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('submit', (event) => {
    event.preventDefault();
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || dialog.ariaBusy === 'true') return;
    dialog.ariaBusy = 'true';
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') body.append(name, value);
    void show(fetch(form.action, { method: 'POST', body }), form).finally(() => (dialog.ariaBusy = 'false'));
  });
  await show(fetch(href));
}

/** Where a reader goes on: what they most likely do next; what came of a form is said with it. */
function focusAfter(dialog: HTMLElement, title: HTMLElement, form: HTMLFormElement | undefined, isFirst: boolean) {
  const find = (selector: string) => dialog.querySelector<HTMLElement>(selector);
  const told = find('.told');
  const list = form?.querySelector<HTMLInputElement>('[name=list]')?.value;
  const same =
    list && [...dialog.querySelectorAll<HTMLInputElement>('[name=list]')].find(({ value }) => value === list);
  const [button] = same && same.form ? [...same.form.querySelectorAll<HTMLElement>('button')] : [];
  const refused = find('.told.refused') && find('button[value=place]');
  const next = button ?? refused ?? (isFirst ? find('button[value=place]') : undefined) ?? title;
  if (told) {
    told.id = 'dialog-told';
    next.setAttribute('aria-describedby', told.id);
  }
  next.focus();
}
