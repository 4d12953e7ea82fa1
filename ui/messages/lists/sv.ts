import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

export const sv: Said<typeof fi> = {
  'lists.new': 'Nyheter',
  'lists.popular': 'Mest lånade',
  'answer.loading': 'Söker',
  'lists.none': 'Här finns inga verk ännu.',
  'answer.missing': 'Det här finns inte längre i bibliotekens samlingar.',
  'answer.unavailable': 'Bibliotekets tjänst svarar inte just nu. Försök igen om en stund.',
  'answer.offline': 'Din enhet är inte ansluten till nätet. Kontrollera anslutningen och försök igen.',
  'answer.retry': 'Försök igen',
  'lists.noneInList': 'Det finns inga verk i den här listan ännu.',
  'lists.wholeList': 'Hela listan på bibliotekets sida: {n} verk',
  'lists.memoryNone': 'Din minneslista är tom. Bredvid ett verk finns en knapp som lägger till det här.',
};
