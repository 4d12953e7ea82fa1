import { expect } from 'chai';
import type { Connections } from '../../../../config/connections.ts';
import { firstRules } from '../../../../domain/circulation/rules/defaults.ts';
import { ruleFor, rulesOn } from '../../../../domain/circulation/rules/rule-for.ts';
import { RuleSet } from '../../../../domain/circulation/rules/schema.ts';
import { ruleBook } from '../../../../domain/circulation/rules/service.ts';
import { dropNamespace, openTestConnections } from '../../../support/connections.ts';

const on = '2026-11-25';

describe('the rules of use', () => {
  let connections: Connections;
  before(() => (connections = openTestConnections()));
  after(() => dropNamespace(connections));

  it('lend books for 28 days and what is new or audiovisual for 14, with five renewals', () => {
    const days = (material: Omit<Parameters<typeof ruleFor>[1], 'on'>) => ruleFor([firstRules], { ...material, on });
    expect(days({ format: 'book' })).to.include({ loanDays: 28, renewals: 5, pickupDays: 7 });
    expect(days({ format: 'dvd' })).to.include({ loanDays: 14, renewals: 5 });
    expect(days({ format: 'book', acquiredOn: '2026-10-01' }).loanDays).to.equal(14);
    expect(days({ format: 'book', acquiredOn: '2026-06-01' }).loanDays).to.equal(28);
  });

  it('ask 25 cents a day up to 5 euros for what is late and 1 euro for what nobody picks up, but nothing of children', () => {
    expect(ruleFor([firstRules], { format: 'book', audience: 'adult', on })).to.include({
      overdueCentsPerDay: 25,
      overdueCapCents: 500,
      unclaimedHoldCents: 100,
    });
    expect(ruleFor([firstRules], { format: 'dvd', audience: 'child', on })).to.include({
      loanDays: 14,
      overdueCentsPerDay: 0,
      unclaimedHoldCents: 0,
    });
    expect(rulesOn([firstRules], on).patrons.cardReplacementCents).to.equal(300);
  });

  it('each term names the rule it comes from', () => {
    const terms = ruleFor([firstRules], { format: 'dvd', audience: 'child', on });
    expect(terms.ruleOf('loanDays')).to.equal('loanDays/audiovisual@1');
    expect(terms.ruleOf('overdueCentsPerDay')).to.equal('overdueCentsPerDay/children@1');
    expect(terms.ruleOf('renewals')).to.equal('renewals/standard@1');
    expect(rulesOn([firstRules], on).nameOf('loanLimit')).to.equal('loanLimit@1');
  });

  it('new rules count from their first day on, and the former ones until then', () => {
    const sets = [firstRules, { ...firstRules, _id: 2, from: '2027-01-01', standard: { ...firstRules.standard, loanDays: 21 } }]; // prettier-ignore
    expect(ruleFor(sets, { format: 'book', on: '2026-12-31' }).loanDays).to.equal(28);
    expect(ruleFor(sets, { format: 'book', on: '2027-01-01' }).loanDays).to.equal(21);
    expect(ruleFor(sets, { format: 'book', on: '2027-01-01' }).ruleOf('loanDays')).to.equal('loanDays/standard@2');
    expect(() => rulesOn(sets, '1999-01-01')).to.throw(RangeError);
  });

  it('are written as their schema says', () => {
    expect(RuleSet.safeParse(firstRules).error).to.equal(undefined);
  });

  it('staff set new ones, never for days gone by, and no two get one number', async () => {
    const book = ruleBook(connections);
    const { _id: _, ...rules } = firstRules;
    const late = await book.set({ ...rules, from: '2020-01-01' }, on).catch((error: unknown) => error);
    expect(late).to.be.instanceOf(RangeError);
    const loanLimit = (limit: number) => ({ ...rules, from: on, patrons: { ...rules.patrons, loanLimit: limit } });
    await Promise.all([book.set(loanLimit(7), on), book.set(loanLimit(7), on)]);
    expect((await book.all()).map(({ _id }) => _id)).to.deep.equal([3, 2, 1]);
    expect((await book.on(on)).patrons.loanLimit).to.equal(7);
    expect((await ruleBook(connections).on('2026-11-24')).patrons.loanLimit).to.equal(100);
  });
});
