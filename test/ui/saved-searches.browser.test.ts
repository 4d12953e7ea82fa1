import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { savedSearchRepository } from '../../domain/saved-searches/repository.ts';
import { demoPatrons, addDemoPatrons } from '../../demo/patrons.ts';
import { drainAll } from '../../indexer/drain.ts';
import { catalogueRepository } from '../../domain/catalogue/repository.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { fillWithDemo } from '../support/service.ts';
import { axeViolations, focused } from './browser.ts';
import { inBrowser } from './in-browser.ts';

const [aino, , helmi] = demoPatrons;

describe('Saved searches, in a browser', function () {
  this.timeout(180_000);
  const { service, browser } = inBrowser({
    async fill(services) {
      await fillWithDemo(services);
      await addDemoPatrons(services);
    },
  });

  async function logIn(page: Page, { cardNumber, pin }: { cardNumber: string; pin: string }): Promise<void> {
    await page.fill('[name=cardNumber]', cardNumber);
    await page.fill('main [name=pin]', pin);
    await page.locator('main form button').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  }
  const title = (page: Page) => page.locator('h1').first().textContent();
  const told = (page: Page) => page.locator('.told').first().textContent().then((text) => text?.replace(/\s+/g, ' ').trim()); // prettier-ignore

  /** A record that comes into the catalogue now and is indexed. */
  async function arrives(id: string, name: string): Promise<void> {
    const { changes, connections, indexer } = service.services;
    const catalogue = catalogueRepository(connections.database);
    await changes.recordChange([id], async () => {
      await catalogue.ensureWorks([id]);
      const record = buildRecord({ _id: `${id}.r`, workId: id, edition: buildEdition({ title: name }) });
      await catalogue.storeRecords([{ ...record, importedAt: new Date(), updatedAt: new Date() }]);
      await catalogue.storeItems([buildItem({ _id: `${id}-0`, recordId: `${id}.r` })], []);
    });
    await drainAll(indexer);
  }

  it('are saved from the search they are of, through the log-in, and tell what is new, by page and by feed', async () => {
    const page = await browser.open('/search?q=kalevala');
    await page.locator('lastu-facet a, lastu-facet input').first().waitFor();
    await page.goto('/search?q=kalevala&format=book');
    await page.getByRole('link', { name: 'Tallenna uutuusvahdiksi' }).click();
    await logIn(page, aino);
    expect(await title(page)).to.equal('Tallenna uutuusvahdiksi');
    expect(await axeViolations(page)).to.deep.equal([]);
    expect(await page.locator('[name=name]').inputValue()).to.equal('kalevala · Kirja');
    await page.fill('[name=name]', 'Kalevalaa');
    await page.getByLabel('Syötteenä (Atom)').check();
    await page.locator('button[value=save]').click();
    expect(await told(page)).to.match(/^Uutuusvahti on tallennettu\. Ensimmäinen katsaus tehdään ma /);
    await arrives('uusi1', 'Kalevalan uusi lukija');
    await arrives('uusi2', 'Kissan uusi lukija');
    await page.getByRole('link', { name: 'Katso, mitä uutta on nyt: Kalevalaa' }).click();
    expect(await title(page)).to.equal('Kalevalaa');
    expect(await page.locator('.listed-title').allInnerTexts()).to.deep.equal(['Kalevalan uusi lukija']);
    expect(await axeViolations(page)).to.deep.equal([]);

    await page.goto('/account/searches');
    const [search] = await service.services.savedSearches.ofPatron(await patronOf(aino.cardNumber));
    const repository = savedSearchRepository(service.services.connections.database);
    if (search) await repository.change(search, { nextAt: new Date() });
    await service.services.savedSearches.look();
    const feed = new URL(await page.locator('input[readonly]').inputValue()).pathname;
    const atom = await fetch(service.url + feed);
    expect([atom.status, atom.headers.get('content-type')]).to.deep.equal([200, 'application/atom+xml']);
    expect(await atom.text())
      .to.include('<title>Kalevalan uusi lukija</title>')
      .and.not.include('Kissan');
    await page.locator('summary').click();
    await page.locator('button[value=feed]').click();
    expect(await told(page)).to.equal('Syötteellä on uusi osoite. Vanha ei enää toimi.');
    expect((await fetch(service.url + feed)).status).to.equal(404);
  });

  it('are paused, deleted and had back by keys alone', async () => {
    const page = await browser.open('/account/searches/new?q=sinuhe');
    await logIn(page, helmi);
    const press = async (name: string) => {
      for (let tabs = 0; tabs < 60 && !(await focused(page)).endsWith(name); tabs += 1)
        await page.keyboard.press('Tab');
      expect(await focused(page)).to.match(new RegExp(`${name}$`));
      await page.keyboard.press('Enter');
    };
    await press('Tallenna');
    await page.waitForURL('**/account/searches');
    for (const [button, note] of [
      ['Pidä taukoa', /tauolla/],
      ['Jatka', /jatkuu/],
      ['Poista', /”sinuhe” on poistettu/],
      ['Peru poisto', /palautettu/],
    ] as const) {
      await press(button);
      await page.locator('.told', { hasText: note }).waitFor();
      expect(await axeViolations(page)).to.deep.equal([]);
    }
    expect(await page.locator('.listed').count()).to.equal(1);
  });

  it('are stopped by the link of a letter only when somebody says so, and by one request of a mail program', async () => {
    const patron = await patronOf(helmi.cardNumber);
    const [search] = await service.services.savedSearches.ofPatron(patron);
    const address = `/searches/stop/${search?.stopKey}`;
    const state = async () => (await service.services.savedSearches.ofPatron(patron))[0]?.state;
    const page = await browser.open(address);
    expect(await state(), 'a link that is looked at changes nothing').to.equal('active');
    expect(await axeViolations(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Lopeta viestit' }).click();
    expect(await told(page)).to.match(/^Viestejä ei enää lähetetä/);
    expect(await state()).to.equal('paused');
    await page.getByRole('button', { name: 'Jatka sittenkin' }).click();
    expect(await state()).to.equal('active');
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await fetch(service.url + address, { method: 'POST', body })).status).to.equal(200);
    expect(await state()).to.equal('paused');
    expect((await fetch(`${service.url}/searches/stop/${'x'.repeat(32)}`)).status).to.equal(404);
  });

  it('never scroll sideways, and are nobody else’s', async () => {
    const page = await browser.open('/login', { viewport: { width: 360, height: 800 } });
    await logIn(page, helmi);
    for (const address of ['/account/searches', '/account/searches/new?q=kissa']) {
      await page.goto(address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), address).to.equal(true);
    }
    const [other] = await service.services.savedSearches.ofPatron(await patronOf(aino.cardNumber));
    const answer = await page.goto(`/account/searches/${other?._id}`);
    expect(answer?.status()).to.equal(404);
  });

  const patronOf = async (card: string) => (await service.services.accounts.byCard(card))?._id ?? '';
});
