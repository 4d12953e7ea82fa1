/** What somebody has typed in a form that could not be taken, in Finnish: the source of the keys. */
export const fi = {
  'kept.title': 'Kirjoittamasi on tallessa',
  'kept.logIn':
    'Kirjautumisesi on päättynyt. Kirjoittamasi on tallessa tällä sivulla: kirjaudu, niin voit lähettää sen.',
  'kept.ready': 'Olet taas kirjautunut. Tarkista teksti ja lähetä se.',
  'kept.yours': 'Kirjoitit näin',
  'kept.send': 'Lähetä',
  'kept.again': 'Lähetä uudelleen',
} as const;
