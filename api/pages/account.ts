import { Router } from '@koa/router';
import type { Context } from 'koa';
import type { TemplateResult } from 'lit';
import { z } from 'zod';
import { localDate } from '../../domain/local-date.ts';
import type { AccountState, Note } from '../../ui/pages/account/account.ts';
import { feesPage, testPaymentPage } from '../../ui/pages/account/fees.ts';
import { historyPage } from '../../ui/pages/account/history.ts';
import { cancelHoldsPage, holdsPage } from '../../ui/pages/account/holds.ts';
import { loansPage } from '../../ui/pages/account/loans.ts';
import { overviewPage } from '../../ui/pages/account/overview.ts';
import { settingsPage } from '../../ui/pages/account/settings.ts';
import { euros } from '../../ui/refusals.ts';
import { PageProblem } from '../page-problems.ts';
import { pageContext, showPage } from '../show-page.ts';
import { accountActs } from './account-acts.ts';
import { accountFrame, type Reading } from './account-frame.ts';
import { accountViews } from './account-views.ts';
import type { PageDeps } from './deps.ts';
import { recommendedTo } from './recommended.ts';
import { field, fields, goOn, ownPath, readForm, refuseForeignForm, told } from './forms.ts';

/**
 * The patron's own pages. Every form is sent to the page it stands on, brings the session's token, needs no script, and
 * leads back to its page, which then tells what came of it. Nothing between the service and the browser keeps them.
 */
export function accountRoutes(deps: PageDeps): Router {
  const { accounts, circulation, sessions, testPayments, publicUrl } = deps;
  const router = new Router();
  const views = accountViews(deps);
  const acts = accountActs(deps);
  const recommendations = recommendedTo(deps);
  const { reading, show } = accountFrame(deps);

  const page = (address: AccountState['address'], draw: (read: Reading, ctx: Context) => Promise<TemplateResult>) =>
    router.get(address, async (ctx) => {
      const read = await reading(ctx, address);
      if (read) show(ctx, read, await draw(read, ctx));
    });

  page('/account', async ({ state, patron, session }) => {
    const [loans, holds, { debtCents }, account, messages] = await Promise.all([
      views.loans(patron),
      views.holds(patron),
      circulation.borrower(patron),
      accounts.find(patron),
      patron === session.account._id ? deps.moderation.messagesTo(patron) : [],
    ]);
    const name = (account?.name ?? session.account.name).split(' ')[0] ?? '';
    const wanted = state.card === undefined && session.account.settings.recommendations !== false;
    const atHome = [...loans, ...holds].flatMap(({ work }) => work.id ?? []);
    const recommended = wanted ? await recommendations.forPatron(patron, atHome) : undefined;
    return overviewPage(state, {
      name,
      loans,
      holds,
      debtCents,
      unread: messages.filter(({ read }) => !read).length,
      recommended,
    });
  });
  page('/account/loans', async ({ state, patron }) => loansPage(state, await views.loans(patron)));
  page('/account/holds', async ({ state, patron }) =>
    holdsPage(state, await views.holds(patron), {
      today: localDate(new Date()),
      ended: await views.endedInVain(patron),
    }),
  );
  page('/account/fees', async ({ state, patron }, ctx) => {
    const payment = [ctx.query['payment']].flat().at(-1);
    const note = payment === undefined ? state.note : await paymentNote(state, patron, payment);
    return feesPage({ ...state, note }, await views.fees(patron));
  });
  page('/account/history', async ({ state, session: { account } }) =>
    historyPage(state, { keeps: account.settings.keepsHistory, past: await views.past(account._id) }),
  );
  page('/account/settings', async ({ state, session: { account } }) => {
    const { name, cardNumber, municipality, contact, settings, calendarKey } = account;
    const calendarUrl = calendarKey && `${publicUrl}/feeds/loans/${calendarKey}.ics`;
    return settingsPage(state, {
      ...settings,
      recommendations: settings.recommendations !== false,
      pickupBranch: settings.pickupBranch,
      name,
      cardNumber,
      municipality,
      contact,
      calendarUrl,
    });
  });

  /** What has come of a payment that the patron comes back from. */
  async function paymentNote(
    { reader: { t, locale } }: AccountState,
    patron: string,
    id: string,
  ): Promise<Note | undefined> {
    const payment = await circulation.payments.paymentState(patron, id).catch(() => undefined);
    if (!payment) return undefined;
    const text = t(`account.fees.${payment.state}`, { sum: euros(payment.cents, locale) });
    return { tone: payment.state === 'paid' ? 'done' : 'refused', text, about: {} };
  }

  for (const part of ['loans', 'holds', 'fees', 'history', 'settings'] as const) {
    const address = `/account/${part}` as const;
    router.post(address, readForm, async (ctx) => {
      const read = await reading(ctx, address);
      if (!read) return;
      const { session, patron, state } = read;
      const { reader, card } = state;
      const back = card === undefined ? address : `${address}?card=${encodeURIComponent(card)}`;
      try {
        refuseForeignForm(ctx, publicUrl, session);
        const cancelled = part === 'holds' && field(ctx, 'confirmed') === '' ? toBeCancelled(ctx) : [];
        if (cancelled.length > 0) {
          const holds = (await views.holds(patron)).filter(({ id }) => cancelled.includes(id));
          if (holds.length > 0) return show(ctx, read, cancelHoldsPage(state, holds));
        }
        const came = await acts[part]({ ctx, reader, account: session.account, patron });
        if (came && 'goTo' in came) return goOn(ctx, ownPath(came.goTo.replace(publicUrl, '')) ?? came.goTo);
        if (came) await sessions.leaveNote(ctx, came);
      } catch (error) {
        const text = error instanceof z.ZodError ? reader.t('account.invalid') : told(error, reader).text;
        await sessions.leaveNote(ctx, { tone: 'refused', text, about: {} } satisfies Note);
      }
      goOn(ctx, back);
    });
  }

  router.get('/test-payments/:id', async (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const { reader } = context;
    const payment = await testPayments.find(ctx.params['id'] ?? '');
    if (payment?.outcome !== 'open') throw new PageProblem('missing');
    const main = testPaymentPage(reader, payment);
    showPage(ctx, { ...context, title: reader.t('account.testPay.title'), script: 'account', main });
    ctx.set('cache-control', 'no-store');
  });
  router.post('/test-payments/:id', readForm, async (ctx) => {
    refuseForeignForm(ctx, publicUrl);
    const id = ctx.params['id'] ?? '';
    const payment = await testPayments.find(id);
    if (!payment) throw new PageProblem('missing');
    await testPayments.decide(id, field(ctx, 'outcome') === 'paid' ? 'paid' : 'failed');
    const back = new URL(payment.returnTo, publicUrl);
    back.searchParams.set('payment', id);
    goOn(ctx, `${back.pathname}${back.search}`);
  });

  return router;
}

/** Holds that a form wants to cancel, which is asked once more. */
const toBeCancelled = (ctx: Context): string[] =>
  field(ctx, 'cancel') !== '' ? [field(ctx, 'cancel')] : field(ctx, 'bulk') === 'cancel' ? fields(ctx, 'ids') : [];
