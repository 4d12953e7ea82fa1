import { bodyParser } from '@koa/bodyparser';
import type { Context } from 'koa';
import { loginPage, type LoginState } from '../../ui/pages/login-page.ts';
import { pageContext, showPage } from '../show-page.ts';
import { goOn } from './forms.ts';
import { keptFormOf, writtenKept } from './kept-form.ts';

/** Reads a log-in, with room for a form that is sent afterwards, however many of its letters are written with per cent. */
export const readLogin = bodyParser({ enableTypes: ['form'], formLimit: '512kb' });

export function showLogin(ctx: Context, publicUrl: string, state: Omit<LoginState, 'reader'>, status = 200): void {
  const context = pageContext(ctx, publicUrl);
  const title = context.reader.t('login.title');
  showPage(ctx, { ...context, title, script: 'account', main: loginPage({ ...state, reader: context.reader }) });
  ctx.set('cache-control', 'no-store');
  ctx.status = status;
}

/**
 * Leads whoever has not logged in, or is so no more, to do so, and back to `next`. What they have written in a form comes along, to
 * be sent afterwards: nobody writes a review twice because it took them an hour.
 */
export function logInFirst(ctx: Context, next: string, publicUrl: string): void {
  const kept = keptFormOf(ctx);
  if (kept) return showLogin(ctx, publicUrl, { next, kept: writtenKept(kept) }, 401);
  goOn(ctx, `/login?next=${encodeURIComponent(next)}`);
}
