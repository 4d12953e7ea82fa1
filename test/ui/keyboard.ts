import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeViolations, focused } from './browser.ts';

/** Goes on by Tab until the element in focus reads as `wanted`; every stop on the way has to be seen. */
export async function tabTo(page: Page, wanted: RegExp, { back = false } = {}): Promise<void> {
  for (let stops = 0; stops < 150; stops += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const name = await focused(page);
    expect(await unseenFocus(page), `the focus at “${name}”`).to.equal(undefined);
    if (wanted.test(name)) return;
  }
  throw new Error(`No Tab leads to ${wanted}`);
}

/**
 * What keeps the element in focus, through all shadow roots, from being seen: no ring, out of the window, or something in front
 * of it. Undefined where nothing does.
 */
export const unseenFocus = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return undefined; // between the page and the browser's own buttons
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === 'none' || outlineWidth === '0px') return 'it has no ring';
    const { top, bottom, left, right } = element.getBoundingClientRect();
    if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return 'it is out of the window';
    const inside = (low: number, high: number, most: number) => (Math.max(low, 0) + Math.min(high, most)) / 2;
    let seen = document.elementFromPoint(inside(left, right, innerWidth), inside(top, bottom, innerHeight));
    while (seen?.shadowRoot) {
      const deeper = seen.shadowRoot.elementFromPoint(
        inside(left, right, innerWidth),
        inside(top, bottom, innerHeight),
      );
      if (!deeper || deeper === seen) break;
      seen = deeper;
    }
    const isIt = seen && (element.contains(seen) || seen.contains(element));
    return isIt ? undefined : `${seen?.localName}.${seen?.className} is in front of it`;
  });

/** A state of a page has nothing that axe objects to, by day and by night, and is as wide as the window. */
export async function expectSound(page: Page, state: string): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth, `${state}: width`).to.equal(clientWidth);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page), `${state}, ${colorScheme}`).to.deep.equal([]);
  }
}
