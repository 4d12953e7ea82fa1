import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The accessibility statement, in English. */
export const en: Said<typeof fi> = {
  'accessibility.title': 'Accessibility statement',
  'accessibility.intro':
    'This statement is about the LASTU web library, run by the municipal libraries of Päijät-Häme. The service falls under the Finnish act on the provision of digital services (306/2019).',
  'accessibility.statusTitle': 'How accessible the service is',
  'accessibility.status':
    'The service is made to meet levels A and AA of the Web Content Accessibility Guidelines, WCAG 2.2. By our own assessment it meets them, with the shortcomings named below.',
  'accessibility.exceptionsTitle': 'What is not accessible yet',
  'accessibility.exception1':
    'Catalogue records come from many sources. Some titles in other languages carry no language, so a screen reader may pronounce them wrongly (WCAG 3.1.2).',
  'accessibility.exception2':
    'Works link to pages run by others, such as e-material services. Whoever runs such a service answers for its accessibility.',
  'accessibility.exception3': 'No outside expert has assessed the service yet.',
  'accessibility.methodTitle': 'How accessibility was assessed',
  'accessibility.method':
    'We made the assessment ourselves on {date}: every page is checked automatically (axe) on wide and narrow screens before each release, and the pages were walked through with the keyboard alone, without JavaScript, magnified, in dark mode and with forced colours.',
  'accessibility.feedbackTitle': 'Did you find a shortcoming?',
  'accessibility.feedback':
    'Tell the customer service of your library, there or by telephone, and we will do our best to mend it. We answer within 14 days. On request you can have the information in another form that suits you.',
  'accessibility.authorityTitle': 'If you get no answer',
  'accessibility.authority':
    'If you are not content with the answer or get none in two weeks, you can report to the supervising authority. Instructions and contact details are at webaccessibility.fi.',
  'accessibility.updated': 'This statement was written on {date}.',
};
