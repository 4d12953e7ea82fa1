import type { Context } from 'koa';
import type { PatronAccount } from '../domain/accounts/schema.ts';
import type { Author } from '../domain/moderation/admission.ts';
import { sessionIn, sessionOf } from './guards.ts';

/** Who writes, from their account: staff write for the municipality they serve. */
export function authorOf({ _id: patron, municipality, serves, roles }: PatronAccount): Author {
  const isStaff = roles.some((role) => role !== 'patron');
  return { patron, municipality: (isStaff && serves) || municipality, isStaff };
}

/** Of a request that a guard has let through. */
export const authorIn = (ctx: Context): Author => authorOf(sessionOf(ctx).account);
export const readerIn = (ctx: Context): string | undefined => sessionIn(ctx)?.account._id;
