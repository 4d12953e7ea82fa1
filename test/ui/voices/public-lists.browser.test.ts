import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { Browser } from '../../support/cookie-browser.ts';
import { startService, type TestService } from '../../support/service.ts';
import { staffBrowser } from '../../support/staff.ts';
import { addReader, fillWithWorks } from '../../support/voices.ts';
import { axeViolations, focused, startBrowser, type TestBrowser } from '../browser.ts';

describe('What readers share, in pages', function () {
  this.timeout(180_000);
  let service: TestService;
  let browser: TestBrowser;
  let owner: Browser;
  let reader: Browser;

  before(async () => {
    service = await startService({ fill: fillWithWorks(4) });
    browser = await startBrowser(service.url);
    [owner, reader] = [await loggedIn('Kokoaja'), await loggedIn('Lukija')];
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
  });

  async function loggedIn(name: string): Promise<Browser> {
    const { cardNumber } = await addReader(service.services, name);
    const visitor = new Browser(service.url);
    await visitor.logIn(cardNumber);
    return visitor;
  }
  async function open(visitor: Browser | undefined, path: string, { width = 1280, scripts = true, permissions = [] as string[] } = {}): Promise<Page> {
    const page = await browser.open('about:blank', { viewport: { width, height: 900 }, javaScriptEnabled: scripts, permissions });
    if (visitor) await page.context().addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: service.url })));
    await page.goto(path);
    return page;
  } // prettier-ignore
  async function listOf(title: string, works = ['w0', 'w1']): Promise<string> {
    const { id } = (await owner.ask('POST', '/lists', { title, visibility: 'public', byline: 'Kokoaja', description: 'Kuvaus listasta.' })).body; // prettier-ignore
    for (const workId of works) await owner.ask('POST', `/lists/${id}/entries`, { workId });
    return id;
  }
  async function tabTo(page: Page, wanted: RegExp): Promise<void> {
    for (let press = 0; press < 80; press += 1) {
      if (wanted.test(await focused(page))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Nothing like ${wanted} is reached by keyboard`);
  }
  const content = async (page: Page, property: string) =>
    (await page.locator(`meta[property="${property}"], meta[name="${property}"]`).getAttribute('content')) ?? '';

  it('a list is searched for, opened, put by and found again by keyboard alone', async () => {
    await listOf('Koirien kesä');
    const page = await open(reader, '/lists');
    await page.locator('#lists-q').focus();
    await page.keyboard.type('kesällä koira');
    await page.keyboard.press('Enter');
    await page.getByText('1 lista haulle').waitFor();
    await tabTo(page, /^a Koirien kesä$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Koirien kesä' }).waitFor();
    await tabTo(page, /^button Tallenna listoihini$/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Poista tallennetuista' }).waitFor();
    expect(await focused(page), 'the reader stays where they were').to.equal('button Poista tallennetuista');
    await page.goto('/account/lists');
    await tabTo(page, /^button Poista tallennetuista$/);
    await page.keyboard.press('Enter');
    await page.getByText('Lista ei ole enää tallennetuissa.').waitFor();
    expect(await page.getByRole('heading', { name: 'Tallennetut listat' }).count()).to.equal(0);
  });

  it('all of it works without scripts', async () => {
    await listOf('Ilman skriptejä');
    const page = await open(reader, '/lists?q=skriptit', { scripts: false });
    await page.getByRole('link', { name: 'Ilman skriptejä' }).click();
    await page.getByRole('button', { name: 'Tallenna listoihini' }).click();
    expect(await page.locator('.told').textContent()).to.include('Lista on tallennettu');
    await page.goto('/lists');
    await page.getByLabel('Järjestys').selectOption('saved');
    await page.getByRole('button', { name: 'Etsi' }).click();
    expect(await page.locator('.lists-found h2').first().textContent()).to.include('Ilman skriptejä');
  });

  it('a list that staff have hidden says so to its writer, with nothing for axe to find; others report what they see by keyboard', async () => {
    const id = await listOf('Kiistanalainen');
    const page = await open(reader, `/lists/${id}`, { width: 360 });
    expect(await axeViolations(page)).to.deep.equal([]);
    await tabTo(page, /^a Ilmoita asiaton teksti$/);
    await page.keyboard.press('Enter');
    await page.getByLabel('Loukkaava').waitFor();
    expect(await axeViolations(page)).to.deep.equal([]);
    await tabTo(page, /^button Lähetä/);
    await page.keyboard.press('Enter');
    await page.getByText('Kiitos').waitFor();
    const { browser: staff } = await staffBrowser(service, { roles: ['moderator', 'admin'] });
    await staff.ask('POST', `/staff/moderation/list/${id}/judgements`, { version: 1, judgement: 'hide' });
    for (const width of [360, 1280]) {
      const own = await open(owner, `/lists/${id}`, { width });
      await own.getByText('Kirjasto on piilottanut listan.').waitFor();
      expect(await own.getByRole('link', { name: 'Lähetä sähköpostilla' }).count(), 'nothing to hand on').to.equal(0);
      expect(await axeViolations(own), String(width)).to.deep.equal([]);
      expect(await own.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(width);
    }
    await page.goto('/lists');
    expect(await page.getByText('Kiistanalainen').count()).to.equal(0);
  });

  it('the pages of lists, of a review’s versions and of all tags have nothing for axe to find, narrow or wide', async () => {
    await listOf('Katsottava', ['w0', 'w1', 'w2', 'w3']);
    const text = { title: 'Otsikko', text: 'Ennen', spoiler: false, language: 'fi' };
    const { id } = (await owner.ask('POST', '/works/w0/reviews', text)).body;
    await owner.ask('PUT', `/reviews/${id}`, { ...text, text: 'Nyt', version: 1 });
    await reader.ask('POST', '/works/w0/tags', { text: 'sana' });
    for (const width of [360, 1280])
      for (const path of [
        '/lists',
        '/lists?q=katsottava',
        '/lists?q=olematon',
        '/lists?work=w0',
        '/account/lists',
        `/account/reviews/${id}`,
        '/works/w0',
        '/',
      ]) {
        // prettier-ignore
        const page = await open(owner, path, { width });
        for (const summary of await page.locator('.report-tag summary').all()) await summary.click();
        expect(await axeViolations(page), `${path} at ${width}`).to.deep.equal([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).to.be.at.most(width);
      }
  });

  it('a tip is handed on by its address and by e-mail, and is shown elsewhere with its words and a drawn picture', async () => {
    const { body } = await owner.ask('POST', '/tips', { title: 'Lue tämä', text: 'Kaksi **hienoa** kirjaa', works: ['w0'], audiences: ['adult'], byline: 'Kokoaja' }); // prettier-ignore
    const page = await open(undefined, `/tips/${body.id}`, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: /Kopioi/ }).click();
    await page.getByRole('status').filter({ hasText: /kopioitu/ }).waitFor(); // prettier-ignore
    const address = `http://localhost:3000/tips/${body.id}`;
    expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal(address);
    const letter = new URL((await page.getByRole('link', { name: /sähköposti/ }).getAttribute('href')) ?? '');
    expect([letter.protocol, letter.searchParams.get('subject')]).to.deep.equal(['mailto:', 'Lue tämä']);
    expect(letter.searchParams.get('body')).to.include(address);
    expect(await content(page, 'og:title')).to.include('Lue tämä');
    expect(await content(page, 'og:description')).to.include('Kaksi hienoa kirjaa');
    expect(await content(page, 'og:url')).to.equal(address);
    expect(await content(page, 'twitter:card')).to.equal('summary_large_image');
    const picture = new URL(await content(page, 'og:image'));
    const drawn = await fetch(`${service.url}${picture.pathname}${picture.search}`);
    const bytes = new DataView(await drawn.arrayBuffer());
    expect([drawn.status, drawn.headers.get('content-type'), bytes.getUint32(0)]).to.deep.equal([200, 'image/png', 0x89504e47]); // prettier-ignore
    expect([bytes.getUint32(16), bytes.getUint32(20)], 'width and height').to.deep.equal([1200, 630]);
    const third = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)); // prettier-ignore
    expect([...new Set(third)]).to.deep.equal([new URL(service.url).origin]);
  });
});
