import type { Accounts } from '../domain/accounts/service.ts';
import type { NewPatron } from '../domain/accounts/schema.ts';
import { itemTarget } from '../domain/catalogue/copies.ts';
import type { Circulation } from '../domain/circulation/service.ts';
import type { Discovery } from '../domain/discovery/service.ts';
import { localDate, plusDays } from '../domain/local-date.ts';

interface DemoPatron extends Omit<NewPatron, 'language' | 'contact' | 'pin' | 'cardNumber'> {
  readonly cardNumber: string;
  readonly pin: string;
  /** What can be tried with it, for whoever starts the demo. */
  readonly about: string;
}

/** Invented people, of whom the demo alone knows. */
export const demoPatrons = [
  { cardNumber: '20000001', pin: '2580', name: 'Aino Salmela', municipality: 'lahti', birthDate: '1984-05-12', about: 'loans, holds, a fee, a child’s card' },
  { cardNumber: '20000002', pin: '2580', name: 'Eero Salmela', municipality: 'lahti', birthDate: '2016-09-01', about: 'the child' },
  { cardNumber: '20000003', pin: '2580', name: 'Helmi Koskinen', municipality: 'heinola', birthDate: '1951-02-28', about: 'waits for what others have' },
] as const satisfies readonly DemoPatron[]; // prettier-ignore

interface Deps {
  readonly accounts: Accounts;
  readonly discovery: Pick<Discovery, 'workIds' | 'workDetail'>;
  /** Circulation as on another day. */
  readonly circulationAt: (now: () => Date) => Circulation;
}

/** Whether this is a demo with its patrons. */
export const hasDemoPatrons = async ({ byCard }: Pick<Accounts, 'byCard'>): Promise<boolean> =>
  (await byCard(demoPatrons[0].cardNumber))?.name === demoPatrons[0].name;

/** Gives invented people cards, and something in every state that the pages of a patron can show. */
export async function addDemoPatrons({ accounts, discovery, circulationAt }: Deps): Promise<void> {
  if (await hasDemoPatrons(accounts)) return;
  const [aino, eero, helmi] = await addAll(accounts);
  if (!aino || !eero || !helmi) return;
  await accounts.linkChild(aino, eero);
  await accounts.changeSettings(aino, { keepsHistory: true, pickupBranch: 'lahti' });

  const [lahti, heinola] = await Promise.all([copiesAt(discovery, 'lahti', 11), copiesAt(discovery, 'heinola', 1)]);
  const on = (days: number) => {
    const at = new Date(`${plusDays(localDate(new Date()), days)}T10:00:00Z`);
    return circulationAt(() => new Date(Math.min(at.getTime(), Date.now())));
  };
  const copy = (index: number) => lahti[index] ?? '';
  const lend = async (days: number, patron: string, items: readonly string[]) => {
    for (const item of items) if (item) await on(days).loans.checkOut({ patron, item, branch: 'lahti' });
  };
  const hold = (days: number, patron: string, item: string, pickupBranch: string, suspendedUntil?: string) =>
    on(days).holds.place(patron, { target: itemTarget(item), pickupBranch, suspendedUntil });

  await lend(-60, aino, [copy(0)]);
  await on(-20).desk.checkIn(copy(0), 'lahti');
  await lend(-31, aino, [copy(1)]);
  await lend(-26, aino, [copy(2)]);
  await lend(-20, aino, [copy(3), copy(4)]);
  await lend(-10, eero, [copy(5), copy(6)]);
  await lend(-9, helmi, [copy(7), copy(8)]);
  await hold(-5, helmi, copy(3), 'heinola');
  await hold(-4, aino, copy(9), 'lahti');
  await on(-3).desk.checkIn(copy(9), 'lahti');
  await hold(-3, eero, copy(7), 'lahti');
  await hold(-2, aino, copy(7), 'lahti');
  await hold(-2, aino, copy(8), 'lahti', plusDays(localDate(new Date()), 30));
  const [far] = heinola;
  if (!far) return;
  await hold(-1, aino, far, 'lahti');
  await on(-1).desk.checkIn(far, 'heinola');
}

async function addAll(accounts: Accounts): Promise<string[]> {
  const ids: string[] = [];
  for (const { about: _, ...patron } of demoPatrons) {
    const contact = { email: `${patron.name.toLowerCase().replace(' ', '.')}@example.org` };
    ids.push((await accounts.add({ ...patron, language: 'fi', contact }))._id);
  }
  return ids;
}

/** Copies on the shelf of a branch, each of another work for adults. */
async function copiesAt({ workIds, workDetail }: Deps['discovery'], branch: string, wanted: number): Promise<string[]> {
  const found: string[] = [];
  for (let partition = 0; partition < 16 && found.length < wanted; partition += 1) {
    for await (const id of workIds(partition)) {
      const work = await workDetail(id);
      if (work?.audience !== 'adult') continue;
      const items = work.editions.filter(({ format }) => format === 'book').flatMap((edition) => edition.items);
      const copy = items.find((one) => one.branch === branch && one.status === 'available');
      if (copy) found.push(copy.id);
      if (found.length === wanted) break;
    }
  }
  return found;
}
