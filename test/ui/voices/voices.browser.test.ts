import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { addDemoPatrons, demoPatrons } from '../../../demo/patrons.ts';
import { fillWithDemo } from '../../support/service.ts';
import { addReader, indexed } from '../../support/voices.ts';
import { axeViolations, focused } from '../browser.ts';
import { inBrowser } from '../in-browser.ts';

const [aino, , helmi] = demoPatrons;

/** Asked of the real application with the demo's patrons, in a real browser. */
describe('What readers say, on the page of a work', function () {
  this.timeout(240_000);
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

  async function logIn(page: Page, { cardNumber, pin }: { cardNumber: string; pin: string }): Promise<void> {
    if (new URL(page.url()).pathname !== '/login') await page.goto('/login');
    await page.fill('[name=cardNumber]', cardNumber);
    await page.fill('main [name=pin]', pin);
    await page.locator('main form button').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  }
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let tabs = 0; tabs < 150 && !(await focused(page)).endsWith(name); tabs += 1) await page.keyboard.press('Tab');
    expect(await focused(page), name).to.match(new RegExp(`${name}$`));
  }
  const told = (page: Page) => page.locator('.voices .told').first().textContent();

  it('leads who wants to say something through the log-in and back', async () => {
    const page = await browser.open(work);
    expect(await page.locator('.voices').textContent()).to.include('Kukaan ei ole vielä arvioinut tätä teosta.');
    await page.getByRole('link', { name: 'Kirjaudu ja arvioi' }).click();
    await logIn(page, helmi);
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).to.equal(`${work}#voices`);
  });

  it('is rated by keys alone: arrows move among half stars', async () => {
    const page = await browser.open('/login');
    await logIn(page, aino);
    await page.goto(work);
    await page.locator('.rate-stars input').first().focus();
    await page.keyboard.press('Space');
    for (let times = 0; times < 6; times += 1) await page.keyboard.press('ArrowRight');
    expect(await page.locator('.rate-stars input:checked').inputValue()).to.equal('4');
    expect(await page.getByRole('radio', { checked: true }).getAttribute('name')).to.equal('stars');
    await tabTo(page, 'Tallenna arvosana');
    await page.keyboard.press('Enter');
    await page.waitForURL(/told/);
    expect(await told(page)).to.equal('Arvosanasi on tallennettu.');
    expect(await page.getByRole('img', { name: '4 tähteä viidestä' }).count()).to.be.greaterThan(0);
    await indexed(service.services);
    await page.goto('/search?q=kalevala&sort=rating');
    expect(
      await page.locator('lastu-result').first().getByRole('img', { name: '4 tähteä, 1 arvosana' }).count(),
    ).to.equal(1);
  });

  it('takes, changes, deletes and brings back a review without scripts, under a chosen name', async () => {
    const page = await browser.open('/login', { javaScriptEnabled: false });
    await logIn(page, helmi);
    await page.goto(`${work}/review`);
    await page.fill('[name=text]', 'Luin **ääneen**. <script>window.hit = 1</script>');
    await page.fill('[name=displayName]', 'Helmi Koskinen');
    await page.check('[name=spoiler]');
    await page.getByRole('button', { name: 'Julkaise arvostelu' }).click();
    expect(await page.locator('.told').textContent()).to.include('Tästä nimestä näkisi, kuka olet.');
    expect(await page.inputValue('[name=text]'), 'nothing typed is lost').to.include('Luin **ääneen**.');
    await page.fill('[name=displayName]', 'Runonlaulaja');
    await page.getByRole('button', { name: 'Julkaise arvostelu' }).click();
    expect(await told(page)).to.equal('Arvostelusi on julkaistu.');
    const review = page.locator('.review');
    expect(await review.locator('strong').isVisible(), 'a spoiler is folded').to.equal(false);
    await review.locator('summary').click();
    expect(await review.locator('strong').textContent()).to.equal('ääneen');
    expect(await review.textContent())
      .to.include('<script>')
      .and.to.include('Runonlaulaja');

    await page.getByRole('link', { name: 'Muokkaa' }).click();
    await page.fill('[name=text]', 'Toinen mieli');
    await page.getByRole('button', { name: 'Tallenna muutokset' }).click();
    expect(await page.locator('.review').textContent()).to.include('Toinen mieli');
    await page.getByRole('button', { name: 'Poista', exact: true }).click();
    expect([await told(page), await page.locator('.review').count()]).to.deep.equal(['Arvostelusi on poistettu.', 0]);
    await page.getByRole('button', { name: 'Kumoa' }).click();
    expect([await told(page), await page.locator('.review').count()]).to.deep.equal(['Arvostelusi on palautettu.', 1]);
  });

  it('shows both texts where a review was changed elsewhere meanwhile', async () => {
    const [one, other] = await Promise.all([browser.open('/login'), browser.open('/login')]);
    for (const page of [one, other]) {
      await logIn(page, helmi);
      await page.goto(`${work}/review`);
    }
    await one.fill('[name=text]', 'Puhelimella kirjoitettu');
    await one.getByRole('button', { name: 'Tallenna muutokset' }).click();
    await other.fill('[name=text]', 'Tietokoneella kirjoitettu');
    await other.getByRole('button', { name: 'Tallenna muutokset' }).click();
    expect(await other.locator('.current').textContent()).to.include('Puhelimella kirjoitettu');
    expect(await other.inputValue('[name=text]')).to.equal('Tietokoneella kirjoitettu');
    await other.getByRole('button', { name: 'Tallenna muutokset' }).click();
    expect(await other.locator('.review').textContent()).to.include('Tietokoneella kirjoitettu');
  });

  it('takes tags, offers words while one is written, and leads to the works that have them', async () => {
    const page = await browser.open('/login');
    await logIn(page, aino);
    await page.goto(work);
    const offered = page.waitForResponse(/tags\/suggestions/);
    await page.locator('#tag').pressSequentially('kiss');
    await offered;
    await page.waitForFunction(() => document.querySelector('#tag-words option[value="kissat"]'));
    await page.fill('#tag', 'Runomitta');
    await page.keyboard.press('Enter');
    await page.waitForURL(/told/);
    expect(await told(page)).to.equal('Avainsana on lisätty.');
    await indexed(service.services);
    await page.goto('/tags');
    await page.getByRole('link', { name: 'runomitta (1 teos)' }).click();
    await page.waitForURL(/tag=runomitta/);
    expect(await page.locator('lastu-result').count()).to.equal(1);
    await page.goto(work);
    await page.getByRole('button', { name: 'Poista oma avainsanasi: Runomitta' }).click();
    expect(await told(page)).to.equal('Avainsana on poistettu.');
  });

  it('is told to search engines as an aggregate rating', async () => {
    const html = await (await fetch(`${service.url}${work}`)).text();
    const [, jsonLd = '{}'] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(jsonLd).aggregateRating).to.deep.include({ ratingValue: 4, ratingCount: 1, reviewCount: 1 });
  });

  it('waits in towns that have not begun with it', async () => {
    const { consortium } = service.services;
    const reader = await addReader(service.services, undefined, 'hartola');
    await consortium.setRollout('hartola', 0, { catalogue: '2026-01-01', selfService: '2026-01-01', community: '2099-06-01' }); // prettier-ignore
    const page = await browser.open('/login');
    await logIn(page, { cardNumber: reader.cardNumber, pin: '1234' });
    await page.goto(work);
    expect(await page.locator('.voices-head').textContent()).to.match(/Hartola .*1\. kesäkuuta 2099/);
    expect(await page.locator('.voices form').count()).to.equal(0);
  });

  it('is open to everybody: axe finds nothing wrong with it, narrow or wide', async () => {
    for (const width of [360, 1280]) {
      const page = await browser.open('/login', { viewport: { width, height: 900 } });
      await logIn(page, aino);
      for (const address of [work, `${work}/review`, '/account/reviews', '/tags']) {
        await page.goto(address);
        expect(await axeViolations(page), `${address} at ${width}`).to.deep.equal([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${address} at ${width} fits`).to.be.at.most(0);
      }
    }
  });
});
