/** What stands around every page, and pages for what could not be done, in Finnish: the source of the keys. */
export const fi = {
  'site.name': 'LASTU',
  'site.tagline': 'Päijät-Hämeen kirjastojen yhteinen verkkokirjasto',
  'site.description':
    'Yhdentoista kunnan kirjastojen kirjat, äänikirjat, elokuvat, musiikki, pelit ja lehdet yhdestä hausta.',
  'site.home': 'LASTU, etusivulle',

  'site.back': 'Takaisin: {site}',
  'skip.content': 'Siirry sisältöön',
  'skip.results': 'Siirry hakutuloksiin',
  'skip.filters': 'Siirry rajauksiin',

  'language.choose': 'Kieli',

  'footer.about': 'LASTU on yhdentoista kunnan yhteinen kirjasto: yksi kokoelma, yksi kortti, yksi haku.',
  'footer.towns': 'Kuntien kirjastot',

  'problem.missing.title': 'Sivua ei löytynyt',
  'problem.missing.text': 'Osoite on ehkä muuttunut, tai teos on poistettu kokoelmista. Kokeile löytyykö se haulla.',
  'problem.forbidden.title': 'Tämä sivu on kirjaston henkilökunnalle',
  'problem.forbidden.text':
    'Kortillasi ei ole oikeutta tähän sivuun. Jos olet töissä kirjastossa, kirjaudu työkortillasi tai pyydä oikeus pääkäyttäjältä.',
  'problem.home': 'Siirry etusivulle',
  'problem.search': 'Hae',
  'problem.code': 'Virhe {status}',
  'footer.readers': 'Lukijoilta',
  'footer.service': 'Palvelu',
} as const;
