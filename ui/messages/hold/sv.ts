import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** Placing a hold, in Swedish. */
export const sv: Said<typeof fi> = {
  'hold.place': 'Reservera',
  'hold.title': 'Reservera: {title}',
  'hold.heading': 'Reservera',
  'hold.edition': 'Vilken version',
  'hold.any': 'Vilken version som helst, den snabbaste först',
  'hold.more': 'Ange sista giltighetsdag',
  'hold.free': 'Det är avgiftsfritt att reservera. Du får ett meddelande när reservationen kan avhämtas.',
  'hold.for': 'För vem',
  'hold.placed': 'Reservationen är gjord',
  'hold.undo': 'Ångra reservationen',
  'hold.undone': 'Reservationen är avbeställd.',
  'hold.seeAll': 'Mina reservationer',
  'hold.backToWork': 'Tillbaka till verket',
  'hold.refused': 'Reservationen kan inte göras',
};
