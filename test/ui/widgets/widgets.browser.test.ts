import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { locales, type Locale } from '../../../config/locales.ts';
import { ensureSuggestions } from '../../../indexer/suggest/make-suggestions.ts';
import { startService, type TestService } from '../../support/service.ts';
import { axeViolations, startBrowser, type TestBrowser } from '../browser.ts';
import { startHostSite, type HostSite } from './host-page.ts';

/** Asked of the real service, in pages of another origin whose styles and policy are as hostile as they can be. */
describe('The widgets, in the page of a town', () => {
  let service: TestService;
  let site: HostSite;
  let browser: TestBrowser;
  let work: string;

  before(async () => {
    service = await startService();
    const { services } = service;
    await ensureSuggestions({ ...services.indexer, suggestions: services.suggestions });
    site = await startHostSite(service.url);
    browser = await startBrowser(site.origin);
    const { items } = (await (await fetch(`${service.url}/api/v1/search?q=kalevala`)).json()) as {
      items: { id: string }[];
    };
    work = items[0]?.id ?? '';
    const { _id: patron, municipality } = await services.accounts.add({ cardNumber: '7007', name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi' }); // prettier-ignore
    await services.tips.create({ patron, municipality, isStaff: false }, { title: '', text: 'Lue *tämä*', works: [work], audiences: ['adult'], byline: 'Kirjatoukka', language: 'fi' }); // prettier-ignore
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
    await service?.stop();
  });

  const widgets = [
    'lastu-search-box',
    'lastu-search',
    'lastu-work',
    'lastu-title-list',
    'lastu-tips',
    'lastu-memory-list',
  ] as const;
  const markup: Record<(typeof widgets)[number], () => string> = {
    'lastu-search-box': () =>
      '<lastu-search-box municipality="lahti"><form action="/x"><input name="q"></form></lastu-search-box>',
    'lastu-search': () => '<lastu-search municipality="heinola"></lastu-search>',
    'lastu-work': () => `<lastu-work work="${work}" branch="lahti"></lastu-work>`,
    'lastu-title-list': () => '<lastu-title-list list="popular"><a href="/x">Lainatuimmat</a></lastu-title-list>',
    'lastu-tips': () => '<lastu-tips audience="adult"><a href="/x">Vinkit</a></lastu-tips>',
    'lastu-memory-list': () => '<lastu-memory-list></lastu-memory-list>',
  };
  const box = (page: Page) => page.getByRole('combobox').first();
  const total = (page: Page) => page.locator('lastu-search [role=status]').first();
  const ready: Record<(typeof widgets)[number], (page: Page) => Promise<void>> = {
    'lastu-search-box': (page) => box(page).waitFor(),
    'lastu-search': (page) => page.locator('lastu-search article').first().waitFor(),
    'lastu-work': (page) => page.locator('lastu-work article').waitFor(),
    'lastu-title-list': (page) => page.locator('lastu-title-list li a').first().waitFor(),
    'lastu-tips': (page) => page.locator('lastu-tips article').first().waitFor(),
    'lastu-memory-list': (page) => page.locator('lastu-memory-list section').waitFor(),
  };

  /** A page that notes all that browsers complain of, and how much of it has moved. */
  async function open(address: string, { width = 1280, locale = 'fi' as Locale, scripts = true } = {}) {
    const page = await browser.open('about:blank', {
      viewport: { width, height: 900 },
      locale,
      javaScriptEnabled: scripts,
    });
    const complaints: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript(() => {
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
      Object.defineProperty(document, 'shifts', { value: shifts });
    });
    await page.goto(address);
    return { page, complaints };
  }
  const shifted = (page: Page) =>
    page.evaluate(() => (document as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0));

  for (const width of [360, 1280])
    for (const locale of locales)
      for (const name of widgets)
        it(`${name} speaks ${locale} at ${width} px, without a complaint, a cookie, a global or a shift`, async () => {
          const body = `<main><h1>Lahti</h1><div>${markup[name]()}</div><p>${'Kunnan omaa tekstiä. '.repeat(20)}</p></main>`;
          const { page, complaints } = await open(site.page(body, { lang: locale }), { width });
          await ready[name](page);
          await page.waitForLoadState('networkidle');
          expect(await axeViolations(page, { within: name })).to.deep.equal([]);
          expect(await shifted(page)).to.be.at.most(0.02);
          expect(await page.context().cookies()).to.deep.equal([]);
          const globals = await page.evaluate(() => Object.keys(window).filter((key) => !['axe'].includes(key)));
          await page.goto(site.page(body, { script: false }));
          expect(globals).to.deep.equal(await page.evaluate(() => Object.keys(window)));
          expect(complaints).to.deep.equal([]);
          await page.context().close();
        });

  it('look as they do at home, whatever the page says of all its elements', async () => {
    const { page } = await open(site.page(`<div>${markup['lastu-search-box']()}</div>`));
    await ready['lastu-search-box'](page);
    const style = await box(page).evaluate((input) => {
      const { display, letterSpacing, textTransform, fontSize, textAlign } = getComputedStyle(input);
      return { display, letterSpacing, textTransform, size: Number.parseFloat(fontSize), textAlign };
    });
    expect(style).to.deep.include({
      display: 'block',
      letterSpacing: 'normal',
      textTransform: 'none',
      textAlign: 'start',
    });
    expect(style.size).to.be.within(17, 30);
  });

  describe('a whole search', () => {
    const opened = async (query = '?sivu=2&a') => {
      const { page } = await open(`${site.page(`<main>${markup['lastu-search']()}</main>`)}${query}`);
      await ready['lastu-search'](page);
      return page;
    };

    /** What it says it has found, once nothing is asked any more. */
    const settled = async (page: Page) => {
      await page.waitForTimeout(50);
      await page.locator('lastu-search section[aria-busy=false] article').first().waitFor();
      return total(page).textContent();
    };

    it('keeps its state in one parameter of the page’s address, and goes back', async () => {
      const page = await opened();
      await page.evaluate(() => history.replaceState({ router: 7 }, ''));
      const all = await settled(page);
      await box(page).fill('kalevala');
      await box(page).press('Enter');
      await page.waitForURL(/lastu=q%3Dkalevala/);
      expect(new URL(page.url()).search).to.equal('?sivu=2&a&lastu=q%3Dkalevala');
      expect(await page.evaluate(() => history.state)).to.deep.equal({ router: 7 });
      const found = await settled(page);
      expect(found).not.to.equal(all);
      await page.reload();
      await ready['lastu-search'](page);
      expect(await settled(page)).to.equal(found);
      await page.goBack();
      expect(await settled(page)).to.equal(all);
      expect(new URL(page.url()).search).to.equal('?sivu=2&a');
    });

    it('is narrowed with the keyboard alone, and keeps the focus', async () => {
      const page = await opened();
      const value = page.locator('lastu-search a[data-value="eng"]');
      const before = await settled(page);
      await value.focus();
      await page.keyboard.press('Enter');
      await page.locator('lastu-search a[data-value="eng"][aria-current]').waitFor();
      expect(await settled(page)).not.to.equal(before);
      expect(await value.evaluate((link) => link === (link.getRootNode() as ShadowRoot).activeElement)).to.equal(true);
      await page
        .locator('lastu-search')
        .getByRole('link', { name: /Poista rajaukset/ })
        .focus();
      await page.keyboard.press('Enter');
      expect(await settled(page)).to.equal(before);
      const focus = await page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.id;
      });
      expect(focus).to.equal('results-title');
    });

    it('leads to the work’s page, which leads back to this very search', async () => {
      const page = await opened('?lastu=q%3Dkalevala');
      const here = page.url();
      await page.locator('lastu-search article h2 a').first().click();
      await page.waitForURL(`${service.url}/works/**`);
      const back = page.getByRole('link', { name: /Takaisin/ });
      expect(await back.getAttribute('href')).to.equal(here);
      await back.click();
      await page.waitForURL(here);
      await page.goto(`${service.url}/works/${work}?from=https://evil.example/`);
      expect(await page.getByRole('link', { name: /Takaisin/ }).count()).to.equal(0);
    });

    it('tells the page of searches and choices, and leaves them to it where it wants them', async () => {
      const page = await opened();
      const told = await page.evaluate(() => {
        const events: { type: string; detail: { address: string; title?: string } }[] = [];
        for (const type of ['lastu-search', 'lastu-select'])
          document.addEventListener(type, (event) => {
            event.preventDefault();
            events.push({ type, detail: (event as CustomEvent).detail });
          });
        Object.defineProperty(document, 'told', { value: events });
        return events.length;
      });
      expect(told).to.equal(0);
      await box(page).fill('kissa');
      await box(page).press('Enter');
      await page.locator('lastu-search article h2 a').first().click();
      const events = await page.evaluate(() => (document as unknown as { told: { type: string; detail: Record<string, string> }[] }).told); // prettier-ignore
      expect(events.map(({ type }) => type)).to.deep.equal(['lastu-search', 'lastu-select']);
      expect(events[0]?.detail['address']).to.match(/\/search\?.*q=kissa/);
      expect(events[1]?.detail).to.have.all.keys('id', 'title', 'address');
      expect(new URL(page.url()).search).to.equal('?sivu=2&a');
    });
  });

  it('show what the page has inside them without scripts, and where the service is away', async () => {
    const address = site.page(markup['lastu-title-list']());
    const { page } = await open(address, { scripts: false });
    expect(await page.getByRole('link', { name: 'Lainatuimmat' }).isVisible()).to.equal(true);
    const away = await open('about:blank');
    await away.page.route('**/widgets/lastu.js', (route) => route.abort());
    await away.page.goto(address);
    expect(await away.page.getByRole('link', { name: 'Lainatuimmat' }).isVisible()).to.equal(true);
  });

  it('say kindly that the catalogue is away, and ask again', async () => {
    const { page } = await open('about:blank');
    await page.route('**/api/v1/title-lists/**', (route) => route.fulfill({ status: 503, headers: { 'access-control-allow-origin': '*' } })); // prettier-ignore
    await page.goto(site.page(markup['lastu-title-list']()));
    const again = page.getByRole('button', { name: 'Yritä uudelleen' });
    await again.waitFor();
    await page.unroute('**/api/v1/title-lists/**');
    await again.click();
    await ready['lastu-title-list'](page);
  });

  it('change their language while they stand', async () => {
    const { page } = await open(site.page(markup['lastu-title-list']()));
    await page.getByRole('heading', { name: 'Lainatuimmat' }).waitFor();
    await page.locator('lastu-title-list').evaluate((widget) => widget.setAttribute('lang', 'sv'));
    await page.getByRole('heading', { name: 'Mest lånade' }).waitFor();
    await page.locator('lastu-title-list').evaluate((widget) => widget.setAttribute('list', 'new'));
    await page.getByRole('heading', { name: 'Nyheter' }).waitFor();
  });

  it('load nothing that the page does not have, and come alive when they are added, taken out and put back', async () => {
    const { page, complaints } = await open(site.page('<main></main>'));
    await page.waitForLoadState('networkidle');
    const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /widgets|api\/v1/.test(name)).length); // prettier-ignore
    expect(await loaded()).to.equal(1);
    await page.evaluate((html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html), `${markup['lastu-search']()}${markup['lastu-title-list']()}`); // prettier-ignore
    await ready['lastu-search'](page);
    await ready['lastu-title-list'](page);
    await page.evaluate(() => {
      const main = document.querySelector('main');
      for (const widget of Array.from(main?.children ?? [])) {
        widget.remove();
        main?.append(widget);
      }
    });
    await box(page).fill('kalevala');
    await box(page).press('Enter');
    await page.waitForURL(/lastu=q%3Dkalevala/);
    expect(complaints).to.deep.equal([]);
  });

  it('end what they have asked for when they are taken out', async () => {
    const { page } = await open('about:blank');
    const ended = page.waitForEvent('requestfailed', (request) => request.url().includes('/title-lists/'));
    await page.route('**/api/v1/title-lists/**', () => undefined);
    const asked = page.waitForRequest('**/api/v1/title-lists/**');
    await page.goto(site.page(markup['lastu-title-list']()));
    await asked;
    await page.locator('lastu-title-list').evaluate((widget) => widget.remove());
    expect((await ended).failure()?.errorText).to.contain('ABORTED');
  });

  it('stand beside one another, and beside the same ones of another version of the script', async () => {
    const older = '/widgets/older/';
    const { page, complaints } = await open('about:blank');
    await page.route(`**${older}*`, async (route) => {
      const response = await route.fetch({ url: route.request().url().replace(older, '/widgets/') });
      await route.fulfill({ response, body: (await response.text()).replaceAll(/(lastu-[a-z-]+)-[0-9a-f]{5}-/g, '$1-0ld00-') }); // prettier-ignore
    });
    const both = `<script type="module" src="${service.url}${older}lastu.js"></script>`;
    const several = widgets.map((name) => markup[name]()).join('');
    await page.goto(site.page(`<main>${several}${several}</main>`, { head: both }));
    for (const name of widgets) await page.locator(name).nth(1).waitFor();
    await page.locator('lastu-search article').nth(21).waitFor();
    await page.locator('lastu-title-list li a').nth(13).waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('come though the page has the script of an earlier release, whose parts are gone', async () => {
    const { page, complaints } = await open('about:blank');
    await page.route('**/widgets/lastu.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(/-[\w-]{6}\.js/g, '-0ldHsh.js') });
    });
    await page.goto(site.page(`${markup['lastu-search-box']()}${markup['lastu-title-list']()}`));
    await ready['lastu-search-box'](page);
    await ready['lastu-title-list'](page);
    expect(await page.getByRole('heading', { name: 'Lainatuimmat' }).count()).to.equal(1);
    expect(complaints).to.deep.equal([]);
  });

  it('remember a work on this site, and forget it again', async () => {
    const { page } = await open(site.page(`${markup['lastu-work']()}${markup['lastu-memory-list']()}`));
    await page.getByRole('button', { name: /Lisää muistilistaan/ }).click();
    const entry = page.locator('lastu-memory-list li');
    await entry.waitFor();
    await entry.getByRole('button', { name: /Poista muistilistasta/ }).click();
    await entry.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Kumoa' }).click();
    await entry.waitFor();
  });
});
