/** The patron's own pages, in Finnish: the source of the keys. */
export const fi = {
  'account.menu': 'Oma tili: {name}',
  'account.logOut': 'Kirjaudu ulos',
  'account.overview': 'Yhteenveto',
  'account.loans': 'Lainat',
  'account.holds': 'Varaukset',
  'account.fees': 'Maksut',
  'account.history': 'Lainaushistoria',
  'account.settings': 'Asetukset',
} as const;
