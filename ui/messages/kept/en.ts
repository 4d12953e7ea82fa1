import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

export const en: Said<typeof fi> = {
  'kept.title': 'What you wrote is still here',
  'kept.logIn': 'Your log-in has ended. What you wrote is still on this page: log in, and you can send it.',
  'kept.ready': 'You are logged in again. Check the text and send it.',
  'kept.yours': 'You wrote',
  'kept.send': 'Send',
  'kept.again': 'Send again',
};
