import type { BrowserContextOptions, Page } from 'playwright-core';
import type { TestBrowser } from './browser.ts';

/** A search page taken over by its scripts, that remembers whether it was loaded anew. */
export async function openSearch(
  browser: Pick<TestBrowser, 'open'>,
  address: string,
  options: BrowserContextOptions = {},
) {
  const page = await browser.open(address, { viewport: { width: 1280, height: 900 }, ...options });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  return page;
}

export const isSame = (page: Page): Promise<boolean> => page.evaluate(() => 'sameDocument' in window);

/** What is announced of the results. */
export const status = (page: Page) => page.locator('#results .total[role=status]');

/** Waits until it is announced. */
export async function said(page: Page, words: RegExp | string): Promise<void> {
  await page.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector('#results .total[role=status]')?.textContent ?? ''),
    typeof words === 'string' ? `^${words}$` : words.source,
  );
}

export const facetValue = (page: Page, value: string) => page.locator(`lastu-facet a[data-value="${value}"]`);

/** The parameters of the page's address, as text. */
export const searchOf = (page: Page): string => decodeURIComponent(new URL(page.url()).search.replaceAll('+', ' '));

/** The words of the page, in order, through all shadow roots. */
export const wordsOf = (page: Page): Promise<string[]> =>
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
