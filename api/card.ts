import type { Context } from 'koa';
import { z } from 'zod';
import type { Accounts } from '../domain/accounts/service.ts';
import { sessionOf } from './guards.ts';
import { problem } from './problems.ts';

export const CardQuery = z.strictObject({
  /** The linked child to act for; the account itself where absent. */
  card: z.string().max(100).optional(),
});

/** Whose card a request is about: one's own, or that of a child linked to it. */
export async function cardOf(
  ctx: Context,
  { card }: z.infer<typeof CardQuery>,
  accounts: Pick<Accounts, 'mayActFor'>,
): Promise<string> {
  const { _id: own } = sessionOf(ctx).account;
  if (card === undefined) return own;
  if (!(await accounts.mayActFor(own, card))) throw problem('not-allowed');
  return card;
}
