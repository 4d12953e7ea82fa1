import type { ListRepository } from './repository.ts';
import type { PublicSort, WorkList } from './schema.ts';

/** What lists are sorted by. */
export type ListHead = Pick<WorkList, '_id' | 'changedAt' | 'size' | 'saves'>;

/**
 * The heads of all lists that everybody may find, remembered by the process: 10,000 of them are some 2 MB, and no page waits for
 * them to be gathered. What this process changes is known at once, what others do within half a minute.
 */
export interface ListHeads {
  sorted(sort: PublicSort): Promise<readonly ListHead[]>;
  /** Something of a list has changed. */
  touch(id: string): Promise<void>;
}

const maxAgeMs = 30_000;

export function listHeads(load: (ids?: readonly string[]) => Promise<ListHead[]>, now = Date.now): ListHeads {
  let known: { readonly at: number; readonly heads: Map<string, ListHead> } | undefined;
  let loading: Promise<void> | undefined;
  const orders = new Map<PublicSort, readonly ListHead[]>();

  const gather = () =>
    (loading ??= (async () => {
      try {
        const heads = new Map((await load()).map((head) => [head._id, head]));
        known = { at: now(), heads };
        orders.clear();
      } finally {
        loading = undefined;
      }
    })());

  return {
    async sorted(sort) {
      if (!known) await gather();
      else if (now() - known.at > maxAgeMs) gather().catch(() => undefined); // those of before serve until then
      const order = orders.get(sort) ?? inOrder([...(known?.heads.values() ?? [])], sort);
      orders.set(sort, order);
      return order;
    },

    async touch(id) {
      await loading?.catch(() => undefined); // what is being gathered may be older than the change
      if (!known) return;
      const [head] = await load([id]);
      if (head) known.heads.set(id, head);
      else known.heads.delete(id);
      orders.clear();
    },
  };
}

const newest = (a: ListHead, b: ListHead) => b.changedAt.getTime() - a.changedAt.getTime() || (a._id < b._id ? -1 : 1);
const comparisons = {
  newest,
  works: (a, b) => (b.size ?? 0) - (a.size ?? 0) || newest(a, b),
  saved: (a, b) => (b.saves ?? 0) - (a.saves ?? 0) || newest(a, b),
} as const satisfies Record<PublicSort, (a: ListHead, b: ListHead) => number>;

export const inOrder = (heads: readonly ListHead[], sort: PublicSort): readonly ListHead[] =>
  heads.toSorted(comparisons[sort]);

/** Lists of which it is told what has changed. */
export function telling(lists: ListRepository, tell: (id: string) => Promise<void>): ListRepository {
  const told = async <T>(id: string, write: Promise<T>): Promise<T> => {
    const done = await write;
    await tell(id);
    return done;
  };
  return {
    ...lists,
    add: (list) => told(list._id, lists.add(list)),
    change: (before, change) => told(before._id, lists.change(before, change)),
    judge: (read, standing) => told(read.id, lists.judge(read, standing)),
    handOver: (id, from, to) => told(id, lists.handOver(id, from, to)),
    lay: (id) => told(id, lists.lay(id)),
    bringBack: (id, owner, since) => told(id, lists.bringBack(id, owner, since)),
    remove: (id) => told(id, lists.remove(id)),
  };
}
