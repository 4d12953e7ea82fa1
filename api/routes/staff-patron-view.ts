import { z } from 'zod';
import { Contact, isBlocked, PatronAccount } from '../../domain/accounts/schema.ts';
import type { Accounts } from '../../domain/accounts/service.ts';
import { openCents } from '../../domain/circulation/decisions/debt.ts';
import { feeKinds } from '../../domain/circulation/schema.ts';
import type { Circulation } from '../../domain/circulation/service.ts';
import { LocalDate, localDate } from '../../domain/local-date.ts';

/** A patron among several: as much as tells them apart. */
export const FoundPatron = z.object({ id: z.string(), name: z.string(), municipality: z.string(), birthDate: LocalDate.optional(), cardState: PatronAccount.shape.cardState }); // prettier-ignore

export const foundPatron = ({ _id: id, name, municipality, birthDate, cardState }: PatronAccount): z.infer<typeof FoundPatron> => ({ id, name, municipality, birthDate, cardState }); // prettier-ignore

const Person = z.object({ id: z.string(), name: z.string() });

/** A patron as staff see them. */
export const StaffPatron = z.object({
  id: z.string(),
  name: z.string(),
  cardNumber: z.string().optional(),
  cardState: PatronAccount.shape.cardState,
  municipality: z.string(),
  birthDate: LocalDate.optional(),
  contact: Contact,
  guardians: z.array(Person),
  children: z.array(Person),
  /** Why nothing is lent to the card now. */
  blocks: z.array(z.enum(['blocked', 'card-blocked', 'debt-limit-reached', 'loan-limit-reached'])),
  /** What staff have blocked it for, and the last day of that; staff lift it where there is none. */
  block: z.object({ reason: z.string(), since: LocalDate, until: LocalDate.optional() }).optional(),
  debtCents: z.int(),
  /** What late loans have come to so far. */
  accruedCents: z.int(),
  loans: z.array(
    z.object({
      id: z.string(),
      itemId: z.string(),
      title: z.string(),
      dueOn: LocalDate,
      renewals: z.int(),
      accruedCents: z.int(),
    }),
  ),
  holds: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.enum(['queued', 'inTransit', 'ready']),
      pickupBranch: z.string(),
      position: z.int().optional(),
      pickupNumber: z.int().optional(),
      pickupBy: LocalDate.optional(),
    }),
  ),
  /** Those that are not paid or waived whole. */
  fees: z.array(
    z.object({ id: z.string(), kind: z.enum(feeKinds), title: z.string().optional(), cents: z.int(), openCents: z.int(), on: LocalDate }), // prettier-ignore
  ),
});
export type StaffPatron = z.infer<typeof StaffPatron>;

export async function staffPatronView(
  { accounts, circulation }: { accounts: Accounts; circulation: Circulation },
  account: PatronAccount,
): Promise<StaffPatron> {
  const { _id: id, name, cardNumber, cardState, municipality, birthDate, contact } = account;
  const [{ debtCents, fees }, loans, holds, rules] = await Promise.all([
    circulation.borrower(id),
    circulation.loans.ofPatron(id),
    circulation.holds.ofPatron(id),
    circulation.rules.on(localDate(new Date())),
  ]);
  const [titles, guardians, children] = await Promise.all([
    circulation.desk.titles([...holds, ...fees].flatMap(({ record }) => record ?? [])),
    people(accounts, account.guardians),
    people(accounts, account.children),
  ]);
  const { debtLimitCents, loanLimit } = rules.patrons;
  const block = isBlocked(account, rules.on) ? account.block : undefined;
  return {
    id,
    name,
    cardNumber,
    cardState,
    municipality,
    birthDate,
    contact,
    guardians,
    children,
    block: block && { reason: block.reason, since: block.since, until: block.until },
    blocks: [
      ...(block ? (['blocked'] as const) : []),
      ...(cardState === 'valid' ? [] : (['card-blocked'] as const)),
      ...(debtCents >= debtLimitCents ? (['debt-limit-reached'] as const) : []),
      ...(loans.length >= loanLimit ? (['loan-limit-reached'] as const) : []),
    ],
    debtCents,
    accruedCents: loans.reduce((sum, { accruedCents }) => sum + accruedCents, 0),
    loans: loans
      .map(({ id, itemId, title, dueOn, renewals, accruedCents }) => ({
        id,
        itemId,
        title,
        dueOn,
        renewals,
        accruedCents,
      })) // prettier-ignore
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
    holds: holds.map(({ id, record, state, pickupBranch, position, pickupNumber, pickupBy }) => ({
      id,
      title: titles.get(record ?? '') ?? '',
      state,
      pickupBranch,
      position,
      pickupNumber,
      pickupBy,
    })),
    fees: fees
      .map((fee) => ({
        id: fee.id,
        kind: fee.kind,
        title: titles.get(fee.record ?? ''),
        cents: fee.cents,
        openCents: openCents(fee),
        on: fee.on,
      })) // prettier-ignore
      .filter((fee) => fee.openCents > 0),
  };
}

async function people(accounts: Accounts, ids: readonly string[]) {
  const found = await Promise.all(ids.map((id) => accounts.find(id)));
  return found.flatMap((one) => (one && !one.deletedAt ? [{ id: one._id, name: one.name }] : []));
}
