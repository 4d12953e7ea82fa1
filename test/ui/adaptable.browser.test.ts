import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { addDemoLists } from '../../demo/lists.ts';
import { addDemoPatrons, demoPatrons } from '../../demo/patrons.ts';
import { addDemoTips } from '../../demo/tips.ts';
import { addDemoVoices } from '../../demo/voices.ts';
import { fillWithDemo } from '../support/service.ts';
import { indexed } from '../support/voices.ts';
import { axeViolations } from './browser.ts';
import { inBrowser } from './in-browser.ts';

/** What readers say and gather, as it is seen by whom browsers and systems let see otherwise. */
describe('The pages of readers’ voices', function () {
  this.timeout(240_000);
  const { service, browser } = inBrowser({
    async fill(services) {
      await fillWithDemo(services);
      await addDemoPatrons(services);
      await addDemoVoices(services);
      await addDemoTips(services);
      await addDemoLists(services);
    },
  });
  let page: Page;
  let addresses: string[];

  before(async () => {
    await indexed(service.services);
    const [aino] = demoPatrons;
    page = await browser.open('/login', { viewport: { width: 320, height: 640 } });
    await page.fill('[name=cardNumber]', aino.cardNumber);
    await page.fill('main [name=pin]', aino.pin);
    await page.locator('main form button').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/login'));
    const first = async (path: string): Promise<string> => {
      const { items } = await (await fetch(`${service.url}/api/v1${path}`)).json();
      return items[0].id;
    };
    const [work, list, tip] = [await first('/search?q=sinuhe&facets='), await first('/lists'), await first('/tips')];
    const review = await first(`/works/${work}/reviews`);
    addresses = [`/works/${work}`, `/works/${work}/review`, '/lists', `/lists/${list}`, '/tips', `/tips/${tip}`, '/tips/new', '/tags', `/report/review/${review}`, '/memory-list', '/account', '/account/lists', '/account/reviews', '/account/searches', '/account/messages']; // prettier-ignore
  });

  it('lose nothing at 320 CSS pixels, nor with letters twice as large in a narrow and in a wide window', async () => {
    const devTools = await page.context().newCDPSession(page);
    for (const { width, letters } of [{ width: 320, letters: 16 }, { width: 480, letters: 32 }, { width: 1280, letters: 32 }]) {
      await devTools.send('Page.setFontSizes', { fontSizes: { standard: letters } });
      await page.setViewportSize({ width, height: 800 });
      for (const address of addresses) {
        await page.goto(address);
        await page.evaluate(() => document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', '')));
        expect(await lost(page), `${address}, ${width} px, letters of ${letters} px`).to.deep.equal([]);
      }
    }
    await devTools.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
  }); // prettier-ignore

  it('move nothing for whom movement is too much', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const address of addresses) {
      await page.goto(address);
      for (const details of await page.locator('main summary').all()) await details.press('Enter');
      expect(await moving(page), address).to.deep.equal([]);
    }
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('show in forced colours what is a button, which of the views one is in, and what axe asks for', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    for (const address of addresses) {
      await page.goto(address);
      const edges = await page.locator('main :is(.action, .second)').evaluateAll((buttons) =>
        buttons.filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one).borderTopWidth),
      ); // prettier-ignore
      expect(edges, `${address}: edges of buttons`).not.to.include('0px');
      expect(await axeViolations(page, { except: ['color-contrast'] }), address).to.deep.equal([]); // axe reads the colours that were not forced
    }
    await page.goto('/tips');
    const line = (selector: string) => page.locator(selector).first().evaluate((one) => getComputedStyle(one).borderBottomColor); // prettier-ignore
    expect(await line('.tabs [aria-current]')).not.to.equal(await line('.tabs a:not([aria-current])'));
    await page.emulateMedia({ forcedColors: 'none' });
  });
});

/** What has to be scrolled for sideways, reaches out of the window, or is cut off. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide`);
    const scrolls = (start: Element): boolean => {
      for (let one: Element | null = start; one && one !== document.body;) {
        if (/auto|scroll/.test(getComputedStyle(one).overflowX)) return true;
        const root = one.getRootNode();
        one = one.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
      }
      return false;
    };
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        const { overflowX, clipPath } = getComputedStyle(element);
        const { right, width } = element.getBoundingClientRect();
        if (width < 3 || !element.checkVisibility() || clipPath !== 'none' || element.closest('svg, .unseen')) continue;
        const name = `${element.localName}.${element.className}`;
        if (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) faults.push(`${name} is cut off`);
        if (right > innerWidth + 1 && !scrolls(element)) faults.push(`${name} reaches out of the window`);
      }
    };
    look(document);
    return faults;
  });

/** What has a movement of its own, through all shadow roots. */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults = document.getAnimations().map((one) => `an animation is ${one.playState}`);
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        if (animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth')
          faults.push(`${element.localName}.${element.className}`);
      }
    };
    look(document);
    return faults;
  });
