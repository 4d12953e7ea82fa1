/** Logging in, and getting a PIN, in Finnish: the source of the keys. */
export const fi = {
  'login.title': 'Kirjaudu',
  'login.intro': 'Kirjaudu seudun kirjastokortilla. Sama kortti käy kaikissa yhdentoista kunnan kirjastoissa.',
  'login.next.hold': 'Kirjaudu, niin varauksesi jatkuu siitä, mihin jäit.',
  'login.card': 'Kirjastokortin numero',
  'login.cardHint': 'Numero on kortissa viivakoodin alla.',
  'login.pin': 'Tunnusluku (PIN)',
  'login.submit': 'Kirjaudu',
  'login.first': 'Ensimmäistä kertaa täällä, tai tunnusluku hukassa?',
  'login.webAccount': 'Luo verkkotunnus kortillesi',
  'login.reset': 'Unohditko tunnusluvun?',
  'login.noCard': 'Kortin saat mistä tahansa seudun kirjastosta, kun otat henkilötodistuksen mukaan.',
  'login.webAccountTitle': 'Luo verkkotunnus',
  'login.webAccountIntro':
    'Kerro kortin numero ja syntymäaikasi. Lähetämme koodin sähköpostiosoitteeseen, jonka olet antanut kirjastolle.',
  'login.resetTitle': 'Vaihda unohtunut tunnusluku',
  'login.resetIntro':
    'Kerro kortin numero ja syntymäaikasi. Lähetämme koodin sähköpostiosoitteeseen, jonka olet antanut kirjastolle, ja sillä valitset uuden tunnusluvun.',
  'login.birthDate': 'Syntymäaika',
  'login.sendCode': 'Lähetä koodi',
  'login.codeTitle': 'Anna koodi ja valitse tunnusluku',
  'login.codeSent':
    'Jos kortti ja syntymäaika kuuluvat yhteen, koodi on nyt matkalla sähköpostiisi. Se on voimassa 15 minuuttia. Jos koodia ei kuulu, kirjastolla ei ehkä ole sähköpostiosoitettasi: sen voi lisätä missä tahansa seudun kirjastossa.',
  'login.code': 'Koodi sähköpostista',
  'login.newPin': 'Uusi tunnusluku',
  'login.newPinHint': '4–12 numeroa. Älä käytä syntymäaikaasi.',
  'login.setPin': 'Tallenna ja kirjaudu',
  'login.again': 'Pyydä uusi koodi',
  'login.back': 'Takaisin kirjautumiseen',
  'login.invalid': 'Tarkista kentät: kortin numerossa on 4–30 numeroa tai kirjainta, tunnusluvussa 4–12 numeroa.',
  'login.away':
    'Kirjautuminen ei juuri nyt onnistu. Haku toimii, ja kirjautumista voi yrittää hetken kuluttua uudelleen.',
  'login.loggedOut': 'Olet kirjautunut ulos.',
} as const;
