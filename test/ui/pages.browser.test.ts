import { expect } from 'chai';
import { axeViolations } from './browser.ts';
import { inBrowser } from './in-browser.ts';
import { facetValue, status } from './search-support.ts';

/** Asked of the real application on the demo catalogue, in a real browser. */
describe('The pages, in a browser', () => {
  const { service, browser } = inBrowser();
  let work: string;

  before(async () => {
    const answer = await fetch(`${service.url}/api/v1/search?q=kalevala`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    work = `/works/${items[0]?.id}`;
  });

  for (const [width, colorScheme] of [
    [360, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const) {
    it(`have nothing axe objects to at ${width} px, ${colorScheme}`, async () => {
      const addresses = [
        '/', '/m/nastola', '/search', '/search?q=kalevala&municipality=lahti&format=book', '/search?q=xyzzyx&available=true',
        '/search?page=9999999', '/search?q=kalevala&view=grid', work, `${work}?home=heinola&lang=sv`, `${work}/cite`, '/memory-list',
        '/accessibility', '/no-such-page', '/works/none',
      ]; // prettier-ignore
      const page = await browser.open('/', { viewport: { width, height: 900 }, colorScheme });
      for (const address of addresses) {
        await page.goto(address);
        await page.waitForLoadState('networkidle');
        expect(await axeViolations(page), address).to.deep.equal([]);
      }
    });
  }

  it('have nothing axe objects to in the sheet of filters, by day and by night', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.open('/search?q=kalevala&format=book', { viewport: { width: 360, height: 800 }, colorScheme, reducedMotion: 'reduce' }); // prettier-ignore
      await page.waitForLoadState('networkidle');
      await page.locator('lastu-filter-sheet [part=open]').click();
      await page.locator('lastu-filter-sheet [part=show]').waitFor();
      expect(await axeViolations(page)).to.deep.equal([]);
    }
  });

  it('fit a width of 320 px without scrolling sideways, filters open too', async () => {
    const page = await browser.open('/', { viewport: { width: 320, height: 640 } });
    for (const address of ['/', '/m/hameenkoski', '/search?format=book', work, '/accessibility', '/no-such-page']) {
      await page.goto(address);
      if (address.startsWith('/search')) await page.locator('lastu-filter-sheet [part=open]').click();
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, address).to.equal(clientWidth);
    }
  });

  it('keep every target at least 24 px high', async () => {
    const page = await browser.open('/search?q=kalevala&format=book', { viewport: { width: 360, height: 800 } });
    await page.locator('lastu-filter-sheet [part=open]').click();
    const small = await page.evaluate(() => {
      const all = (root: ParentNode): HTMLElement[] =>
        [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
          one,
          ...(one.shadowRoot ? all(one.shadowRoot) : []),
        ]);
      return all(document)
        .filter((one) => one.matches('a[href]:not([tabindex="-1"]), button, summary, select, input:not([type=hidden])'))
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 1)
        .filter((one) => one.getBoundingClientRect().height < 24 && !one.matches('.skips a'))
        .map((one) => `${one.localName} ${one.textContent} ${one.getBoundingClientRect().height}`);
    });
    expect(small).to.deep.equal([]);
  });

  describe('without scripts', () => {
    it('find works from the front page, narrow them, and lead to a work', async () => {
      const page = await browser.open('/', { javaScriptEnabled: false });
      await page.locator('main lastu-search-box [part=input]').fill('kalevala');
      await page.locator('main lastu-search-box button').click();
      expect(new URL(page.url()).search).to.equal('?q=kalevala');
      const before = await status(page).textContent();
      expect(before).to.match(/^\d+ teosta?$/);
      await facetValue(page, 'eng').click();
      expect(new URL(page.url()).searchParams.get('language')).to.equal('eng');
      expect(await status(page).textContent()).not.to.equal(before);
      await page.locator('lastu-result h2 a').first().click();
      expect(new URL(page.url()).pathname).to.match(/^\/works\//);
      expect(await page.locator('h1').textContent()).to.match(/kalevala/i);
    });

    it('turn the pages of a search', async () => {
      const page = await browser.open('/search?q=kirja', { javaScriptEnabled: false });
      const titles = () => page.locator('lastu-result h2').allTextContents();
      const first = await titles();
      await page.locator('lastu-pager a[rel=next]').click();
      expect(new URL(page.url()).searchParams.get('page')).to.equal('2');
      expect(await titles()).to.have.length.greaterThan(0);
      expect(await titles()).not.to.have.members(first);
      expect(await status(page).textContent()).to.match(/sivu 2/);
      await page.locator('lastu-pager a[rel=prev]').click();
      expect(await titles()).to.deep.equal(first);
    });

    it('keep the filters of a search for the next one', async () => {
      const page = await browser.open('/search?q=kalevala&format=book&sort=newest', { javaScriptEnabled: false });
      await page.locator('main lastu-search-box [part=input]').fill('karhu');
      await page.locator('main lastu-search-box button').click();
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('q'), searchParams.get('format'), searchParams.get('sort')]).to.deep.equal(['karhu', 'book', 'newest']); // prettier-ignore
    });
  });

  it('speak the language asked for, remember it, and keep the page', async () => {
    const page = await browser.open('/search?q=kalevala');
    await page.getByRole('link', { name: 'svenska' }).click();
    expect(await page.locator('html').getAttribute('lang')).to.equal('sv');
    expect(await page.locator('main lastu-search-box [part=input]').inputValue()).to.equal('kalevala');
    await page.goto('/');
    expect(await page.locator('h1').textContent()).to.equal('Vad vill du låna?');
  });

  it('show beside a work its series, others by its author, and works like it', async () => {
    const answer = await fetch(`${service.url}/api/v1/search?q=taikatalvi&size=1`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    const page = await browser.open(`/works/${items[0]?.id}?home=heinola`, { javaScriptEnabled: false });
    const heads = await page.locator('.row h2').allTextContents();
    expect(heads).to.deep.equal(['Sarja: Muumi', 'Saman tekijän muita teoksia', 'Katso myös']);
    const links = await page.locator('.row li a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(new Set(links).size, 'each work once').to.equal(links.length);
    expect(await page.locator('.row a[aria-current=page]').count()).to.equal(1);
    await page.locator('.row', { hasText: 'Katso myös' }).locator('li a').first().click();
    expect(page.url()).to.match(/\/works\/.+\?home=heinola$/);
  });

  it('stand still for those who ask for less motion', async () => {
    const moving = async (reducedMotion: 'reduce' | 'no-preference') => {
      const page = await browser.open('/search', { reducedMotion });
      await page.waitForLoadState('networkidle');
      await page.route('**/api/v1/search?*', () => undefined);
      await facetValue(page, 'book').click();
      await page.locator('.skeleton').waitFor();
      return page.evaluate(() => document.getAnimations().length);
    };
    expect(await moving('no-preference')).to.be.greaterThan(0);
    expect(await moving('reduce')).to.equal(0);
  });
});
