import { z } from 'zod';
import { Contact, PatronAccount, Pin, Settings } from '../../domain/accounts/schema.ts';
import type { Accounts } from '../../domain/accounts/service.ts';
import type { LoanView } from '../../domain/circulation/loans.ts';
import { Refusal } from '../../domain/circulation/refusal.ts';
import type { Circulation } from '../../domain/circulation/service.ts';
import { LocalDate } from '../../domain/local-date.ts';
import { cardOf, CardQuery } from '../card.ts';
import { endpoint } from '../endpoint.ts';
import { sessionOf } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';
import type { Sessions } from '../sessions.ts';

const Me = PatronAccount.pick({
  name: true,
  cardNumber: true,
  municipality: true,
  contact: true,
  settings: true,
  displayName: true,
}).extend({
  // prettier-ignore
  id: z.string(),
  /** Secret address of a calendar of due dates, for who has it. */
  calendarUrl: z.string().optional(),
  /** Cards this one may act for, with `?card=`. */
  children: z.array(z.object({ id: z.string(), name: z.string() })),
});

const Loan = z.object({
  id: z.string(),
  itemId: z.string(),
  recordId: z.string(),
  title: z.string(),
  branch: z.string(),
  lentOn: LocalDate,
  dueOn: LocalDate,
  renewals: z.int(),
  /** What it costs so far to be late. */
  accruedCents: z.int(),
});
const Renewal = z.object({
  loanId: z.string(),
  dueOn: LocalDate.optional(),
  /** Why it was not renewed, and the rule that says so. */
  refusal: z.object({ type: z.string(), rule: z.string().optional() }).optional(),
});
const PastLoan = z.object({
  id: z.string(),
  itemId: z.string(),
  recordId: z.string(),
  title: z.string(),
  lentOn: LocalDate,
  returnedOn: LocalDate,
});
const Done = z.object({ done: z.literal(true) });
const done = { done: true } as const;

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'storage-unavailable'];
const changing: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type']; // prettier-ignore
const proving: readonly ProblemName[] = [...changing, 'credentials-wrong', 'too-many-attempts'];
const renewing: readonly ProblemName[] = [...changing, 'loan-not-found', 'card-blocked', 'self-service-not-started', 'requested-by-another', 'renewals-used-up', 'debt-limit-reached', 'overdue-too-long', 'due-date-stays']; // prettier-ignore

interface Deps {
  readonly accounts: Accounts;
  readonly circulation: Circulation;
  readonly sessions: Sessions;
  readonly publicUrl: string;
}

/** What patrons see and change of themselves. `?card=` acts for a linked child's card. */
export const meEndpoints = ({ accounts, circulation, sessions, publicUrl }: Deps) => [
  endpoint({
    method: 'get',
    path: '/me',
    operationId: 'getMe',
    summary: 'The account that has logged in',
    patron: true,
    query: z.strictObject({}),
    answer: Me,
    problems: reading,
    handle: async ({ ctx }) => presentAccount(sessionOf(ctx).account, accounts, publicUrl),
  }),
  endpoint({
    method: 'patch',
    path: '/me',
    operationId: 'changeMe',
    summary: 'Changes contact details and settings',
    patron: true,
    query: z.strictObject({}),
    body: z.strictObject({ contact: Contact.optional(), settings: Settings.partial().optional() }),
    answer: Me,
    problems: changing,
    async handle({ body: { contact, settings }, ctx }) {
      let { account } = sessionOf(ctx);
      if (contact) account = await accounts.changeContact(account._id, contact);
      if (settings) account = await accounts.changeSettings(account._id, settings);
      if (settings?.keepsHistory === false) await circulation.forgetHistory(account._id);
      return presentAccount(account, accounts, publicUrl);
    },
  }),
  endpoint({
    method: 'post',
    path: '/me/pin',
    operationId: 'changePin',
    summary: 'Changes the PIN, and logs out everywhere else',
    patron: true,
    query: z.strictObject({}),
    body: z.strictObject({ pin: z.string().max(100), newPin: Pin }),
    answer: Done,
    problems: proving,
    async handle({ body, ctx }) {
      const account = await accounts.changePin(sessionOf(ctx).account._id, { ...body, address: ctx.ip });
      await sessions.begin(ctx, account);
      return done;
    },
  }),
  endpoint({
    method: 'delete',
    path: '/me/sessions',
    operationId: 'logOutEverywhere',
    summary: 'Logs out everywhere, here included',
    patron: true,
    query: z.strictObject({}),
    answer: Done,
    problems: changing,
    async handle({ ctx }) {
      await accounts.logOutEverywhere(sessionOf(ctx).account._id);
      await sessions.end(ctx);
      return done;
    },
  }),
  endpoint({
    method: 'get',
    path: '/me/export',
    operationId: 'exportMe',
    summary: 'Everything that is kept of the patron',
    patron: true,
    query: z.strictObject({}),
    answer: z.record(z.string(), z.unknown()),
    problems: reading,
    handle: async ({ ctx }) => accounts.exportAll(sessionOf(ctx).account._id),
  }),
  endpoint({
    method: 'delete',
    path: '/me',
    operationId: 'deleteMe',
    summary: 'Deletes the account; what must be kept is nobody’s from then on',
    patron: true,
    query: z.strictObject({}),
    body: z.strictObject({ pin: z.string().max(100) }),
    answer: Done,
    problems: [...proving, 'loans-open', 'fees-open'],
    async handle({ body: { pin }, ctx }) {
      await accounts.deleteAccount(sessionOf(ctx).account._id, { pin, address: ctx.ip });
      await sessions.end(ctx);
      return done;
    },
  }),
  endpoint({
    method: 'get',
    path: '/me/loans',
    operationId: 'getLoans',
    summary: 'Loans, those due first first',
    patron: true,
    query: CardQuery,
    answer: z.object({ loans: z.array(Loan) }),
    problems: reading,
    async handle({ query, ctx }) {
      const loans = await circulation.loans.ofPatron(await cardOf(ctx, query, accounts));
      return { loans: loans.toSorted(byDueDate) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/me/loans/renewals',
    operationId: 'renewAll',
    summary: 'Renews all loans; each that cannot be says why',
    patron: true,
    query: CardQuery,
    answer: z.object({ renewals: z.array(Renewal) }),
    problems: changing,
    async handle({ query, ctx }) {
      const outcomes = await circulation.loans.renewAll(await cardOf(ctx, query, accounts));
      return {
        renewals: outcomes.map(({ loanId, outcome }) => {
          if (!(outcome instanceof Refusal)) return { loanId, dueOn: outcome.dueOn };
          return { loanId, refusal: { type: problem(outcome.reason).problem.type, rule: outcome.details.rule } };
        }),
      };
    },
  }),
  endpoint({
    method: 'post',
    path: '/me/loans/:id/renewal',
    operationId: 'renewLoan',
    summary: 'Renews a loan',
    patron: true,
    query: CardQuery,
    answer: z.object({ loanId: z.string(), dueOn: LocalDate, renewals: z.int() }),
    problems: renewing,
    async handle({ query, ctx }) {
      const patron = await cardOf(ctx, query, accounts);
      const { id: loanId, dueOn, renewals } = await circulation.loans.renew(patron, String(ctx.params['id']));
      return { loanId, dueOn, renewals };
    },
  }),
  endpoint({
    method: 'get',
    path: '/me/history',
    operationId: 'getHistory',
    summary: 'Past loans, if the patron wants them kept',
    patron: true,
    query: z.strictObject({}),
    answer: z.object({ loans: z.array(PastLoan) }),
    problems: reading,
    async handle({ ctx }) {
      const past = await circulation.history(sessionOf(ctx).account._id);
      const loans = past.map(({ _id: id, item, record, title, lentOn, returnedOn }) => ({ id, itemId: item, recordId: record, title, lentOn, returnedOn })); // prettier-ignore
      return { loans: loans.toSorted((a, b) => (a.returnedOn < b.returnedOn ? 1 : -1)) };
    },
  }),
];

const byDueDate = (a: LoanView, b: LoanView) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0);

async function presentAccount(
  account: PatronAccount,
  accounts: Accounts,
  publicUrl: string,
): Promise<z.infer<typeof Me>> {
  const { _id: id, name, cardNumber, municipality, contact, settings, displayName, calendarKey } = account;
  const children = await Promise.all(account.children.map((child) => accounts.find(child)));
  return {
    id,
    name,
    cardNumber,
    municipality,
    contact,
    settings,
    displayName,
    calendarUrl: calendarKey && `${publicUrl}/feeds/loans/${calendarKey}.ics`,
    children: children.flatMap((child) => (child ? [{ id: child._id, name: child.name }] : [])),
  };
}
