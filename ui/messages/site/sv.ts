import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** What stands around every page, and pages for what could not be done, in Swedish. */
export const sv: Said<typeof fi> = {
  'site.name': 'LASTU',
  'site.tagline': 'Bibliotekens gemensamma webbibliotek i Päijänne-Tavastland',
  'site.description':
    'Böcker, ljudböcker, filmer, musik, spel och tidskrifter från elva kommuners bibliotek i en enda sökning.',
  'site.home': 'LASTU, till startsidan',

  'site.back': 'Tillbaka: {site}',
  'skip.content': 'Gå till innehållet',
  'skip.results': 'Gå till sökresultaten',
  'skip.filters': 'Gå till begränsningarna',

  'language.choose': 'Språk',

  'footer.about': 'LASTU är elva kommuners gemensamma bibliotek: en samling, ett kort, en sökning.',
  'footer.towns': 'Kommunernas bibliotek',

  'problem.missing.title': 'Sidan hittades inte',
  'problem.missing.text':
    'Adressen har kanske ändrats, eller så har verket tagits bort ur samlingarna. Pröva om det hittas med en sökning.',
  'problem.forbidden.title': 'Den här sidan är för bibliotekets personal',
  'problem.forbidden.text':
    'Ditt kort har inte rätt till den här sidan. Om du arbetar på biblioteket kan du logga in med ditt arbetskort eller be huvudanvändaren om rätten.',
  'problem.home': 'Gå till startsidan',
  'problem.search': 'Sök',
  'problem.code': 'Fel {status}',
  'footer.readers': 'Av läsare',
  'footer.service': 'Tjänsten',
};
