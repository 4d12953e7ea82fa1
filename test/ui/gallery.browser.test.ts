import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { locales } from '../../config/locales.ts';
import { municipalities } from '../../config/region/municipalities.ts';
import { exhibits } from '../../ui/gallery/exhibits.ts';
import { wholePages } from '../../ui/gallery/whole-pages.ts';
import '../../ui/messages/all.ts';
import { axeViolations } from './browser.ts';
import { inBrowser } from './in-browser.ts';

/** The same element stands in the gallery several times, and so do the landmarks it brings. */
const except = ['landmark-unique'];

describe('The gallery', () => {
  const { service, browser } = inBrowser();

  /** Opens a page and waits until it is alive. */
  const open = async (address: string, width = 1280): Promise<Page> => {
    const page = await browser.open(address, { viewport: { width, height: 900 } });
    await page.waitForFunction(() => customElements.get('lastu-search-box') !== undefined);
    return page;
  };

  it('shows every element of the house', () => {
    const folders = readdirSync(join(import.meta.dirname, '../../ui/elements'), { withFileTypes: true });
    const elements = folders.filter((one) => one.isDirectory()).map(({ name }) => name);
    expect(exhibits({ locale: 'fi', isAlive: true }).map(({ element }) => element)).to.have.members(elements);
  });

  for (const locale of locales) {
    it(`is taken over by the browser as the server drew it, and axe finds nothing (${locale})`, async () => {
      const faults: string[] = [];
      const page = await browser.open('/accessibility', {
        viewport: { width: locale === 'sv' ? 360 : 1280, height: 900 },
      });
      page.on('pageerror', ({ message }) => faults.push(message));
      // One list asks where nothing is, to show what it says then.
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.location().url.includes('/nowhere')) faults.push(message.text());
      });
      await page.goto(`/gallery?lang=${locale}`);
      await page.locator('lastu-title-list li a').first().waitFor();
      expect(faults).to.deep.equal([]);
      const facets = page.locator('lastu-facet').nth(1);
      await facets.locator('input').fill('kis');
      await facets.locator('a .label', { hasText: 'kissat' }).waitFor();
      expect(await facets.locator('a').count()).to.equal(1);
      expect(await axeViolations(page, { except })).to.deep.equal([]);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth).to.equal(clientWidth);
      await page.context().close();
    });
  }

  it('shows whole pages in states seldom seen, and axe finds nothing', async () => {
    const page = await open('/gallery', 360);
    for (const name of wholePages.keys()) {
      await page.goto(`/gallery/${name}?scheme=dark`);
      expect(await page.locator('main h1').count(), name).to.equal(1);
      expect(await axeViolations(page), name).to.deep.equal([]);
    }
  });

  it('wears the colours and the scheme asked for', async () => {
    const page = await open('/gallery?municipality=sysma&scheme=dark');
    expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).to.equal('dark');
    expect(await page.locator('html').getAttribute('data-municipality')).to.equal('sysma');
    expect(await page.getByRole('link', { name: 'Tumma' }).getAttribute('aria-current')).to.equal('true');
  });

  it('and every page of the service can be read in the colours of every municipality, by day and by night', async function () {
    this.timeout(300_000); // some 150 looks at whole pages
    const answer = await fetch(`${service.url}/api/v1/search?q=kalevala&size=1`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    const addresses = [
      '/gallery',
      '/',
      '/search?q=kalevala&format=book&home=heinola',
      `/works/${items[0]?.id}`,
      '/privacy',
      '/memory-list',
      '/widgets',
    ];
    for (const address of addresses) {
      const page = await open(address);
      for (const { id } of municipalities) {
        await page.evaluate((town) => void (document.documentElement.dataset['municipality'] = town), id);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const found = await axeViolations(page, { rules: ['color-contrast', 'link-in-text-block'] });
          expect(found, `${address} ${id} ${colorScheme}`).to.deep.equal([]);
        }
      }
      await page.context().close();
    }
  });
});
