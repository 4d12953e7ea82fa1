import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { ensureSuggestions } from '../../indexer/suggest/make-suggestions.ts';
import { axeViolations, type TestBrowser } from './browser.ts';
import { inBrowser } from './in-browser.ts';

/** Asked of the real application on the demo catalogue, in a real browser. */
describe('The search box, in a browser', () => {
  const { service, browser } = inBrowser();

  before(async () => {
    const { services } = service;
    await ensureSuggestions({ ...services.indexer, suggestions: services.suggestions });
  });

  const box = (page: Page) => page.getByRole('combobox', { name: /Hae/ });
  const options = (page: Page) => page.getByRole('option');
  const open = async (address = '/', options: Parameters<TestBrowser['open']>[1] = {}) => {
    const page = await browser.open(address, options);
    await box(page).waitFor();
    return page;
  };
  const typed = async (page: Page, text: string) => {
    await box(page).fill(text);
    await options(page).first().waitFor();
  };
  /** The option the keyboard has reached, as assistive technology is told; empty while that is the field. */
  const reached = (page: Page) =>
    box(page).evaluate((input) => {
      const id = input.getAttribute('aria-activedescendant');
      const root = input.getRootNode();
      const option = id && root instanceof ShadowRoot ? root.getElementById(id) : null;
      return option?.getAttribute('aria-selected') === 'true' ? (option.querySelector('.name')?.textContent ?? '') : '';
    });

  it('suggests works while one types, and says how many in a quiet voice', async () => {
    const page = await open();
    expect(await box(page).getAttribute('aria-expanded')).to.equal('false');
    await typed(page, 'kaleva');
    expect(await box(page).getAttribute('aria-expanded')).to.equal('true');
    expect(await options(page).first().locator('.name').textContent()).to.equal('Kalevala');
    expect(await options(page).first().locator('b').first().textContent()).to.equal('Kaleva');
    const count = await options(page).count();
    expect(await page.locator('lastu-search-box [aria-live=polite]').textContent()).to.match(
      new RegExp(`^${count} ehdotus`),
    );
  });

  it('leads to a work with the keyboard alone', async () => {
    const page = await open();
    await typed(page, 'sinuhe');
    expect(await reached(page)).to.equal('');
    await page.keyboard.press('ArrowDown');
    expect(await reached(page)).to.equal('Sinuhe egyptiläinen');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/works/*');
    expect(await page.locator('h1').textContent()).to.equal('Sinuhe egyptiläinen');
  });

  it('goes round through the suggestions and back into the field, whose keys stay its own', async () => {
    const page = await open();
    await typed(page, 'wal');
    const names = await options(page).locator('.name').allTextContents();
    expect(names.length).to.be.greaterThan(1);
    for (const name of [...names, '', names[0]]) {
      await page.keyboard.press('ArrowDown');
      expect(await reached(page)).to.equal(name);
    }
    await page.keyboard.press('ArrowUp');
    expect(await reached(page)).to.equal('');
    await page.keyboard.press('ArrowUp');
    expect(await reached(page)).to.equal(names.at(-1));
    await page.keyboard.press('Home');
    expect(await reached(page)).to.equal('');
    await page.keyboard.type('s');
    expect(await box(page).inputValue()).to.equal('swal');
  });

  it('closes with Escape, then empties the field', async () => {
    const page = await open();
    await typed(page, 'kaleva');
    await page.keyboard.press('Escape');
    expect(await options(page).count()).to.equal(0);
    expect(await box(page).inputValue()).to.equal('kaleva');
    await page.keyboard.press('Alt+ArrowDown');
    expect(await options(page).count()).to.be.greaterThan(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await box(page).inputValue()).to.equal('');
  });

  it('closes when one goes elsewhere, and searches for what was typed on Enter in the field', async () => {
    const page = await open();
    await typed(page, 'kaleva');
    await page.keyboard.press('Tab');
    expect(await options(page).count()).to.equal(0);
    await box(page).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=kaleva');
  });

  it('follows a touched author to that author’s works, within the search page', async () => {
    const page = await open('/search?q=kissa&home=heinola', { viewport: { width: 360, height: 740 }, hasTouch: true });
    await page.waitForLoadState('networkidle');
    await typed(page, 'mika walt');
    await options(page).filter({ hasText: 'Tekijä' }).first().tap();
    await page.waitForURL((url) => url.searchParams.get('author') === 'Waltari, Mika');
    expect(new URL(page.url()).searchParams.get('home')).to.equal('heinola');
    expect(new URL(page.url()).searchParams.get('q')).to.equal(null);
    await page.locator('lastu-filters', { hasText: 'Waltari' }).waitFor();
    expect(await box(page).inputValue()).to.equal('');
  });

  it('asks for nothing before two letters, and only for the last of what is typed fast', async () => {
    const page = await open();
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === '/api/v1/suggest') asked.push(String(searchParams.get('q')));
    });
    await box(page).pressSequentially('k');
    await page.waitForTimeout(300);
    expect(asked).to.deep.equal([]);
    await box(page).pressSequentially('alevala', { delay: 10 });
    await options(page).first().waitFor();
    expect(asked.at(-1)).to.equal('kalevala');
    expect(asked.length).to.be.lessThan(4);
  });

  it('works without suggestions: the API away, or scripts', async () => {
    const page = await open();
    await page.route('**/api/v1/suggest?*', (route) => route.abort());
    await box(page).fill('kalevala');
    await page.waitForTimeout(300);
    expect(await options(page).count()).to.equal(0);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=kalevala');
    const plain = await browser.open('/', { javaScriptEnabled: false });
    expect(await plain.getByRole('combobox').count()).to.equal(0);
    await plain.getByRole('textbox').first().fill('kalevala');
    await plain.keyboard.press('Enter');
    await plain.waitForURL('**/search?q=kalevala');
  });

  it('offers earlier searches of this device while it is empty, and erases one or all', async () => {
    const page = await open('/search');
    await page.waitForLoadState('networkidle');
    for (const words of ['karhu', 'kissa', 'talvisota']) {
      await box(page).fill(words);
      await page.keyboard.press('Enter');
      await page.locator('h1', { hasText: words }).waitFor();
    }
    await page.goto('/');
    await box(page).focus();
    expect(await options(page).locator('.name').allTextContents()).to.deep.equal(['talvisota', 'kissa', 'karhu']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await reached(page)).to.equal('kissa');
    await page.keyboard.press('Delete');
    await options(page).filter({ hasText: 'kissa' }).waitFor({ state: 'detached' });
    expect(await page.locator('lastu-search-box [aria-live=polite]').textContent()).to.equal('Poistettu: kissa');
    await page.getByRole('option', { name: 'Poista aiempi haku: talvisota' }).click();
    await options(page).filter({ hasText: 'talvisota' }).waitFor({ state: 'detached' });
    expect(await axeViolations(page)).to.deep.equal([]);
    await options(page).first().click();
    await page.waitForURL('**/search?q=karhu');
    await page.goto('/');
    await box(page).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await options(page).first().waitFor({ state: 'detached' });
    expect(await page.evaluate(() => localStorage.length)).to.equal(0);
  });

  it('erases one earlier search by a touch, of a target that a finger meets', async () => {
    const page = await open('/search', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await page.waitForLoadState('networkidle');
    for (const words of ['karhu', 'kissa']) {
      await box(page).fill(words);
      await page.keyboard.press('Enter');
      await page.locator('h1', { hasText: words }).waitFor();
    }
    await page.goto('/');
    await box(page).tap();
    const erase = page.getByRole('option', { name: 'Poista aiempi haku: karhu' });
    const { width = 0, height = 0 } = (await erase.boundingBox()) ?? {};
    expect(Math.min(width, height)).to.be.at.least(40);
    await erase.tap();
    await erase.waitFor({ state: 'detached' });
    expect(await options(page).locator('.name').allTextContents()).to.deep.equal(['kissa']);
    expect(await page.locator('lastu-search-box [aria-live=polite]').textContent()).to.equal('Poistettu: karhu');
  });

  for (const width of [360, 1280]) {
    it(`has nothing axe objects to while it is open, and stays in the page, at ${width} px`, async () => {
      for (const [address, colorScheme] of [
        ['/', 'light'],
        ['/search?q=kissa', 'dark'],
        ['/accessibility', 'light'],
      ] as const) {
        const page = await open(address, { viewport: { width, height: 800 }, colorScheme });
        await typed(page, 'wal');
        await page.keyboard.press('ArrowDown');
        expect(await axeViolations(page), address).to.deep.equal([]);
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth, address).to.equal(clientWidth);
        if (process.env['LASTU_SCREENSHOTS'])
          await page.screenshot({
            path: `${process.env['LASTU_SCREENSHOTS']}/box-${width}${address.replace(/\W/g, '_')}.png`,
          });
        await page.close();
      }
    });
  }

  it('asks whether another wording was meant, and leads to it', async () => {
    const page = await open('/search?q=kalevlaa');
    const asked = page.locator('.suggestion');
    expect(((await asked.textContent()) ?? '').replace(/\s+/g, ' ')).to.contain('Tarkoititko kalevala?');
    await asked.getByRole('link', { name: 'kalevala' }).click();
    await page.waitForURL('**/search?q=kalevala');
    await page.locator('h1', { hasText: 'kalevala' }).waitFor();
    expect(await page.locator('.suggestion').count()).to.equal(0);
  });
});
