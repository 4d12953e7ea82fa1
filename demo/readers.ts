import type { Accounts } from '../domain/accounts/service.ts';
import type { Circulation } from '../domain/circulation/service.ts';
import type { WorkSummary } from '../domain/discovery/schema.ts';
import type { Discovery } from '../domain/discovery/service.ts';
import type { Lists } from '../domain/lists/service.ts';
import type { Recommendations } from '../domain/recommendations/service.ts';
import { demoPatrons } from './patrons.ts';

interface Deps {
  readonly accounts: Pick<Accounts, 'add' | 'byCard'>;
  readonly circulation: Pick<Circulation, 'history'>;
  readonly discovery: Pick<Discovery, 'workIds' | 'works' | 'record'>;
  readonly lists: Pick<Lists, 'create' | 'entries'>;
  readonly recommendations: Pick<Recommendations, 'make'>;
}

const tastes = [
  { name: 'Romaaneja iltoihin', audience: 'adult', fiction: true },
  { name: 'Lasten kanssa luettua', audience: 'child', fiction: true },
  { name: 'Tietokirjoja', audience: 'adult', fiction: false },
] as const;
const [worksOfTaste, readersOfTaste, worksOfReader, worksLookedAt] = [10, 14, 7, 600];

/**
 * Invented readers with private lists, so many that works can be recommended for each other: those of a taste have most of
 * their works in common. The first demo patron has borrowed one of them.
 */
export async function addDemoReaders(deps: Deps): Promise<void> {
  const { accounts, lists, recommendations } = deps;
  const found = await someWorks(deps);
  const read = await borrowedByFirst(deps);
  for (const [nth, { name, audience, fiction }] of tastes.entries()) {
    const works = [
      ...read.filter((work) => work.audience === audience && work.fiction === fiction),
      ...found.filter((work) => work.audience === audience && work.fiction === fiction && work.formats.includes('book')),
    ].slice(0, worksOfTaste); // prettier-ignore
    if (works.length < worksOfTaste) continue;
    for (let reader = 0; reader < readersOfTaste; reader += 1) {
      const cardNumber = `2200${String(nth * readersOfTaste + reader).padStart(4, '0')}`;
      if (await accounts.byCard(cardNumber)) continue;
      const person = { cardNumber, name: `Lukija ${nth + 1}.${reader + 1}`, municipality: 'lahti', contact: {}, language: 'fi' } as const; // prettier-ignore
      const { _id: patron, municipality } = await accounts.add(person);
      const actor = { patron, municipality };
      const { list } = await lists.create(actor, { title: name, description: '', language: 'fi', byline: '', visibility: 'private', order: 'hand' }); // prettier-ignore
      for (let step = 0; step < worksOfReader; step += 1) {
        const { id: work } = works[(reader * 3 + step) % worksOfTaste] ?? {};
        if (work !== undefined) await lists.entries.add(list._id, actor, { work, note: '' });
      }
    }
  }
  await recommendations.make(0);
}

async function someWorks({ discovery }: Pick<Deps, 'discovery'>): Promise<WorkSummary[]> {
  const ids: string[] = [];
  for (let partition = 0; partition < 16 && ids.length < worksLookedAt; partition += 1)
    for await (const id of discovery.workIds(partition)) ids.push(id);
  return discovery.works(ids.slice(0, worksLookedAt));
}

async function borrowedByFirst({ accounts, circulation, discovery }: Deps): Promise<WorkSummary[]> {
  const first = await accounts.byCard(demoPatrons[0].cardNumber);
  const past = first ? await circulation.history(first._id) : [];
  const records = await Promise.all(past.map(({ record }) => discovery.record(record)));
  return discovery.works(records.flatMap((record) => record?.workId ?? []));
}
