import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import type { Copies } from '../catalogue/copies.ts';
import type { Count } from '../statistics/schema.ts';
import type { Consortium } from '../consortium/service.ts';
import type { LocalDate } from '../local-date.ts';
import { debtOf } from './decisions/debt.ts';
import { createDesk, type Desk } from './desk.ts';
import type { CirculationDeps, Patrons, PaymentProvider } from './deps.ts';
import { beginDay } from './begin-day.ts';
import { endUnservable } from './end-unservable.ts';
import { createHolds, type Holds } from './holds.ts';
import { createLoans, type Loans } from './loans.ts';
import { createPayments, type Payments } from './payments.ts';
import { circulationRecords } from './personal-records.ts';
import { circulationRepository, type EndedHoldsOf } from './repository.ts';
import { ruleBook, type RuleBook } from './rules/service.ts';
import type { Borrower, PastLoan } from './schema.ts';
import { settleAll } from './settle.ts';
import { tryRules, type RuleTrial, type RuleTrialWish } from './try-rules.ts';

/** Loans, holds, transports and fees: what the region's libraries do with their copies. */
export interface Circulation {
  readonly loans: Loans;
  readonly holds: Holds;
  readonly desk: Desk;
  readonly payments: Payments;
  readonly rules: RuleBook;
  /** What would happen to a patron and a copy by some rules; nothing is written. @throws Refusal where one is not there */
  tryRules(wish: RuleTrialWish): Promise<RuleTrial>;
  /** Ends holds on a work whose copies were withdrawn, or which was hidden; see `endUnservable`. Tells how many. */
  endUnservable(workId: string, how?: { hidden?: boolean }): Promise<number>;
  /** What accounts export and erase of a patron. */
  readonly records: ReturnType<typeof circulationRecords>;
  /** All that is kept of a patron here. */
  borrower(patron: string): Promise<Borrower & { debtCents: number }>;
  /** How many holds there are on a work, its records and its copies, on the shelf for their patron or not. */
  holdsOn(workId: string): Promise<number>;
  holdsEndedSince(on: LocalDate): Promise<EndedHoldsOf[]>;
  history(patron: string): Promise<PastLoan[]>;
  forgetHistory(patron: string): Promise<void>;
  /** Makes the collections' indexes; harmless to repeat. */
  ensureIndexes(): Promise<void>;
  /** Finishes what others have died over. Harmless to repeat, and cheap where nothing is open. */
  settle(olderThanMs?: number): Promise<void>;
  /** To be done once a day after midnight; harmless to repeat. */
  beginDay(): Promise<void>;
}

/** After this long without an end, whoever began something is taken for dead. */
const deadAfterMs = 60_000;

export function circulationOver(deps: CirculationDeps): Circulation {
  const { repository, copies, rules } = deps;
  const loans = createLoans(deps);
  const holds = createHolds(deps);
  return {
    loans,
    holds,
    records: circulationRecords(deps, { loans, holds }),
    endUnservable: (workId, how) => endUnservable(deps, workId, how),
    desk: createDesk(deps),
    payments: createPayments(deps),
    rules,
    tryRules: (wish) => tryRules(deps, wish),
    async borrower(patron) {
      const borrower = await repository.borrower(patron);
      return { ...borrower, debtCents: debtOf(borrower) };
    },
    holdsOn: async (workId) => {
      const targets = new Set(await copies.targetsOf(workId));
      const holders = await repository.holdersOf([...targets]);
      return holders.flatMap(({ holds }) => holds.filter(({ target }) => targets.has(target))).length;
    },
    holdsEndedSince: (on) => repository.holdsEndedSince(on),
    history: (patron) => repository.pastLoans(patron),
    forgetHistory: (patron) => repository.forgetPastLoans(patron),
    async ensureIndexes() {
      await Promise.all([repository.ensureIndexes(), copies.ensureIndexes()]);
    },
    settle: (olderThanMs = deadAfterMs) => settleAll(deps, olderThanMs),
    beginDay: () => beginDay(deps),
  };
}

export function createCirculation({
  database,
  now = () => new Date(),
  ...ports
}: {
  database: Db;
  copies: Copies;
  consortium: Consortium;
  patrons: Patrons;
  payments: PaymentProvider;
  audit?: CirculationDeps['audit'];
  count?: Count | undefined;
  /** The present where absent. */
  now?: () => Date;
}): Circulation {
  return circulationOver({
    ...ports,
    repository: circulationRepository(database),
    rules: ruleBook({ database }),
    newId: randomUUID,
    now,
  });
}
