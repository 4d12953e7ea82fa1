import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The page of citations and sharing, in Swedish. */
export const sv: Said<typeof fi> = {
  'cite.title': 'Hänvisa och dela',
  'cite.edition': 'Till vilken utgåva',
  'cite.citations': 'Källhänvisningar',
  'cite.copy': 'Kopiera {name}',
  'cite.copied': 'Källhänvisningen har kopierats.',
  'cite.copyFailed': 'Det gick inte att kopiera. Du kan markera texten och kopiera den själv.',
  'cite.files': 'Som fil till referensprogram',
  'cite.share': 'Dela länken',
  'cite.copyLink': 'Kopiera länken',
  'cite.linkCopied': 'Länken till verket har kopierats.',
  'cite.mail': 'Skicka med e-post',
  'cite.send': 'Dela med enhetens appar',
  'cite.code': 'Öppna sidan i telefonen genom att läsa koden.',
};
