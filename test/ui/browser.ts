import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

export interface TestBrowser {
  /** A page of its own context; Finnish unless told otherwise. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Debian's Chromium, with a profile of its own that goes when it closes. */
export async function startBrowser(baseURL: string): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'lastu-chromium-'));
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', `--crash-dumps-dir=${profile}`,
    ],
  }); // prettier-ignore
  const contexts: BrowserContext[] = [];
  return {
    async open(address, options) {
      const context = await browser.newContext({ baseURL, locale: 'fi-FI', ...options });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page, as lines to read; nothing where all is well. */
export async function axeViolations(
  page: Page,
  { rules, except = [], within = 'html' }: AxeOptions = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const runOnly = rules ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const options = {
    runOnly: [...runOnly],
    rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
  };
  return page.evaluate(
    async ([within, options]) => {
      const { axe } = window as unknown as { axe: { run(within: object, options: object): Promise<AxeResult> } };
      const { violations } = await axe.run({ include: [[within]] }, options);
      return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.flat().join(' > ')} (${failureSummary})`)); // prettier-ignore
    },
    [within, options] as const,
  );
}

interface AxeOptions {
  /** The only rules to look at; all of WCAG A and AA and good practice where absent. */
  readonly rules?: readonly string[];
  readonly except?: readonly string[];
  /** The element to look at; the whole page where absent. */
  readonly within?: string;
}

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: (string | string[])[]; failureSummary?: string }[] }[];
}

/** The element in focus, through all shadow roots, as its tag and text. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return `${element?.localName} ${(element?.textContent ?? '').replace(/\s+/g, ' ').trim()}`;
  });
