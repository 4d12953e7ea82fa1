import { expect } from 'chai';
import { focused } from './browser.ts';
import { inBrowser } from './in-browser.ts';
import { facetValue, isSame, openSearch, said, searchOf, status, wordsOf } from './search-support.ts';

/** Asked of the real application on the demo catalogue, in a real browser. */
describe('The search page, in a browser', () => {
  const { browser } = inBrowser();

  it('narrow a search in place: address, results, announcement, focus, and back again', async () => {
    const page = await openSearch(browser, '/search?q=kalevala');
    const before = (await status(page).textContent()) ?? '';
    await facetValue(page, 'eng').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=kalevala&language=eng');
    await page.waitForFunction((words) => document.querySelector('.total[role=status]')?.textContent !== words, before);
    await said(page, /^\d+ teosta?$/);
    expect(await isSame(page)).to.equal(true);
    expect(await focused(page)).to.match(/^a Englanti, valittu/);
    expect(await page.locator('lastu-filters .chip').textContent()).to.contain('Englanti');
    expect(await page.title()).to.equal('kalevala – Hakutulokset – LASTU');
    expect(await page.locator('a[data-language=sv]').getAttribute('href')).to.equal('/search?q=kalevala&language=eng&lang=sv'); // prettier-ignore

    await page.goBack();
    await said(page, before);
    expect(await page.locator('lastu-filters .chip').count()).to.equal(0);
    await page.goForward();
    await page.locator('lastu-filters .chip').waitFor();
    expect(await isSame(page)).to.equal(true);
  });

  it('show what the server would have shown', async () => {
    const page = await openSearch(browser, '/search?q=kalevala');
    await facetValue(page, 'book').click();
    await page.waitForURL('**/search?q=kalevala&format=book');
    await page.locator('lastu-filters .chip').waitFor();
    await said(page, /^\d+ teosta?$/);
    await page.waitForFunction(() => document.querySelector('#results')?.getAttribute('aria-busy') === 'false');
    const updated = await wordsOf(page);
    await page.reload();
    expect(await wordsOf(page)).to.deep.equal(updated);
  });

  it('turn pages in place, announce the page, and bring its beginning into view', async () => {
    const page = await openSearch(browser, '/search?format=book');
    await page.locator('lastu-pager [rel=next]').click();
    await said(page, /sivu 2 \//);
    expect(new URL(page.url()).searchParams.get('page')).to.equal('2');
    expect(await isSame(page)).to.equal(true);
    expect(await focused(page)).to.match(/^h1 /);
    expect(await page.evaluate(() => window.scrollY)).to.be.lessThan(400);
  });

  it('leave alone what is typed while an answer is on its way', async () => {
    const page = await openSearch(browser, '/search?q=kalevala');
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/v1/search?*', async (route) => {
      await held;
      await route.continue();
    });
    const field = page.locator('main lastu-search-box [part=input]');
    await field.fill('kissa');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' ja koira');
    await said(page, 'Haetaan');
    answer();
    await page.locator('h1', { hasText: 'kissa' }).waitFor();
    await said(page, /^\d+ teosta?$/);
    expect(await field.inputValue()).to.equal('kissa ja koira');
    await page.goBack();
    await page.locator('h1', { hasText: 'kalevala' }).waitFor();
    expect(await field.inputValue()).to.equal('kalevala');
  });

  it('search anew from the box, and tell of nothing found with ways out', async () => {
    const page = await openSearch(browser, '/search?q=kalevala');
    await page.locator('main lastu-search-box [part=input]').fill('xyzzyx');
    await page.keyboard.press('Enter');
    await said(page, 'Ei tuloksia');
    expect(await isSame(page)).to.equal(true);
    expect(await page.locator('.empty').textContent()).to.contain('xyzzyx');
    expect(await page.locator('.empty a').count()).to.be.greaterThan(0);
  });

  it('show the last search asked when answers come late and out of order', async () => {
    const page = await openSearch(browser, '/search');
    await page.route('**/api/v1/search?*language=swe*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue().catch(() => undefined);
    });
    await facetValue(page, 'swe').click();
    await page.locator('.skeleton').waitFor();
    await page.goBack();
    await facetValue(page, 'eng').click();
    await said(page, /^[\d\s]+ teosta?$/);
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await page.locator('lastu-filters .chip').allTextContents()).to.have.length(1);
    expect(await page.locator('lastu-filters .chip').textContent()).to.contain('Englanti');
  });

  it('say so when the network or the index is away, and try again', async () => {
    const page = await openSearch(browser, '/search?q=kalevala');
    await page.route('**/api/v1/search?*', (route) => route.fulfill({ status: 503, body: '{}' }));
    await facetValue(page, 'book').click();
    await page.getByRole('heading', { name: 'Haku on hetken poissa' }).waitFor();
    await page.unroute('**/api/v1/search?*');
    await page.getByRole('link', { name: 'Yritä uudelleen' }).click();
    await said(page, /^\d+ teosta?$/);
    await page.context().setOffline(true);
    await facetValue(page, 'fin').click();
    await page.getByRole('heading', { name: 'Verkkoyhteys puuttuu' }).waitFor();
  });

  it('are used with the keyboard alone: skip links, filters, order, results', async () => {
    const page = await openSearch(browser, '/search?q=kalevala');
    const press = async (key: string) => {
      await page.keyboard.press(key);
      return focused(page);
    };
    expect(await press('Tab')).to.equal('a Siirry hakutuloksiin');
    expect(await press('Tab')).to.equal('a Siirry rajauksiin');
    await page.keyboard.press('Enter');
    expect(await press('Tab')).to.match(/^a Vain saatavissa olevat/);
    const first = ((await page.locator('lastu-result h2 a').first().textContent()) ?? '').trim();
    const reached: string[] = [];
    while (reached.length < 150 && reached.at(-1) !== `a ${first}`) reached.push(await press('Tab'));
    expect(reached.at(-1)).to.equal(`a ${first}`);
    for (const part of [
      /^summary Aineistolaji/,
      /^a Kirja/,
      /^summary Tekijä/,
      /^input/,
      /^button Rajaa/,
      /^summary Järjestys/,
    ]) {
      expect(
        reached.some((one) => part.test(one)),
        String(part),
      ).to.equal(true);
    }
    await page.locator('lastu-sort summary').focus();
    await page.keyboard.press('Enter');
    expect(await press('Tab')).to.match(/^a Relevanssi/);
    expect(await press('Escape')).to.match(/^summary Järjestys/);
    expect(await page.locator('lastu-sort details').getAttribute('open')).to.equal(null);
  });

  it('say that all filters have been removed, and bring them back', async () => {
    const page = await openSearch(browser, '/search?q=kalevala&format=book&language=eng');
    const before = (await status(page).textContent()) ?? '';
    await page.locator('lastu-filters [part=clear]').focus();
    await page.keyboard.press('Enter');
    await page.locator('#undo').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'undo');
    expect(await focused(page)).to.equal('a Palauta rajaukset');
    expect(searchOf(page)).to.equal('?q=kalevala');
    await page.keyboard.press('Enter');
    await said(page, before);
    expect(searchOf(page)).to.equal('?q=kalevala&format=book&language=eng');
    await page.locator('lastu-filters [part=clear]').click();
    await page.locator('#undo').waitFor();
    await page.goBack();
    await page.locator('lastu-filters [part=chip]').nth(1).waitFor();
  });

  it('keep the focus among the filters in force when one is removed', async () => {
    const page = await openSearch(browser, '/search?format=book&language=eng&audience=adult');
    const remove = async (name: RegExp) => {
      const count = await page.locator('lastu-filters [part=chip]').count();
      await page.locator('lastu-filters').getByRole('link', { name }).focus();
      await page.keyboard.press('Enter');
      await page
        .locator('lastu-filters [part=chip]')
        .nth(count - 1)
        .waitFor({ state: 'detached' });
      return focused(page);
    };
    expect(await remove(/Aikuiset/)).to.equal('a Englanti');
    expect(await remove(/Kirja$/)).to.equal('a Englanti');
    await page
      .locator('lastu-filters')
      .getByRole('link', { name: /Englanti/ })
      .focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'undo');
  });

  it('go on by themselves when the network is back', async () => {
    const page = await openSearch(browser, '/search?q=kalevala');
    await page.context().setOffline(true);
    await facetValue(page, 'book').click();
    await page.getByRole('heading', { name: 'Verkkoyhteys puuttuu' }).waitFor();
    expect(await page.getByRole('alert').textContent()).to.contain('Tarkista yhteys');
    expect(await focused(page)).to.match(/^a Kirja/);
    await page.context().setOffline(false);
    await said(page, /^\d+ teosta?$/);
  });

  it('tell kindly that no work has all the words', async () => {
    const page = await openSearch(browser, '/search?q=kalevala+zzyzxxq+sinfonia');
    const told = await page.locator('.suggestion').allTextContents();
    expect(told.join(' '))
      .to.match(/kaikkia hakusanojasi/)
      .and.not.to.match(/Tarkoititko/);
  });
});
