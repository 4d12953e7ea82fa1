import { Router } from '@koa/router';
import { generate } from 'lean-qr';
import { toSvgSource } from 'lean-qr/extras/svg';
import type { Context } from 'koa';
import { totpAddress } from '../../domain/staff/one-time-codes.ts';
import { StaffRefusal } from '../../domain/staff/problems.ts';
import type { StaffAccount } from '../../domain/staff/schema.ts';
import { enrolledPage, invitationPage, staffLoginPage, type StaffLoginState } from '../../ui/pages/staff-login-page.ts';
import type { Page } from '../../ui/render.ts';
import { keptFormPage, type KeptForm } from '../../ui/pages/kept-form-page.ts';
import { SessionsAway, type StaffSession } from '../sessions.ts';
import { pageContext, showPage } from '../show-page.ts';
import type { StaffProvider } from '../staff-provider.ts';
import type { PageDeps } from './deps.ts';
import { field, goOn, ownPath, readForm, refuseForeignForm, told } from './forms.ts';
import { readKept, writtenKept } from './kept-form.ts';
import { readLogin } from './log-in-first.ts';
import { workerSession } from './visitor.ts';

type Deps = Pick<PageDeps, 'staff' | 'staffSessions' | 'audit' | 'publicUrl' | 'staffProvider'>;

/** The log-in page of staff, as it stands and why. */
export function showStaffLogin(
  ctx: Context,
  { publicUrl, staffProvider }: Pick<PageDeps, 'publicUrl' | 'staffProvider'>,
  state: Omit<StaffLoginState, 'provider'>,
  status = 200,
): void {
  const { reader } = pageContext(ctx, publicUrl);
  const main = staffLoginPage(reader, { ...state, provider: staffProvider?.name });
  showIn(publicUrl)(ctx, reader.t('staffLogin.title'), main, status);
}

const showIn =
  (publicUrl: string) =>
  (ctx: Context, title: Page['title'], main: Page['main'], status = 200) => {
    showPage(ctx, { ...pageContext(ctx, publicUrl), ownSearch: true, ownTowns: true, title, script: 'staff', main });
    ctx.set('cache-control', 'no-store');
    ctx.status = status;
  };

/**
 * Logging in and out as staff, and following an invitation, by forms that need no scripts. A patron's session counts for
 * nothing here, nor this one for a patron.
 */
export function staffLoginRoutes(deps: Deps): Router {
  const { staff, staffSessions, audit, publicUrl, staffProvider } = deps;
  const router = new Router({ prefix: '/staff' });

  const show = showIn(publicUrl);
  const showLogin = (ctx: Context, state: Omit<StaffLoginState, 'provider'>, status = 200) =>
    showStaffLogin(ctx, deps, state, status);
  const whyNot = (error: unknown, ctx: Context) => {
    const { reader } = pageContext(ctx, publicUrl);
    return error instanceof SessionsAway ? { text: reader.t('login.away'), status: 503 } : told(error, reader);
  };
  async function begin(ctx: Context, account: StaffAccount, way: 'app' | 'recoveryCode' | 'invitation' | 'provider') {
    await audit.note({ act: 'staffLoggedIn', by: account._id, subject: `staff:${account._id}`, after: { way } });
    return staffSessions.begin(ctx, account);
  }
  /** What was written before is sent by whoever has written it, with the token of the session that has just begun. */
  function showKept(ctx: Context, kept: KeptForm, session: StaffSession): void {
    ctx.state['worker'] = session;
    const { reader } = pageContext(ctx, publicUrl);
    show(ctx, reader.t('kept.title'), keptFormPage(reader, kept, session.csrfToken));
  }

  router.get('/login', (ctx) => {
    const next = ownPath([ctx.query['next']].flat().at(-1));
    if (workerSession(ctx)) return goOn(ctx, next ?? '/staff');
    const done = ctx.query['out'] === undefined ? undefined : pageContext(ctx, publicUrl).reader.t('login.loggedOut');
    showLogin(ctx, { next, done });
  });

  router.post('/login', readLogin, async (ctx) => {
    const [email, next] = [field(ctx, 'email').slice(0, 254), ownPath(field(ctx, 'next'))];
    const kept = readKept(field(ctx, 'kept'));
    try {
      refuseForeignForm(ctx, publicUrl);
      await staffSessions.refuseWhenAway();
      const device = await staffSessions.knownDevice(ctx, email.toLowerCase());
      const [password, code] = [field(ctx, 'password').slice(0, 500), field(ctx, 'code').slice(0, 50)];
      const { account, byRecoveryCode } = await staff.logIn({ email, password, code, address: ctx.ip, device });
      await staffSessions.rememberDevice(ctx, account.email);
      const session = await begin(ctx, account, byRecoveryCode ? 'recoveryCode' : 'app');
      if (kept) return showKept(ctx, kept, session);
      goOn(ctx, next ?? '/staff');
    } catch (error) {
      const { text: refused, status } = whyNot(error, ctx);
      showLogin(ctx, { next, email, refused, kept: kept && writtenKept(kept) }, status);
    }
  });

  router.post('/logout', readForm, async (ctx) => {
    const session = workerSession(ctx);
    if (session) refuseForeignForm(ctx, publicUrl, session);
    await staffSessions.end(ctx);
    goOn(ctx, '/staff/login?out');
  });

  /** @throws StaffRefusal `invitation-over` */
  async function showInvitation(
    ctx: Context,
    token: string,
    { text: refused, at, status = 200 }: Partial<Refused> = {},
  ) {
    const { reader } = pageContext(ctx, publicUrl);
    const { account: { name, email }, totpSecret } = await staff.invited(token); // prettier-ignore
    const code = generate(totpAddress(totpSecret, { issuer: reader.t('site.name'), email }));
    const qrSvg = toSvgSource(code, { on: '#000', off: '#fff', padX: 4, padY: 4, width: 200, height: 200 });
    const main = invitationPage(reader, { token, name, email, qrSvg, totpSecret, refused, at });
    show(ctx, reader.t('staffInvitation.title'), main, status);
  }

  router.get('/invitation/:token', async (ctx) => {
    await showInvitation(ctx, ctx.params['token'] ?? '').catch((error: unknown) => {
      const { text: refused, status } = whyNot(error, ctx);
      showLogin(ctx, { next: undefined, refused }, status);
    });
  });

  router.post('/invitation/:token', readForm, async (ctx) => {
    const token = ctx.params['token'] ?? '';
    try {
      refuseForeignForm(ctx, publicUrl);
      await staffSessions.refuseWhenAway();
      const wish = { token, password: field(ctx, 'password').slice(0, 500), code: field(ctx, 'code').slice(0, 50) };
      const { account, recoveryCodes } = await staff.enrol({ ...wish, address: ctx.ip });
      await begin(ctx, account, 'invitation');
      const { reader } = pageContext(ctx, publicUrl);
      show(ctx, reader.t('staffInvitation.done'), enrolledPage(reader, recoveryCodes));
    } catch (error) {
      const { text: refused, status } = whyNot(error, ctx);
      const why = { text: refused, status, at: fieldToBlame(error) };
      await showInvitation(ctx, token, why).catch(() => showLogin(ctx, { next: undefined, refused }, status));
    }
  });

  if (staffProvider) useProvider(router, { ...deps, staffProvider, begin, showLogin, whyNot });
  return router;
}

interface Refused {
  readonly text: string;
  readonly status: number;
  readonly at: 'password' | 'code' | undefined;
}

const fieldToBlame = (error: unknown): Refused['at'] =>
  !(error instanceof StaffRefusal)
    ? undefined
    : error.reason === 'code-wrong'
      ? 'code'
      : error.reason.startsWith('password-')
        ? 'password'
        : undefined;

/** Logging in with the word of another house: there, and back with its answer. */
function useProvider(
  router: Router,
  { staff, staffProvider, publicUrl, begin, showLogin, whyNot }: Deps & {
    readonly staffProvider: StaffProvider;
    begin(ctx: Context, account: StaffAccount, way: 'provider'): Promise<StaffSession>;
    showLogin(ctx: Context, state: Omit<StaffLoginState, 'provider'>, status: number): void;
    whyNot(error: unknown, ctx: Context): { text: string; status: number };
  }, // prettier-ignore
): void {
  router.post('/login/provider', readForm, async (ctx) => {
    const next = ownPath(field(ctx, 'next'));
    try {
      refuseForeignForm(ctx, publicUrl);
      goOn(ctx, await staffProvider.leave(ctx, { next }));
    } catch (error) {
      const { text: refused, status } = whyNot(error, ctx);
      showLogin(ctx, { next, refused }, status);
    }
  });

  router.get('/login/callback', async (ctx) => {
    try {
      const { person, next } = await staffProvider.comeBack(ctx);
      await begin(ctx, await staff.vouched(person), 'provider');
      goOn(ctx, ownPath(next) ?? '/staff');
    } catch (error) {
      const { text: refused, status } = whyNot(error, ctx);
      showLogin(ctx, { next: undefined, refused }, status);
    }
  });
}
