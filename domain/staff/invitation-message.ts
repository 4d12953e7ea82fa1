import type { Locale } from '../../config/locales.ts';

/** Where an invitation is followed. */
export const invitationLink = (publicUrl: string, token: string): string => `${publicUrl}/staff/invitation/${token}`;

/** The message that brings the link of an invitation, in the language its reader was said to read. */
export function invitationMessage({ name, link, language }: { name: string; link: string; language: Locale }) {
  const { subject, hello, before, after } = texts[language];
  return { subject, text: `${hello} ${name}\n\n${before}\n\n    ${link}\n\n${after}\n` };
}

const texts: Readonly<Record<Locale, Record<'subject' | 'hello' | 'before' | 'after', string>>> = {
  fi: {
    subject: 'Kutsu verkkokirjaston henkilökunnan sivuille',
    hello: 'Hei',
    before: 'Sinulle on avattu tunnus verkkokirjaston henkilökunnan sivuille. Valitse salasana ja ota käyttöön tunnistussovellus tässä osoitteessa:',
    after: 'Linkki toimii kerran ja on voimassa seitsemän päivää. Jos et odottanut kutsua, kerro siitä kirjastosi pääkäyttäjälle.',
  },
  sv: {
    subject: 'Inbjudan till personalens sidor i webbiblioteket',
    hello: 'Hej',
    before: 'Ett konto har öppnats åt dig på personalens sidor i webbiblioteket. Välj ett lösenord och ta i bruk en autentiseringsapp på den här adressen:',
    after: 'Länken fungerar en gång och gäller i sju dagar. Om du inte väntade dig en inbjudan, berätta det för bibliotekets huvudanvändare.',
  },
  en: {
    subject: 'Invitation to the staff pages of the web library',
    hello: 'Hello',
    before: 'An account has been opened for you on the staff pages of the web library. Choose a password and set up an authenticator app at this address:',
    after: 'The link works once and is valid for seven days. If you did not expect an invitation, tell an administrator of your library.',
  },
}; // prettier-ignore
