import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { startService, type TestService } from '../support/service.ts';
import { axeViolations, focused, startBrowser, type TestBrowser } from './browser.ts';

/** Asked of the real application on the demo catalogue, in a real browser. */
describe('The pages, in a browser', () => {
  let service: TestService;
  let browser: TestBrowser;
  let work: string;

  before(async () => {
    service = await startService();
    browser = await startBrowser(service.url);
    const answer = await fetch(`${service.url}/api/v1/search?q=kalevala`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    work = `/works/${items[0]?.id}`;
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
  });

  const status = (page: Page) => page.locator('.total[role=status]');
  const facetValue = (page: Page, value: string) => page.locator(`lastu-facet a[data-value="${value}"]`);

  for (const [width, colorScheme] of [
    [360, 'light'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const) {
    it(`have nothing axe objects to at ${width} px, ${colorScheme}`, async () => {
      const addresses = [
        '/', '/m/nastola', '/search', '/search?q=kalevala&municipality=lahti&format=book', '/search?q=xyzzyx&available=true',
        '/search?page=9999999', work, `${work}?home=heinola&lang=sv`, '/accessibility', '/no-such-page', '/works/none',
      ]; // prettier-ignore
      const page = await browser.open('/', { viewport: { width, height: 900 }, colorScheme });
      for (const address of addresses) {
        await page.goto(address);
        await page.waitForLoadState('networkidle');
        expect(await axeViolations(page), address).to.deep.equal([]);
      }
    });
  }

  it('fit a width of 320 px without scrolling sideways, filters open too', async () => {
    const page = await browser.open('/', { viewport: { width: 320, height: 640 } });
    for (const address of ['/', '/m/hameenkoski', '/search?format=book', work, '/accessibility', '/no-such-page']) {
      await page.goto(address);
      if (address.startsWith('/search')) await page.locator('#filters > summary').click();
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, address).to.equal(clientWidth);
    }
  });

  it('keep every target at least 24 px high', async () => {
    const page = await browser.open('/search?q=kalevala&format=book', { viewport: { width: 360, height: 800 } });
    await page.locator('#filters > summary').click();
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

    it('keep the filters of a search for the next one', async () => {
      const page = await browser.open('/search?q=kalevala&format=book&sort=newest', { javaScriptEnabled: false });
      await page.locator('main lastu-search-box [part=input]').fill('karhu');
      await page.locator('main lastu-search-box button').click();
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('q'), searchParams.get('format'), searchParams.get('sort')]).to.deep.equal(['karhu', 'book', 'newest']); // prettier-ignore
    });
  });

  describe('with scripts', () => {
    /** A search page that remembers whether it was loaded anew. */
    const openSearch = async (address: string): Promise<Page> => {
      const page = await browser.open(address, { viewport: { width: 1280, height: 900 } });
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => Object.assign(window, { sameDocument: true }));
      return page;
    };
    const isSame = (page: Page) => page.evaluate(() => 'sameDocument' in window);
    const said = async (page: Page, words: RegExp | string) => {
      await page.waitForFunction(
        ([source]) => new RegExp(String(source)).test(document.querySelector('.total[role=status]')?.textContent ?? ''),
        [typeof words === 'string' ? `^${words}$` : words.source],
      );
    };

    it('narrow a search in place: address, results, announcement, focus, and back again', async () => {
      const page = await openSearch('/search?q=kalevala');
      const before = (await status(page).textContent()) ?? '';
      await facetValue(page, 'eng').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=kalevala&language=eng');
      await page.waitForFunction(
        (words) => document.querySelector('.total[role=status]')?.textContent !== words,
        before,
      );
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
      const page = await openSearch('/search?q=kalevala');
      await facetValue(page, 'book').click();
      await page.waitForURL('**/search?q=kalevala&format=book');
      await page.locator('lastu-filters .chip').waitFor();
      await said(page, /^\d+ teosta?$/);
      await page.waitForFunction(() => document.querySelector('#results')?.getAttribute('aria-busy') === 'false');
      const updated = await words(page);
      await page.reload();
      expect(await words(page)).to.deep.equal(updated);
    });

    it('turn pages in place, announce the page, and bring its beginning into view', async () => {
      const page = await openSearch('/search?format=book');
      await page.locator('lastu-pager [rel=next]').click();
      await said(page, /sivu 2 \//);
      expect(new URL(page.url()).searchParams.get('page')).to.equal('2');
      expect(await isSame(page)).to.equal(true);
      expect(await focused(page)).to.match(/^h1 /);
      expect(await page.evaluate(() => window.scrollY)).to.be.lessThan(400);
    });

    it('search anew from the box, and tell of nothing found with ways out', async () => {
      const page = await openSearch('/search?q=kalevala');
      await page.locator('main lastu-search-box [part=input]').fill('xyzzyx');
      await page.keyboard.press('Enter');
      await said(page, 'Ei tuloksia');
      expect(await isSame(page)).to.equal(true);
      expect(await page.locator('.empty').textContent()).to.contain('xyzzyx');
      expect(await page.locator('.empty a').count()).to.be.greaterThan(0);
    });

    it('show the last search asked when answers come late and out of order', async () => {
      const page = await openSearch('/search');
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
      const page = await openSearch('/search?q=kalevala');
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
      const page = await openSearch('/search?q=kalevala');
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

    it('find among the many values of a facet', async () => {
      const page = await openSearch('/search');
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
      const page = await openSearch('/search');
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
      const page = await openSearch('/search');
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
      const page = await openSearch('/search?q=kalevala');
      const before = (await status(page).textContent()) ?? '';
      const bars = page.locator('.decades a');
      expect(await bars.count()).to.be.greaterThan(3);
      const nineties = page.locator('.decades').getByRole('link', { name: /^1990-luku, \d+ teosta?$/ });
      await nineties.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=kalevala&yearFrom=1990&yearTo=1999');
      await page.locator('.decades a[aria-current]').waitFor();
      expect(await page.locator('.years input').first().inputValue()).to.equal('1990');
      await page.locator('.decades a[aria-current]').click();
      await said(page, before);
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

/** The words of the results, in order, through all shadow roots. */
const words = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const read = (node: Node): string =>
      node instanceof HTMLStyleElement
        ? ''
        : node instanceof Text
          ? node.data
          : [...(node instanceof HTMLElement && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes)]
              .map(read)
              .join(' ');
    return read(document.querySelector('main') ?? document.body)
      .split(/\s+/)
      .filter(Boolean);
  });
