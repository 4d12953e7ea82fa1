import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { CardNumber, Code, Pin, type PatronAccount } from '../../domain/accounts/schema.ts';
import { LocalDate } from '../../domain/local-date.ts';
import { keptFormPage, type KeptForm } from '../../ui/pages/kept-form-page.ts';
import { codePage, type CodeState, type LoginState } from '../../ui/pages/login-page.ts';
import { SessionsAway, type Session } from '../sessions.ts';
import { pageContext, showPage } from '../show-page.ts';
import type { PageDeps } from './deps.ts';
import { cameFrom, field, goOn, ownPath, readForm, refuseForeignForm, told } from './forms.ts';
import { readKept } from './kept-form.ts';
import { readLogin, showLogin } from './log-in-first.ts';
import { visitorOf } from './visitor.ts';

/**
 * Logging in and out by forms that need no scripts. `?next=` leads to a page of ours afterwards; where it is not given,
 * that is the one the reader came from.
 */
export function loginRoutes({
  accounts,
  sessions,
  publicUrl,
}: Pick<PageDeps, 'accounts' | 'sessions' | 'publicUrl'>): Router {
  const router = new Router();

  const showCode = (ctx: Context, state: Omit<CodeState, 'reader'>, status = 200) => {
    const context = pageContext(ctx, publicUrl);
    const title = context.reader.t(state.purpose === 'pin-reset' ? 'login.resetTitle' : 'login.webAccountTitle');
    showPage(ctx, { ...context, title, script: 'account', main: codePage({ ...state, reader: context.reader }) });
    ctx.set('cache-control', 'no-store');
    ctx.status = status;
  };
  /** Begins a session and leads on, or says why not. */
  async function attempt(
    ctx: Context,
    prove: () => Promise<PatronAccount>,
    refused: (text: string, status: number) => void,
  ) {
    const { reader } = pageContext(ctx, publicUrl);
    try {
      refuseForeignForm(ctx, publicUrl);
      await sessions.refuseWhenAway();
      const session = await sessions.begin(ctx, await prove());
      const kept = readKept(field(ctx, 'kept'));
      if (kept) return showKept(ctx, kept, session);
      goOn(ctx, ownPath(field(ctx, 'next')) ?? '/account');
    } catch (error) {
      const { text, status } = whyNot(error, reader);
      refused(text, status);
    }
  }

  /** What was written before is sent by whoever has written it, with the token of the session that has just begun. */
  function showKept(ctx: Context, kept: KeptForm, session: Session): void {
    ctx.state['visitor'] = session;
    const context = pageContext(ctx, publicUrl);
    const main = keptFormPage(context.reader, kept, session.csrfToken);
    showPage(ctx, { ...context, title: context.reader.t('kept.title'), script: 'account', main });
    ctx.set('cache-control', 'no-store');
  }

  router.get('/login', (ctx) => {
    const next = ownPath(asked(ctx, 'next')) ?? cameFrom(ctx);
    if (visitorOf(ctx)) return goOn(ctx, next ?? '/account');
    const { reader } = pageContext(ctx, publicUrl);
    const done =
      asked(ctx, 'deleted') !== undefined
        ? reader.t('account.settings.deleted')
        : asked(ctx, 'out') !== undefined
          ? reader.t('login.loggedOut')
          : undefined;
    showLogin(ctx, publicUrl, { next, done });
  });

  router.post('/login', readLogin, async (ctx) => {
    const [cardNumber, next] = [field(ctx, 'cardNumber').replaceAll(' ', ''), ownPath(field(ctx, 'next'))];
    const prove = async () => {
      const device = await sessions.knownDevice(ctx, cardNumber);
      const pin = field(ctx, 'pin').slice(0, 100);
      const account = await accounts.logIn({ cardNumber: cardNumber.slice(0, 100), pin, address: ctx.ip, device });
      await sessions.rememberDevice(ctx, cardNumber);
      return account;
    };
    await attempt(ctx, prove, (refused, status) => {
      const kept = field(ctx, 'kept') || undefined;
      showLogin(ctx, publicUrl, { next, cardNumber, refused, kept }, status);
    });
  });

  router.get('/login/code', (ctx) => {
    showCode(ctx, { purpose: purposeOf(asked(ctx, 'purpose')), next: ownPath(asked(ctx, 'next')), sent: false });
  });

  router.post('/login/code', readForm, async (ctx) => {
    const { reader } = pageContext(ctx, publicUrl);
    const purpose = purposeOf(field(ctx, 'purpose'));
    const next = ownPath(field(ctx, 'next'));
    const given = { cardNumber: field(ctx, 'cardNumber').replaceAll(' ', ''), birthDate: field(ctx, 'birthDate') };
    try {
      refuseForeignForm(ctx, publicUrl);
      await sessions.refuseWhenAway();
      const wish = z.object({ cardNumber: CardNumber, birthDate: LocalDate }).parse(given);
      await accounts.requestCode({ ...wish, purpose, address: ctx.ip });
      showCode(ctx, { purpose, next, sent: true, cardNumber: given.cardNumber });
    } catch (error) {
      const { text: refused, status } = whyNot(error, reader);
      showCode(ctx, { purpose, next, sent: false, ...given, refused }, status);
    }
  });

  router.post('/login/pin', readForm, async (ctx) => {
    const purpose = purposeOf(field(ctx, 'purpose'));
    const cardNumber = field(ctx, 'cardNumber').replaceAll(' ', '');
    const prove = () => {
      const wish = z.object({ cardNumber: CardNumber, code: z.string().min(1).max(20), pin: Pin });
      const given = wish.parse({ cardNumber, code: field(ctx, 'code'), pin: field(ctx, 'pin') });
      return accounts.redeemCode({ ...given, address: ctx.ip });
    };
    await attempt(ctx, prove, (refused, status) =>
      showCode(ctx, { purpose, next: ownPath(field(ctx, 'next')), sent: true, cardNumber, refused }, status),
    );
  });

  router.post('/logout', readForm, async (ctx) => {
    const session = visitorOf(ctx);
    if (session) {
      refuseForeignForm(ctx, publicUrl, session);
      if (field(ctx, 'everywhere') !== '') await accounts.logOutEverywhere(session.account._id);
    }
    await sessions.end(ctx);
    goOn(ctx, '/login?out');
  });

  return router;
}

function whyNot(error: unknown, reader: LoginState['reader']): { text: string; status: number } {
  if (error instanceof z.ZodError) return { text: reader.t('login.invalid'), status: 400 };
  if (error instanceof SessionsAway) return { text: reader.t('login.away'), status: 503 };
  return told(error, reader);
}

const asked = (ctx: Context, name: string): string | undefined => [ctx.query[name]].flat().at(-1);

const purposeOf = (name: string | undefined) => Code.shape.purpose.catch('web-account').parse(name);
