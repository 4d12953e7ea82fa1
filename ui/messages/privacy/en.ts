import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The privacy notice, in English. */
export const en: Said<typeof fi> = {
  'privacy.title': 'Privacy',
  'privacy.intro':
    'You can search and browse without telling who you are. The service does not follow you, shows no advertisements and tells nobody that you were here.',
  'privacy.searchTitle': 'When you search',
  'privacy.search':
    'Your words go to the library’s own server, which answers them. They are not stored and not connected to you.',
  'privacy.others':
    'Everything on the pages comes from the same server, fonts and pictures included. The pages load nothing from others: no visitor counters, no map or video services, no social media buttons.',
  'privacy.deviceTitle': 'What stays on your device',
  'privacy.device':
    'Only what you ask to be remembered is kept on your device. You can remove all of it in the settings of your browser, and the service works without it.',
  'privacy.keptTime': 'Kept',
  'privacy.kept.language': 'Cookie. Remembers the language you chose. Set only when you choose one.',
  'privacy.kept.home':
    'Cookie. Remembers your own library or municipality, if you ask for it. Holds nothing but its name.',
  'privacy.kept.memory':
    'Storage of the browser. Works you have put on your memory list. The list does not leave your device.',
  'privacy.time.year': 'a year from the last choice',
  'privacy.time.removed': 'until you remove it',
  'privacy.logsTitle': 'What stays on the server',
  'privacy.logs':
    'When something goes wrong, the server writes down the time, the address of the page without your words, the error, and a random id by which the fault is found. It does not write down your IP address, browser or cookies. Your municipality’s network may keep a log of its own: its privacy notice tells of that.',
  'privacy.metrics':
    'The server also counts how often pages were opened and how fast they answered. These numbers know nothing of visitors.',
  'privacy.elsewhereTitle': 'Search on a municipality’s site, and links elsewhere',
  'privacy.elsewhere':
    'Where search is embedded in the site of your municipality, it sets no cookie there. Links to other services open a page run by somebody else, on their own terms.',
  'privacy.rightsTitle': 'Your rights',
  'privacy.rights':
    'The service is run by the municipal libraries. Since searching and browsing store no personal data about you, the library has none of it to show or delete. If you have questions about privacy, ask the customer service of your library.',
  'privacy.authority':
    'If you suspect that your personal data is handled wrongly, you can turn to the Data Protection Ombudsman.',
  'privacy.updated': 'Updated {date}.',
};
