import { Router } from '@koa/router';
import type { Context, Middleware } from 'koa';
import { localDate } from '../../domain/local-date.ts';
import type { MessageKey } from '../../ui/messages/messages.ts';
import type { Reader } from '../../ui/messages/messages.ts';
import { rulesPage } from '../../ui/pages/rules-page.ts';
import { deskPage, staffFrontPage, staffPatronsPage, transportsPage, type Worker } from '../../ui/pages/staff-pages.ts';
import { PageProblem } from '../page-problems.ts';
import { pageContext, showPage } from '../show-page.ts';
import type { PageDeps } from './deps.ts';
import { visitorOf } from './visitor.ts';

/** The pages of staff. Whoever has not logged in is led to do so and back; other patrons are told kindly that this is not for them. */
export function staffRoutes({ circulation, publicUrl }: Pick<PageDeps, 'circulation' | 'publicUrl'>): Router {
  const router = new Router();
  type Main = ReturnType<typeof deskPage>;

  const page = (title: MessageKey, main: (reader: Reader, worker: Worker) => Main | Promise<Main>): Middleware =>
    async function staffOnlyPage(ctx) {
      const worker = workerOf(ctx);
      if (!worker) return;
      const context = pageContext(ctx, publicUrl);
      const { reader } = context;
      showPage(ctx, { ...context, ownTowns: true, title: reader.t(title), script: 'staff', main: await main(reader, worker) }); // prettier-ignore
      ctx.set('cache-control', 'private, no-store');
    };

  router.get('/staff', page('staff.title', staffFrontPage));
  router.get('/staff/desk', page('staff.desk', deskPage));
  router.get('/staff/transports', page('staff.transports', transportsPage));
  router.get('/staff/patrons', page('staff.patrons', staffPatronsPage));
  router.get(
    '/staff/rules',
    page('staff.rules', async (reader) => rulesPage(reader, await circulation.rules.all(), localDate(new Date()))),
  );
  return router;
}

/** Who works here; undefined where the answer leads to the log-in page. @throws PageProblem for other patrons */
function workerOf(ctx: Context): Worker | undefined {
  const account = visitorOf(ctx)?.account;
  if (!account) {
    ctx.status = 303;
    ctx.redirect(`/login?next=${encodeURIComponent(ctx.url)}`);
    return undefined;
  }
  const isAdmin = account.roles.includes('admin');
  if (!isAdmin && !account.roles.includes('staff')) throw new PageProblem('forbidden');
  return { name: account.name, serves: account.serves, isAdmin };
}
