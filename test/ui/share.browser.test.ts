import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { inBrowser } from './in-browser.ts';

describe('Handing a page on', () => {
  const { service, browser } = inBrowser();

  const share = (page: Page) => page.getByRole('button', { name: 'Jaa tämä haku' });

  it('copies the address of the search as it stands, and says so', async () => {
    const page = await browser.open('/search?q=kissa', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.waitForLoadState('networkidle');
    await page.locator('lastu-facet a[data-value="book"]').click();
    await page.waitForURL('**/search?q=kissa&format=book');
    await page.locator('lastu-filters .chip').waitFor();
    await share(page).click();
    await page.getByRole('status').filter({ hasText: 'Linkki on kopioitu.' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal(page.url());
  });

  it('says kindly where the address could not be copied', async () => {
    const page = await browser.open('/search?q=kissa');
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
    });
    await share(page).click();
    await page.getByRole('status').filter({ hasText: 'Linkkiä ei voitu kopioida.' }).waitFor();
  });

  it('opens the sheet of a telephone, which is told the address and what it is', async () => {
    const page = await browser.open('about:blank', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }); // prettier-ignore
    await page.addInitScript(() => {
      Object.defineProperties(navigator, {
        canShare: { value: () => true },
        share: { value: (sheet: ShareData) => Promise.resolve(Object.assign(document, { sheet })) },
      });
    });
    await page.goto(`${service.url}/search?q=kissa`);
    await page.waitForLoadState('networkidle');
    await share(page).tap();
    const sheet = await page.evaluate(() => (document as unknown as { sheet: ShareData }).sheet);
    expect(sheet).to.deep.equal({ title: 'kissa', url: `${service.url}/search?q=kissa` });
  });

  it('copies, sends by letter and by the sheet the address of a work', async () => {
    const { items } = (await (await fetch(`${service.url}/api/v1/search?q=taikatalvi&size=1`)).json()) as {
      items: { id: string; title: string }[];
    };
    const [work] = items;
    const page = await browser.open(`/works/${work?.id}/cite`, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Kopioi linkki' }).click();
    await page.getByRole('status').filter({ hasText: 'Linkki teokseen on kopioitu.' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(copied).pathname).to.equal(`/works/${work?.id}`);
    const letter = new URL((await page.getByRole('link', { name: 'Lähetä sähköpostilla' }).getAttribute('href')) ?? '');
    expect(letter.protocol).to.equal('mailto:');
    expect(letter.searchParams.get('subject')).to.equal(work?.title);
    expect(letter.searchParams.get('body')).to.contain(copied);
    expect(await page.getByRole('button', { name: 'Jaa laitteesi sovelluksilla' }).count()).to.equal(0);
  });
});
