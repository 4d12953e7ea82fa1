import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** What readers search for, in Swedish. */
export const sv: Said<typeof fi> = {
  'searchWords.title': 'Sökord',
  'searchWords.lead': 'Vad som söks och vad som inte hittas. Lägg till ett ord som saknas direkt bland synonymerna.',
  'searchWords.month': 'Månad',
  'searchWords.table': 'Tabell',
  'searchWords.table.unfound': 'Vad som inte hittades',
  'searchWords.table.popular': 'Vad som söktes mest',
  'searchWords.show': 'Visa',
  'searchWords.privacy':
    'Ord visas först när de har sökts minst {fewest} gånger och på fler än en dag. En gång är en kvart då orden har sökts. Ingenting sparas om vem som har sökt, och nummerserier och adresser utelämnas. Om servern kraschar räknas de sista sekunderna inte.',
  'searchWords.none': 'Ingenting har sökts minst {fewest} gånger och på fler än en dag.',
  'searchWords.words': 'Sökord',
  'searchWords.occasions': 'Gånger',
  'searchWords.before': 'Månaden innan',
  'searchWords.unfound': 'Hittades inte som skrivet',
  'searchWords.act': 'Åtgärd',
  'searchWords.synonym': 'Lägg till en synonym',
  'searchWords.csv': 'Ladda ner som tabell',
  'searchWords.course': 'Sökningar utan träffar',
  'searchWords.chart': 'Sökningar utan träffar per dag, som mest {most}',
  'searchWords.asTable': 'Samma sak som tabell',
  'searchWords.day': 'Dag',
  'searchWords.searches': 'Sökningar',
  'searchWords.withoutHits': 'Utan träffar',
  'searchWords.share': 'Andel',
};
