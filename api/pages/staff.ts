import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { mayActAs, type StaffAccount } from '../../domain/staff/schema.ts';
import { staffFrontPage, staffPage, type StaffNote, type Worker } from '../../ui/pages/staff-pages.ts';
import type { Page } from '../../ui/render.ts';
import { PageProblem } from '../page-problems.ts';
import { pageContext, showPage } from '../show-page.ts';
import type { PageDeps } from './deps.ts';
import { goOn, readForm, refuseForeignForm, told } from './forms.ts';
import { accountsPages } from './staff-accounts.ts';
import { auditPages } from './staff-audit.ts';
import { deskPages } from './staff-desk.ts';
import { doublesPages } from './staff-doubles.ts';
import { importPages } from './staff-imports.ts';
import { jobsPages } from './staff-jobs.ts';
import { mePages } from './staff-me.ts';
import { tipPages } from './staff-tips.ts';
import { moderationPages } from './staff-moderation.ts';
import type { StaffPage, StaffPageRequest } from './staff-page.ts';
import { keptFormOf, writtenKept } from './kept-form.ts';
import { showStaffLogin } from './staff-login.ts';
import { indexPages } from './staff-index.ts';
import { itemPages } from './staff-items.ts';
import { searchWordsPages } from './staff-search-words.ts';
import { weightsPages } from './staff-weights.ts';
import { recordPages } from './staff-records.ts';
import { regionPages } from './staff-region.ts';
import { workerSession } from './visitor.ts';

/**
 * The pages of staff, each from a file of its own: a line here is all that a page needs to be offered on the front page and
 * in the navigation, to those who may open it.
 */
const staffPages = (deps: PageDeps): readonly StaffPage[] => [
  ...deskPages(deps),
  ...doublesPages(deps),
  ...moderationPages(deps),
  ...tipPages(deps),
  ...regionPages(deps),
  ...importPages(deps),
  ...indexPages(),
  ...searchWordsPages(deps),
  ...weightsPages(deps),
  ...recordPages(deps),
  ...itemPages(deps),
  ...jobsPages(),
  ...auditPages(deps),
  ...accountsPages(deps),
  ...mePages(deps),
];

/** Shows the pages. Whoever has not logged in is led to do so and back; those without the role are told kindly. */
export function staffRoutes(deps: PageDeps): Router {
  const { publicUrl, staffSessions } = deps;
  const pages = staffPages(deps);
  const router = new Router();
  const doorsOf = (worker: Worker) => pages.filter((page) => mayOpen(worker, page));

  const show = (ctx: RouterContext, title: string, main: Page['main']) => {
    showPage(ctx, { ...pageContext(ctx, publicUrl), ownSearch: true, ownTowns: true, title, script: 'staff', main });
    ctx.set('cache-control', 'private, no-store');
  };

  /** Undefined where one has to log in first: then that is where the answer leads. @throws PageProblem without the role */
  function requestOf(ctx: RouterContext, page: Pick<StaffPage, 'role' | 'address'>): StaffPageRequest | undefined {
    const session = workerSession(ctx);
    if (!session) {
      const next = ctx.method === 'POST' ? page.address : ctx.url;
      const kept = keptFormOf(ctx);
      if (kept) showStaffLogin(ctx, deps, { next, kept: writtenKept(kept) }, 401);
      else goOn(ctx, `/staff/login?next=${encodeURIComponent(next)}`);
      return undefined;
    }
    const worker = workerOf(session.account);
    if (!mayOpen(worker, page)) throw new PageProblem('forbidden');
    return { ctx, worker, reader: pageContext(ctx, publicUrl).reader, csrfToken: session.csrfToken };
  }

  router.get('/staff', (ctx) => {
    const request = requestOf(ctx, { role: 'any', address: '/staff' });
    if (!request) return;
    const { reader, worker } = request;
    show(
      ctx,
      reader.t('staff.title'),
      staffFrontPage(reader, worker, {
        doors: doorsOf(worker),
        withoutVoikko: deps.indexer.analysis.morphology !== 'voikko',
      }),
    );
  });

  for (const page of pages) {
    const addresses = [page.address, ...(page.alsoAt ?? [])];
    const showFramed = ({ reader, worker, ctx }: StaffPageRequest, main: Page['main'], note?: StaffNote) => {
      const heading = reader.t(page.name);
      show(ctx, heading, staffPage(reader, { current: page.address, doors: doorsOf(worker), heading, main, note }));
    };

    router.get(addresses, async (ctx) => {
      const request = requestOf(ctx, page);
      if (!request) return;
      const note = LeftNote.safeParse(await staffSessions.takeNote(ctx)).data;
      showFramed(request, await page.main(request), note);
    });

    if (page.act)
      router.post(addresses, readForm, async (ctx) => {
        const request = requestOf(ctx, page);
        if (!request) return;
        try {
          refuseForeignForm(ctx, publicUrl, workerSession(ctx));
          const answer = await page.act?.(request);
          if (!answer) return;
          if ('main' in answer) {
            showFramed(request, answer.main);
            ctx.status = answer.status ?? 200;
            return;
          }
          if (answer.note) await staffSessions.leaveNote(ctx, answer.note);
          goOn(ctx, answer.goTo);
        } catch (error) {
          const { text, status } = told(error, request.reader);
          showFramed(request, await page.main(request), { tone: 'refused', text });
          ctx.status = status;
        }
      });
  }
  return router;
}

const LeftNote = z.object({ tone: z.enum(['done', 'refused']), text: z.string() });

const mayOpen = ({ roles }: Worker, { role }: Pick<StaffPage, 'role'>) => role === 'any' || mayActAs(roles, role);

const workerOf = ({ _id: id, name, roles, serves }: StaffAccount): Worker => ({
  id,
  name,
  roles,
  serves,
  isAdmin: roles.includes('admin'),
});
