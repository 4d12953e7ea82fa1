import { mostRemembered, newestFirst, type KeptMemory, type MemoryEntry } from './memory-list.ts';
import type { MemoryStore } from './memory-store.ts';

/** What the service knows of a list, all devices together. */
interface Told {
  readonly works: readonly MemoryEntry[];
  readonly removed: KeptMemory['removed'];
  readonly count: number;
  readonly token?: string | undefined;
}

/** How old an answer of the service may be before it is asked again. */
const freshMs = 5 * 60_000;
const lastTold = ({ addedAt, againAt = '' }: MemoryEntry) => (againAt > addedAt ? againAt : addedAt);

/**
 * Tells the service what this browser knows, and learns what other devices do. `csrfToken` is that of a session: a list then becomes
 * that of the account. Without one a list is known by a token that nobody can tie to a person. May be repeated at any time; what
 * changes here meanwhile is kept, and told the next time.
 */
export async function syncMemory(store: MemoryStore, csrfToken: string | undefined): Promise<void> {
  if (!store.kept) return;
  if (csrfToken === undefined && store.memory().account) store.replace(leftBehind(store.memory()));
  const memory = store.memory();
  const isNew = csrfToken === undefined ? memory.token === undefined : !memory.account;
  const hasSome = memory.works.length > 0 || (memory.token !== undefined && memory.removed.length > 0);
  const wants = csrfToken !== undefined && isNew ? true : hasSome && (memory.changed === true || isNew);
  const isOld = Date.now() - Date.parse(memory.toldAt ?? '1970-01-01') > freshMs;
  if (!wants && !(isOld && (csrfToken !== undefined || memory.token !== undefined))) return;
  const response = await fetch('/api/v1/memory-list', {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      ...(csrfToken !== undefined && { 'x-csrf-token': csrfToken }),
      ...(memory.token !== undefined && { 'x-memory-list': memory.token }),
    },
    body: JSON.stringify({
      works: memory.works.filter(canBeSent).map(asSent),
      removed: memory.removed.filter(isRemoval),
    }),
  });
  if (response.status === 409) return store.replace({ ...store.memory(), noRoom: true });
  if (!response.ok) return;
  const told = (await response.json()) as Told;
  store.replace(joined(memory, store.memory(), told, csrfToken !== undefined));
}

/** What is here once the service has answered; `sent` is what it was told, `now` what has become of that meanwhile. Pure. */
export function joined(sent: KeptMemory, now: KeptMemory, told: Told, account: boolean): KeptMemory {
  const removed = new Map(told.removed.map(({ id, removedAt }) => [id, removedAt]));
  for (const { id, removedAt } of now.removed) if (removedAt > (removed.get(id) ?? '')) removed.set(id, removedAt);
  const works = new Map<string, MemoryEntry>();
  for (const work of [...told.works, ...now.works]) {
    if (lastTold(work) < (removed.get(work.id) ?? '')) continue;
    const known = works.get(work.id);
    if (!known || lastTold(known) < lastTold(work)) works.set(work.id, work);
  }
  const shown = [...works.values()].toSorted(newestFirst).slice(0, mostRemembered);
  const token = account ? undefined : (told.token ?? now.token);
  return {
    works: shown,
    removed: [...removed].map(([id, removedAt]) => ({ id, removedAt })).slice(0, mostRemembered),
    beyond: Math.max(0, Math.max(told.count, works.size) - shown.length),
    ...(token !== undefined && { token }),
    ...(account && { account }),
    changed: now.changed === true && now !== sent,
    toldAt: new Date().toISOString(),
  };
}

/** After its owner has logged out: only what their account does not know yet stays, so that nothing is lost. Pure. */
const leftBehind = ({ works, changed, toldAt = '' }: KeptMemory): KeptMemory => ({
  works: changed ? works.filter((work) => lastTold(work) > toldAt) : [],
  removed: [],
});

/** The browser may hold what nobody can send: anybody may have written it. */
const canBeSent = ({ id, addedAt }: MemoryEntry) => id.length <= 300 && !Number.isNaN(Date.parse(addedAt));
const asSent = ({ id, title, authors, addedAt, againAt }: MemoryEntry) => ({
  id,
  title,
  authors: authors.slice(0, 100),
  addedAt: new Date(addedAt).toISOString(),
  ...(againAt !== undefined && !Number.isNaN(Date.parse(againAt)) && { againAt: new Date(againAt).toISOString() }),
});
const isRemoval = (one: Partial<KeptMemory['removed'][number]> | null) =>
  typeof one?.id === 'string' && one.id !== '' && one.id.length <= 300 && /^\d{4}-.*Z$/.test(String(one.removedAt)) && !Number.isNaN(Date.parse(String(one.removedAt))); // prettier-ignore
