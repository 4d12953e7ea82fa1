import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** Logging in, and getting a PIN, in Swedish. */
export const sv: Said<typeof fi> = {
  'login.title': 'Logga in',
  'login.intro': 'Logga in med regionens bibliotekskort. Samma kort gäller på biblioteken i alla elva kommuner.',
  'login.next.hold': 'Logga in så fortsätter din reservation där du var.',
  'login.card': 'Bibliotekskortets nummer',
  'login.cardHint': 'Numret står på kortet under streckkoden.',
  'login.pin': 'PIN-kod',
  'login.submit': 'Logga in',
  'login.first': 'Första gången här, eller har du glömt PIN-koden?',
  'login.webAccount': 'Skapa ett webbkonto för ditt kort',
  'login.reset': 'Har du glömt PIN-koden?',
  'login.noCard':
    'Du får ett kort på vilket som helst av regionens bibliotek, om du har med dig en identitetshandling.',
  'login.webAccountTitle': 'Skapa ett webbkonto',
  'login.webAccountIntro':
    'Ange kortets nummer och din födelsedag. Vi skickar en kod till den e-postadress som du har gett biblioteket.',
  'login.resetTitle': 'Byt en glömd PIN-kod',
  'login.resetIntro':
    'Ange kortets nummer och din födelsedag. Vi skickar en kod till den e-postadress som du har gett biblioteket, och med den väljer du en ny PIN-kod.',
  'login.birthDate': 'Födelsedag',
  'login.sendCode': 'Skicka koden',
  'login.codeTitle': 'Ange koden och välj en PIN-kod',
  'login.codeSent':
    'Om kortet och födelsedagen hör ihop är koden nu på väg till din e-post. Den gäller i 15 minuter. Om koden inte kommer har biblioteket kanske inte din e-postadress: den kan läggas till på vilket som helst av regionens bibliotek.',
  'login.code': 'Koden i e-postmeddelandet',
  'login.newPin': 'Ny PIN-kod',
  'login.newPinHint': '4–12 siffror. Använd inte din födelsedag.',
  'login.setPin': 'Spara och logga in',
  'login.again': 'Be om en ny kod',
  'login.back': 'Tillbaka till inloggningen',
  'login.invalid': 'Kontrollera fälten: ett kortnummer har 4–30 siffror eller bokstäver, en PIN-kod 4–12 siffror.',
  'login.away': 'Det går inte att logga in just nu. Sökningen fungerar, och du kan försöka logga in igen om en stund.',
  'login.loggedOut': 'Du har loggat ut.',
};
