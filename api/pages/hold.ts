import { Router } from '@koa/router';
import type { Context } from 'koa';
import { branchById, branches } from '../../config/region/branches.ts';
import { recordTarget, workTarget } from '../../domain/catalogue/copies.ts';
import { LocalDate, localDate } from '../../domain/local-date.ts';
import { holdAddress, holdPage, type HoldState } from '../../ui/pages/hold-page.ts';
import { refusalText } from '../../ui/refusals.ts';
import { PageProblem } from '../page-problems.ts';
import { pageContext, showPage } from '../show-page.ts';
import type { PageDeps } from './deps.ts';
import { field, goOn, readForm, refuseForeignForm, told } from './forms.ts';
import { logInFirst } from './log-in-first.ts';
import { visitorOf } from './visitor.ts';

/** Placing a hold on a work, by a page that needs no scripts; where there are some, the page of the work shows it in a dialog. */
export function holdRoutes({ accounts, catalogue, circulation, consortium, publicUrl }: PageDeps): Router {
  const router = new Router();

  /** Undefined where one has to log in first: then that is where the answer leads, and back here afterwards. */
  async function holding(ctx: Context): Promise<(HoldState & { patron: string }) | undefined> {
    const work = await catalogue.workDetail(ctx.params['id'] ?? '');
    if (!work) throw new PageProblem('missing');
    const session = visitorOf(ctx);
    if (!session) {
      const search = ctx.method === 'GET' ? ctx.search : '';
      logInFirst(ctx, `${holdAddress(work.id)}${search}`, publicUrl);
      return undefined;
    }
    const { account, csrfToken } = session;
    const { reader, own } = pageContext(ctx, publicUrl);
    const asked = (name: string) =>
      (ctx.method === 'POST' ? field(ctx, name) : [ctx.query[name]].flat().at(-1)) || undefined;
    const given = asked('card');
    const card = given !== undefined && given !== account._id && (await accounts.mayActFor(account._id, given)) ? given : undefined; // prettier-ignore
    const children = (await Promise.all(account.children.map((id) => accounts.find(id)))).flatMap((one) =>
      one ? [{ id: one._id, name: one.name, municipality: one.municipality }] : [],
    );
    const municipality = children.find(({ id }) => id === card)?.municipality ?? account.municipality;
    const today = localDate(new Date());
    const { live, starts } = await consortium.begun('placeHold', municipality, today);
    const usual = [asked('pickupBranch'), account.settings.pickupBranch, own].find((id) => id !== undefined && branchById(id)); // prettier-ignore
    return {
      patron: card ?? account._id,
      reader,
      work,
      today,
      children,
      card,
      visitor: { name: account.name, csrfToken },
      pickupBranch: usual ?? branches.find((one) => one.municipality === municipality)?.id,
      record: asked('record'),
      waiting: live ? undefined : refusalText(reader, 'self-service-not-started', { municipality, starts }),
    };
  }

  function show(ctx: Context, state: HoldState, status = 200): void {
    const { reader, work } = state;
    const title = reader.t('hold.title', { title: work.title });
    showPage(ctx, { ...pageContext(ctx, publicUrl), title, script: 'account', main: holdPage(state) });
    ctx.set('cache-control', 'no-store');
    ctx.status = status;
  }

  router.get('/works/:id/hold', async (ctx) => {
    const state = await holding(ctx);
    if (!state) return;
    const id = [ctx.query['placed']].flat().at(-1);
    const views = id === undefined ? [] : await circulation.holds.ofPatron(state.patron);
    show(ctx, { ...state, placed: views.find((one) => one.id === id), undone: ctx.query['undone'] !== undefined });
  });

  router.post('/works/:id/hold', readForm, async (ctx) => {
    const state = await holding(ctx);
    const session = visitorOf(ctx);
    if (!state || !session) return;
    const { patron, work, reader, card, record, pickupBranch = '' } = state;
    const to = (query: string) => goOn(ctx, `${holdAddress(work.id)}?${query}${card === undefined ? '' : `&card=${encodeURIComponent(card)}`}`); // prettier-ignore
    try {
      refuseForeignForm(ctx, publicUrl, session);
      if (field(ctx, 'do') === 'undo') {
        await circulation.holds.cancel(patron, field(ctx, 'hold'));
        return to('undone');
      }
      const target = record === undefined ? workTarget(work.id) : recordTarget(record);
      const notNeededAfter = LocalDate.optional()
        .catch(undefined)
        .parse(field(ctx, 'notNeededAfter') || undefined);
      const { id } = await circulation.holds.place(patron, { target, pickupBranch, notNeededAfter });
      to(`placed=${encodeURIComponent(id)}`);
    } catch (error) {
      const { text, status } = told(error, reader);
      show(ctx, { ...state, refused: text }, status);
    }
  });

  return router;
}
