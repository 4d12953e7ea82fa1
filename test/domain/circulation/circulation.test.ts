import { expect } from 'chai';
import { statusOf } from '../../../domain/catalogue/item-status.ts';
import { decisionRepository } from '../../../domain/catalogue/decisions/repository.ts';
import { createDecisions } from '../../../domain/catalogue/decisions/service.ts';
import { changeLine } from '../../../domain/changes/change-line.ts';
import type { HoldView } from '../../../domain/circulation/holds.ts';
import { Refusal } from '../../../domain/circulation/refusal.ts';
import { circulationOver } from '../../../domain/circulation/service.ts';
import { testPaymentProvider } from '../../../domain/circulation/test-payments.ts';
import { dropNamespace } from '../../support/connections.ts';
import { openTestCirculation, type TestCirculation } from '../../support/circulation.ts';

describe('circulation', () => {
  let library: TestCirculation;
  let serial = 0;
  before(async () => (library = await openTestCirculation()));
  after(() => dropNamespace(library.connections));

  /** A new work with its copies, and new patrons. */
  async function scene(branches: readonly string[], patrons: number, more?: Parameters<TestCirculation['addWork']>[2]) {
    serial += 1;
    const work = `w${serial}`;
    const items = branches.map((_, nth) => `${work}-${nth}`);
    await library.addWork(work, branches.map((branch, nth) => [items[nth] ?? '', branch]), more); // prettier-ignore
    const people = Array.from({ length: patrons }, (_, nth) => `p${serial}-${nth}`);
    for (const id of people) library.addPatron({ id });
    return { work: `work:${work}`, record: `record:${work}.r`, items, people };
  }
  const reasonOf = (act: Promise<unknown>) =>
    act.then(
      () => 'done',
      (error: unknown) => (error instanceof Refusal ? error.reason : Promise.reject(error)),
    );
  const holdsOf = async (patron: string): Promise<HoldView[]> => library.circulation.holds.ofPatron(patron);
  const kindOf = async (item: string) => (await library.item(item)).use?.kind;

  it('a book is lent for four weeks, brought back, and stands on its shelf again', async () => {
    const { loans, desk } = library.circulation;
    const { items, people } = await scene(['lahti'], 1);
    const [item = '', patron = ''] = [items[0], people[0]];
    const loan = await loans.checkOut({ patron, item, branch: 'lahti' });
    expect(loan.dueOn).to.equal('2026-12-23');
    expect(statusOf(await library.item(item))).to.equal('onLoan');
    expect((await loans.ofPatron(patron)).map(({ id }) => id)).to.deep.equal([loan.id]);
    expect((await desk.checkIn(item, 'lahti')).instruction).to.deep.equal({ do: 'shelf' });
    expect(await loans.ofPatron(patron)).to.deep.equal([]);
    expect(statusOf(await library.item(item))).to.equal('available');
    expect((await library.item(item)).loans).to.equal(1);
    expect((await library.circulation.borrower(patron)).fees).to.deep.equal([]);
  });

  it('a hold takes the copy of the own town from its shelf to the hold shelf, and is fulfilled at the desk', async () => {
    const { holds, desk, loans } = library.circulation;
    const { work, items, people } = await scene(['heinola', 'lahti-mukkula'], 2);
    const [far = '', near = ''] = items;
    const [patron = '', other = ''] = people;
    await holds.place(patron, { target: work, pickupBranch: 'lahti' });
    expect(await kindOf(far)).to.equal(undefined);
    expect((await desk.pullList('lahti-mukkula')).map(({ _id }) => _id)).to.deep.equal([near]);
    expect((await holdsOf(patron))[0]?.state).to.equal('inTransit');
    expect(await reasonOf(loans.checkOut({ patron: other, item: near, branch: 'lahti' }))).to.equal('requested-by-another'); // prettier-ignore
    expect((await desk.send(near, 'lahti-mukkula')).instruction).to.deep.equal({ do: 'transport', to: 'lahti', forHold: true }); // prettier-ignore
    expect((await desk.onTheRoad({ to: 'lahti' })).map(({ _id }) => _id)).to.include(near);
    const { instruction } = await desk.checkIn(near, 'lahti');
    expect(instruction).to.include({ do: 'holdShelf', pickupBy: '2026-12-02' });
    expect((await holdsOf(patron))[0]).to.include({ state: 'ready', pickupBy: '2026-12-02' });
    await loans.checkOut({ patron, item: near, branch: 'lahti' });
    expect(await holdsOf(patron)).to.deep.equal([]);
    expect((await library.circulation.borrower(patron)).endedHolds[0]?.state).to.equal('fulfilled');
  });

  it('who comes later waits for the next return, in order, and learns about how long', async () => {
    const { holds, desk, loans } = library.circulation;
    const { record, items, people } = await scene(['lahti'], 3);
    const [item = ''] = items;
    const [reader = '', first = '', second = ''] = people;
    const loan = await loans.checkOut({ patron: reader, item, branch: 'lahti' });
    await holds.place(first, { target: record, pickupBranch: 'lahti' });
    await holds.place(second, { target: record, pickupBranch: 'heinola' });
    expect((await holdsOf(first))[0]).to.include({ state: 'queued', position: 1, waitDays: 32 });
    expect((await holdsOf(second))[0]).to.include({ state: 'queued', position: 2, waitDays: 64 });
    expect(await reasonOf(loans.renew(reader, loan.id))).to.equal('requested-by-another');
    expect((await desk.checkIn(item, 'lahti')).instruction.do).to.equal('holdShelf');
    expect((await holdsOf(second))[0]).to.include({ state: 'queued', position: 1 });
    await holds.cancel(first, (await holdsOf(first))[0]?.id ?? '');
    expect(await kindOf(item)).to.equal('pull');
    expect((await desk.checkIn(item, 'lahti')).instruction).to.deep.equal({ do: 'transport', to: 'heinola', forHold: true }); // prettier-ignore
    await desk.checkIn(item, 'heinola');
    await loans.checkOut({ patron: second, item, branch: 'heinola' });
    expect((await desk.checkIn(item, 'heinola')).instruction).to.deep.equal({ do: 'transport', to: 'lahti', forHold: false }); // prettier-ignore
    expect((await desk.checkIn(item, 'lahti')).instruction).to.deep.equal({ do: 'shelf' });
  });

  it('magazines float: they stay where they are brought back', async () => {
    const { loans, desk } = library.circulation;
    const { items, people } = await scene(['lahti'], 1, { edition: { format: 'magazine' } });
    const [item = '', patron = ''] = [items[0], people[0]];
    await loans.checkOut({ patron, item, branch: 'lahti' });
    expect((await desk.checkIn(item, 'sysma')).instruction).to.deep.equal({ do: 'shelf' });
    expect((await library.item(item)).use).to.deep.equal({ kind: 'shelf', at: 'sysma' });
  });

  it('a suspended hold is passed over and keeps its place', async () => {
    const { holds, desk, loans } = library.circulation;
    const { work, items, people } = await scene(['lahti'], 3);
    const [item = ''] = items;
    const [reader = '', first = '', second = ''] = people;
    await loans.checkOut({ patron: reader, item, branch: 'lahti' });
    const until = '2027-02-01';
    await holds.place(first, { target: work, pickupBranch: 'lahti', suspendedUntil: until });
    await holds.place(second, { target: work, pickupBranch: 'lahti' });
    await desk.checkIn(item, 'lahti');
    expect((await holdsOf(first))[0]).to.include({ state: 'queued', position: 1 });
    expect((await holdsOf(second))[0]?.state).to.equal('ready');
    await loans.checkOut({ patron: second, item, branch: 'lahti' });
    await holds.change(first, (await holdsOf(first))[0]?.id ?? '', { suspendedUntil: null });
    expect((await desk.checkIn(item, 'lahti')).instruction.do).to.equal('holdShelf');
    expect((await holdsOf(first))[0]?.state).to.equal('ready');
  });

  it('when the copy on its way goes missing, the next copy comes instead', async () => {
    const { holds, desk } = library.circulation;
    const { work, items, people } = await scene(['lahti', 'heinola'], 1);
    const [near = '', far = ''] = items;
    const [patron = ''] = people;
    await holds.place(patron, { target: work, pickupBranch: 'lahti' });
    expect([await kindOf(near), await kindOf(far)]).to.deep.equal(['pull', undefined]);
    await desk.reportMissing(near);
    expect([await kindOf(near), await kindOf(far)]).to.deep.equal(['missing', 'pull']);
    expect((await desk.checkIn(near, 'lahti')).instruction).to.deep.equal({ do: 'shelf' });
  });

  it('the pickup branch can be changed while queued only', async () => {
    const { holds, desk, loans } = library.circulation;
    const { work, items, people } = await scene(['lahti'], 2);
    const [item = ''] = items;
    const [reader = '', patron = ''] = people;
    await loans.checkOut({ patron: reader, item, branch: 'lahti' });
    const { id } = await holds.place(patron, { target: work, pickupBranch: 'lahti' });
    await holds.change(patron, id, { pickupBranch: 'heinola', notNeededAfter: '2027-05-01' });
    expect(await reasonOf(holds.change(patron, id, { pickupBranch: 'nowhere' }))).to.equal('branch-not-found');
    expect(await reasonOf(holds.change(patron, id, { notNeededAfter: '2020-05-01' }))).to.equal('date-gone-by');
    expect((await desk.checkIn(item, 'lahti')).instruction).to.include({ to: 'heinola' });
    expect(await reasonOf(holds.change(patron, id, { pickupBranch: 'lahti' }))).to.equal('hold-on-its-way');
  });

  it('each refusal of a hold says why', async () => {
    const { holds, loans } = library.circulation;
    const { work, items, people } = await scene(['lahti'], 1);
    const reference = await scene(['lahti'], 0, { item: { status: 'reference' } });
    const [item = '', patron = ''] = [items[0], people[0]];
    const place = (target: string, who = patron) => reasonOf(holds.place(who, { target, pickupBranch: 'lahti' }));
    expect(await place(reference.work)).to.equal('nothing-to-hold');
    expect(await place('work:none')).to.equal('item-not-found');
    expect(await place(work, 'nobody')).to.equal('patron-not-found');
    await loans.checkOut({ patron, item, branch: 'lahti' });
    expect(await place(work)).to.equal('lent-to-you');
    const another = await scene(['lahti'], 0);
    expect(await place(another.work)).to.equal('done');
    expect(await place(another.work)).to.equal('already-held');
    library.addPatron({ id: 'lost-card', cardBlocked: true });
    expect(await place(another.work, 'lost-card')).to.equal('card-blocked');
  });

  it('before a municipality has begun with self-service, its patrons are sent to the desk, with the date', async () => {
    const { holds } = library.circulation;
    const { work } = await scene(['lahti'], 0);
    library.addPatron({ id: 'padasjoki-reader', municipality: 'padasjoki' });
    await library.consortium.setRollout('padasjoki', 0, { catalogue: '2026-01-01', selfService: '2027-03-01' });
    const refusal = await holds.place('padasjoki-reader', { target: work, pickupBranch: 'padasjoki' }).catch((error: unknown) => error); // prettier-ignore
    expect(refusal)
      .to.be.instanceOf(Refusal)
      .and.deep.include({
        reason: 'self-service-not-started',
        details: { municipality: 'padasjoki', starts: '2027-03-01' },
      });
    await holds.place('padasjoki-reader', { target: work, pickupBranch: 'padasjoki' }, 'staff');
  });

  it('fees wait for a desk where no provider takes them, and nothing is begun', async () => {
    const closed = testPaymentProvider(library.connections.database, { isOpen: false });
    const elsewhere = circulationOver({ ...library.deps, payments: closed });
    const patron = 'pays-at-a-desk';
    library.addPatron({ id: patron });
    await elsewhere.payments.chargeCard(patron, 'lost');
    const wish = { fees: 'all' as const, returnTo: 'https://lastu.example/account/fees' };
    expect(await reasonOf(elsewhere.payments.pay(patron, wish))).to.equal('online-payment-closed');
    expect((await elsewhere.borrower(patron)).payments).to.deep.equal([]);
    await elsewhere.payments.takeAtDesk(patron, { id: 'at-a-desk', fees: 'all', by: 'staff' });
    expect((await elsewhere.borrower(patron)).debtCents).to.equal(0);
  });

  it('what patrons do by themselves waits for their municipality; what is their right does not, nor do staff', async () => {
    const { holds, loans, payments, desk } = library.circulation;
    const { work, items } = await scene(['lahti', 'lahti'], 0);
    const [lent = ''] = items;
    const patron = 'hartola-reader';
    library.addPatron({ id: patron, municipality: 'hartola' });
    const lentTo = await loans.checkOut({ patron, item: lent, branch: 'lahti' });
    const other = await scene(['lahti'], 0);
    const { id } = await holds.place(patron, { target: other.work, pickupBranch: 'lahti' });
    await payments.chargeCard(patron, 'first');
    await library.consortium.setRollout('hartola', 0, { catalogue: '2026-01-01', selfService: '2027-03-01' });
    const refused = await Promise.all([
      reasonOf(holds.place(patron, { target: work, pickupBranch: 'lahti' })),
      reasonOf(holds.change(patron, id, { notNeededAfter: '2027-05-01' })),
      reasonOf(loans.renew(patron, lentTo.id)),
      reasonOf(payments.pay(patron, { fees: 'all', returnTo: 'https://lastu.example/account/fees' })),
    ]);
    expect(refused).to.deep.equal(Array.from({ length: 4 }, () => 'self-service-not-started'));
    await holds.change(patron, id, { notNeededAfter: '2027-05-01' }, 'staff');
    await payments.pay(patron, { fees: 'all', returnTo: 'https://lastu.example/account/fees' }, 'staff');
    await holds.cancel(patron, id);
    expect([(await holds.ofPatron(patron)).length, (await loans.ofPatron(patron)).length]).to.deep.equal([0, 1]);
    await desk.checkIn(lent, 'lahti');
    await library.consortium.setRollout('hartola', 1, { catalogue: '2026-01-01', selfService: library.today() });
    expect(await reasonOf(holds.place(patron, { target: other.work, pickupBranch: 'lahti' }))).to.equal('done');
  });

  it('until a town has joined, nothing is fetched from it or sent there, and holds wait for the day', async () => {
    const { holds, beginDay } = library.circulation;
    const { work, items, people } = await scene(['karkola'], 1);
    const [patron = ''] = people;
    await library.consortium.setRollout('karkola', 0, { catalogue: '2999-01-01' });
    const refusal = await holds.place(patron, { target: work, pickupBranch: 'karkola' }, 'staff').catch((error: unknown) => error); // prettier-ignore
    expect(refusal).to.deep.include({ reason: 'branch-not-joined', details: { branch: 'karkola', municipality: 'karkola', starts: '2999-01-01' } }); // prettier-ignore
    await holds.place(patron, { target: work, pickupBranch: 'lahti' });
    expect(await kindOf(items[0] ?? '')).to.equal(undefined);
    await library.consortium.setRollout('karkola', 1, { catalogue: library.today() });
    await beginDay();
    expect(await kindOf(items[0] ?? '')).to.equal('pull');
  });

  it('holds stay with a work that is merged into another, and find its copies', async () => {
    const { holds, desk, loans } = library.circulation;
    const a = await scene(['lahti'], 2);
    const b = await scene(['heinola'], 1);
    const { database } = library.connections;
    const decisions = createDecisions({
      repository: library.catalogue,
      decisions: decisionRepository(database),
      changes: changeLine({ database, wake: async () => undefined }),
    });
    const [reader = '', patron = ''] = a.people;
    await loans.checkOut({ patron: reader, item: a.items[0] ?? '', branch: 'lahti' });
    await loans.checkOut({ patron: b.people[0] ?? '', item: b.items[0] ?? '', branch: 'heinola' });
    await holds.place(patron, { target: a.work, pickupBranch: 'lahti' });
    await decisions.merge({ into: b.work.slice(5), works: [a.work.slice(5)] });
    expect((await holdsOf(patron))[0]).to.include({ state: 'queued', position: 1 });
    expect((await desk.checkIn(b.items[0] ?? '', 'heinola')).instruction).to.include({ to: 'lahti' });
  });

  it('holds stay with a work whose record an import has moved elsewhere', async () => {
    const { holds, desk, loans, beginDay } = library.circulation;
    const { work, items, people } = await scene(['lahti'], 2);
    const [reader = '', patron = ''] = people;
    const [item = ''] = items;
    await loans.checkOut({ patron: reader, item, branch: 'lahti' });
    await holds.place(patron, { target: work, pickupBranch: 'lahti' });
    await library.catalogue.ensureWorks(['moved']);
    await library.catalogue.placeRecord(`${work.slice(5)}.r`, () => ({ to: 'moved', pinned: false }));
    await library.catalogue.removeEmptyWorks([work.slice(5)]);
    await beginDay();
    expect((await desk.checkIn(item, 'lahti')).instruction.do).to.equal('holdShelf');
  });

  it('nothing is lent or taken in at a branch that is not', async () => {
    const { desk, loans } = library.circulation;
    const { items, people } = await scene(['lahti'], 1);
    const [item = '', patron = ''] = [items[0], people[0]];
    expect(await reasonOf(loans.checkOut({ patron, item, branch: 'lathi' }))).to.equal('branch-not-found');
    expect(await reasonOf(desk.checkIn(item, 'lathi'))).to.equal('branch-not-found');
    expect(await kindOf(item)).to.equal(undefined);
  });

  it('loan history is kept only for those who want it', async () => {
    const { desk, loans, history } = library.circulation;
    const { items } = await scene(['lahti', 'lahti'], 0, { edition: { title: 'Muumipappa ja meri' } });
    library.addPatron({ id: 'keeper', keepsHistory: true });
    library.addPatron({ id: 'forgetter' });
    for (const [nth, patron] of ['keeper', 'forgetter'].entries()) {
      await loans.checkOut({ patron, item: items[nth] ?? '', branch: 'lahti' });
      await desk.checkIn(items[nth] ?? '', 'lahti');
    }
    expect((await history('keeper')).map(({ title }) => title)).to.deep.equal(['Muumipappa ja meri']);
    expect(await history('forgetter')).to.deep.equal([]);
  });

  describe('when days pass', () => {
    it('what is late costs 25 cents a day, charged once; paying lifts the block', async () => {
      const { loans, desk, payments, borrower } = library.circulation;
      const { items, people } = await scene(['lahti', 'lahti', 'lahti', 'lahti', 'lahti'], 1);
      const [patron = ''] = people;
      const dues = [];
      for (const item of items.slice(0, 4)) dues.push(await loans.checkOut({ patron, item, branch: 'lahti' }));
      library.passDays(28 + 3);
      expect((await loans.ofPatron(patron))[0]?.accruedCents).to.equal(75);
      const renewed = await loans.renew(patron, dues[0]?.id ?? '');
      expect(renewed.dueOn > library.today()).to.equal(true);
      expect((await borrower(patron)).debtCents).to.equal(75);
      library.passDays(60);
      for (const item of items.slice(0, 4)) await desk.checkIn(item, 'lahti');
      await desk.checkIn(items[0] ?? '', 'lahti');
      expect((await borrower(patron)).debtCents).to.equal(75 + 4 * 500);
      const blocked = await loans.checkOut({ patron, item: items[4] ?? '', branch: 'lahti' }).catch((error: unknown) => error); // prettier-ignore
      expect(blocked).to.deep.include({
        reason: 'debt-limit-reached',
        details: { rule: 'debtLimitCents@1', limit: 2000, debt: 2075 },
      });
      const { payment } = await payments.pay(patron, { fees: 'all', returnTo: 'https://lastu.example/account/fees' });
      const again = await payments.pay(patron, { fees: 'all', returnTo: 'https://lastu.example/account/fees' });
      expect(again.payment.id, 'who comes back to it goes on with the same payment').to.equal(payment.id);
      const some = { fees: [payment.shares[0]?.fee ?? ''], returnTo: 'https://lastu.example/account/fees' };
      expect(await reasonOf(payments.pay(patron, some))).to.equal('payment-under-way');
      expect(await payments.paymentState(patron, payment.id)).to.include({ state: 'started' });
      await library.payments.decide(payment.id, 'paid');
      for (let times = 0; times < 2; times += 1) await payments.paymentState(patron, payment.id);
      expect((await borrower(patron)).debtCents).to.equal(0);
      expect(await library.payments.received()).to.equal(2075);
      await loans.checkOut({ patron, item: items[4] ?? '', branch: 'lahti' });
    });

    it('lateness counts as debt while it grows, for who wants more, and not for who wants to stop it', async () => {
      const { loans, holds, desk } = library.circulation;
      const { items, people } = await scene(['lahti', 'lahti', 'lahti', 'lahti', 'lahti', 'lahti', 'lahti'], 1);
      const wished = await scene(['lahti'], 0);
      const [patron = ''] = people;
      const lent = [];
      for (const item of items.slice(0, 6)) lent.push(await loans.checkOut({ patron, item, branch: 'lahti' }));
      library.passDays(28 + 14);
      const refusal = await holds.place(patron, { target: wished.work, pickupBranch: 'lahti' }).catch((error: unknown) => error); // prettier-ignore
      expect(refusal).to.deep.include({
        reason: 'debt-limit-reached',
        details: { rule: 'debtLimitCents@1', limit: 2000, debt: 6 * 14 * 25, accrued: 6 * 14 * 25 },
      });
      const more = { patron, item: items[6] ?? '', branch: 'lahti' };
      expect(await reasonOf(loans.checkOut(more))).to.equal('debt-limit-reached');
      expect(await reasonOf(loans.renew(patron, lent[0]?.id ?? ''))).to.equal('done');
      await desk.checkIn(items[1] ?? '', 'lahti');
      expect(await reasonOf(loans.checkOut(more)), 'charged or not, it is the same debt').to.equal(
        'debt-limit-reached',
      );
    });

    it('what nobody picks up goes to the next in the queue, and costs one euro', async () => {
      const { holds, desk, beginDay, borrower, payments } = library.circulation;
      const { work, items, people } = await scene(['lahti'], 2);
      const [first = '', second = ''] = people;
      const [item = ''] = items;
      await holds.place(first, { target: work, pickupBranch: 'lahti' });
      await holds.place(second, { target: work, pickupBranch: 'lahti' });
      await desk.checkIn(item, 'lahti');
      library.passDays(14);
      await beginDay();
      await beginDay();
      expect(await holdsOf(first)).to.deep.equal([]);
      const owing = await borrower(first);
      expect(owing).to.deep.include({ debtCents: 100 });
      expect(owing.endedHolds[0]).to.include({ state: 'unclaimed' });
      expect((await desk.checkIn(item, 'lahti')).instruction.do).to.equal('holdShelf');
      expect((await holdsOf(second))[0]?.state).to.equal('ready');
      const fee = owing.fees[0]?.id ?? '';
      expect(await reasonOf(payments.waive(first, fee, { cents: 101, reason: 'sairaus', by: 'staff' }))).to.equal('waiver-too-large'); // prettier-ignore
      await payments.waive(first, fee, { cents: 100, reason: 'sairaus', by: 'staff' });
      expect((await borrower(first)).debtCents).to.equal(0);
    });

    it('a hold that is not needed any more ends, one whose suspension is over is served', async () => {
      const { holds, desk, loans, beginDay, borrower } = library.circulation;
      const { work, items, people } = await scene(['lahti'], 3);
      const [reader = '', early = '', late = ''] = people;
      const [item = ''] = items;
      await loans.checkOut({ patron: reader, item, branch: 'lahti' });
      const inDays = (days: number) => new Date(Date.parse(library.today()) + days * 86_400_000).toISOString().slice(0, 10); // prettier-ignore
      await holds.place(early, { target: work, pickupBranch: 'lahti', notNeededAfter: inDays(3) });
      await holds.place(late, { target: work, pickupBranch: 'lahti', suspendedUntil: inDays(10) });
      library.passDays(5);
      await beginDay();
      expect((await borrower(early)).endedHolds[0]).to.include({ state: 'expired' });
      await desk.checkIn(item, 'lahti');
      expect((await holdsOf(late))[0]?.state).to.equal('queued');
      library.passDays(5);
      await beginDay();
      expect((await holdsOf(late))[0]?.state).to.equal('inTransit');
    });
  });

  describe('holds on what was withdrawn', () => {
    it('end at once where it is said, without a fee, unless a copy is left or on its way', async () => {
      const { holds, borrower, endUnservable } = library.circulation;
      const { work, items, people } = await scene(['lahti', 'heinola'], 3);
      const [served = '', early = '', late = ''] = people;
      for (const patron of people) await holds.place(patron, { target: work, pickupBranch: 'lahti' });
      const id = work.slice('work:'.length);
      expect(await endUnservable(id)).to.equal(0);
      // two copies are on their way to the first two; nobody will bring another
      const kept = [await library.item(items[0] ?? ''), await library.item(items[1] ?? '')];
      await library.catalogue.storeItems(kept.map((item) => ({ ...item, withdrawn: true as const, version: item.version + 1 })), []); // prettier-ignore
      expect(await endUnservable(id)).to.equal(1);
      expect(await endUnservable(id)).to.equal(0);
      const ended = await borrower(late);
      expect(ended.endedHolds).to.deep.include.members([{ ...ended.endedHolds[0], state: 'withdrawn', target: work, record: `${id}.r` }]); // prettier-ignore
      expect([ended.holds, ended.fees, ended.debtCents]).to.deep.equal([[], [], 0]);
      expect([(await holdsOf(served)).length, (await holdsOf(early)).length]).to.deep.equal([1, 1]);
    });

    it('end as well where copies are hidden from patrons', async () => {
      const { holds, loans, endUnservable } = library.circulation;
      const { work, items, people } = await scene(['lahti'], 2);
      const [reader = '', patron = ''] = people;
      await loans.checkOut({ patron: reader, item: items[0] ?? '', branch: 'lahti' });
      await holds.place(patron, { target: work, pickupBranch: 'lahti' });
      const hidden = work.slice('work:'.length);
      expect(await endUnservable(hidden)).to.equal(0);
      expect(await endUnservable(hidden, { hidden: true })).to.equal(1);
      expect(await holdsOf(patron)).to.deep.equal([]);
    });

    it('wait a week where copies are just gone, as after a wrong import, and go on when they come back', async () => {
      const { holds, loans, beginDay, borrower } = library.circulation;
      const { work, items, people } = await scene(['lahti'], 2);
      const [reader = '', patron = ''] = people;
      await loans.checkOut({ patron: reader, item: items[0] ?? '', branch: 'lahti' });
      await holds.place(patron, { target: work, pickupBranch: 'lahti' });
      const setWithdrawn = async (withdrawn: true | undefined) => {
        const { withdrawn: _, ...item } = await library.item(items[0] ?? '');
        await library.catalogue.storeItems(
          [{ ...item, ...(withdrawn && { withdrawn }), version: item.version + 1 }],
          [],
        );
      };
      await setWithdrawn(true);
      await beginDay();
      library.passDays(6);
      await setWithdrawn(undefined);
      await beginDay();
      await setWithdrawn(true);
      await beginDay();
      library.passDays(6);
      await beginDay();
      expect(await holdsOf(patron)).to.have.length(1);
      library.passDays(1);
      await beginDay();
      expect(await holdsOf(patron)).to.deep.equal([]);
      expect((await borrower(patron)).endedHolds[0]).to.include({ state: 'withdrawn', target: work });
    });
  });
});
