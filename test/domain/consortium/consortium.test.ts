import { expect } from 'chai';
import type { Connections } from '../../../config/connections.ts';
import { hoursOn, openDayFrom, usualCalendar } from '../../../domain/consortium/calendar.ts';
import { distanceBetween, municipalityOfBranch } from '../../../domain/consortium/distance.ts';
import { isHoliday } from '../../../domain/consortium/holidays.ts';
import { phaseIn } from '../../../domain/consortium/rollout.ts';
import { createConsortium } from '../../../domain/consortium/service.ts';
import { daysBetween, localDate, plusDays } from '../../../domain/local-date.ts';
import { dropNamespace, openTestConnections } from '../../support/connections.ts';

describe('local dates', () => {
  it('a day begins at midnight in Finland, in summer and winter', () => {
    expect(localDate(new Date('2026-01-31T21:59:59Z'))).to.equal('2026-01-31');
    expect(localDate(new Date('2026-01-31T22:00:00Z'))).to.equal('2026-02-01');
    expect(localDate(new Date('2026-06-30T21:00:00Z'))).to.equal('2026-07-01');
  });

  it('days are counted over the change of clocks and leap days', () => {
    expect(plusDays('2026-03-28', 2)).to.equal('2026-03-30');
    expect(plusDays('2028-02-28', 2)).to.equal('2028-03-01');
    expect(daysBetween('2026-12-30', '2027-01-02')).to.equal(3);
    expect(daysBetween('2027-01-02', '2026-12-30')).to.equal(-3);
  });
});

describe('the calendar of a branch', () => {
  it('knows the holidays of Finland, those that move included', () => {
    const of2026 = ['2026-01-01', '2026-01-06', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-06-19', '2026-06-20', '2026-10-31', '2026-12-06', '2026-12-24', '2026-12-25', '2026-12-26']; // prettier-ignore
    for (const date of of2026) expect(isHoliday(date), date).to.equal(true);
    for (const date of ['2027-03-26', '2027-03-29', '2027-05-06', '2027-06-25', '2027-11-06']) {
      expect(isHoliday(date), date).to.equal(true);
    }
    for (const date of ['2026-04-02', '2026-06-18', '2026-12-23', '2026-11-07']) {
      expect(isHoliday(date), date).to.equal(false);
    }
  });

  it('is closed on Sundays and holidays, unless staff have said otherwise', () => {
    const usual = usualCalendar('lahti');
    expect(hoursOn(usual, '2026-11-25')).to.deep.equal({ from: '10:00', to: '19:00' });
    expect(hoursOn(usual, '2026-11-29')).to.equal(undefined);
    expect(hoursOn(usual, '2026-12-24')).to.equal(undefined);
    const special = {
      ...usual,
      exceptions: [
        { from: '2026-12-24', to: '2026-12-24', hours: { from: '10:00', to: '12:00' } },
        { from: '2026-07-01', to: '2026-07-31', reason: 'Remontti' },
      ],
    };
    expect(hoursOn(special, '2026-12-24')).to.deep.equal({ from: '10:00', to: '12:00' });
    expect(openDayFrom(special, '2026-07-10')).to.equal('2026-08-01');
  });

  it('gives the next open day, and does not look for ever', () => {
    expect(openDayFrom(usualCalendar('lahti'), '2026-12-24')).to.equal('2026-12-28');
    const never = { ...usualCalendar('lahti'), week: Array<null>(7).fill(null) };
    expect(openDayFrom(never, '2026-12-24')).to.equal('2026-12-24');
  });
});

describe('distances between branches', () => {
  it('a copy in the building is nearer than one in town, and that nearer than one of the next town', () => {
    const on = '2026-11-25';
    const from = (branch: string) => distanceBetween(branch, 'lahti', on);
    expect(from('lahti')).to.equal(0);
    expect(from('lahti-ahtiala')).to.be.lessThan(from('hollola'));
    expect(from('hollola')).to.be.lessThan(from('heinola'));
    expect(from('heinola')).to.be.lessThan(from('hartola'));
    expect(from('hartola')).to.be.lessThan(from('somewhere else'));
  });

  it('Nastola has been in Lahti since 2016', () => {
    expect(municipalityOfBranch('nastola', '2015-12-31')).to.equal('nastola');
    expect(municipalityOfBranch('nastola', '2016-01-01')).to.equal('lahti');
    expect(distanceBetween('nastola', 'lahti', '2016-01-01')).to.be.lessThan(distanceBetween('nastola', 'lahti', '2015-01-01')); // prettier-ignore
  });
});

describe('the rollout', () => {
  let connections: Connections;
  before(() => (connections = openTestConnections()));
  after(() => dropNamespace(connections));

  it('a phase is live from its first day on, and not where it has none', () => {
    const rollouts = [{ _id: 'heinola', version: 1, starts: { catalogue: '2026-01-01', selfService: '2026-12-01' } }];
    const at = (phase: 'catalogue' | 'selfService' | 'community', on: string) =>
      phaseIn(rollouts, { municipality: 'heinola', phase, on });
    expect(at('catalogue', '2026-11-25')).to.deep.equal({ live: true, starts: '2026-01-01' });
    expect(at('selfService', '2026-11-30')).to.deep.equal({ live: false, starts: '2026-12-01' });
    expect(at('selfService', '2026-12-01').live).to.equal(true);
    expect(at('community', '2026-12-01')).to.deep.equal({ live: false, starts: undefined });
  });

  it('a municipality that has become part of another follows that one', () => {
    const rollouts = [{ _id: 'lahti', version: 1, starts: { selfService: '2030-01-01' } }];
    expect(phaseIn(rollouts, { municipality: 'nastola', phase: 'selfService', on: '2026-01-01' }).live).to.equal(false);
  });

  it('of two who set it at the same time, one learns that the other was quicker', async () => {
    const consortium = createConsortium(connections);
    const wins = await Promise.all(
      ['2026-12-01', '2026-12-02'].map((day) => consortium.setRollout('sysma', 0, { selfService: day })),
    );
    expect(wins.filter(Boolean)).to.have.length(1);
    expect(await consortium.setRollout('sysma', 1, { selfService: '2027-01-01' })).to.equal(true);
    expect((await consortium.phase('sysma', 'selfService', '2026-12-31')).live).to.equal(false);
    expect((await consortium.phase('lahti', 'selfService', '2026-12-31')).live).to.equal(true);
  });

  it('the calendar that staff have set for a branch is kept, the others stay usual', async () => {
    const consortium = createConsortium(connections);
    const next = { ...usualCalendar('sysma'), version: 1, closedOnHolidays: false };
    expect(await consortium.setCalendar(next, 'p1')).to.equal(true);
    expect(await consortium.setCalendar(next, 'p1')).to.equal(false);
    expect(await consortium.calendar('sysma')).to.deep.equal(next);
    expect(await consortium.calendar('lahti')).to.deep.equal(usualCalendar('lahti'));
  });
});
