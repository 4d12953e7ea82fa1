import type { Context, Middleware, Next } from 'koa';
import type { Logger } from 'pino';
import { html, nothing } from 'lit';
import { keptFormPart } from '../ui/pages/kept-form-page.ts';
import { problemPage, type Problem } from '../ui/pages/problem-page.ts';
import { searchPage } from '../ui/pages/search-page.ts';
import { readWish } from '../ui/search/address.ts';
import { readLinks } from '../ui/search/links.ts';
import { cameFrom } from './pages/forms.ts';
import { keptFormOf } from './pages/kept-form.ts';
import { asProblem } from './middleware/render-problems.ts';
import { problem } from './problems.ts';
import { pageContext, showPage } from './show-page.ts';

const statuses = {
  missing: 404,
  forbidden: 403,
  invalid: 400,
  beyond: 400,
  failed: 500,
  unavailable: 503,
  offline: 503,
} as const;

/** Thrown by a page that has nothing to show. */
export class PageProblem extends Error {
  override readonly name = 'PageProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`The page is ${problem}`);
    this.problem = problem;
  }
}

/**
 * Shows people a page for what went wrong: what a page threw, and paths nobody serves. Goes inside the middleware that
 * renders problems for machines, and leaves to it whatever is not a page.
 */
export function pageProblems({ logger, publicUrl }: { logger: Logger; publicUrl: string }): Middleware {
  return async function problemPages(ctx, next) {
    if (!isForPeople(ctx)) return forMachines(next);
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) showProblem(ctx, 'missing', publicUrl);
    } catch (error) {
      if (error instanceof PageProblem) return showProblem(ctx, error.problem, publicUrl);
      const { problem, headers } = asProblem(error, ctx, logger);
      showProblem(ctx, kindOf(problem.status), publicUrl);
      ctx.status = problem.status;
      ctx.set(headers);
    }
  };
}

/** Whoever asks for a page but reads no HTML is told in the way of machines. */
async function forMachines(next: Next): Promise<void> {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof PageProblem)) throw error;
    throw problem(error.problem === 'missing' ? 'not-found' : error.problem === 'forbidden' ? 'not-allowed' : 'invalid-request'); // prettier-ignore
  }
}

/** Pages are got, and forms sent, by people; the API, the job board and the probes answer for themselves. */
const isForPeople = (ctx: Context): boolean =>
  (ctx.method === 'GET' || ctx.method === 'HEAD' || (ctx.method === 'POST' && ctx.is('urlencoded') !== false)) &&
  !/^\/(api|staff\/queues|assets|healthz|readyz|metrics)(\/|$)/.test(ctx.path) &&
  ctx.accepts(['json', 'html']) === 'html';

function kindOf(status: number): Problem {
  if (status === 404) return 'missing';
  if (status >= 500) return status === 500 ? 'failed' : 'unavailable';
  return 'invalid';
}

/** The search page keeps its box and its words; all else gets a page of its own. */
function showProblem(ctx: Context, problem: Problem, publicUrl: string): void {
  const context = pageContext(ctx, publicUrl);
  const { reader, locale, home, remembered } = context;
  const title = reader.t(`problem.${problem}.title`);
  const status = statuses[problem];
  ctx.status = status;
  if (ctx.path === '/search' && problem !== 'missing' && problem !== 'forbidden') {
    const { searchParams } = context.address;
    const links = { ...readLinks(searchParams), home };
    const state = { locale, links, remembered, wish: readWish(searchParams), failure: problem };
    showPage(ctx, { ...context, title, ownSearch: true, script: 'search', state, main: searchPage(state) });
  } else {
    // A form is not gone back to by its address; what was written in it is not lost, whatever went wrong.
    const address = ctx.method === 'POST' ? (cameFrom(ctx) ?? '/') : ctx.url;
    const kept = keptFormOf(ctx);
    const csrfToken = problem === 'unavailable' || problem === 'failed' ? context.visitor?.csrfToken : undefined;
    const again = csrfToken === undefined ? undefined : { csrfToken, send: reader.t('kept.again') };
    const main = html`${problemPage(reader, { problem, status, address, home })}
    ${kept ? html`<div class="narrow">${keptFormPart(reader, kept, again)}</div>` : nothing}`;
    showPage(ctx, { ...context, title, main, ...(kept && { script: 'account' }) });
  }
  ctx.set('cache-control', 'no-store');
}
