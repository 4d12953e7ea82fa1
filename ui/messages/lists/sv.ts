import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

export const sv: Said<typeof fi> = {
  'lists.new': 'Nyheter',
  'lists.popular': 'Mest lånade',
  'lists.loading': 'Söker',
  'lists.none': 'Här finns inga verk ännu.',
  'lists.missing': 'Det här finns inte längre i bibliotekens samlingar.',
  'lists.unavailable': 'Bibliotekets tjänst svarar inte just nu. Försök igen om en stund.',
  'lists.offline': 'Din enhet är inte ansluten till nätet. Kontrollera anslutningen och försök igen.',
  'lists.retry': 'Försök igen',
  'lists.memoryNone': 'Din minneslista är tom. Bredvid ett verk finns en knapp som lägger till det här.',
};
