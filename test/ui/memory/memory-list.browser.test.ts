import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeViolations, focused } from '../browser.ts';
import { inBrowser } from '../in-browser.ts';

interface Listed {
  id: string;
  title: string;
  authors: string[];
}

describe('The memory list, in a browser', () => {
  const { service, browser } = inBrowser();
  let works: Listed[];

  before(async () => {
    const answer = await fetch(`${service.url}/api/v1/search?q=kalevala&size=3`);
    works = ((await answer.json()) as { items: Listed[] }).items;
  });

  const addressOf = (at = 0) => `/works/${works[at]?.id}`;
  const button = (page: Page) => page.locator('.work-actions lastu-memory-button button');
  const count = (page: Page) => page.locator('lastu-memory-count a');
  const row = (page: Page, at: number) => page.locator(`lastu-memory-works [data-id="${works[at]?.id}"]`);
  const saysCount = (page: Page, words: string) => count(page).filter({ hasText: words }).waitFor();

  /** The list page with works on it already, or with whatever a browser has kept. */
  const openList = async (kept: unknown, options = {}): Promise<Page> => {
    const page = await browser.open('/accessibility', {
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    await page.evaluate((text) => localStorage.setItem('lastu-memory-list', text), typeof kept === 'string' ? kept : JSON.stringify(kept)); // prettier-ignore
    await page.goto('/memory-list');
    await page.locator('lastu-memory-works p.count').waitFor();
    return page;
  };
  const threeWorks = () => ({
    version: 1,
    works: works.map(({ id, title, authors }, at) => ({
      id,
      title,
      authors,
      addedAt: `2026-01-0${3 - at}T00:00:00.000Z`,
    })),
  });

  it('takes a work by its button, says so, counts it, and takes it back', async () => {
    const page = await browser.open(addressOf());
    await saysCount(page, 'Sinulla on 0 teosta muistilistassa.');
    expect(await button(page).getAttribute('aria-pressed')).to.equal('false');
    await button(page).click();
    await saysCount(page, 'Sinulla on 1 teos muistilistassa.');
    expect(await button(page).getAttribute('aria-pressed')).to.equal('true');
    const notice = page.locator('lastu-memory-count [role=status]');
    expect(await notice.textContent()).to.contain(`Lisätty muistilistaan: ${works[0]?.title}`);
    await notice.getByRole('button', { name: 'Kumoa' }).click();
    await saysCount(page, 'Sinulla on 0 teosta muistilistassa.');
    expect(await button(page).getAttribute('aria-pressed')).to.equal('false');
    expect(await focused(page)).to.contain('Sinulla on 0 teosta');
    await button(page).focus();
    await page.keyboard.press('Space');
    await saysCount(page, 'Sinulla on 1 teos muistilistassa.');
    await page.reload();
    await saysCount(page, 'Sinulla on 1 teos muistilistassa.');
    expect(await button(page).getAttribute('aria-pressed')).to.equal('true');
  });

  it('is the same in every tab at once', async () => {
    const page = await browser.open(addressOf());
    const other = await page.context().newPage();
    await other.goto('/memory-list');
    await saysCount(other, '0 teosta');
    await button(page).click();
    await saysCount(other, 'Sinulla on 1 teos muistilistassa.');
    await row(other, 0).locator('.remove').click();
    await saysCount(page, '0 teosta');
    expect(await button(page).getAttribute('aria-pressed')).to.equal('false');
    await button(page).click();
    await row(other, 0).locator('h2').waitFor();
    expect(await other.locator('lastu-memory-works .removed').count()).to.equal(0);
  });

  it('lasts as long as the page where the browser refuses to keep it, and says so', async () => {
    const page = await browser.open('/accessibility');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Refused', 'SecurityError');
        },
      });
    });
    await page.goto(addressOf());
    await button(page).click();
    await saysCount(page, '1 teos');
    expect(await button(page).getAttribute('aria-pressed')).to.equal('true');
    await page.goto('/memory-list');
    await page.getByText('Selaimesi ei salli listan tallentamista.').waitFor();
  });

  it('shows its works with their availability, in order; what is gone and what is damaged does no harm', async () => {
    const { works: listed } = threeWorks();
    const lost = { id: 'nowhere', title: 'Kadonnut', authors: [], addedAt: '2020-01-01T00:00:00.000Z' };
    const page = await openList({ version: 1, works: [lost, { id: 5 }, 'x', ...listed.toReversed()] });
    await page.locator('lastu-availability').first().waitFor();
    expect(await page.locator('lastu-memory-works h2').allTextContents()).to.deep.equal([...works.map(({ title }) => title), 'Kadonnut']); // prettier-ignore
    await page.getByText('Teos ei ole enää kokoelmassa.').waitFor();
    expect(await axeViolations(page)).to.deep.equal([]);
    const damaged = await openList('{"version":1,"works":[');
    await damaged.getByRole('heading', { name: 'Muistilistasi on tyhjä' }).waitFor();
    expect(await axeViolations(damaged)).to.deep.equal([]);
  });

  it('gives removed works back, one or all, and keeps the focus at hand', async () => {
    const page = await openList(threeWorks());
    await row(page, 1).locator('.remove').click();
    await saysCount(page, '2 teosta');
    expect(await focused(page)).to.match(/^button Kumoa/);
    await page.keyboard.press('Enter');
    await saysCount(page, '3 teosta');
    expect(await focused(page)).to.match(/^button Poista/);
    expect(await page.locator('lastu-memory-works h2').allTextContents()).to.deep.equal(
      works.map(({ title }) => title),
    );

    await page.getByRole('button', { name: 'Tyhjennä lista' }).click();
    await page.getByText('Poistit muistilistasta 3 teosta.').waitFor();
    expect(await focused(page)).to.match(/^button Kumoa/);
    await page.keyboard.press('Enter');
    await saysCount(page, '3 teosta');
    expect(await page.locator('lastu-memory-works h2').count()).to.equal(3);
  });

  it('is copied, sent, and taken along in the formats of reference managers and spreadsheets', async () => {
    const page = await openList(threeWorks());
    await page.locator('lastu-availability').first().waitFor();
    await page.getByRole('button', { name: 'Kopioi tekstinä' }).click();
    await page.getByText('3 teosta kopioitu leikepöydälle.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const { id, title } of works) expect(copied).to.contain(title).and.contain(`${service.url}/works/${id}`);
    await page.locator('lastu-memory-tools summary', { hasText: 'Lähetä sähköpostilla' }).click();
    const letter = await page.getByRole('link', { name: 'Avaa omassa sähköpostiohjelmassasi' }).getAttribute('href');
    expect(decodeURIComponent(letter ?? ''))
      .to.match(/^mailto:\?subject=Muistilista&body=/)
      .and.contain(works[0]?.title);
    await page.fill('lastu-memory-tools [name=to]', 'lukija@example.org');
    expect(await axeViolations(page)).to.deep.equal([]);
    await page.keyboard.press('Enter');
    await page.getByText('3 teosta lähetettiin.').waitFor();
    expect(await focused(page)).to.match(/^summary Lähetä sähköpostilla/);

    const take = async (name: string) => {
      await page.locator('lastu-memory-tools summary', { hasText: 'Vie tiedostoon' }).click();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
      return { name: file.suggestedFilename(), text: Buffer.concat(chunks).toString() };
    };
    const ris = await take('RIS');
    expect(ris.name).to.equal('muistilista.ris');
    expect(ris.text.match(/^TY {2}- /gm)).to.have.length(3);
    expect((await take('BibTeX')).text.match(/^@/gm)).to.have.length(3);
    const csv = await take('CSV');
    expect(csv.text)
      .to.match(/^\ufeffNimeke;Tekijä;/)
      .and.contain(works[0]?.title);
    expect(csv.text.trim().split('\r\n')).to.have.length(4);
  });

  it('says that it needs scripts where there are none, and shows no dead button', async () => {
    const page = await browser.open('/memory-list', { javaScriptEnabled: false });
    expect(await page.locator('main').textContent()).to.contain('vaatii JavaScriptin');
    await page.goto(addressOf());
    expect(await button(page).isVisible()).to.equal(false);
  });

  it('fits a phone, and has nothing axe objects to there', async () => {
    const page = await openList(threeWorks(), { viewport: { width: 320, height: 700 } });
    await page.locator('lastu-availability').first().waitFor();
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).to.equal(clientWidth);
    expect(await axeViolations(page)).to.deep.equal([]);
  });
});
