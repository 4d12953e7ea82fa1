import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The patron's own pages, in English. */
export const en: Said<typeof fi> = {
  'account.menu': 'My account: {name}',
  'account.logOut': 'Log out',
  'account.overview': 'Overview',
  'account.loans': 'Loans',
  'account.holds': 'Holds',
  'account.fees': 'Fees',
  'account.history': 'Loan history',
  'account.settings': 'Settings',
};
