import type { Environment } from '../config/environment.ts';
import { openServices } from '../services.ts';
import { fillCatalogue } from './fill.ts';
import { judge } from './lighthouse-run.ts';
import { median, report, rounded } from './report.ts';
import { startApi } from './start-api.ts';

const rounds = 3;

/** Lighthouse's scores of the pages patrons see first, on its simulated telephone; build the browser's part first. */
export async function benchLighthouse(environment: Environment, works: number): Promise<void> {
  const services = openServices(environment, { blocking: false });
  await fillCatalogue(services, works);
  const api = await startApi(environment);
  try {
    const answer = await fetch(`${api.url}/api/v1/search?q=kalevala&size=1`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    const pages = ['/', '/search?q=kissa', `/works/${items[0]?.id}`];
    const judged = await judge(Array.from({ length: rounds }, () => pages.map((page) => `${api.url}${page}`)).flat());
    const rows = pages.map((page, at) => {
      const mine = judged.filter((_, index) => index % pages.length === at);
      const middle = (value: (one: (typeof judged)[number]) => number, digits = 2) =>
        rounded(median(mine.map(value)), digits);
      return {
        page: page.replace(/works\/.*/, 'works/{id}'),
        performance: middle(({ scores }) => scores.performance ?? 0),
        accessibility: middle(({ scores }) => scores.accessibility ?? 0),
        'best practices': middle(({ scores }) => scores['best-practices'] ?? 0),
        seo: middle(({ scores }) => scores.seo ?? 0),
        'first paint ms': middle(({ measured }) => measured.firstPaint, 0),
        'largest paint ms': middle(({ measured }) => measured.largestPaint, 0),
        'blocked ms': middle(({ measured }) => measured.blocked, 0),
        shift: middle(({ measured }) => measured.shift, 3),
      };
    });
    const lost = [...new Set(judged.flatMap((one) => one.lost))].join('; ');
    await report('lighthouse', `Lighthouse, mobile, over ${works} works (median of ${rounds})`, rows, { lost });
  } finally {
    await api.stop();
    await services.close();
  }
}
