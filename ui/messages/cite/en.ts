import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The page of citations and sharing, in English. */
export const en: Said<typeof fi> = {
  'cite.title': 'Cite and share',
  'cite.edition': 'Which edition',
  'cite.citations': 'References',
  'cite.copy': 'Copy {name}',
  'cite.copied': 'The reference has been copied.',
  'cite.copyFailed': 'Copying did not work. You can select the text and copy it yourself.',
  'cite.files': 'As a file for reference managers',
  'cite.share': 'Share the link',
  'cite.copyLink': 'Copy the link',
  'cite.linkCopied': 'The link to the work has been copied.',
  'cite.mail': 'Send by e-mail',
  'cite.send': 'Share with your device’s apps',
  'cite.code': 'Open the page on a phone by reading the code.',
};
