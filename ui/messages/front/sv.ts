import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The front page, and those of the towns, in Swedish. */
export const sv: Said<typeof fi> = {
  'front.title': 'Vad vill du låna?',
  'front.hint': 'Du kan söka med titel, upphovsman, ämne eller ISBN, i vilken ordform som helst.',
  'front.formats': 'Bläddra enligt materialtyp',
  'front.popular': 'Mest lånade',
  'front.newest': 'Nyheter',
  'front.children': 'För barn',
  'front.all': 'Visa alla',
  'front.allOf': 'Visa alla: {what}',
  'front.towns': 'Elva kommuner, ett bibliotek',
  'front.townsHint': 'Välj din kommun, så ser du först tillgängligheten där.',
  'front.partial': 'Verken kan inte visas just nu. Sökningen fungerar kanske ändå om en stund.',

  'town.merged.hameenkoski': 'Hämeenkoski är sedan 2016 en del av Hollola. Biblioteket finns kvar på sin plats.',
  'town.merged.nastola': 'Nastola är sedan 2016 en del av Lahtis. Biblioteket finns kvar på sin plats.',
  'town.branches': 'Bibliotek',
  'town.all': 'Hela regionen',
};
