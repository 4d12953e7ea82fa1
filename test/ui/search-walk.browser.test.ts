import { expect } from 'chai';
import { startService, type TestService } from '../support/service.ts';
import { focused, startBrowser, type TestBrowser } from './browser.ts';
import { facetValue, openSearch } from './search-support.ts';

describe('From a search to the memory list', () => {
  let service: TestService;
  let browser: TestBrowser;
  before(async () => {
    service = await startService();
    browser = await startBrowser(service.url);
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
  });

  it('leads a way for the keyboard alone: search, filter, work, memory list', async () => {
    const page = await browser.open('/', { viewport: { width: 1280, height: 900 } });
    await page.waitForLoadState('networkidle');
    const tabTo = async (wanted: RegExp) => {
      const passed: string[] = [];
      for (let presses = 0; presses < 200; presses += 1) {
        await page.keyboard.press('Tab');
        passed.push(await focused(page));
        if (wanted.test(passed.at(-1) ?? '')) return;
      }
      throw new Error(`No way by Tab to ${String(wanted)} past ${passed.join(' | ')}`);
    };
    await tabTo(/^input/);
    await page.keyboard.type('kalevala');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=kalevala/);
    await page.waitForLoadState('networkidle');
    await tabTo(/^a Kirja\d/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/format=book/);
    expect(await focused(page)).to.match(/^a Kirja\d/);
    const first = ((await page.locator('lastu-result h2 a').first().textContent()) ?? '').trim();
    await tabTo(new RegExp(`^a ${first}$`));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/works\//);
    await page.waitForLoadState('networkidle');
    await tabTo(/^button Lisää muistilistaan/);
    await page.keyboard.press('Space');
    await page.locator('lastu-memory-count a').filter({ hasText: 'Sinulla on 1 teos' }).waitFor();
    await page.keyboard.press('Home');
    await page.locator('.wordmark').focus();
    await tabTo(/^a .*(?:Muistilista|muistilistassa)/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/memory-list/);
    await page.locator('lastu-memory-works').getByRole('heading', { name: first }).waitFor();
  });

  it('takes a work from the results, where they are listed and where they are covers', async () => {
    for (const view of ['', '&view=grid']) {
      const page = await openSearch(browser, `/search?q=kalevala${view}`);
      await page.locator('.works lastu-memory-button button').first().click();
      await page.locator('lastu-memory-count a').filter({ hasText: 'Sinulla on 1 teos' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
    }
  });

  it('paints what a filter changes within 100 ms of the answer, and moves nothing else', async () => {
    const page = await openSearch(browser, '/search?q=kissa');
    await page.evaluate(() => {
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push('value' in entry && !('hadRecentInput' in entry && entry.hadRecentInput) ? Number(entry.value) : 0); // prettier-ignore
      }).observe({ type: 'layout-shift', buffered: true });
      Object.assign(window, { shifts, painted: [] });
      const painted: number[] = [];
      Object.assign(window, { painted });
      const region = document.querySelector('#results .total');
      if (region)
        new MutationObserver(() =>
          requestAnimationFrame(() => setTimeout(() => painted.push(performance.now()))),
        ).observe(region, { childList: true, characterData: true, subtree: true });
    });
    const waits: number[] = [];
    for (const value of ['book', 'dvd', 'book', 'dvd']) {
      await facetValue(page, value).first().click();
      await page.waitForTimeout(700);
      const wait = await page.evaluate(() => {
        const answers = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/v1/search?'));
        const answered = Math.max(...answers.map((one) => ('responseEnd' in one ? Number(one.responseEnd) : 0)));
        const painted = (window as unknown as { painted: number[] }).painted.find((at) => at >= answered);
        return painted === undefined ? undefined : painted - answered;
      });
      if (wait !== undefined) waits.push(wait);
    }
    expect(waits).not.to.deep.equal([]);
    // The machine may be busy with something else at one of them, hardly at all.
    expect(Math.min(...waits)).to.be.lessThan(100);
    const shifted = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0)); // prettier-ignore
    expect(shifted).to.be.at.most(0.02);
  });
});
