import type { Context } from 'koa';
import type { PatronAccount } from '../domain/accounts/schema.ts';
import type { Author } from '../domain/moderation/admission.ts';
import { sessionIn, sessionOf, staffSessionIn } from './guards.ts';
import { problem } from './problems.ts';

/** Who writes, from the account of their card. */
export const authorOf = ({ _id: patron, municipality }: PatronAccount): Author => ({
  patron,
  municipality,
  isStaff: false,
});

/** Of a request that a guard has let through; staff write for the municipality they work for. @throws problem `not-allowed` where they work for none */
export function authorIn(ctx: Context): Author {
  const staff = staffSessionIn(ctx)?.account;
  if (!staff) return authorOf(sessionOf(ctx).account);
  if (staff.serves === undefined) throw problem('not-allowed');
  return { patron: staff._id, municipality: staff.serves, isStaff: true };
}
export const readerIn = (ctx: Context): string | undefined => (sessionIn(ctx) ?? staffSessionIn(ctx))?.account._id;
