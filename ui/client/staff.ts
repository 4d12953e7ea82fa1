import '../client.ts';
import '../styles/staff.css';
import { provideMessages } from '../messages/messages.ts';

/** What the pages of staff load, and no other page: their words, then their elements. */
const { lang } = document.documentElement;
if (lang === 'sv') {
  const [{ sv: staff }, { sv: refusal }, { sv: work }] = await Promise.all([import('../messages/staff/sv.ts'), import('../messages/refusal/sv.ts'), import('../messages/work/sv.ts')]); // prettier-ignore
  provideMessages('sv', staff, refusal, work);
} else if (lang === 'en') {
  const [{ en: staff }, { en: refusal }, { en: work }] = await Promise.all([import('../messages/staff/en.ts'), import('../messages/refusal/en.ts'), import('../messages/work/en.ts')]); // prettier-ignore
  provideMessages('en', staff, refusal, work);
} else {
  const [{ fi: staff }, { fi: refusal }, { fi: work }] = await Promise.all([import('../messages/staff/fi.ts'), import('../messages/refusal/fi.ts'), import('../messages/work/fi.ts')]); // prettier-ignore
  provideMessages('fi', staff, refusal, work);
}
await Promise.all([
  import('../elements/lastu-desk/lastu-desk.ts'),
  import('../elements/lastu-staff-patrons/lastu-staff-patrons.ts'),
  import('../elements/lastu-transports/lastu-transports.ts'),
]);
