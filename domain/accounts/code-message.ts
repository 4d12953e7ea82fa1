import type { Locale } from '../../config/locales.ts';
import type { Code } from './schema.ts';

/** The message that brings a code, in the language its reader has chosen. */
export function codeMessage({ code, purpose, language }: { code: string; purpose: Code['purpose']; language: Locale }) {
  const { subject, before, after } = texts[language];
  return { subject: subject[purpose], text: `${before}\n\n    ${code}\n\n${after}\n` };
}

const texts: Readonly<Record<Locale, { subject: Record<Code['purpose'], string>; before: string; after: string }>> = {
  fi: {
    subject: { 'web-account': 'Verkkokirjaston tunnuksesi vahvistuskoodi', 'pin-reset': 'Uuden tunnusluvun vahvistuskoodi' },
    before: 'Hei! Tämä on vahvistuskoodisi verkkokirjastoon:',
    after: 'Koodi on voimassa 15 minuuttia. Jos et pyytänyt sitä, voit jättää tämän viestin huomiotta.',
  },
  sv: {
    subject: { 'web-account': 'Bekräftelsekod för ditt konto i webbiblioteket', 'pin-reset': 'Bekräftelsekod för din nya PIN-kod' },
    before: 'Hej! Här är din bekräftelsekod till webbiblioteket:',
    after: 'Koden gäller i 15 minuter. Om du inte har bett om den kan du bortse från det här meddelandet.',
  },
  en: {
    subject: { 'web-account': 'Confirmation code for your web library account', 'pin-reset': 'Confirmation code for your new PIN' },
    before: 'Hello! This is your confirmation code for the web library:',
    after: 'The code is valid for 15 minutes. If you did not ask for it, you need not do anything.',
  },
}; // prettier-ignore
