import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The accessibility statement, in English. */
export const en: Said<typeof fi> = {
  'accessibility.title': 'Accessibility statement',
  'accessibility.intro':
    'This statement is about the LASTU web library, run by the municipal libraries of Päijät-Häme. The service falls under the Finnish act on the provision of digital services (306/2019).',
  'accessibility.statusTitle': 'How accessible the service is',
  'accessibility.status':
    'The service meets in part what the act requires, levels A and AA of the Web Content Accessibility Guidelines, WCAG 2.1. Its shortcomings and their reasons are told below. It is made by the newer guidelines, WCAG 2.2.',
  'accessibility.exceptionsTitle': 'What is not accessible yet',
  'accessibility.exception1':
    'Some titles in other languages carry no language, so a screen reader may pronounce them wrongly (WCAG 3.1.2). Reason: catalogue records come from many sources, and not all of them tell the language of a title. They are completed as works are catalogued.',
  'accessibility.exception2':
    'Works link to pages run by others, such as e-material services. Reason: we did not make them, and the act does not cover them as part of this service. Whoever runs such a service answers for its accessibility.',
  'accessibility.exception3':
    'No outside expert has assessed the service yet, nor has it been tried with people who use assistive technology every day. There may be more shortcomings than we know of.',
  'accessibility.methodTitle': 'How accessibility was assessed',
  'accessibility.method':
    'We made the assessment ourselves on {date}. Every page is checked automatically (axe) before each release: on wide and narrow screens, light and dark, in the colours of every municipality. The contrast of colours is computed. Search, filters and the page of a work were walked through with the keyboard alone and without JavaScript.',
  'accessibility.feedbackTitle': 'Did you find a shortcoming?',
  'accessibility.feedback':
    'Tell the customer service of your library, there or by telephone, and we will do our best to mend it. We answer within 14 days. On request you can have the information in another form that suits you.',
  'accessibility.authorityTitle': 'If you get no answer',
  'accessibility.authority':
    'If you are not content with the answer or get none in two weeks, you can report to the supervising authority. Its site tells how a report is made and handled.',
  'accessibility.updated': 'This statement was written on {date}.',
  'accessibility.authorityName': 'Finnish Transport and Communications Agency Traficom',
  'accessibility.authorityUnit': 'Digital Accessibility Supervision Unit',
  'accessibility.authorityPhone': 'Telephone switchboard {number}',
};
