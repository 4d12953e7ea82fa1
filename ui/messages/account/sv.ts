import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The patron's own pages, in Swedish. */
export const sv: Said<typeof fi> = {
  'account.menu': 'Mitt konto: {name}',
  'account.logOut': 'Logga ut',
  'account.overview': 'Översikt',
  'account.loans': 'Lån',
  'account.holds': 'Reservationer',
  'account.fees': 'Avgifter',
  'account.history': 'Lånehistorik',
  'account.settings': 'Inställningar',
};
