import { expect } from 'chai';
import fc from 'fast-check';
import { itemTarget, recordTarget, workTarget, type Copy } from '../../../../domain/catalogue/copies.ts';
import { delisted, placeOf, relisted, statusOf } from '../../../../domain/catalogue/item-status.ts';
import type { ItemUse, Loan } from '../../../../domain/catalogue/item-use.ts';
import type { Item } from '../../../../domain/catalogue/schema.ts';
import { usualCalendar } from '../../../../domain/consortium/calendar.ts';
import { isHoliday } from '../../../../domain/consortium/holidays.ts';
import {
  charge,
  debtOf,
  endPayment,
  openCents,
  startPayment,
  waive,
} from '../../../../domain/circulation/decisions/debt.ts';
import { dueDate } from '../../../../domain/circulation/decisions/due-date.ts';
import { estimatedWait } from '../../../../domain/circulation/decisions/estimated-wait.ts';
import { isWanted, nextAllocation, type QueuedHold } from '../../../../domain/circulation/decisions/hold-queue.ts';
import { overdueCents } from '../../../../domain/circulation/decisions/overdue.ts';
import { decideRenewal } from '../../../../domain/circulation/decisions/renewal.ts';
import { Refusal } from '../../../../domain/circulation/refusal.ts';
import { firstRules } from '../../../../domain/circulation/rules/defaults.ts';
import { rulesOn } from '../../../../domain/circulation/rules/rule-for.ts';
import type { RegionalHolds } from '../../../../domain/circulation/rules/schema.ts';
import { newBorrower, type Borrower } from '../../../../domain/circulation/schema.ts';
import { plusDays, weekdayOf } from '../../../../domain/local-date.ts';
import { buildItem } from '../../../support/builders.ts';

const today = '2026-11-25';
const rules = rulesOn([firstRules], today);

const loan: Loan = {
  id: 'l1',
  patron: 'p1',
  branch: 'lahti',
  lentOn: '2026-10-28',
  dueOn: today,
  renewals: 0,
  overdueCentsPerDay: 25,
  overdueCapCents: 500,
  overdueRule: 'overdueCentsPerDay/standard@1',
};
const onLoan = (changes: Partial<Loan> = {}): ItemUse => ({ kind: 'loan', at: 'lahti', loan: { ...loan, ...changes } });

function buildCopy(id: string, branch: string, item: Partial<Item> = {}): Copy {
  return {
    item: buildItem({ _id: id, branch, recordId: 'r1', ...item }),
    workId: 'w1',
    title: 'Kissan kirja',
    format: 'book',
    audience: 'adult',
    targets: [itemTarget(id), recordTarget('r1'), workTarget('w1')],
  };
}

function buildHold(place: number, pickupBranch: string, more: Partial<QueuedHold['hold']> = {}): QueuedHold {
  const hold = { id: `h${place}`, target: workTarget('w1'), place, placedAt: new Date(), pickupBranch, ...more };
  return { patron: `p${place}`, hold };
}

describe('due dates', () => {
  const date = fc.integer({ min: 0, max: 3_000 }).map((days) => plusDays('2024-01-01', days));

  it('are days on which the branch is open, never before the loan is over', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const due = dueDate(from, days, usualCalendar('lahti'));
        expect(due >= plusDays(from, days)).to.equal(true);
        expect(due <= plusDays(from, days + 6)).to.equal(true);
        expect(weekdayOf(due)).to.be.lessThan(7);
        expect(isHoliday(due)).to.equal(false);
      }),
    );
  });

  it('skip Christmas', () => {
    expect(dueDate('2026-11-26', 28, usualCalendar('lahti'))).to.equal('2026-12-28');
  });
});

describe('what is late', () => {
  it('costs so much for each day, up to the cap, and nothing before or on the due date', () => {
    expect([-3, 0, 1, 3, 20, 21, 400].map((days) => overdueCents(loan, plusDays(today, days)))).to.deep.equal([0, 0, 25, 75, 500, 500, 500]); // prettier-ignore
  });
});

describe('a renewal', () => {
  const borrower: Borrower = { ...newBorrower('p1'), version: 1, loans: [{ loan: 'l1', item: 'i1' }] };
  const renew = (use: ItemUse, more: { queue?: QueuedHold[]; shelf?: Copy[]; borrower?: Borrower } = {}) =>
    decideRenewal({
      copy: buildCopy('i1', 'lahti', { use }),
      borrower,
      queue: [],
      shelf: [],
      rules,
      calendar: usualCalendar('lahti'),
      ...more,
    });
  const refusalOf = (...given: Parameters<typeof renew>) => {
    try {
      return renew(...given).use?.kind;
    } catch (error) {
      return error instanceof Refusal ? `${error.reason} ${error.details.rule ?? ''}`.trim() : error;
    }
  };

  it('lends for another while from today on', () => {
    expect(renew(onLoan()).use).to.deep.include({ loan: { ...loan, dueOn: '2026-12-23', renewals: 1 } });
  });

  it('is refused with the reason and the rule it follows from', () => {
    const owing = charge(borrower, { id: 'f', kind: 'other', cents: 2_000, on: today, rule: 'x' });
    expect(refusalOf(onLoan({ patron: 'p2' }))).to.equal('loan-not-found');
    expect(refusalOf(onLoan(), { queue: [buildHold(2, 'lahti')] })).to.equal('requested-by-another');
    expect(refusalOf(onLoan({ renewals: 5 }))).to.equal('renewals-used-up renewals/standard@1');
    expect(refusalOf(onLoan(), { borrower: owing })).to.equal('debt-limit-reached debtLimitCents@1');
    expect(refusalOf(onLoan({ dueOn: plusDays(today, -15) }))).to.equal(
      'overdue-too-long renewalOverdueDays/standard@1',
    );
    expect(refusalOf(onLoan({ dueOn: '2026-12-23' }))).to.equal('due-date-stays loanDays/standard@1');
  });

  it('charges what the loan is late for already', () => {
    const { following } = renew(onLoan({ dueOn: plusDays(today, -2) }));
    expect(following).to.have.length(1);
    expect(following?.[0]).to.deep.include({ step: 'charge', charge: { id: 'overdue:l1:0', cents: 50, rule: loan.overdueRule, on: today } }); // prettier-ignore
  });

  it('is not hindered by a hold that is suspended, has its copy, or is one’s own', () => {
    for (const hold of [
      buildHold(2, 'lahti', { suspendedUntil: '2027-01-01' }),
      buildHold(2, 'lahti', { copy: { item: 'i2', version: 1 } }),
      { ...buildHold(2, 'lahti'), patron: 'p1' },
    ]) {
      expect(refusalOf(onLoan(), { queue: [hold] })).to.equal('loan');
    }
  });
});

describe('a copy that another waits for', () => {
  const [far, lent] = [buildCopy('far', 'heinola'), buildCopy('lent', 'lahti', { use: onLoan() })];
  const wanted = (usual: RegionalHolds, shelf: Copy[]) =>
    isWanted(far, { queue: [buildHold(1, 'lahti')], shelf, rules: rulesOn([{ ...firstRules, regionalHolds: { usual, byMunicipality: {} } }], today) }); // prettier-ignore

  it('is theirs as far as the rules let it travel: not past a town that has its own', () => {
    expect(wanted('whenNoneFree', [far, lent])).to.equal(true);
    expect(wanted('whenNoneOwned', [far])).to.equal(true);
    expect(wanted('whenNoneOwned', [far, lent])).to.equal(false);
    expect(wanted('never', [far])).to.equal(false);
  });
});

describe('who gets which copy', () => {
  const chosen = (queue: QueuedHold[], copies: Copy[], regional: RegionalHolds = 'whenNoneFree') => {
    const set = { ...firstRules, regionalHolds: { usual: regional, byMunicipality: { sysma: 'never' as const } } };
    const found = nextAllocation(queue, copies, rulesOn([set], today));
    return found && `${found.waiting.hold.id} ${found.copy.item._id}`;
  };

  it('the first in the queue, whatever order they are read in', () => {
    const queue = [buildHold(3, 'lahti'), buildHold(1, 'lahti'), buildHold(2, 'lahti')];
    expect(chosen(queue, [buildCopy('a', 'lahti')])).to.equal('h1 a');
  });

  it('the nearest copy: in the building, then in town, then by distance', () => {
    const copies = ['hartola', 'hollola', 'lahti-mukkula', 'lahti'].map((branch) => buildCopy(branch, branch));
    for (const nearest of ['lahti', 'lahti-mukkula', 'hollola', 'hartola']) {
      expect(chosen([buildHold(1, 'lahti')], copies)).to.equal(`h1 ${nearest}`);
      copies.pop();
    }
    expect(chosen([buildHold(1, 'lahti')], copies)).to.equal(undefined);
  });

  it('who is suspended, served already or needs it no more is passed over', () => {
    const queue = [
      buildHold(1, 'lahti', { suspendedUntil: '2026-11-26' }),
      buildHold(2, 'lahti', { notNeededAfter: '2026-11-24' }),
      buildHold(3, 'lahti', { copy: { item: 'x', version: 1 } }),
      buildHold(4, 'lahti', { suspendedUntil: today, notNeededAfter: today }),
    ];
    expect(chosen(queue, [buildCopy('a', 'lahti')])).to.equal('h4 a');
  });

  it('a hold on one item or record waits for that one', () => {
    const queue = [
      buildHold(1, 'lahti', { target: itemTarget('b') }),
      buildHold(2, 'lahti', { target: recordTarget('r2') }),
    ];
    expect(chosen(queue, [buildCopy('a', 'lahti')])).to.equal(undefined);
    expect(chosen(queue, [buildCopy('a', 'lahti'), buildCopy('b', 'heinola')])).to.equal('h1 b');
  });

  it('copies that are lent, missing, for use in the library or withdrawn are nobody’s', () => {
    const copies = [
      buildCopy('a', 'lahti', { use: onLoan() }),
      buildCopy('b', 'lahti', { use: { kind: 'missing', at: 'lahti', since: new Date() } }),
      buildCopy('c', 'lahti', { status: 'reference' }),
      buildCopy('d', 'lahti', { status: 'onOrder' }),
      buildCopy('e', 'lahti', { withdrawn: true, use: { kind: 'shelf', at: 'lahti' } }),
    ];
    expect(chosen([buildHold(1, 'lahti')], copies)).to.equal(undefined);
  });

  it('regional holds as the rules say: where no copy is free, where none is owned, or never', () => {
    const far = buildCopy('far', 'heinola');
    const lent = buildCopy('lent', 'lahti', { use: onLoan() });
    expect(chosen([buildHold(1, 'lahti')], [far, lent])).to.equal('h1 far');
    expect(chosen([buildHold(1, 'lahti')], [far, lent], 'whenNoneOwned')).to.equal(undefined);
    expect(chosen([buildHold(1, 'lahti')], [far], 'whenNoneOwned')).to.equal('h1 far');
    expect(chosen([buildHold(1, 'lahti')], [far], 'never')).to.equal(undefined);
    expect(chosen([buildHold(1, 'sysma'), buildHold(2, 'lahti')], [far])).to.equal('h2 far');
  });
});

describe('the estimated wait', () => {
  const wait = (position: number, copies: Item[]) => estimatedWait({ position, copies, loanDays: 28 }, today);
  const due = (days: number) => buildItem({ use: onLoan({ dueOn: plusDays(today, days) }) });

  it('counts from when copies are due, and a loan for each who is earlier', () => {
    expect(wait(1, [due(10)])).to.equal(14);
    expect(wait(2, [due(10)])).to.equal(14 + 32);
    expect(wait(2, [due(10), due(20)])).to.equal(24);
    expect(wait(3, [due(10), due(20)])).to.equal(14 + 32);
    expect(wait(1, [])).to.equal(undefined);
  });

  it('is never shorter for who is further back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5, max: 40 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 30 }),
        (days, position) => {
          // prettier-ignore
          const copies = days.map(due);
          expect(wait(position + 1, copies) ?? 0).to.be.at.least(wait(position, copies) ?? 0);
        },
      ),
    );
  });
});

describe('fees', () => {
  const fee = (id: string, cents: number) => ({ id, cents, kind: 'other' as const, on: today, rule: 'x' });
  const waiver = (cents: number) => ({ cents, reason: 'sairaus', by: 'staff', on: today });

  it('are charged once, waived and paid to the cent, in whatever order', () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant('charge' as const), id: fc.integer({ min: 1, max: 5 }), cents: fc.integer({ min: 1, max: 900 }) }),
      fc.record({ do: fc.constant('waive' as const), id: fc.integer({ min: 1, max: 5 }), cents: fc.integer({ min: 1, max: 900 }) }),
      fc.record({ do: fc.constant('pay' as const), id: fc.integer({ min: 1, max: 5 }), cents: fc.constant(0) }),
      fc.record({ do: fc.constant('end' as const), id: fc.integer({ min: 1, max: 5 }), cents: fc.constantFrom(0, 1) }),
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let borrower = newBorrower('p1');
        for (const [nth, { do: what, id, cents }] of acts.entries()) {
          try {
            if (what === 'charge') borrower = charge(borrower, fee(`f${id}`, cents));
            if (what === 'waive') borrower = waive(borrower, `f${id}`, waiver(cents));
            if (what === 'pay')
              ({ borrower } = startPayment(borrower, { id: `y${nth}`, fees: [`f${id}`], at: new Date() }));
            if (what === 'end')
              borrower = endPayment(borrower, borrower.payments[id]?.id ?? '', cents ? 'paid' : 'failed');
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        const { fees, payments } = borrower;
        const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
        expect(fees.every((one) => openCents(one) >= 0)).to.equal(true);
        expect(sum(fees.map(({ paidCents }) => paidCents))).to.equal(sum(payments.map(({ state, cents }) => (state === 'paid' ? cents : 0)))); // prettier-ignore
        expect(debtOf(borrower)).to.equal(sum(fees.map(openCents)));
        expect(new Set(fees.map(({ id }) => id)).size).to.equal(fees.length);
      }),
      { numRuns: 300 },
    );
  });

  it('tell what they are for until nothing of them is open', () => {
    const owed = charge(newBorrower('p1'), { ...fee('f', 500), record: 'r1' });
    const less = waive(owed, 'f', waiver(200));
    const { borrower } = startPayment(less, { id: 'p', fees: 'all', at: new Date() });
    const recordsOf = ({ fees }: typeof owed) => fees.map(({ record }) => record);
    expect([owed, less, borrower].map(recordsOf)).to.deep.equal([['r1'], ['r1'], ['r1']]);
    expect([endPayment(borrower, 'p', 'paid'), waive(less, 'f', waiver(300))].map(recordsOf)).to.deep.equal([[undefined], [undefined]]); // prettier-ignore
  });
});

describe('what an import leaves alone', () => {
  it('the loan, its count and what has to follow, whatever the record says now', () => {
    const before = buildItem({ version: 7, status: 'available', loans: 12, use: onLoan(), unsettled: true, following: [{ step: 'offer' }] }); // prettier-ignore
    const listed = { _id: '1', recordId: 'test.1', branch: 'heinola', status: 'onLoan' as const, loans: 3 };
    const after = relisted(listed, before);
    expect(after).to.deep.equal({ ...before, version: 8, branch: 'heinola', status: 'onLoan' });
    expect(relisted(listed, undefined)).to.deep.equal({ ...listed, version: 1 });
  });

  it('a copy that the record lists no more stays as long as somebody has it', () => {
    expect(delisted(buildItem({ use: onLoan() }))).to.include({ withdrawn: true, version: 2 });
    expect(delisted(buildItem({ use: { kind: 'shelf', at: 'lahti' } }))).to.equal(undefined);
    expect(delisted(buildItem())).to.equal(undefined);
  });

  it('a copy that has come back is available, whatever its record said of it once', () => {
    const use: ItemUse = { kind: 'shelf', at: 'sysma' };
    expect(statusOf(buildItem({ status: 'onLoan', use }))).to.equal('available');
    expect(statusOf(buildItem({ status: 'reference', use }))).to.equal('reference');
    expect(statusOf(buildItem({ withdrawn: true, use }))).to.equal('lost');
    expect(placeOf(buildItem({ branch: 'lahti', use }))).to.equal('sysma');
    expect(placeOf(buildItem({ branch: 'lahti', use: onLoan() }))).to.equal('lahti');
  });
});
