import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { catalogueRepository } from '../../../domain/catalogue/repository.ts';
import { buildEdition, buildItem, buildRecord } from '../../support/builders.ts';
import { Browser } from '../../support/cookie-browser.ts';
import { staffBrowser } from '../../support/staff.ts';
import { startService, type TestService } from '../../support/service.ts';
import { axeViolations, startBrowser, type TestBrowser } from '../browser.ts';

describe('Tips, comments and their moderation, in pages', function () {
  this.timeout(180_000);
  let service: TestService;
  let browser: TestBrowser;
  let serial = 0;

  before(async () => {
    service = await startService({
      async fill({ connections }) {
        const catalogue = catalogueRepository(connections.database);
        await catalogue.ensureWorks(['w1', 'w2']);
        await catalogue.storeRecords(['w1', 'w2'].map((id) => buildRecord({ _id: `${id}.r`, workId: id, edition: buildEdition({ title: id === 'w1' ? 'Talven valo' : 'Kesän varjo' }) }))); // prettier-ignore
        await catalogue.storeItems(['w1', 'w2'].map((id) => buildItem({ _id: `${id}-0`, recordId: `${id}.r` })), []); // prettier-ignore
      },
    });
    browser = await startBrowser(service.url);
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
  });

  async function patron(): Promise<Browser> {
    const cardNumber = `7000${(serial += 1)}`;
    await service.services.accounts.add({ cardNumber, name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    const visitor = new Browser(service.url);
    await visitor.logIn(cardNumber);
    return visitor;
  }
  async function open(
    visitor: Browser | undefined,
    path: string,
    { scripts = true, width = 1280 } = {},
  ): Promise<Page> {
    const page = await browser.open('about:blank', { javaScriptEnabled: scripts, viewport: { width, height: 900 } });
    if (visitor) await page.context().addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: service.url }))); // prettier-ignore
    await page.goto(path);
    return page;
  }
  async function newTip(visitor: Browser): Promise<string> {
    const { body } = await visitor.ask('POST', '/tips', { text: 'Lue tämä', works: ['w1'], audiences: ['adult'], byline: 'Kirjatoukka' }); // prettier-ignore
    return body.id;
  }

  it('a tip is written, its works looked for and chosen, and changed, without scripts', async () => {
    const author = await patron();
    const page = await open(author, '/tips/new?work=w1', { scripts: false });
    await page.getByLabel('Lisää teos hakusanalla').fill('kesän varjo');
    await page.getByLabel('Miksi tämä kannattaa').fill('Kaksi **hienoa** kirjaa');
    await page.getByRole('button', { name: 'Hae teos' }).click();
    await page.getByLabel('Kesän varjo').check();
    expect(await page.getByLabel('Miksi tämä kannattaa').inputValue()).to.equal('Kaksi **hienoa** kirjaa');
    await page.getByRole('button', { name: 'Julkaise vinkki' }).click();
    expect(await page.getByRole('alert').textContent()).to.include('kohderyhmä');
    await page.getByLabel('Nuorille').check();
    await page.getByLabel('Nimi, jolla kirjoitat').fill('Kirjatoukka');
    await page.getByRole('button', { name: 'Julkaise vinkki' }).click();
    await page.waitForURL(/\/tips\/[\w-]{20,}$/);
    expect(await page.locator('.written strong').textContent()).to.equal('hienoa');
    expect(await page.locator('.tipped li').count()).to.equal(2);
    await page.getByRole('link', { name: 'Muokkaa vinkkiä' }).click();
    await page.getByLabel('Otsikko').fill('Kaksi hyvää');
    await page.getByRole('button', { name: 'Tallenna vinkki' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kaksi hyvää' }).waitFor();
    await page.goto('/works/w2');
    await page.getByRole('link', { name: 'Kaksi hyvää' }).waitFor();
    await page.goto('/tips?audience=child');
    await page.getByText('Tässä ei ole vielä vinkkejä').waitFor();
    await page.goto('/tips?audience=young');
    await page.getByRole('link', { name: 'Kaksi hyvää' }).click();
    await page.getByRole('link', { name: 'Muokkaa vinkkiä' }).click();
    await page.getByText('Poista vinkki').first().click();
    await page.getByRole('button', { name: 'Poista vinkki' }).click();
    await page.getByText('Vinkki on poistettu.').waitFor();
    await page.context().close();
  });

  it('comments are written, answered, changed and deleted without scripts; a page without any says so', async () => {
    const [author, reader] = [await patron(), await patron()];
    const tip = `/tips/${await newTip(author)}`;
    const page = await open(reader, tip, { scripts: false });
    await page.locator('#comments').getByText('Ei kommentteja').waitFor();
    await page.getByLabel('Kommenttisi').fill('Samaa mieltä');
    await page.getByLabel('Nimi, jolla kirjoitat').fill('Lukija');
    await page.getByRole('button', { name: 'Lähetä kommentti' }).click();
    await page.locator('.comment .written').getByText('Samaa mieltä').waitFor();
    expect(new URL(page.url()).hash).to.match(/^#comment-/);
    const second = await open(author, tip, { scripts: false });
    await second.locator('summary', { hasText: 'Vastaa' }).click();
    await second.getByLabel('Vastauksesi').fill('Kiitos');
    await second.locator('.comment').getByLabel('Nimi, jolla kirjoitat').fill('Kirjatoukka');
    await second.getByRole('button', { name: 'Lähetä vastaus' }).click();
    await second.locator('.answers .written').getByText('Kiitos').waitFor();
    await page.reload();
    await page.locator('summary', { hasText: 'Muokkaa' }).click();
    await page.locator('.comment').getByLabel('Kommenttisi').fill('Ihan samaa mieltä');
    await page.getByRole('button', { name: 'Tallenna' }).click();
    await page.getByText('muokattu').waitFor();
    await page.locator('summary', { hasText: 'Poista' }).click();
    await page.getByRole('button', { name: 'Poista kommentti' }).click();
    await page.locator('.comment.gone').waitFor();
    await page.locator('.answers .written').getByText('Kiitos').waitFor();
    const stranger = await open(undefined, tip, { scripts: false });
    await stranger.getByRole('link', { name: 'Kirjaudu sisään, niin voit kommentoida' }).waitFor();
    for (const one of [page, second, stranger]) await one.context().close();
  });

  it('a refused comment stays in its field, with the reason', async () => {
    const author = await patron();
    const page = await open(author, `/tips/${await newTip(author)}`, { scripts: false });
    await page.getByLabel('Kommenttisi').fill('Tämä on ryssäläinen juttu');
    await page.getByLabel('Nimi, jolla kirjoitat').fill('Lukija');
    await page.getByRole('button', { name: 'Lähetä kommentti' }).click();
    expect(await page.getByRole('alert').textContent()).to.include('ryssä*');
    expect(await page.getByLabel('Kommenttisi').inputValue()).to.equal('Tämä on ryssäläinen juttu');
    await page.context().close();
  });

  it('a moderator judges by keys alone, is led on to the next text, and the writer reads why', async () => {
    const [author, reader] = [await patron(), await patron()];
    const { browser: staff } = await staffBrowser(service, { roles: ['moderator'] });
    const tip = `/tips/${await newTip(author)}`;
    for (const text of ['Ensimmäinen ämmä', 'Toinen ämmä', 'Kolmas ämmä'])
      await author.ask('POST', `${tip}/comments`, { text, byline: 'Kirjatoukka' });
    const report = await open(reader, `/report/tip/${tip.slice(6)}`, { scripts: false });
    await report.getByLabel('Paljastaa juonen varoittamatta').check();
    await report.getByRole('button', { name: 'Lähetä ilmoitus' }).click();
    await report.getByText('Kiitos. Kirjaston väki lukee ilmoituksesi.').waitFor();
    const page = await open(staff, '/staff/moderation');
    const current = () => page.evaluate(() => document.activeElement?.querySelector('.judged')?.textContent?.trim());
    await page.waitForFunction(() => document.activeElement?.matches('.moderation-queue article'));
    expect(await page.locator('.moderation-queue article').count()).to.equal(4);
    expect(await current()).to.equal('Ensimmäinen ämmä');
    await page.keyboard.press('j');
    expect(await current()).to.equal('Toinen ämmä');
    await page.keyboard.press('h');
    await page.getByText('Teksti on hyväksytty.').waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Kolmas'));
    await page.keyboard.press('v');
    await page.keyboard.type('Ei näin, hp');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal('Piilota');
    await page.keyboard.press('Enter');
    await page.getByText('Teksti on piilotettu.').waitFor();
    await report.goto(tip);
    await report.locator('.comment .written').getByText('Toinen ämmä').waitFor();
    expect(await report.locator('.comment').count()).to.equal(1);
    const own = await open(author, '/account', { scripts: false });
    await own.getByRole('link', { name: /uutta viestiä|uusi viesti/ }).click();
    await own.getByText('Ei näin, hp').waitFor();
    await own.getByRole('button', { name: 'Merkitse luetuksi' }).first().click();
    for (const one of [page, report, own]) await one.context().close();
  });

  it('the rules of a town and the watched words are set in plain forms', async () => {
    const { browser: staff } = await staffBrowser(service, { roles: ['moderator'] });
    const page = await open(staff, '/staff/moderation/rules', { scripts: false });
    await page.getByLabel('Vinkki').selectOption('all-wait');
    await page
      .locator('form', { has: page.getByLabel('Vinkki') })
      .getByRole('button', { name: 'Tallenna' })
      .click();
    await page.getByText('Tallennettu.').waitFor();
    expect(await page.getByLabel('Vinkki').inputValue()).to.equal('all-wait');
    await page.getByLabel('Suomi: teksti tarkistetaan').fill('hömppä\nlässy*');
    await page
      .locator('form', { has: page.locator('.word-lists') })
      .getByRole('button', { name: 'Tallenna' })
      .click();
    await page.getByText('Tallennettu.').waitFor();
    expect((await service.services.moderation.admission.words()).words.fi.hold).to.deep.equal(['hömppä', 'lässy*']);
    await page.getByLabel('Vinkki').selectOption('at-once');
    await page
      .locator('form', { has: page.getByLabel('Vinkki') })
      .getByRole('button', { name: 'Tallenna' })
      .click();
    await page.context().close();
  });

  it('library staff write tips in the name of their municipality', async () => {
    const { browser: staff } = await staffBrowser(service, { serves: 'heinola' });
    const page = await open(staff, '/staff/tips', { scripts: false });
    await page.getByLabel('Lisää teos hakusanalla').fill('talven valo');
    await page.getByRole('button', { name: 'Hae teos' }).click();
    await page.getByLabel('Talven valo').check();
    await page.getByLabel('Miksi tämä kannattaa').fill('Luettava');
    await page.getByLabel('Lapsille').check();
    await page.getByRole('button', { name: 'Julkaise vinkki' }).click();
    await page.getByText('Vinkki on julkaistu.').waitFor();
    await page.goto('/tips?byStaff=true');
    expect(await page.locator('.tip').first().textContent()).to.match(/Virkku, Heinola\s+Kirjaston vinkki/);
    await page.context().close();
  });

  it('are accessible, and as narrow as a telephone', async () => {
    const author = await patron();
    const { browser: staff } = await staffBrowser(service, { roles: ['staff', 'moderator'] });
    const id = await newTip(author);
    await author.ask('POST', `/tips/${id}/comments`, { text: 'Pitkä_osoite https://esimerkki.example/'.padEnd(300, 'a'), byline: 'Nimimerkki'.padEnd(60, 'i') }); // prettier-ignore
    const visits: [Browser, string][] = [[author, '/tips'], [author, `/tips/${id}`], [author, `/tips/${id}/edit`], [await patron(), `/report/tip/${id}`], [author, '/account/messages'], [staff, '/staff/moderation?view=published'], [staff, '/staff/moderation/rules'], [staff, '/staff/tips']]; // prettier-ignore
    for (const width of [360, 1280])
      for (const [visitor, path] of visits) {
        const page = await open(visitor, path, { width });
        expect(await axeViolations(page), `${path} ${width}`).to.deep.equal([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${path} ${width}`).to.be.at.most(0);
        await page.context().close();
      }
  });
});
