import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { freePort } from './free-port.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

interface Judged {
  /** From 0 to 1, of the categories asked for. */
  readonly scores: Partial<Record<Category, number>>;
  /** What kept a score from 1: the audit's name, and what it says. */
  readonly lost: readonly string[];
  /** Milliseconds, and the layout shift, of the first view. */
  readonly measured: {
    readonly firstPaint: number;
    readonly largestPaint: number;
    readonly blocked: number;
    readonly shift: number;
  };
}

/** Lighthouse's judgement of pages on a simulated telephone, in the system's Chromium, one after the other. */
export async function judge(urls: readonly string[], only: readonly Category[] = categories): Promise<Judged[]> {
  const port = await freePort();
  const profile = await mkdtemp(join(tmpdir(), 'lastu-lighthouse-'));
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      `--remote-debugging-port=${port}`,
      `--crash-dumps-dir=${profile}`,
    ],
  });
  try {
    const judged: Judged[] = [];
    for (const url of urls) judged.push(await judgeOne(url, port, only));
    return judged;
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function judgeOne(url: string, port: number, only: readonly Category[]): Promise<Judged> {
  const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...only] });
  if (!result || result.lhr.runtimeError)
    throw new Error(`Lighthouse could not judge ${url}: ${result?.lhr.runtimeError?.message}`);
  const { categories: found, audits } = result.lhr;
  const counted = Object.values(found).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
  return {
    scores: Object.fromEntries(Object.entries(found).map(([name, { score }]) => [name, score ?? 0])),
    lost: counted.flatMap(({ id }) => {
      const audit = audits[id];
      return audit && audit.score !== null && audit.score < 1 ? [`${id}: ${audit.displayValue ?? audit.title}`] : [];
    }),
    measured: {
      firstPaint: value('first-contentful-paint'),
      largestPaint: value('largest-contentful-paint'),
      blocked: value('total-blocking-time'),
      shift: value('cumulative-layout-shift'),
    },
  };
}
