import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { inBrowser } from './in-browser.ts';
import { facetValue, openSearch } from './search-support.ts';

describe('What a reader is about to ask for', () => {
  const { service, browser } = inBrowser();

  const patience = 500;
  /** The searches asked from now on, by what they are narrowed to. */
  const watched = (page: Page) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === '/api/v1/search') asked.push(searchParams.getAll('language').join());
    });
    return asked;
  };
  const prefetched = (page: Page) => page.locator('link[rel=prefetch]').evaluateAll((links) => links.length);

  it('is fetched while the pointer rests on a filter, and not once more when it is pressed', async () => {
    const page = await openSearch(browser, '/search?q=kalevala');
    const asked = watched(page);
    const answered = page.waitForResponse((response) => response.url().includes('language=eng'));
    await facetValue(page, 'eng').hover();
    await answered;
    await facetValue(page, 'eng').click();
    await page.locator('lastu-filters .chip').waitFor();
    await page.waitForTimeout(patience);
    expect(asked.filter((language) => language === 'eng')).to.have.lengthOf(1);
  });

  it('is not fetched for a pointer that only passes by', async () => {
    const page = await openSearch(browser, '/search?q=kalevala');
    const asked = watched(page);
    await facetValue(page, 'eng').hover();
    await page.mouse.move(1, 1);
    await page.waitForTimeout(patience);
    expect(asked).to.deep.equal([]);
  });

  it('is the page of a work that the pointer or the focus rests on, once', async () => {
    const page = await openSearch(browser, '/search?q=kalevala');
    const title = page.locator('lastu-result h2 a').first();
    await title.hover();
    await page.locator('link[rel=prefetch][href*="/works/"]').waitFor({ state: 'attached' });
    await page.mouse.move(1, 1);
    await title.focus();
    await page.waitForTimeout(patience);
    expect(await prefetched(page)).to.equal(1);
  });

  it('waits to be asked for where the reader saves data', async () => {
    const page = await browser.open('about:blank');
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    await page.goto(`${service.url}/search?q=kalevala`);
    await page.waitForLoadState('networkidle');
    const asked = watched(page);
    await facetValue(page, 'eng').hover();
    await page.waitForTimeout(patience);
    await page.locator('lastu-result h2 a').first().hover();
    await page.waitForTimeout(patience);
    expect(asked).to.deep.equal([]);
    expect(await prefetched(page)).to.equal(0);
  });
});
