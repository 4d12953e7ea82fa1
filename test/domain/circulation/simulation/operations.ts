import type { Circulation } from '../../../../domain/circulation/service.ts';
import type { TestPaymentProvider } from '../../../../domain/circulation/test-payments.ts';
import type { Item } from '../../../../domain/catalogue/schema.ts';
import { openCents } from '../../../../domain/circulation/decisions/debt.ts';
import { plusDays } from '../../../../domain/local-date.ts';
import type { Expected, Snapshot } from './invariants.ts';

/** What an actor sees when it chooses: how things stood when the round began, and its own dice. */
export interface Scene {
  readonly circulation: Circulation;
  readonly provider: TestPaymentProvider;
  readonly snapshot: Snapshot;
  readonly patrons: readonly string[];
  readonly works: readonly string[];
  readonly branches: readonly string[];
  readonly expected: Expected;
  readonly random: () => number;
}

type Operation = (scene: Scene) => Promise<unknown>;

/** Everything patrons and staff do, and how often. */
export const operations: readonly { readonly name: string; readonly weight: number; readonly act: Operation }[] = [
  { name: 'check out', weight: 16, act: checkOut },
  { name: 'pick up', weight: 10, act: pickUp },
  { name: 'check in', weight: 16, act: checkIn },
  { name: 'renew', weight: 12, act: renew },
  { name: 'place hold', weight: 18, act: placeHold },
  { name: 'cancel hold', weight: 5, act: cancelHold },
  { name: 'change hold', weight: 6, act: changeHold },
  { name: 'send', weight: 8, act: send },
  { name: 'receive', weight: 10, act: receive },
  { name: 'report missing', weight: 2, act: reportMissing },
  { name: 'pay', weight: 6, act: pay },
  { name: 'waive', weight: 2, act: waive },
  { name: 'sweep', weight: 5, act: ({ circulation }) => circulation.settle(0) },
  { name: 'merge', weight: 1, act: merge },
  { name: 'begin day', weight: 1, act: ({ circulation }) => circulation.beginDay() },
];

const total = operations.reduce((sum, { weight }) => sum + weight, 0);

export function chooseOperation(random: () => number): (typeof operations)[number] {
  let left = random() * total;
  const chosen = operations.find(({ weight }) => (left -= weight) < 0) ?? operations[0];
  if (!chosen) throw new Error('there are no operations');
  return chosen;
}

function one<T>({ random }: Scene, values: Iterable<T>): T {
  const all = [...values];
  const chosen = all[Math.floor(random() * all.length)];
  if (chosen === undefined) throw new Nothing();
  return chosen;
}

/** There is nothing an operation could be done to. */
export class Nothing extends Error {
  override readonly name = 'Nothing';
}

const used = (scene: Scene, kind: string): Item[] =>
  [...scene.snapshot.items.values()].filter(({ use }) => use?.kind === kind);

/** Mostly an item of that kind, sometimes just any: others may have changed it, and people make mistakes. */
const likely = (scene: Scene, items: readonly Item[]): Item =>
  one(scene, scene.random() < 0.9 && items.length > 0 ? items : scene.snapshot.items.values());

function checkOut(scene: Scene) {
  const free = [...scene.snapshot.items.values()].filter(({ use }) => !use || use.kind === 'shelf');
  const item = likely(scene, free)._id;
  return scene.circulation.loans.checkOut({
    patron: one(scene, scene.patrons),
    item,
    branch: one(scene, scene.branches),
  });
}

function pickUp(scene: Scene) {
  const item = one(scene, used(scene, 'holdShelf'));
  const patron = item.use?.kind === 'holdShelf' ? item.use.hold.patron : '';
  return scene.circulation.loans.checkOut({ patron, item: item._id, branch: item.use?.at ?? item.branch });
}

function checkIn(scene: Scene) {
  return scene.circulation.desk.checkIn(likely(scene, used(scene, 'loan'))._id, one(scene, scene.branches));
}

function renew(scene: Scene) {
  const { use } = one(scene, used(scene, 'loan'));
  if (use?.kind !== 'loan') throw new Nothing();
  return scene.random() < 0.1
    ? scene.circulation.loans.renewAll(use.loan.patron)
    : scene.circulation.loans.renew(use.loan.patron, use.loan.id);
}

async function placeHold(scene: Scene) {
  const work = one(scene, scene.works);
  const kind = scene.random();
  const target = kind < 0.6 ? `work:${work}` : kind < 0.9 ? `record:${work}.r` : `item:${work}-0`;
  const later = (chance: number) =>
    scene.random() < chance ? plusDays(scene.snapshot.today, Math.floor(scene.random() * 20)) : undefined;
  const patron = one(scene, scene.patrons);
  const wish = {
    target,
    pickupBranch: one(scene, scene.branches),
    notNeededAfter: later(0.1),
    suspendedUntil: later(0.1),
  };
  const hold = await scene.circulation.holds.place(patron, wish);
  scene.expected.holds.set(hold.id, patron);
}

function anyHold(scene: Scene): { patron: string; hold: string } {
  const { _id, holds } = one(scene, [...scene.snapshot.borrowers.values()].filter((borrower) => borrower.holds.length > 0)); // prettier-ignore
  return { patron: _id, hold: one(scene, holds).id };
}

function cancelHold(scene: Scene) {
  const { patron, hold } = anyHold(scene);
  return scene.circulation.holds.cancel(patron, hold);
}

function changeHold(scene: Scene) {
  const { patron, hold } = anyHold(scene);
  scene.expected.changed.add(hold);
  const until = scene.random() < 0.5 ? plusDays(scene.snapshot.today, 5) : null;
  const change = scene.random() < 0.5 ? { suspendedUntil: until } : { pickupBranch: one(scene, scene.branches) };
  return scene.circulation.holds.change(patron, hold, change);
}

/** Two accounts of one person become one; whoever has the old card goes on using it. */
async function merge(scene: Scene) {
  const { expected, patrons, snapshot } = scene;
  const half = patrons.length / 2;
  const from = one(scene, patrons.slice(0, half));
  const into = expected.merges.get(from) ?? one(scene, patrons.slice(half));
  expected.merges.set(from, into);
  // for a moment they wait in no queue, and may get another place of the two they had
  for (const id of [from, into])
    for (const hold of snapshot.borrowers.get(id)?.holds ?? []) expected.changed.add(hold.id);
  await scene.circulation.records.move(from, into);
}

function send(scene: Scene) {
  const item = likely(scene, used(scene, 'pull'));
  const at = item.use?.at ?? item.branch;
  return scene.random() < 0.5
    ? scene.circulation.desk.send(item._id, at)
    : scene.circulation.desk.checkIn(item._id, at);
}

function receive(scene: Scene) {
  const item = one(scene, used(scene, 'transit'));
  const to = item.use?.kind === 'transit' && scene.random() < 0.95 ? item.use.to : one(scene, scene.branches);
  return scene.circulation.desk.checkIn(item._id, to);
}

function reportMissing(scene: Scene) {
  const item = one(scene, scene.snapshot.items.values());
  return scene.circulation.desk.reportMissing(item._id);
}

async function pay(scene: Scene) {
  const owing = [...scene.snapshot.borrowers.values()].filter(({ fees }) => fees.some((fee) => openCents(fee) > 0));
  const patron = one(scene, owing)._id;
  const { payment } = await scene.circulation.payments.pay(patron, {
    fees: 'all',
    returnTo: 'https://lastu.example/account/fees',
  });
  await scene.provider.decide(payment.id, scene.random() < 0.8 ? 'paid' : 'failed');
  // the provider's message, and the patron who comes back, each have it entered
  await scene.circulation.payments.paymentState(patron, payment.id);
  return scene.circulation.payments.paymentState(patron, payment.id);
}

async function waive(scene: Scene) {
  const owing = [...scene.snapshot.borrowers.values()].filter(({ fees }) => fees.some((fee) => openCents(fee) > 0));
  const { _id, fees } = one(scene, owing);
  const fee = one(
    scene,
    fees.filter((each) => openCents(each) > 0),
  );
  const cents = 1 + Math.floor(scene.random() * 100);
  return scene.circulation.payments.waive(_id, fee.id, { cents, reason: 'sairaus', by: 'staff' });
}
