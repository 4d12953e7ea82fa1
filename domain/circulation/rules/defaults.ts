import type { RuleSet } from './schema.ts';

/** The rules the region begins with. Holds cost nothing; what is made for children is never fined. */
export const firstRules: RuleSet = {
  _id: 1,
  from: '2008-01-01',
  patrons: { loanLimit: 100, holdLimit: 50, debtLimitCents: 2_000, cardReplacementCents: 300 },
  regionalHolds: { usual: 'whenNoneFree', byMunicipality: {} },
  standard: {
    loanDays: 28,
    renewals: 5,
    renewalOverdueDays: 14,
    pickupDays: 7,
    overdueCentsPerDay: 25,
    overdueCapCents: 500,
    unclaimedHoldCents: 100,
    floats: false,
  },
  materials: [
    {
      name: 'audiovisual',
      formats: ['dvd', 'bluray', 'video', 'cd', 'vinyl', 'recording', 'game'],
      terms: { loanDays: 14 },
    },
    { name: 'new', acquiredWithinDays: 90, terms: { loanDays: 14 } },
    { name: 'magazines', formats: ['magazine', 'newspaper'], terms: { loanDays: 14, floats: true } },
    { name: 'children', audiences: ['child'], terms: { overdueCentsPerDay: 0, overdueCapCents: 0, unclaimedHoldCents: 0 } }, // prettier-ignore
  ],
};
