/** The front page, and those of the towns, in Finnish: the source of the keys. */
export const fi = {
  'front.title': 'Mitä haluaisit lainata?',
  'front.hint': 'Voit hakea nimellä, tekijällä, aiheella tai ISBN-numerolla, missä sanamuodossa tahansa.',
  'front.formats': 'Selaa aineistolajeittain',
  'front.popular': 'Lainatuimmat',
  'front.newest': 'Uutuudet',
  'front.children': 'Lapsille',
  'front.all': 'Näytä kaikki',
  'front.allOf': 'Näytä kaikki: {what}',
  'front.towns': 'Yksitoista kuntaa, yksi kirjasto',
  'front.townsHint': 'Valitse oma kuntasi, niin näet ensin sen saatavuuden.',
  'front.partial': 'Teoksia ei voida näyttää juuri nyt. Haku saattaa silti toimia hetken päästä.',

  'town.merged.hameenkoski': 'Hämeenkoski on ollut osa Hollolaa vuodesta 2016. Kirjasto palvelee entisellä paikallaan.',
  'town.merged.nastola': 'Nastola on ollut osa Lahtea vuodesta 2016. Kirjasto palvelee entisellä paikallaan.',
  'town.branches': 'Kirjastot',
  'town.all': 'Koko seutu',
} as const;
