import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** Logging in, and getting a PIN, in English. */
export const en: Said<typeof fi> = {
  'login.title': 'Log in',
  'login.intro': 'Log in with the region’s library card. One card works in the libraries of all eleven municipalities.',
  'login.next.hold': 'Log in, and your hold goes on from where you were.',
  'login.card': 'Library card number',
  'login.cardHint': 'The number is on the card, below the barcode.',
  'login.pin': 'PIN',
  'login.submit': 'Log in',
  'login.first': 'First time here, or no PIN at hand?',
  'login.webAccount': 'Create a web account for your card',
  'login.reset': 'Forgotten your PIN?',
  'login.noCard': 'You can get a card at any library of the region; bring proof of identity.',
  'login.webAccountTitle': 'Create a web account',
  'login.webAccountIntro':
    'Enter the number of your card and your birth date. We send a code to the e-mail address that you have given to the library.',
  'login.resetTitle': 'Replace a forgotten PIN',
  'login.resetIntro':
    'Enter the number of your card and your birth date. We send a code to the e-mail address that you have given to the library; with it you choose a new PIN.',
  'login.birthDate': 'Birth date',
  'login.sendCode': 'Send the code',
  'login.codeTitle': 'Enter the code and choose a PIN',
  'login.codeSent':
    'If the card and the birth date belong together, a code is on its way to your e-mail. It is good for 15 minutes. If none comes, the library may not have your e-mail address: it can be added at any library of the region.',
  'login.code': 'Code from the e-mail',
  'login.newPin': 'New PIN',
  'login.newPinHint': '4–12 digits. Do not use your birth date.',
  'login.setPin': 'Save and log in',
  'login.again': 'Ask for a new code',
  'login.back': 'Back to logging in',
  'login.invalid': 'Please check the fields: a card number has 4–30 digits or letters, a PIN 4–12 digits.',
  'login.away': 'Logging in does not work right now. Searching does, and you can try to log in again in a moment.',
  'login.loggedOut': 'You have logged out.',
};
