import type { Db } from 'mongodb';
import { placeOf, statusOf } from '../../../../domain/catalogue/item-status.ts';
import type { Loan } from '../../../../domain/catalogue/item-use.ts';
import type { Item } from '../../../../domain/catalogue/schema.ts';
import type { Change } from '../../../../domain/changes/schema.ts';
import type { Borrower, Hold } from '../../../../domain/circulation/schema.ts';
import { daysBetween } from '../../../../domain/local-date.ts';

/** Everything as it stands when nobody is at work. */
export interface Snapshot {
  readonly today: string;
  readonly items: ReadonlyMap<string, Item>;
  readonly borrowers: ReadonlyMap<string, Borrower>;
  readonly changedWorks: ReadonlySet<string>;
}

export async function takeSnapshot(database: Db, today: string): Promise<Snapshot> {
  const [items, borrowers, changes] = await Promise.all([
    database.collection<Item>('items').find().toArray(),
    database.collection<Borrower>('borrowers').find().toArray(),
    database.collection<Change>('changes').find().toArray(),
  ]);
  return {
    today,
    items: new Map(items.map((item) => [item._id, item])),
    borrowers: new Map(borrowers.map((one) => [one._id, one])),
    changedWorks: new Set(changes.map(({ workId }) => workId)),
  };
}

export interface Limits {
  readonly loanLimit: number;
  readonly holdLimit: number;
}

/** What the test itself knows must be, beside what is stored. */
export interface Expected {
  /** Fees that must stand there, by id, in cents. */
  readonly fees: Map<string, number>;
  /** What the provider has received, in cents. */
  received: number;
  /** Holds that were acknowledged, and whose. */
  readonly holds: Map<string, string>;
  /** Holds that were given a copy in this round, and may have lost it again. */
  readonly given: Set<string>;
  /** Holds that their patrons have changed in this round. */
  readonly changed: Set<string>;
  /** Accounts that were merged, and into which. */
  readonly merges: Map<string, string>;
}

/** Everything that is not as it must be, in words. `before` is how it stood a round ago, on the same day. */
export function violations(before: Snapshot, now: Snapshot, expected: Expected, limits: Limits): string[] {
  const found: string[] = [];
  const must = (holds: boolean, sentence: string) => {
    if (!holds) found.push(sentence);
  };
  nothingIsLeftOver(now, must);
  copiesAreInOnePlace(now, must);
  noHoldIsLost(before, now, expected, must);
  theQueueIsKept(before, now, expected, must);
  nobodyIsOverALimit(now, limits, must);
  moneyAddsUp(before, now, expected, must);
  theIndexFollows(before, now, must);
  return found;
}

type Must = (holds: boolean, sentence: string) => void;

function nothingIsLeftOver({ items, borrowers }: Snapshot, must: Must): void {
  for (const item of items.values()) {
    must(!item.following && !item.unsettled, `${item._id} is not settled`);
    must(item.use?.kind !== 'sorting', `${item._id} was left on the desk`);
  }
  for (const { _id, loans, holds, releases, moved } of borrowers.values()) {
    const open = loans.some(({ claim }) => claim) || holds.some(({ copy, unoffered }) => unoffered || copy?.claimedAt);
    must(!open && !moved && releases.length === 0, `${_id} is not settled`);
  }
}

function copiesAreInOnePlace({ items, borrowers }: Snapshot, must: Must): void {
  const lent = new Map<string, string>();
  const held = new Map<string, string>();
  for (const { _id, loans, holds } of borrowers.values()) {
    for (const { item, loan } of loans) {
      must(!lent.has(item), `${item} is lent twice`);
      lent.set(item, loan);
      const use = items.get(item)?.use;
      must(use?.kind === 'loan' && use.loan.id === loan && use.loan.patron === _id, `${_id} has ${item}, which says otherwise`); // prettier-ignore
    }
    for (const { id, copy } of holds) {
      if (!copy) continue;
      must(!held.has(copy.item), `${copy.item} is meant for two`);
      held.set(copy.item, id);
      const use = items.get(copy.item)?.use;
      must(use !== undefined && 'hold' in use && use.hold?.id === id && use.hold.patron === _id, `${id} of ${_id} has ${copy.item}, which says otherwise`); // prettier-ignore
    }
  }
  for (const { _id, use } of items.values()) {
    if (use?.kind === 'loan') must(lent.get(_id) === use.loan.id, `${_id} is lent to somebody who does not have it`);
    if (use && 'hold' in use && use.hold) must(held.get(_id) === use.hold.id, `${_id} is meant for a hold that is not`);
  }
}

function noHoldIsLost(before: Snapshot, now: Snapshot, expected: Expected, must: Must): void {
  const active = new Map<string, number>();
  const ended = new Set<string>();
  for (const { holds, endedHolds } of now.borrowers.values()) {
    for (const { id } of holds) active.set(id, (active.get(id) ?? 0) + 1);
    for (const { id } of endedHolds) ended.add(id);
    must(new Set(holds.map(({ target }) => target)).size === holds.length, 'somebody waits twice for the same');
  }
  const places = placesIn(before);
  for (const [id, place] of placesIn(now))
    must((places.get(id) ?? place) === place || (expected.changed.has(id) && place < (places.get(id) ?? 0)), `hold ${id} has changed its place`); // prettier-ignore
  must(new Set(placesIn(now).values()).size === placesIn(now).size, 'two holds have one place');
  for (const id of new Set([...places.keys(), ...expected.holds.keys()])) {
    const times = active.get(id) ?? 0;
    must(
      times + (ended.has(id) ? 1 : 0) === 1,
      `hold ${id} stands ${times} times, ${ended.has(id) ? '' : 'not '}ended`,
    );
  }
}

const placesIn = ({ borrowers }: Snapshot) =>
  new Map([...borrowers.values()].flatMap(({ holds }) => holds.map(({ id, place }) => [id, place])));

const waits = ({ copy, suspendedUntil, notNeededAfter }: Hold, today: string) =>
  !copy && !(suspendedUntil && suspendedUntil > today) && !(notNeededAfter && notNeededAfter < today);

function theQueueIsKept(before: Snapshot, now: Snapshot, { given, changed }: Expected, must: Must): void {
  const { today } = now;
  const holds = [...now.borrowers.values()].flatMap((one) => one.holds);
  const free = [...now.items.values()].filter((item) => statusOf(item) === 'available' && item.status !== 'reference');
  for (const hold of holds.filter((one) => waits(one, today))) {
    const idle = free.find((item) => matches(hold, item));
    must(!idle, `${hold.id} waits though ${idle?._id} is free`);
  }
  const earlier = new Map([...before.borrowers.values()].flatMap((one) => one.holds.map((hold) => [hold.id, hold])));
  const patient = holds.filter((hold) => {
    const was = earlier.get(hold.id);
    return was && waits(was, today) && waits(hold, today) && !changed.has(hold.id) && !given.has(hold.id);
  });
  const served = holds.filter((hold) => hold.copy && !earlier.get(hold.id)?.copy);
  for (const first of patient) {
    const passed = served.find((later) => later.target === first.target && later.pickupBranch === first.pickupBranch && later.place > first.place); // prettier-ignore
    must(!passed, `${passed?.id} was served before ${first.id}, who came earlier`);
  }
}

const matches = (hold: Hold, item: Item) =>
  hold.target === `item:${item._id}` || hold.target === `record:${item.recordId}` || hold.target === `work:${item.recordId.slice(0, -2)}`; // prettier-ignore

function nobodyIsOverALimit({ borrowers }: Snapshot, { loanLimit, holdLimit }: Limits, must: Must): void {
  for (const { _id, loans, holds, received } of borrowers.values()) {
    if (received?.length) continue; // nobody loses a loan or a hold because two accounts were merged
    must(loans.length <= loanLimit, `${_id} has ${loans.length} loans`);
    must(holds.length <= holdLimit, `${_id} has ${holds.length} holds`);
  }
}

const loanOf = ({ use }: Item): Loan | undefined => (use?.kind === 'loan' ? use.loan : undefined);

function moneyAddsUp(before: Snapshot, now: Snapshot, expected: Expected, must: Must): void {
  const { today } = now;
  for (const was of before.items.values()) {
    const loan = loanOf(was);
    const is = loanOf(now.items.get(was._id) ?? was);
    if (!loan || (is?.id === loan.id && is.renewals === loan.renewals)) continue;
    const cents = Math.min(Math.max(0, daysBetween(loan.dueOn, today)) * 25, 500);
    if (cents > 0) expected.fees.set(`overdue:${loan.id}:${loan.renewals}`, cents);
  }
  for (const { endedHolds } of now.borrowers.values()) {
    for (const { id, state } of endedHolds) if (state === 'unclaimed') expected.fees.set(`unclaimed:${id}`, 100);
  }
  const charged = new Map<string, number>();
  let paid = 0;
  for (const { _id, fees, payments } of now.borrowers.values()) {
    for (const fee of fees) {
      must(!charged.has(fee.id), `${fee.id} was charged twice`);
      charged.set(fee.id, fee.cents);
      must(fee.cents - fee.paidCents - fee.waivedCents >= 0, `${_id} has paid too much for ${fee.id}`);
      must(fee.waivers.reduce((sum, { cents }) => sum + cents, 0) === fee.waivedCents, `${fee.id} is waived otherwise`);
    }
    const byFees = fees.reduce((sum, { paidCents }) => sum + paidCents, 0);
    const byPayments = payments.reduce((sum, { state, cents }) => sum + (state === 'paid' ? cents : 0), 0);
    must(byFees === byPayments, `${_id} has paid ${byPayments}, but ${byFees} for fees`);
    paid += byPayments;
  }
  must(paid === expected.received, `${expected.received} were received, ${paid} entered`);
  for (const [id, cents] of expected.fees) must(charged.get(id) === cents, `${id} is ${charged.get(id)}, not ${cents}`);
  for (const id of charged.keys()) must(expected.fees.has(id), `${id} was charged for nothing`);
}

function theIndexFollows(before: Snapshot, now: Snapshot, must: Must): void {
  const shown = (item: Item) => `${statusOf(item)} ${placeOf(item)} ${item.loans}`;
  for (const item of now.items.values()) {
    const was = before.items.get(item._id);
    if (!was || shown(was) === shown(item)) continue;
    must(now.changedWorks.has(item.recordId.slice(0, -2)), `the index does not hear of ${item._id}`);
  }
}
