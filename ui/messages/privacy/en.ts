import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The privacy notice, in English. */
export const en: Said<typeof fi> = {
  'privacy.title': 'Privacy',
  'privacy.intro':
    'You can search and browse without telling who you are. The service does not follow you, shows no advertisements and tells nobody that you were here.',
  'privacy.searchTitle': 'When you search',
  'privacy.search':
    'Your words go to the library’s own server, which answers them. They are not connected to you. The server counts how often the same words were searched for, so that the library sees what is not found. Who searched, from where and exactly when is not stored. Staff see words only once they were searched for at least five times and on more than one day; rare words are removed after a month, others after about a year. Numbers of cards, phones and persons and e-mail addresses are not counted at all.',
  'privacy.others':
    'Everything on the pages comes from the same server, fonts and pictures included. The pages load nothing from others: no visitor counters, no map or video services, no social media buttons.',
  'privacy.deviceTitle': 'What stays on your device',
  'privacy.device':
    'Only what is listed below is kept on your device. You can remove all of it in the settings of your browser, and searching works without it.',
  'privacy.keptTime': 'Kept',
  'privacy.kept.language': 'Cookie. Remembers the language you chose. Set only when you choose one.',
  'privacy.kept.home':
    'Cookie. Remembers your own library or municipality, if you ask for it. Holds nothing but its name.',
  'privacy.kept.session': 'Cookie. Keeps you logged in. Set only when you log in, and removed when you log out.',
  'privacy.kept.device':
    'Cookie. Knows that somebody has logged in with your card on this device before, so that nobody can lock you out by guessing elsewhere. Set only when you log in.',
  'privacy.kept.recent':
    'Storage of the browser. Your latest searches, which the search box offers again. They do not leave your device, and you can remove them in the search box.',
  'privacy.kept.memory':
    'Storage of the browser. The works you have put on your memory list, and a random code by which the server knows the same list. The code does not tell who you are. When you log out, the list of your account leaves the device.',
  'privacy.kept.deskBranch':
    'Browser storage. On the library’s own devices: the branch at whose desk the device stands. It is not kept on patrons’ devices.',
  'privacy.kept.staff':
    'Cookie. For those who work in the library only: keeps them logged in with their work account. Set only when they log in, and removed when they log out.',
  'privacy.kept.staffDevice':
    'Cookie. For those who work in the library only: tells that the same work account has logged in on the device before.',
  'privacy.kept.staffProvider':
    'Cookie. For those who work in the library only: while they log in through the log-in service of their organisation.',
  'privacy.time.month': '30 days from the search',
  'privacy.time.year': 'a year from the last choice',
  'privacy.time.session': 'an hour from the last use, 12 hours at most',
  'privacy.time.login': 'a year from the last log-in',
  'privacy.time.removed': 'until you remove it',
  'privacy.time.closed': 'until the log-in is done or the browser is closed',
  'privacy.memory':
    'The server keeps the memory list, so that it is not lost when you log in. Without a log-in it is kept under a random code only, and removed 400 days after it was last changed. If you send the list by e-mail, the address is not kept: only a hash of it is remembered for a day, so that nobody can send letters to it without end.',
  'privacy.cardTitle': 'When you log in with your library card',
  'privacy.card':
    'The library’s server holds what belongs to your card: your name, municipality, date of birth and contact details as far as you have given them, your settings, loans, holds and fees. Of your PIN only a hash is kept, from which it cannot be read.',
  'privacy.history':
    'A loan history is kept only if you ask for it in your settings. When you give it up, what has been kept is removed at once.',
  'privacy.recommendations':
    'Recommendations are counted once a day from the lists, ratings and loan histories of patrons. A pair of works is shown only if at least five patrons liked both; nobody is kept in it. You can turn them off in your settings: then nothing is recommended to you, and nothing of yours is counted.',
  'privacy.searches':
    'Saved searches and what they find are kept until you delete them; what was found, for half a year at most.',
  'privacy.voices':
    'Your reviews, tips, comments and shared lists are shown to others under the name you choose, never the card’s. Others do not see that a rating or a tag is yours. All of it is kept until you delete it, and goes with your account at the latest. When library staff hide a text or keep somebody from writing, that is noted.',
  'privacy.attempts':
    'If the PIN is wrong, the server remembers the card and the network address for a day, so that PINs cannot be guessed.',
  'privacy.logsTitle': 'What stays on the server',
  'privacy.logs':
    'When something goes wrong, the server writes down the time, the address of the page without your words, the error, and a random id by which the fault is found. It does not write down your IP address, browser or cookies. Your municipality’s network may keep a log of its own: its privacy notice tells of that.',
  'privacy.metrics':
    'The server also counts how often pages were opened and how fast they answered. These numbers know nothing of visitors.',
  'privacy.statistics':
    'The library counts loans, holds, transports and searches. Only numbers are kept, not who borrowed, placed a hold or searched. Numbers of municipalities and formats are rounded to fives, so that nobody can be told behind a small one.',
  'privacy.staff':
    'When somebody who works in the library looks at your data or changes it, a log notes it: who, when and what. It does not tell what you borrow.',
  'privacy.elsewhereTitle': 'Search on a municipality’s site, and links elsewhere',
  'privacy.elsewhere':
    'Where search is embedded in the site of your municipality, it sets no cookie there. If you put works on the memory list there, the list stays in your browser’s storage for that site. Links to other services open a page run by somebody else, on their own terms.',
  'privacy.rightsTitle': 'Your rights',
  'privacy.rights':
    'The service is run by the municipal libraries. Searching and browsing leave nothing about you that could be shown or deleted. You can have everything that belongs to your card, ask for it to be corrected, and your account can be deleted when you have no loans or fees. Ask the customer service of your library.',
  'privacy.authority':
    'If you suspect that your personal data is handled wrongly, you can turn to the Data Protection Ombudsman.',
  'privacy.updated': 'Updated {date}.',
};
