import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { focused } from './browser.ts';
import { inBrowser } from './in-browser.ts';
import { facetValue, isSame, openSearch, said, searchOf, status } from './search-support.ts';

/** Asked of the real application on the demo catalogue, in a real browser. */
describe('The filters of a search, in a browser', () => {
  const { service, browser } = inBrowser();

  it('find among the many values of a facet', async () => {
    const page = await openSearch(browser, '/search');
    const facet = page.locator('lastu-facet[facet=subject]');
    await facet.locator('summary').first().click();
    const values = await facet.locator('a').allTextContents();
    const sought = (values.at(-1) ?? '').split(',')[0]?.trim().slice(0, 5) ?? '';
    await facet.locator('input').fill(sought.toUpperCase());
    await page.waitForFunction((count) => document.querySelector('lastu-facet[facet=subject]')?.shadowRoot?.querySelectorAll('a').length !== count, values.length); // prettier-ignore
    for (const label of await facet.locator('a .label').allTextContents()) {
      expect(label.toLowerCase()).to.contain(sought.toLowerCase());
    }
  });

  it('reach values of a facet that are not listed, keep the field in focus, and do without the API', async () => {
    const listed = (await (await fetch(`${service.url}/api/v1/search?facets=author`)).json()) as {
      facets: { author: { value: string; label: string }[] };
    };
    const all = (await (await fetch(`${service.url}/api/v1/facets/author?contains=tolstoi`)).json()) as {
      values: { value: string }[];
    };
    const [tolstoi] = all.values;
    expect(listed.facets.author.map(({ value }) => value)).not.to.include(tolstoi?.value);
    const page = await openSearch(browser, '/search');
    const facet = page.locator('lastu-facet[facet=author]');
    await facet.locator('summary').first().click();
    await facet.locator('input').pressSequentially('TOLSTÓI'.toLowerCase().replace('ó', 'o'), { delay: 40 });
    await facet.locator(`a[data-value="${tolstoi?.value}"]`).waitFor();
    expect(await focused(page)).to.match(/^input/);
    expect(await facet.locator('[role=status]').textContent()).to.match(/\d vaihtoehto/);
    await page.route('**/api/v1/facets/**', (route) => route.fulfill({ status: 503, body: '{}' }));
    const name = listed.facets.author[0]?.label ?? '';
    await facet.locator('input').fill(name.slice(0, 4));
    await facet.locator('a .label', { hasText: name }).waitFor();
  });

  it('choose any of several places in the tree of municipalities and branches', async () => {
    const page = await openSearch(browser, '/search');
    const places = page.locator('lastu-places');
    await places.locator('.branches summary', { hasText: 'Lahti' }).click();
    await places.locator('a[data-value="branch lahti-mukkula"]').click();
    await page.waitForURL('**/search?branch=lahti-mukkula');
    await page.locator('lastu-filters .chip').waitFor();
    await places.locator('a[data-value=heinola]').click();
    await page.waitForURL('**/search?branch=lahti-mukkula&branch=heinola');
    await page.locator('lastu-filters .chip').nth(1).waitFor();
    expect(await focused(page)).to.match(/^a Heinola, valittu/);
  });

  it('narrow to a decade by its bar, and take that back', async () => {
    const page = await openSearch(browser, '/search?q=kalevala');
    const before = (await status(page).textContent()) ?? '';
    const bars = page.locator('lastu-years [part=bar]');
    expect(await bars.count()).to.be.greaterThan(3);
    const nineties = page.locator('lastu-years').getByRole('link', { name: /^1990-luku, \d+ teosta?$/ });
    await nineties.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=kalevala&yearFrom=1990&yearTo=1999');
    await page.locator('lastu-years [part=bar][aria-current]').waitFor();
    expect(await page.locator('lastu-years label input').first().inputValue()).to.equal('1990');
    await page.locator('lastu-years [part=bar][aria-current]').click();
    await said(page, before);
  });

  it('choose a span of decades with the arrow keys, and say it in words', async () => {
    const page = await openSearch(browser, '/search');
    const [start, end] = [page.getByRole('slider', { name: 'Aikavälin alku' }), page.getByRole('slider', { name: 'Aikavälin loppu' })]; // prettier-ignore
    await end.focus();
    await page.keyboard.press('ArrowLeft');
    const last = await end.getAttribute('aria-valuetext');
    expect(last).to.match(/^\d{4}-luku$/);
    await page.waitForURL(/yearTo=\d{3}9$/);
    await start.focus();
    for (let key = 0; key < 20; key += 1) await page.keyboard.press('ArrowRight');
    expect(await start.getAttribute('aria-valuetext')).to.equal(last);
    await page.waitForURL(/yearFrom=\d{3}0&yearTo=\d{3}9$/);
    const { searchParams } = new URL(page.url());
    expect(Number(searchParams.get('yearTo')) - Number(searchParams.get('yearFrom'))).to.equal(9);
    expect(await page.evaluate(() => document.activeElement?.localName)).to.equal('lastu-years');
    expect(await page.locator('lastu-filters [part=chip]').count()).to.equal(1);
  });

  it('take any years from the fields', async () => {
    const page = await openSearch(browser, '/search?q=kalevala');
    await page.getByLabel('Vuodesta').fill('1999');
    await page.getByLabel('Vuoteen').fill('1985');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=kalevala&yearFrom=1985&yearTo=1999');
    expect(await isSame(page)).to.equal(true);
  });

  describe('on a phone', () => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
    const opener = (page: Page) => page.locator('lastu-filter-sheet [part=open]');

    it('stand in a sheet that keeps the focus, tells how many works there are, and gives the focus back', async () => {
      const page = await openSearch(browser, '/search?q=kalevala', phone);
      await opener(page).focus();
      await page.keyboard.press('Enter');
      const sheet = page.getByRole('dialog', { name: 'Rajaa hakua' });
      await sheet.waitFor();
      for (let tab = 0; tab < 60; tab += 1) {
        await page.keyboard.press('Tab');
        const isInside = await page.evaluate(
          () =>
            document.activeElement === document.body || document.activeElement?.closest('lastu-filter-sheet') !== null,
        );
        expect(isInside, `after ${tab + 1} tabs`).to.equal(true);
      }
      await facetValue(page, 'eng').tap();
      const show = sheet.getByRole('button', { name: /^Näytä \d+ teosta?$/ });
      await page.locator('lastu-filters [part=chip]').waitFor({ state: 'attached' });
      await said(page, /^\d+ teosta?$/);
      expect(await show.textContent()).to.equal(`Näytä ${await status(page).textContent()}`);
      expect(await sheet.getByRole('status').first().textContent()).to.equal(await show.textContent());
      expect(await focused(page)).to.match(/^a Englanti/);
      await show.click();
      await sheet.waitFor({ state: 'hidden' });
      expect(await focused(page)).to.equal('button Rajaa hakua (1)');
    });

    it('close with Escape, and beside the sheet', async () => {
      const page = await openSearch(browser, '/search', phone);
      const sheet = page.getByRole('dialog');
      await opener(page).click();
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'hidden' });
      await opener(page).click();
      await page.touchscreen.tap(180, 10);
      await sheet.waitFor({ state: 'hidden' });
    });

    it('stay at hand however far one scrolls, and hide nothing in focus', async () => {
      const page = await openSearch(browser, '/search', phone);
      await page.evaluate(() => window.scrollTo(0, 2500));
      expect((await opener(page).boundingBox())?.y).to.be.within(0, 10);
      const results = page.locator('lastu-result h2 a');
      await results.nth(12).focus();
      for (let back = 0; back < 6; back += 1) {
        await page.keyboard.press('Shift+Tab');
        const box = await page.evaluate(() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          return element?.getBoundingClientRect().top ?? 0;
        });
        expect(box).to.be.greaterThan(40);
      }
    });

    it('move beside the results when there is room, open or not', async () => {
      const page = await openSearch(browser, '/search', phone);
      await page.setViewportSize({ width: 1280, height: 900 });
      await facetValue(page, 'book').click();
      await page.waitForURL('**/search?format=book');
      expect(await page.getByRole('dialog').count()).to.equal(0);
    });
  });

  describe('of one’s own library', () => {
    const choose = async (page: Page, library: string, remember: boolean) => {
      await page.locator('lastu-library [part=choose]').click();
      await page.locator('lastu-library select').selectOption({ label: library });
      await page.getByLabel('Muista tällä laitteella').setChecked(remember);
      await page.getByRole('button', { name: 'Valitse', exact: true }).click();
    };
    const now = (page: Page) => page.getByRole('link', { name: 'Hyllyssä nyt: Mukkulan kirjasto' });

    it('are one tap once it is chosen, and taken back with another', async () => {
      const page = await openSearch(browser, '/search?q=sota');
      await choose(page, 'Mukkulan kirjasto', false);
      await page.waitForURL('**/search?q=sota&home=lahti-mukkula');
      expect(await focused(page)).to.match(/^summary Vaihda kirjastoa/);
      expect(await page.locator('html').getAttribute('data-municipality')).to.equal('lahti');
      const before = (await status(page).textContent()) ?? '';
      await now(page).click();
      await page.waitForURL('**/search?q=sota&branch=lahti-mukkula&available=true&home=lahti-mukkula');
      await said(page, /^\d+ teosta?$|^Ei tuloksia$/);
      await page.locator('lastu-filters [part=chip]').nth(1).waitFor();
      const works = await page.locator('lastu-result').count();
      const here = page.locator('lastu-availability .here', { hasText: 'Mukkulan kirjasto: hyllyssä' });
      expect(works).to.be.greaterThan(0);
      expect(await here.count()).to.equal(works);
      await now(page).click();
      await page.waitForURL('**/search?q=sota&home=lahti-mukkula');
      await said(page, before);
      expect(await page.context().cookies()).to.deep.equal([]);
    });

    it('are remembered on the device where one asks for it, and forgotten again', async () => {
      const page = await openSearch(browser, '/search?q=sota');
      await choose(page, 'Mukkulan kirjasto', true);
      await now(page).waitFor();
      expect(searchOf(page)).to.equal('?q=sota');
      await page.goto('/search?q=kissa');
      await now(page).waitFor();
      expect((await page.context().cookies()).map(({ name, value }) => [name, value])).to.deep.equal([['lastu-home', 'lahti-mukkula']]); // prettier-ignore
      await choose(page, 'Ei valittu', false);
      await now(page).waitFor({ state: 'detached' });
      expect(await page.context().cookies()).to.deep.equal([]);
    });

    it('are chosen and remembered without scripts too', async () => {
      const page = await browser.open('/search?q=sota', { javaScriptEnabled: false });
      await choose(page, 'Lahden pääkirjasto', true);
      expect(searchOf(page)).to.equal('?q=sota');
      await page.getByRole('link', { name: 'Hyllyssä nyt: Lahden pääkirjasto' }).click();
      expect(searchOf(page)).to.equal('?q=sota&branch=lahti&available=true');
      await page.goto('/search?remember=no&q=sota');
      expect(searchOf(page)).to.equal('?q=sota');
      expect(await page.context().cookies()).to.deep.equal([]);
    });
  });
});
