import { totpCode } from '../domain/staff/one-time-codes.ts';
import type { Staff } from '../domain/staff/service.ts';
import type { NewStaff } from '../domain/staff/schema.ts';

interface DemoStaff extends Omit<NewStaff, 'language'> {
  readonly password: string;
  readonly totpSecret: string;
  /** What can be tried with it, for whoever starts the demo. */
  readonly about: string;
}

/** Invented people who work in the libraries. Everybody knows their passwords: they are let in on a machine of one's own only. */
export const demoStaff: readonly DemoStaff[] = [
  { email: 'tuomas.laine@example.org', name: 'Tuomas Laine', roles: ['staff', 'moderator'], serves: 'lahti', password: 'koivu lastu lampi aamu', totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', about: 'staff and moderator in Lahti' },
  { email: 'outi.aho@example.org', name: 'Outi Aho', roles: ['staff', 'admin'], serves: 'heinola', password: 'mylly silta syksy ruis', totpSecret: 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU', about: 'administrator of the region' },
]; // prettier-ignore

/** Adds those who are missing, and opens those who were closed. */
export async function addDemoStaff(staff: Staff): Promise<void> {
  for (const { about: _, ...person } of demoStaff) {
    const known = await staff.byEmail(person.email);
    if (known?.closedAt) await staff.setOpen(known._id, true);
    if (!known) await staff.addReady({ ...person, roles: [...person.roles], language: 'fi' });
  }
}

/** Lets none of them in any more: others are served from here now. Admins are made by `lastu staff create` then. */
export async function closeDemoStaff(staff: Staff): Promise<void> {
  for (const { email } of demoStaff) {
    const known = await staff.byEmail(email);
    if (known && !known.closedAt) await staff.setOpen(known._id, false, { evenLastAdmin: true });
  }
}

/** The code that their app would show now. */
export const demoCode = ({ totpSecret }: DemoStaff): string => totpCode(totpSecret);
