import { branchById } from '../../config/region/branches.ts';
import type { Audit } from '../audit/service.ts';
import type { Copies, Copy } from '../catalogue/copies.ts';
import type { PatronAct } from '../consortium/acts.ts';
import { municipalityOfBranch } from '../consortium/distance.ts';
import type { Count } from '../statistics/schema.ts';
import type { Consortium } from '../consortium/service.ts';
import { localDate, type LocalDate } from '../local-date.ts';
import { inOrder, type QueuedHold } from './decisions/hold-queue.ts';
import { overdueCents } from './decisions/overdue.ts';
import { refuse } from './refusal.ts';
import type { CirculationRepository } from './repository.ts';
import type { Rules } from './rules/rule-for.ts';
import type { RuleBook } from './rules/service.ts';
import type { Borrower } from './schema.ts';

export type Actor = 'patron' | 'staff';

/** What circulation must know of a patron; accounts tell. */
export interface Patron {
  readonly id: string;
  readonly municipality: string;
  readonly keepsHistory: boolean;
  /** Nothing is lent or held on a card that was reported lost or closed. */
  readonly cardBlocked: boolean;
}
export interface Patrons {
  find(id: string): Promise<Patron | undefined>;
}

export type PaymentOutcome = 'open' | 'paid' | 'failed';

/** Where fees are paid. It alone sees cards and accounts; we hear what came of a payment. */
export interface PaymentProvider {
  /** Whether patrons can pay here at all; where not, they pay at a desk. */
  readonly isOpen: boolean;
  /**
   * Gives the address where the patron pays, and from where `returnTo`, an absolute address, leads back. Beginning again with the
   * same id is the same payment.
   */
  begin(payment: { id: string; cents: number; returnTo: string }): Promise<{ url: string }>;
  /** `open` also for a payment it has not heard of yet. */
  outcome(id: string): Promise<PaymentOutcome>;
  /** Sees to it that an open payment, begun or not, will never be made; tells what came of it in the end. */
  close(id: string): Promise<Exclude<PaymentOutcome, 'open'>>;
}

export interface CirculationDeps {
  readonly repository: CirculationRepository;
  readonly copies: Copies;
  readonly rules: RuleBook;
  readonly consortium: Consortium;
  readonly patrons: Patrons;
  readonly payments: PaymentProvider;
  /** Where what the service does by itself stands. */
  readonly audit?: Pick<Audit, 'note'> | undefined;
  /** Told of what is done, for statistics. */
  readonly count?: Count | undefined;
  readonly newId: () => string;
  readonly now: () => Date;
}

export const today = ({ now }: Pick<CirculationDeps, 'now'>): LocalDate => localDate(now());
export const rulesToday = (deps: CirculationDeps): Promise<Rules> => deps.rules.on(today(deps));

/** Others at the same copies and patrons make one decide again; more often than this is no accident. */
export const mostAttempts = 500;

/** Does what `attempt` says until it comes to something. */
export async function untilDone<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let attempts = 0; attempts < mostAttempts; attempts += 1) {
    const done = await attempt();
    if (done !== undefined) return done;
  }
  throw new Error('Others are at the same copies or patrons all the time');
}

/**
 * Read, decide, compare-and-swap on a borrower. `decide` gives the borrower as it was, where nothing is to change. Where
 * `known` is how it was read last, that is tried first.
 */
export function amend(
  { repository }: Pick<CirculationDeps, 'repository'>,
  patron: string | Borrower,
  decide: (borrower: Borrower) => Borrower,
): Promise<Borrower> {
  let known = typeof patron === 'string' ? undefined : patron;
  const id = typeof patron === 'string' ? patron : patron._id;
  return untilDone(async () => {
    const before = known ?? (await repository.borrower(id));
    known = undefined;
    const next = decide(before);
    return next === before ? before : repository.swap(before, next);
  });
}

/** Who waits for any of these copies, in order. */
export async function queueFor(
  { repository }: Pick<CirculationDeps, 'repository'>,
  copies: readonly Copy[],
): Promise<QueuedHold[]> {
  const targets = new Set(copies.flatMap((copy) => copy.targets));
  const holders = targets.size === 0 ? [] : await repository.holdersOf([...targets]);
  return inOrder(
    holders.flatMap(({ _id: patron, holds }) =>
      holds.filter((hold) => targets.has(hold.target)).map((hold) => ({ patron, hold })),
    ),
  );
}

/** @throws Refusal where there is no such patron, or the card must not be used */
export async function patronInGoodStanding({ patrons }: Pick<CirculationDeps, 'patrons'>, id: string): Promise<Patron> {
  const patron = await patrons.find(id);
  if (!patron) throw refuse('patron-not-found');
  if (patron.cardBlocked) throw refuse('card-blocked');
  return patron;
}

/** @throws Refusal where patrons of this one's municipality cannot do so by themselves yet: staff can, from the first day on */
export async function refuseTooEarly(
  { patrons, consortium, now }: Pick<CirculationDeps, 'patrons' | 'consortium' | 'now'>,
  act: Exclude<PatronAct, 'takePart'>,
  { patron: id, by }: { patron: string; by: Actor },
): Promise<void> {
  if (by === 'staff') return;
  const patron = await patrons.find(id);
  if (!patron) throw refuse('patron-not-found');
  const { municipality } = patron;
  const { live, starts } = await consortium.begun(act, municipality, today({ now }));
  if (!live) throw refuse('self-service-not-started', { municipality, starts });
}

/** Whether the libraries of a branch's municipality are part of the common catalogue yet: nothing is sent there before. */
export async function hasJoined(deps: Pick<CirculationDeps, 'consortium' | 'now'>, branch: string) {
  const municipality = municipalityOfBranch(branch, today(deps));
  if (municipality === undefined) return { live: true, municipality, starts: undefined };
  return { municipality, ...(await deps.consortium.phase(municipality, 'catalogue', today(deps))) };
}

/** What a patron's late loans have come to by today, in cents; it is charged when they come back. */
export async function accruedCents(
  { copies, now }: Pick<CirculationDeps, 'copies' | 'now'>,
  { _id, loans }: Borrower,
): Promise<number> {
  if (loans.length === 0) return 0;
  const items = await copies.items(loans.map(({ item }) => item));
  const theirs = items.flatMap(({ use }) => (use?.kind === 'loan' && use.loan.patron === _id ? use.loan : []));
  return theirs.reduce((sum, loan) => sum + overdueCents(loan, today({ now })), 0);
}

/** @throws Refusal */
export function refuseUnknownBranch(branch: string): void {
  if (!branchById(branch)) throw refuse('branch-not-found', { branch });
}
