/** The search box and its suggestions, in Finnish: the source of the keys. */
export const fi = {
  'search.action': 'Hae',
  'search.label': 'Hae kirjastojen aineistoa',
  'search.placeholder': 'Nimi, tekijä, aihe tai ISBN',
  'search.in': 'Mistä haetaan',

  'suggest.label': 'Ehdotukset',
  'suggest.count': { one: '{n} ehdotus', other: '{n} ehdotusta' },
  'suggest.work': 'Teos',
  'results.count': { one: '{n} teos', other: '{n} teosta' },
  'facet.author': 'Tekijä',
  'facet.subject': 'Aihe',
  'facet.tag': 'Lukijoiden avainsana',
  'facet.series': 'Sarja',

  'recent.label': 'Aiemmat hakusi',
  'recent.count': {
    one: '{n} aiempi haku. Delete poistaa valitun.',
    other: '{n} aiempaa hakua. Delete poistaa valitun.',
  },
  'recent.erase': 'Poista aiempi haku: {q}',
  'recent.erased': 'Poistettu: {q}',
  'recent.eraseAll': 'Poista aiemmat haut tältä laitteelta',
  'recent.erasedAll': 'Aiemmat haut on poistettu.',

  'in.all': 'Kaikki kentät',
  'in.title': 'Nimeke',
  'in.author': 'Tekijä',
  'in.subject': 'Aihe',
  'in.series': 'Sarja',
  'in.isbn': 'ISBN',
  'in.shelfMark': 'Luokka',
} as const;
