import './page.ts';
import '../styles/forms.css';
import '../styles/staff.css';
import '../styles/written.css';
import '../styles/moderation.css';
import '../styles/region.css';
import '../styles/merging.css';
import type { Locale } from '../../config/locales.ts';
import { provideMessages, type Messages } from '../messages/messages.ts';

/** What the pages of staff load, and no other page: of the words and elements below, those that the page has. */
type Load = () => Promise<unknown>;
type Words = Readonly<Record<Locale, () => Promise<Readonly<Record<string, Messages>>>>>;

// prettier-ignore
const words = {
  imports: { fi: () => import('../messages/imports/fi.ts'), sv: () => import('../messages/imports/sv.ts'), en: () => import('../messages/imports/en.ts') },
  jobs: { fi: () => import('../messages/jobs/fi.ts'), sv: () => import('../messages/jobs/sv.ts'), en: () => import('../messages/jobs/en.ts') },
  reindex: { fi: () => import('../messages/reindex/fi.ts'), sv: () => import('../messages/reindex/sv.ts'), en: () => import('../messages/reindex/en.ts') },
  refusal: { fi: () => import('../messages/refusal/fi.ts'), sv: () => import('../messages/refusal/sv.ts'), en: () => import('../messages/refusal/en.ts') },
  result: { fi: () => import('../messages/result/fi.ts'), sv: () => import('../messages/result/sv.ts'), en: () => import('../messages/result/en.ts') },
  staff: { fi: () => import('../messages/staff/fi.ts'), sv: () => import('../messages/staff/sv.ts'), en: () => import('../messages/staff/en.ts') },
  synonyms: { fi: () => import('../messages/synonyms/fi.ts'), sv: () => import('../messages/synonyms/sv.ts'), en: () => import('../messages/synonyms/en.ts') },
  work: { fi: () => import('../messages/work/fi.ts'), sv: () => import('../messages/work/sv.ts'), en: () => import('../messages/work/en.ts') },
} satisfies Record<string, Words>;

/** Each element by its tag, with the parts of the words that it speaks in. */
const elements: Readonly<Record<string, { words: readonly (keyof typeof words)[]; load: Load }>> = {
  'lastu-desk': { words: ['staff', 'refusal', 'work'], load: () => import('../elements/lastu-desk/lastu-desk.ts') },
  'lastu-harvests': { words: ['imports', 'staff', 'refusal'], load: () => import('../elements/lastu-harvests/lastu-harvests.ts') }, // prettier-ignore
  'lastu-sources': { words: ['imports', 'staff', 'refusal'], load: () => import('../elements/lastu-sources/lastu-sources.ts') }, // prettier-ignore
  'lastu-import': { words: ['imports', 'staff', 'refusal', 'result'], load: () => import('../elements/lastu-import/lastu-import.ts') }, // prettier-ignore
  'lastu-imports': { words: ['imports', 'staff', 'refusal'], load: () => import('../elements/lastu-imports/lastu-imports.ts') }, // prettier-ignore
  'lastu-jobs': { words: ['jobs', 'staff', 'refusal'], load: () => import('../elements/lastu-jobs/lastu-jobs.ts') },
  'lastu-reindex': { words: ['reindex', 'staff', 'refusal'], load: () => import('../elements/lastu-reindex/lastu-reindex.ts') }, // prettier-ignore
  'lastu-synonyms': { words: ['synonyms', 'reindex', 'staff', 'refusal'], load: () => import('../elements/lastu-synonyms/lastu-synonyms.ts') }, // prettier-ignore
  'lastu-staff-patrons': { words: ['staff', 'refusal', 'work'], load: () => import('../elements/lastu-staff-patrons/lastu-staff-patrons.ts') }, // prettier-ignore
  'lastu-transports': { words: ['staff', 'refusal', 'work'], load: () => import('../elements/lastu-transports/lastu-transports.ts') }, // prettier-ignore
};

const { lang } = document.documentElement;
const locale: Locale = lang === 'sv' || lang === 'en' ? lang : 'fi';
const present = Object.entries(elements).filter(([tag]) => document.querySelector(tag));
const spoken = new Set(present.flatMap(([, { words }]) => words));
// The words first: elements speak as soon as they are defined.
for (const said of await Promise.all([...spoken].map((part) => words[part][locale]())))
  provideMessages(locale, ...Object.values(said));
await Promise.all(present.map(([, { load }]) => load()));

const queue = document.querySelector<HTMLElement>('.moderation-queue');
if (queue) (await import('../staff/moderation-keys.ts')).takeKeys(queue);
