import { expect } from 'chai';
import { axeViolations } from '../browser.ts';
import { inBrowser } from '../in-browser.ts';

describe('The page on which webmasters put a widget together', () => {
  const { browser } = inBrowser();

  it('shows what is chosen at once: the widget itself, and the code for it', async () => {
    const page = await browser.open('/widgets');
    await page.getByRole('button', { name: 'Kopioi' }).waitFor();
    const preview = page.frameLocator('iframe');
    await preview.getByRole('combobox').waitFor();
    await page.locator('select[name=widget]').selectOption('lastu-title-list');
    await page.locator('select[name=municipality]').selectOption('heinola');
    await page.locator('select[name=speaks]').selectOption('sv');
    await preview.getByRole('heading', { name: 'Nyheter' }).waitFor();
    await preview.locator('li a').first().waitFor();
    const code = await page.locator('pre').first().textContent();
    expect(code).to.contain('<lastu-title-list lang="sv" municipality="heinola">');
    expect(code).to.contain('src="http://localhost:3000/widgets/lastu.js"');
    expect(page.url()).to.contain('municipality=heinola');
  });

  it('warns in figures and in words of colours that are hard to read, and wears those chosen', async () => {
    const page = await browser.open('/widgets?own=yes&accent=%23ffcc00');
    await page.getByRole('button', { name: 'Kopioi' }).first().waitFor();
    const accent = page.locator('.contrasts .weak');
    expect(await accent.textContent()).to.match(/Korosteväri taustalla\s*1,5 : 1, liian heikko/);
    await page.getByLabel('Korosteväri').fill('#00558a');
    await accent.waitFor({ state: 'detached' });
    expect(await page.locator('.contrasts .enough').count()).to.equal(3);
    expect(await page.locator('pre').nth(1).textContent()).to.contain('--lastu-accent: #00558a;');
    const button = page.frameLocator('iframe').getByRole('button', { name: 'Hae' });
    await button.waitFor();
    await page.waitForFunction(() => {
      const widget = document.querySelector('iframe')?.contentDocument?.querySelector('lastu-search-box');
      const inside = widget?.shadowRoot?.firstElementChild?.shadowRoot?.querySelector('button');
      return inside && getComputedStyle(inside).backgroundColor === 'rgb(0, 85, 138)';
    });
  });

  it('copies the code by the keyboard, and says so', async () => {
    const page = await browser.open('/widgets', { permissions: ['clipboard-read', 'clipboard-write'] });
    const copy = page.getByRole('button', { name: 'Kopioi' });
    await copy.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Kopioitu leikepöydälle.' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).to.contain('<lastu-search-box lang="fi">');
    expect(await copy.evaluate((button) => button === document.activeElement)).to.equal(true);
  });

  it('gives the code without scripts too', async () => {
    const page = await browser.open('/widgets?lang=en', { javaScriptEnabled: false });
    await page.locator('select[name=widget]').selectOption('lastu-search');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('pre').first().textContent()).to.contain('<lastu-search lang="en">');
    expect(await page.getByRole('button', { name: 'Copy' }).count()).to.equal(0);
  });

  for (const width of [360, 1280])
    it(`has nothing axe objects to, and stays in the page, at ${width} px`, async () => {
      for (const [address, colorScheme] of [
        ['/widgets', 'light'],
        ['/widgets?lang=sv&widget=lastu-search&own=yes', 'light'],
        ['/widgets?lang=en&widget=lastu-title-list&municipality=hollola', 'dark'],
      ] as const) {
        const page = await browser.open(address, { viewport: { width, height: 800 }, colorScheme });
        await page.waitForLoadState('networkidle');
        expect(await axeViolations(page), address).to.deep.equal([]);
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth, address).to.equal(clientWidth);
        await page.context().close();
      }
    });
});
