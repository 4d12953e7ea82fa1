import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

export const sv: Said<typeof fi> = {
  'kept.title': 'Det du skrev finns kvar',
  'kept.logIn': 'Din inloggning har gått ut. Det du skrev finns kvar på den här sidan: logga in, så kan du skicka det.',
  'kept.ready': 'Du är inloggad igen. Kontrollera texten och skicka den.',
  'kept.yours': 'Så här skrev du',
  'kept.send': 'Skicka',
  'kept.again': 'Skicka igen',
};
