import { z } from 'zod';
import { LocalDate } from '../local-date.ts';

/** What a patron has borrowed, waits for and owes. Money in cents. */

/** A copy, and the version of the item at which it was chosen. */
export const ChosenCopy = z.object({
  item: z.string(),
  version: z.int(),
  /** While the choice is being written into the item. */
  claimedAt: z.date().optional(),
});
export type ChosenCopy = z.infer<typeof ChosenCopy>;

export const Hold = z.object({
  id: z.string(),
  /** `work:…`, `record:…` or `item:…`; see `Copy.targets`. */
  target: z.string(),
  /** A record of what it was placed on: finds the work again, should an import have emptied the one it names. */
  record: z.string().optional(),
  /** Its place among all holds: a lower number was there earlier. */
  place: z.int(),
  placedAt: z.date(),
  pickupBranch: z.string(),
  notNeededAfter: LocalDate.optional(),
  /** Passed over until this day, without losing its place. */
  suspendedUntil: LocalDate.optional(),
  /** The copy that is on its way or waits on the hold shelf; the item tells which. */
  copy: ChosenCopy.optional(),
  /** True until free copies have been looked for since it came to wait. */
  unoffered: z.literal(true).optional(),
  /** The first day on which no copy was left that could ever serve it. */
  unservableSince: LocalDate.optional(),
});
export type Hold = z.infer<typeof Hold>;

export const holdEnds = ['fulfilled', 'cancelled', 'expired', 'unclaimed', 'withdrawn'] as const;
export const EndedHold = z.object({
  id: z.string(),
  state: z.enum(holdEnds),
  on: LocalDate,
  /** Absent for fulfilled ones: what a patron has read is not kept here. */
  target: z.string().optional(),
  /** Of those whose work was withdrawn: a record of it, which still knows the title. */
  record: z.string().optional(),
});
export type EndedHold = z.infer<typeof EndedHold>;

export const BorrowedItem = z.object({
  loan: z.string(),
  item: z.string(),
  /** While the loan is being written into the item as it was at `version`, with the holds it fulfils. */
  claim: z.object({ version: z.int(), at: z.date(), fulfils: z.array(Hold) }).optional(),
});
export type BorrowedItem = z.infer<typeof BorrowedItem>;

/** A copy that was meant for a hold which is no more, and is to be let go. */
export const Release = z.object({ hold: z.string(), item: z.string(), version: z.int() });
export type Release = z.infer<typeof Release>;

export const feeKinds = ['overdue', 'unclaimedHold', 'cardReplacement', 'other'] as const;
export const Fee = z.object({
  id: z.string(),
  kind: z.enum(feeKinds),
  cents: z.int().min(1),
  paidCents: z.int().min(0),
  waivedCents: z.int().min(0),
  on: LocalDate,
  /** The rule it comes from. */
  rule: z.string(),
  /** The record of what it is for, as long as some of it is open: what a patron has read is not kept here. */
  record: z.string().optional(),
  /** One with an `id` is entered once, however often it is asked for. */
  waivers: z.array(z.object({ id: z.string().optional(), cents: z.int(), reason: z.string(), by: z.string(), on: LocalDate })), // prettier-ignore
});
export type Fee = z.infer<typeof Fee>;

export const Payment = z.object({
  id: z.string(),
  state: z.enum(['started', 'paid', 'failed']),
  cents: z.int().min(1),
  /** What of it goes to which fee. */
  shares: z.array(z.object({ fee: z.string(), cents: z.int().min(1) })),
  startedAt: z.date(),
  /** Staff who took it at a desk; absent where the provider was paid. */
  takenBy: z.string().optional(),
});
export type Payment = z.infer<typeof Payment>;

/** What goes with a patron whose account is merged into another. */
const Belongings = z.object({
  loans: z.array(BorrowedItem),
  holds: z.array(Hold),
  endedHolds: z.array(EndedHold),
  fees: z.array(Fee),
  payments: z.array(Payment),
  /** Whose belongings had come to it before. */
  received: z.array(z.string()),
  /** When it was given away. */
  on: LocalDate,
});
export type Belongings = z.infer<typeof Belongings>;

export const Borrower = z.object({
  /** Patron. */
  _id: z.string(),
  version: z.int(),
  loans: z.array(BorrowedItem),
  holds: z.array(Hold),
  releases: z.array(Release),
  /** The last ones first, a few of them. */
  endedHolds: z.array(EndedHold),
  fees: z.array(Fee),
  payments: z.array(Payment),
  /** True as long as something that was begun is not finished; see `isSettled`. */
  unsettled: z.literal(true).optional(),
  /** Another account of the same person, which has all of this; and what of it may not have come there yet. */
  movedTo: z.string().optional(),
  moved: Belongings.optional(),
  /** Accounts whose belongings have come here. */
  received: z.array(z.string()).optional(),
});
export type Borrower = z.infer<typeof Borrower>;

export const newBorrower = (patron: string): Borrower => ({
  _id: patron,
  version: 0,
  loans: [],
  holds: [],
  releases: [],
  endedHolds: [],
  fees: [],
  payments: [],
});

/** Whether nothing has to follow elsewhere from what stands here. */
export const isSettled = ({ loans, holds, releases, payments }: Omit<Borrower, 'unsettled'>): boolean =>
  releases.length === 0 &&
  loans.every(({ claim }) => !claim) &&
  holds.every(({ copy, unoffered }) => !unoffered && !copy?.claimedAt) &&
  payments.every(({ state }) => state !== 'started');

/** A loan that has ended, kept for patrons who want their history. */
export const PastLoan = z.object({
  /** The loan's id. */
  _id: z.string(),
  patron: z.string(),
  item: z.string(),
  record: z.string(),
  title: z.string(),
  lentOn: LocalDate,
  returnedOn: LocalDate,
});
export type PastLoan = z.infer<typeof PastLoan>;
