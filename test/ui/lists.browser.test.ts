import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { addDemoPatrons, demoPatrons } from '../../demo/patrons.ts';
import { fillWithDemo } from '../support/service.ts';
import { axeViolations, focused } from './browser.ts';
import { inBrowser } from './in-browser.ts';

const [aino, , helmi] = demoPatrons;

/** Asked of the real application with the demo's works and patrons, in a real browser. */
describe('The pages of lists, in a browser', function () {
  this.timeout(180_000);
  const { service, browser } = inBrowser({
    async fill(services) {
      await fillWithDemo(services);
      await addDemoPatrons(services);
    },
  });
  let works: { id: string; title: string; editions: { isbn?: string }[] }[];

  before(async () => {
    const answer = await fetch(`${service.url}/api/v1/search?sort=title&size=4&format=book`);
    ({ items: works } = (await answer.json()) as { items: typeof works });
  });

  async function loggedIn(
    { cardNumber, pin } = aino as { cardNumber: string; pin: string },
    options = {},
  ): Promise<Page> {
    const page = await browser.open('/login', options);
    await page.fill('[name=cardNumber]', cardNumber);
    await page.fill('main [name=pin]', pin);
    await page.locator('main form button').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/login'));
    return page;
  }

  /** A list of Aino's with the works, made by its pages alone. Leaves the page at the list. */
  async function listOf(page: Page, title: string, count = works.length): Promise<string> {
    await page.goto('/account/lists');
    await page.fill('[name=title]', title);
    await page.locator('button[value=make]').click();
    await page.locator('h1', { hasText: title }).waitFor();
    const path = new URL(page.url()).pathname;
    for (const { id } of works.slice(0, count)) {
      await page.goto(`/works/${id}/lists`);
      await page.getByRole('button', { name: `Lisää listaan ${title}` }).click();
      await page.locator('.told', { hasText: 'Lisätty listaan' }).waitFor();
    }
    await page.goto(path);
    return path;
  }
  const titles = (page: Page) => page.locator('.entry h2').allTextContents();
  const words = (page: Page) => page.locator('main > .unseen[role=status]').textContent();
  async function settled(page: Page): Promise<void> {
    await page.waitForFunction(() => document.querySelector('#list')?.ariaBusy === 'false');
  }

  it('take a work from its own page and from results in a dialog, by keys, without leaving them', async () => {
    const page = await loggedIn();
    const [first] = works;
    await page.goto(`/works/${first?.id}`);
    await page.locator('a[data-to-list]').focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] #new-list').waitFor();
    expect(await axeViolations(page, { within: 'dialog' })).to.deep.equal([]);
    await page.fill('#new-list', 'Dialogista');
    await page.keyboard.press('Enter');
    await page.locator('dialog .told', { hasText: 'Lisätty listaan ”Dialogista”.' }).waitFor();
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).pathname).to.equal(`/works/${first?.id}`);
    expect(await focused(page)).to.match(/Lisää listaan$/);

    await page.goto('/search?q=kalevala&format=book');
    const link = page.locator('a.to-list').first();
    await link.waitFor();
    const title = (await link.getAttribute('aria-label'))?.replace('Lisää listaan: ', '') ?? '';
    await link.click();
    await page.getByRole('button', { name: 'Lisää listaan Dialogista' }).click();
    await page.locator('dialog .told', { hasText: 'Lisätty' }).waitFor();
    expect(await focused(page), 'the row of the list').to.equal('button Poista');
    await page.keyboard.press('Escape');
    await page.goto('/account/lists');
    await page.getByRole('link', { name: 'Dialogista' }).click();
    expect(await titles(page)).to.deep.equal([first?.title, title]);
  });

  it('are ordered by keys and by dragging, say so, and keep the focus at the work', async () => {
    const page = await loggedIn(aino, { viewport: { width: 1280, height: 1600 } });
    const path = await listOf(page, 'Järjestettävä');
    const [a, b, c, d] = works.map(({ title }) => title);
    await page.getByRole('button', { name: `Siirrä alaspäin: ${a}`, exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForFunction((title) => document.querySelectorAll('.entry h2')[2]?.textContent === title, a);
    await settled(page);
    expect(await words(page)).to.equal(`${a} on nyt sijalla 3.`);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).to.equal(
      `Siirrä alaspäin: ${a}`,
    );
    expect(await titles(page)).to.deep.equal([b, c, a, d]);

    const grip = await page.locator('.grip').nth(3).boundingBox();
    const target = await page.locator('.entry').nth(0).boundingBox();
    if (!grip || !target) throw new Error('Works have grips');
    await page.mouse.move(grip.x + 10, grip.y + 10);
    await page.mouse.down();
    await page.mouse.move(grip.x + 10, target.y + 4, { steps: 12 });
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelector('main > .unseen')?.textContent?.includes('sijalla 1.'));
    expect(await titles(page)).to.deep.equal([d, b, c, a]);
    await page.goto(`${path}?order=title`);
    expect(await page.locator('.grip').count(), 'only the order by hand is changed').to.equal(0);
    await page.goto(path);
    expect(await titles(page)).to.deep.equal([d, b, c, a]);
  });

  it('show both versions of a note and of the list to whoever comes second, and lose neither', async () => {
    const page = await loggedIn();
    const path = await listOf(page, 'Kahden kirjoittama', 1);
    const other = await loggedIn();
    await other.goto(path);
    const write = async (who: Page, note: string) => {
      if ((await who.locator('.note-form[open]').count()) === 0) await who.locator('.note-form summary').click();
      await who.fill('.note-form textarea', note);
      await who.locator('button[value=note]').click();
    };
    await write(page, 'Ensimmäinen sana');
    await page.locator('p.entry-note', { hasText: 'Ensimmäinen sana' }).waitFor();
    const answered = other.waitForResponse((response) => response.request().method() === 'POST');
    await write(other, 'Toinen sana');
    expect((await answered).status()).to.equal(409);
    await other.locator('blockquote').waitFor();
    expect(await other.locator('blockquote').textContent()).to.equal('Ensimmäinen sana');
    expect(await other.locator('.note-form textarea').inputValue()).to.equal('Toinen sana');
    expect(await axeViolations(other)).to.deep.equal([]);
    await write(other, 'Ensimmäinen ja toinen sana');
    await other.locator('p.entry-note', { hasText: 'Ensimmäinen ja toinen sana' }).waitFor();

    const name = async (who: Page, title: string) => {
      if ((await who.locator('#settings[open]').count()) === 0) await who.locator('#settings summary').click();
      await who.fill('#settings [name=title]', title);
      await who.locator('button[value=settings]').click();
      await settled(who);
    };
    await name(page, 'Yhden nimi');
    await name(other, 'Toisen nimi');
    expect(await other.locator('.stale dd').allTextContents()).to.deep.equal(['Yhden nimi']);
    expect(await other.locator('#settings [name=title]').inputValue()).to.equal('Toisen nimi');
    await other.locator('button[value=settings]').click();
    await other.locator('h1', { hasText: 'Toisen nimi' }).waitFor();
  });

  it('keep what is typed where it is refused, and while the network or the log-in is away', async () => {
    const page = await loggedIn();
    const path = await listOf(page, 'Tallessa', 1);
    const note = page.locator('.note-form textarea');
    const save = async () => {
      if (!(await note.isVisible())) await page.locator('.note-form summary').click();
      await page.locator('.note-form button').click();
      await settled(page);
    };
    await page.locator('.note-form summary').click();
    await note.fill('Luettu junassa');
    await page.context().setOffline(true);
    await save();
    await page.locator('.told.refused', { hasText: 'Yhteys katkesi' }).waitFor();
    expect(await note.inputValue()).to.equal('Luettu junassa');
    await page.context().setOffline(false);

    await note.fill('Hyvä ja *lyhyt*');
    await page.context().clearCookies();
    await page.locator('.note-form button').click();
    await page.fill('[name=cardNumber]', String(aino?.cardNumber));
    await page.fill('main [name=pin]', String(aino?.pin));
    await page.locator('main form button').click();
    await page.locator('.kept', { hasText: 'Hyvä ja *lyhyt*' }).waitFor();
    expect(await axeViolations(page)).to.deep.equal([]);
    await page.locator('main form button').click();
    await page.locator('.entry-note', { hasText: 'Hyvä ja *lyhyt*' }).waitFor();
    expect(new URL(page.url()).pathname).to.equal(path);

    await page.locator('#settings summary').click();
    await page.fill('#description', 'x'.repeat(4_000));
    await page.$eval(
      '#settings [name=title]',
      (field) => field instanceof HTMLInputElement && (field.value = 'y'.repeat(300)),
    );
    await page.locator('#settings button[value=settings]').click();
    await settled(page);
    await page.locator('.told.refused').waitFor();
    expect((await page.inputValue('#description')).length, 'refused for its title').to.equal(4_000);

    await page.goto('/account/lists');
    const table = Buffer.from('ISBN;Muistiinpano\r\n123;Hyvä äänikirja', 'latin1');
    await page.setInputFiles('#import-file', { name: 'taulukko.csv', mimeType: 'text/csv', buffer: table });
    await page.waitForFunction(() => document.querySelector('textarea')?.value !== '');
    expect(await page.inputValue('#text'), 'as Excel writes it').to.include('Hyvä äänikirja');
  });

  it('are made once, though the button is pressed twice', async () => {
    const page = await loggedIn();
    await page.goto('/account/lists');
    await page.fill('[name=title]', 'Kahdesti painettu');
    let sent = 0;
    page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0));
    await page.locator('button[value=make]').evaluate((button) => {
      if (!(button instanceof HTMLElement)) return;
      button.click();
      button.click();
      setTimeout(() => button.click(), 1);
    });
    await page.locator('h1', { hasText: 'Kahdesti painettu' }).waitFor();
    expect(sent).to.equal(1);
    await page.goto('/account/lists');
    expect(await page.locator('.listed-title', { hasText: 'Kahdesti painettu' }).count()).to.equal(1);
  });

  it('give back what was removed, with its note and in its place, and a deleted list with everything', async () => {
    const page = await loggedIn();
    const path = await listOf(page, 'Kumottava', 3);
    const before = await titles(page);
    await page.locator('.note-form summary').nth(1).click();
    await page.locator('.note-form textarea').nth(1).fill('Tärkeä');
    await page.locator('button[value=note]').nth(1).click();
    await page.locator('p.entry-note').waitFor();
    await page.locator('button[value=remove]').nth(1).click();
    await page.locator('.undo button').waitFor();
    expect(await titles(page)).to.have.length(2);
    expect(await focused(page)).to.equal('button Kumoa');
    await page.keyboard.press('Enter');
    await page.locator('p.entry-note', { hasText: 'Tärkeä' }).waitFor();
    expect(await titles(page)).to.deep.equal(before);

    await page.goto('/account/lists');
    await page.getByText('Kopioi tai poista').first().click();
    await page.locator('.listed button[value=delete]').first().click();
    await page.locator('.told', { hasText: 'Lista ”Kumottava” on poistettu' }).waitFor();
    expect((await page.goto(path))?.status()).to.equal(404);
    await page.goto('/account/lists');
    await page.getByRole('button', { name: 'Palauta: Kumottava' }).click();
    await page.goto(path);
    expect(await titles(page)).to.deep.equal(before);
  });

  it('bring works by their numbers, line by line, and merge and copy lists, without scripts too', async () => {
    const page = await loggedIn(aino, { javaScriptEnabled: false });
    const answer = await fetch(`${service.url}/api/v1/search?size=100`);
    const { items } = (await answer.json()) as { items: typeof works };
    const isbn = items.flatMap(({ editions }) => editions.flatMap((one) => one.isbn ?? []))[0] ?? '';
    expect(isbn).not.to.equal('');
    await page.goto('/account/lists');
    await page.fill('[name=text]', `${isbn}\n9789999999991\n${isbn}`);
    await page.locator('button[value=import]').click();
    expect(await page.locator('.report dd').allTextContents()).to.deep.equal(['3', '1', '1', '1']);
    expect(await page.locator('.not-found').textContent()).to.match(/Rivi 2\s+9789999999991/);
    await page.getByRole('link', { name: 'Avaa lista' }).click();
    expect(await page.locator('.entry').count()).to.equal(1);

    await page.goto('/account/lists');
    await page.fill('[name=title]', 'Koottu');
    await page.locator('button[value=make]').click();
    const into = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.goto('/account/lists');
    await page.selectOption('#merge-from', { label: 'Tuotu lista' });
    await page.selectOption('#merge-into', into);
    await page.locator('button[value=merge]').click();
    expect(await page.locator('.told').textContent()).to.include('Lisättiin 1.');
  });

  it('let somebody in by an invitation, through the log-in, whose code no address that is sent has in it', async () => {
    const page = await loggedIn();
    const path = await listOf(page, 'Yhteinen', 1);
    await page.locator('#together summary').click();
    await page.locator('button[value=invite]').click();
    const address = new URL(await page.locator('#invite-address').inputValue());
    expect(address.search).to.equal('');
    const guest = await browser.open(`${address.pathname}${address.hash}`);
    const sent: string[] = [];
    guest.on('request', (request) => sent.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
    await guest.locator('main a.action').click();
    await guest.fill('[name=cardNumber]', helmi.cardNumber);
    await guest.fill('main [name=pin]', helmi.pin);
    await guest.locator('main form button').click();
    await guest.locator('button[value=join]').waitFor();
    await guest.fill('[name=name]', 'Helmi-täti');
    await guest.locator('button[value=join]').click();
    await guest.locator('h1', { hasText: 'Yhteinen' }).waitFor();
    expect(sent.filter((one) => one.replace(/#\S*/, '').includes(address.hash.slice(1)))).to.deep.equal([]);
    expect(await guest.locator('.note-form').count(), 'who was invited to write may write').to.equal(1);
    await page.goto(path);
    await page.locator('#together summary').click();
    expect(await page.locator('.people').first().textContent()).to.include('Helmi-täti');
  });

  it('are read by anybody when they are public, searched, narrowed and taken along, without scripts', async () => {
    const page = await loggedIn();
    const path = await listOf(page, 'Kaikille');
    expect((await (await browser.open('/')).goto(path))?.status(), 'private').to.equal(404);
    await page.locator('#settings summary').click();
    await page.locator('#settings [value=public]').check();
    await page.locator('button[value=settings]').click();
    await settled(page);

    const reader = await browser.open(path, { javaScriptEnabled: false });
    expect(await titles(reader)).to.deep.equal(works.map(({ title }) => title));
    expect(await reader.locator('button[value=remove], .note-form, #settings').count()).to.equal(0);
    expect(await reader.locator('meta[property="og:title"]').getAttribute('content')).to.include('Kaikille');
    const card = (await reader.locator('meta[property="og:image"]').getAttribute('content')) ?? '';
    const { pathname, search } = new URL(card);
    expect((await fetch(`${service.url}${pathname}${search}`)).headers.get('content-type')).to.equal('image/png');
    const feed = await reader.locator('link[type="application/atom+xml"]').getAttribute('href');
    expect(await (await fetch(`${service.url}${new URL(feed ?? '').pathname}`)).text()).to.include(
      '<title>Kaikille</title>',
    );
    await reader.fill('#list-q', works[2]?.title ?? '');
    await reader.locator('.view-form button').click();
    expect(await titles(reader)).to.include(works[2]?.title);
    expect(await reader.locator('code').textContent()).to.include(
      `<lastu-list lang="fi" list="${path.split('/').at(-1)}">`,
    );
  });

  it('have nothing axe objects to, on a phone and a desk, light and dark, and fit both', async () => {
    const page = await loggedIn();
    const path = await listOf(page, 'Tarkastettava', 2);
    const pages = ['/account/lists', path, `${path}/invitation`, `/works/${works[0]?.id}/lists`];
    for (const width of [360, 1280])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        for (const address of pages) {
          await page.goto(address);
          for (const summary of await page.locator('main summary').all()) await summary.click();
          expect(await axeViolations(page), `${address} ${width} ${colorScheme}`).to.deep.equal([]);
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(wider, `${address} ${width}`).to.be.at.most(0);
        }
      }
  });
});
