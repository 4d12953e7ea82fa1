import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { addDemoPatrons, demoPatrons } from '../../demo/patrons.ts';
import { fillWithDemo } from '../support/service.ts';
import { axeViolations, focused } from './browser.ts';
import { inBrowser } from './in-browser.ts';

const [aino, , helmi] = demoPatrons;
const pages = [
  '/account',
  '/account/loans',
  '/account/holds',
  '/account/fees',
  '/account/searches',
  '/account/history',
  '/account/settings',
];

/** Asked of the real application with the demo's patrons, in a real browser. */
describe('The pages of a patron, in a browser', function () {
  this.timeout(180_000);
  const { service, browser } = inBrowser({
    async fill(services) {
      await fillWithDemo(services);
      await addDemoPatrons(services);
    },
  });
  let work: string;

  before(async () => {
    const answer = await fetch(`${service.url}/api/v1/search?q=kalevala&size=1&format=book`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    work = `/works/${items[0]?.id}`;
  });

  async function logIn(page: Page, { cardNumber, pin }: { cardNumber: string; pin: string } = aino): Promise<void> {
    if (new URL(page.url()).pathname !== '/login') await page.goto('/login');
    await page.fill('[name=cardNumber]', cardNumber);
    await page.fill('main [name=pin]', pin);
    await page.locator('main form button').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  }

  it('lead who wants a hold through the log-in and back to it, without scripts too', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await browser.open(work, { javaScriptEnabled });
      await page.getByRole('link', { name: 'Varaa', exact: true }).click();
      expect(await page.locator('h1').textContent()).to.equal('Kirjaudu');
      await logIn(page, helmi);
      expect(new URL(page.url()).pathname).to.equal(`${work}/hold`);
      expect(await page.locator('#hold-branch').inputValue(), 'the patron’s own library').to.equal('heinola');
      await page.locator('button[value=place]').click();
      expect(await page.locator('h1').textContent()).to.equal('Varaus on tehty');
      await page.locator('button[value=undo]').click();
      expect(await page.locator('.told').textContent()).to.equal('Varaus on peruttu.');
    }
  });

  it('lead nobody to the page of somebody else', async () => {
    const page = await browser.open('/login?next=//evil.example/account');
    await logIn(page);
    expect(page.url()).to.equal(`${service.url}/account`);
  });

  it('take a hold in two taps, see it among the holds, and cancel it, by keys alone', async () => {
    const page = await browser.open('/login');
    await logIn(page, helmi);
    await page.goto(work);
    const press = async (name: string) => {
      for (let tabs = 0; tabs < 80 && !(await focused(page)).endsWith(name); tabs += 1)
        await page.keyboard.press('Tab');
      expect(await focused(page)).to.match(new RegExp(`${name}$`));
      await page.keyboard.press('Enter');
    };
    await press('Varaa');
    await page.locator('dialog[open] button[value=place]').waitFor();
    expect(await axeViolations(page)).to.deep.equal([]);
    expect(await focused(page)).to.equal('button Varaa');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] button[value=undo]').waitFor();
    expect(await focused(page)).to.equal('h2 Varaus on tehty');
    expect(await axeViolations(page)).to.deep.equal([]);
    await press('Omat varaukset');
    await page.waitForURL('**/account/holds');
    const title = (await page.locator('.listed-title').first().textContent())?.trim();
    const before = await page.locator('.listed').count();
    await press('Peru varaus');
    await page.locator('h1', { hasText: 'Perutaanko varaus?' }).waitFor();
    expect(await page.locator('.chosen-works').textContent()).to.include(title);
    await press('Peru varaus');
    await page.locator('.told', { hasText: '1 varaus on peruttu.' }).waitFor();
    expect(await page.locator('.listed').count()).to.equal(before - 1);
  });

  it('close the dialog by Escape and give the focus back', async () => {
    const page = await browser.open('/login');
    await logIn(page, helmi);
    await page.goto(work);
    await page.getByRole('link', { name: 'Varaa', exact: true }).click();
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' }); // it goes once it has said that it is closed
    expect(await page.locator('dialog').count()).to.equal(0);
    expect(await focused(page)).to.equal('a Varaa');
  });

  for (const [width, colorScheme] of [
    [360, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const) {
    it(`have nothing axe objects to at ${width} px, ${colorScheme}, and never scroll sideways`, async () => {
      const page = await browser.open('/login', { viewport: { width, height: 900 }, colorScheme });
      expect(await axeViolations(page), '/login').to.deep.equal([]);
      await page.goto('/login/code?purpose=web-account');
      expect(await axeViolations(page), '/login/code').to.deep.equal([]);
      await logIn(page);
      for (const address of [...pages, `${work}/hold`]) {
        await page.goto(address);
        await page.waitForLoadState('networkidle');
        await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
        expect(await axeViolations(page), address).to.deep.equal([]);
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth, address).to.equal(clientWidth);
      }
    });
  }

  it('speak Finnish, Swedish and English', async () => {
    const page = await browser.open('/login', { javaScriptEnabled: false });
    await logIn(page);
    const heads: Record<string, string> = { fi: 'Hei, Aino', sv: 'Hej, Aino', en: 'Hello, Aino' };
    for (const [lang, head] of Object.entries(heads)) {
      await page.goto(`/account?lang=${lang}`);
      expect(await page.locator('h1').textContent()).to.equal(head);
      const texts = new Set<string | null>();
      for (const address of pages) {
        await page.goto(address);
        texts.add(await page.locator('h1').textContent());
        expect(await page.locator('main').textContent(), address).not.to.match(/undefined|\{\w+\}/);
      }
      expect(texts.size).to.equal(pages.length);
    }
  });

  it('renew what can be renewed, and say of each that cannot be why not', async () => {
    const page = await browser.open('/login');
    await logIn(page);
    await page.goto('/account/loans');
    await page.getByRole('button', { name: 'Uusi kaikki' }).click();
    await page.locator('main > .account .told').first().waitFor();
    const told = await page.locator('.listed .told').allTextContents();
    expect(told.filter((text) => text.trim().startsWith('Laina on uusittu. Uusi eräpäivä on '))).not.to.deep.equal([]);
    expect(told.map((text) => text.trim())).to.include('Toinen asiakas on varannut tämän, eikä varattua lainaa voi uusia.'); // prettier-ignore
    await page.reload();
    expect(await page.locator('.told').count(), 'told once').to.equal(0);
  });

  it('suspend several holds at once, and leave as they were those that cannot be', async () => {
    const page = await browser.open('/login', { javaScriptEnabled: false });
    await logIn(page);
    await page.goto('/account/holds');
    for (const box of await page.locator('.choice').all()) await box.check();
    await page.locator('#branch-bulk').selectOption('heinola');
    await page.getByRole('button', { name: 'Muuta valitut' }).click();
    expect(await page.locator('.told').first().textContent()).to.match(/2 varausta on muutettu\. 2 varausta jäi ennalleen/); // prettier-ignore
    const branches = await page.locator('.listed.queued .hold-facts dd').allTextContents();
    expect(branches.filter((text) => text === 'Heinolan kirjasto')).to.have.length(2);
  });

  it('take a payment to the cent on a page that says it is a test, and keep its receipt', async () => {
    const page = await browser.open('/login', { javaScriptEnabled: false });
    await logIn(page);
    await page.goto('/account/fees');
    const total = (await page.locator('tfoot td').textContent()) ?? '';
    expect(total).to.match(/^\d+,\d\d\s€$/);
    await page.locator('button[name=pay]').click();
    expect(await page.locator('.only-a-test').textContent()).to.equal('Koekäyttö: rahaa ei liiku');
    expect(await page.locator('button[value=paid]').textContent()).to.include(total);
    await page.locator('button[value=paid]').click();
    expect(await page.locator('.told').textContent()).to.include(total);
    expect(await page.locator('.receipt summary').textContent()).to.include(total);
    expect(await page.locator('tfoot').count()).to.equal(0);
  });

  it('name who has logged in on every page, and let nothing between keep such a page', async () => {
    const page = await browser.open('/login');
    await logIn(page);
    for (const address of ['/', '/search?q=kalevala', work]) {
      const response = await page.goto(address);
      expect(await page.locator('.visitor .name').textContent(), address).to.equal('Aino');
      expect(response?.headers()['cache-control'], address).to.match(/private/);
      expect(response?.headers()['vary'], address).to.match(/cookie/i);
    }
    for (const address of pages) expect((await page.goto(address))?.headers()['cache-control'], address).to.equal('no-store'); // prettier-ignore
    await page.locator('button.visitor').click();
    await page.getByRole('button', { name: 'Kirjaudu ulos', exact: true }).click();
    await page.locator('.told', { hasText: 'Olet kirjautunut ulos.' }).waitFor();
    await page.goto('/account/loans');
    expect(new URL(page.url()).pathname).to.equal('/login');
  });

  it('are drawn anew where the back button shows one of somebody who has logged out, and left alone otherwise', async () => {
    const page = await browser.open('/login');
    await logIn(page);
    await page.goto(work);
    const goneBack = () => page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))); // prettier-ignore
    const drawnAt = () => page.evaluate(() => performance.timeOrigin);
    const first = await drawnAt();
    const asked = page.waitForResponse('**/api/v1/session');
    await goneBack();
    await (await asked).finished();
    expect(await drawnAt()).to.equal(first);
    await page.context().clearCookies();
    await Promise.all([page.waitForEvent('load'), goneBack()]);
    expect(await page.locator('body').textContent()).to.not.include(aino?.name.split(' ')[0]);
  });

  it('do nothing for a form that does not bring the session’s token', async () => {
    const page = await browser.open('/login');
    await logIn(page);
    await page.goto('/account/history');
    await page.evaluate(() => document.querySelectorAll<HTMLInputElement>('main [name=csrf]').forEach((one) => (one.value = 'x'))); // prettier-ignore
    await page.locator('main summary').click();
    await page.locator('button[value=off]').click();
    expect(await page.locator('.told').textContent()).to.match(/mitään ei muutettu/);
    expect(await page.locator('button[value=off]').count(), 'the history is still kept').to.equal(1);
  });
});
