import '../styles/account.css';

/**
 * Shows the page that places a hold in a dialog over the work, and follows its forms there. Wherever that does not work, the
 * page itself is gone to.
 */
export async function openHold({ href }: HTMLAnchorElement): Promise<void> {
  const dialog = document.createElement('dialog');
  dialog.className = 'hold-dialog';
  dialog.setAttribute('aria-labelledby', 'hold-title');
  const show = async (request: Promise<Response>): Promise<void> => {
    try {
      const response = await request;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const hold = page.querySelector('#hold');
      if (!hold) return location.assign(response.redirected ? response.url : href); // logged out meanwhile
      const title = document.createElement('h2');
      title.id = 'hold-title';
      title.tabIndex = -1;
      title.append(hold.querySelector('h1')?.textContent ?? '');
      hold.querySelector('h1')?.replaceWith(title);
      const isFirst = !dialog.open;
      dialog.replaceChildren(document.adoptNode(hold));
      if (isFirst) {
        document.body.append(dialog);
        dialog.showModal();
      }
      const refused = dialog.querySelector<HTMLElement>('.told.refused');
      const first = isFirst ? dialog.querySelector<HTMLElement>('button[value=place]') : undefined;
      (refused ? (dialog.querySelector<HTMLElement>('button[value=place]') ?? title) : (first ?? title)).focus();
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
    void show(fetch(form.action, { method: 'POST', body })).finally(() => (dialog.ariaBusy = 'false'));
  });
  await show(fetch(href));
}
