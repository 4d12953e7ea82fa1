import { Router, type RouterContext } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { mayActAs, staffRoles } from '../../domain/staff/schema.ts';
import { staffFrontPage, staffPage, type StaffNote, type Worker } from '../../ui/pages/staff-pages.ts';
import type { Page } from '../../ui/render.ts';
import { PageProblem } from '../page-problems.ts';
import { pageContext, showPage } from '../show-page.ts';
import type { PageDeps } from './deps.ts';
import { deskPages } from './staff-desk.ts';
import { goOn, readForm, refuseForeignForm, told } from './forms.ts';
import { moderationPages } from './staff-moderation.ts';
import type { StaffPage, StaffPageRequest } from './staff-page.ts';
import { indexPages } from './staff-index.ts';
import { importPages } from './staff-imports.ts';
import { regionPages } from './staff-region.ts';
import { visitorOf } from './visitor.ts';

/**
 * The pages of staff, each from a file of its own: a line here is all that a page needs to be offered on the front page and
 * in the navigation, to those who may open it.
 */
const staffPages = (deps: PageDeps): readonly StaffPage[] => [
  ...deskPages(),
  ...moderationPages(deps),
  ...regionPages(deps),
  ...importPages(),
  ...indexPages(),
];

const Note = z.object({ tone: z.enum(['done', 'refused']), text: z.string() });

/** Shows the pages. Whoever has not logged in is led to do so and back; others are told kindly that this is not for them. */
export function staffRoutes(deps: PageDeps): Router {
  const pages = staffPages(deps);
  const router = new Router();

  const show = (ctx: RouterContext, title: string, main: Page['main']) => {
    showPage(ctx, { ...pageContext(ctx, deps.publicUrl), ownSearch: true, ownTowns: true, title, script: 'staff', main }); // prettier-ignore
    ctx.set('cache-control', 'private, no-store');
  };
  const doorsOf = ({ roles }: Worker) => pages.filter(({ role }) => mayActAs(roles, role));

  router.get('/staff', (ctx) => {
    const worker = workerOf(ctx);
    if (!worker) return;
    const { reader } = pageContext(ctx, deps.publicUrl);
    show(ctx, reader.t('staff.title'), staffFrontPage(reader, worker, doorsOf(worker)));
  });

  for (const page of pages) {
    const addresses = [page.address, ...(page.alsoAt ?? [])];

    /** Who asks for the page; undefined where they have to log in first. */
    const requestOf = (ctx: RouterContext): StaffPageRequest | undefined => {
      const worker = workerOf(ctx);
      if (!worker) return undefined;
      if (!mayActAs(worker.roles, page.role)) throw new PageProblem('forbidden');
      const { reader } = pageContext(ctx, deps.publicUrl);
      return { reader, worker, ctx, csrfToken: visitorOf(ctx)?.csrfToken ?? '' };
    };
    const showFramed = ({ reader, worker, ctx }: StaffPageRequest, main: Page['main'], note?: StaffNote) => {
      const heading = reader.t(page.name);
      show(ctx, heading, staffPage(reader, { current: page.address, doors: doorsOf(worker), heading, main, note }));
    };

    router.get(addresses, async (ctx) => {
      const request = requestOf(ctx);
      if (!request) return;
      const note = Note.safeParse(await deps.sessions.takeNote(ctx)).data;
      showFramed(request, await page.main(request), note);
    });
    if (page.act)
      router.post(addresses, readForm, async (ctx) => {
        const request = requestOf(ctx);
        if (!request) return;
        try {
          refuseForeignForm(ctx, deps.publicUrl, visitorOf(ctx));
        } catch (error) {
          const { text, status } = told(error, request.reader);
          showFramed(request, await page.main(request), { tone: 'refused', text });
          ctx.status = status;
          return;
        }
        const answer = await page.act?.(request);
        if (!answer) return;
        if ('goTo' in answer) {
          if (answer.note) await deps.sessions.leaveNote(ctx, answer.note);
          return goOn(ctx, answer.goTo);
        }
        showFramed(request, answer.main);
        ctx.status = answer.status ?? 200;
      });
  }
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
  const roles = staffRoles.filter((role) => account.roles.includes(role));
  if (roles.length === 0) throw new PageProblem('forbidden');
  return { id: account._id, name: account.name, roles, serves: account.serves, isAdmin: roles.includes('admin') };
}
