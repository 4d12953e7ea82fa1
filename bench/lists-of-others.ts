import { ListText, type ListEntry, type WorkList } from '../domain/lists/schema.ts';
import type { Services } from '../services.ts';

/** Whose lists are measured. */
export const owner = { patron: 'bench', municipality: 'lahti' };

/** Works in each list of others. */
const othersWorks = 200;

export async function listOf({ lists, discovery }: Services, ids: readonly string[]): Promise<string> {
  const { list } = await lists.create(owner, ListText.parse({ title: 'Luettavaa' }));
  const works = await discovery.works(ids);
  await lists.entries.addMany(list._id, owner, works.map(({ id: work, title, authors, yearTo }) => ({ work, title, authors, note: '', ...(yearTo !== undefined && { year: yearTo }) }))); // prettier-ignore
  return list._id;
}

/** Public lists of others, each of other works of this one, written at once as no patron could. */
export async function fillWithOthers(
  { connections: { database }, lists }: Services,
  { like, count }: { like: string; count: number },
): Promise<void> {
  const [kept, entries] = [database.collection<WorkList>('lists'), database.collection<ListEntry>('listEntries')];
  const list = await kept.findOne({ _id: like });
  if (!list) throw new Error(`There is no list ${like}`);
  const works = await entries.find({ list: like }).toArray();
  for (let nth = 0; nth < count; nth += 1) {
    const _id = `other-${nth}`;
    const chosen = works.slice(0, othersWorks).map((_, at) => works[(nth * 31 + at * 7) % works.length] as ListEntry);
    const title = `${chosen[0]?.title} ja ${nth % 10 === 0 ? 'kissoja' : 'muita'}`;
    await kept.insertOne({ ...list, _id, owner: `patron-${nth}`, title, visibility: 'public', wordsBy: '', changedAt: new Date(nth) }); // prettier-ignore
    await entries.insertMany(chosen.map((entry) => ({ ...entry, _id: `${_id}-${entry._id}`, list: _id })));
  }
  await lists.everybodys.readAnew();
}

export async function workIds({ discovery }: Services, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let partition = 0; ids.length < count; partition += 1)
    for await (const id of discovery.workIds(partition)) ids.push(id);
  return ids.slice(0, count);
}
