/** Lists of titles, single works and the memory list as they stand in towns' pages, in Finnish: the source of the keys. */
export const fi = {
  'lists.new': 'Uutuudet',
  'lists.popular': 'Lainatuimmat',
  'answer.loading': 'Haetaan',
  'lists.none': 'Tässä ei ole vielä teoksia.',
  'answer.missing': 'Tätä ei löydy enää kirjastojen kokoelmista.',
  'answer.unavailable': 'Kirjaston palvelu ei vastaa juuri nyt. Yritä hetken päästä uudelleen.',
  'answer.offline': 'Laitteesi ei ole verkossa. Tarkista yhteys ja yritä uudelleen.',
  'answer.retry': 'Yritä uudelleen',
  'lists.noneInList': 'Tässä listassa ei ole vielä teoksia.',
  'lists.wholeList': 'Koko lista kirjaston sivulla: {n} teosta',
  'lists.memoryNone': 'Muistilistasi on tyhjä. Teoksen vieressä on painike, jolla lisäät sen tähän.',
} as const;
