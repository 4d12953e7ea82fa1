import type { Memory } from './schema.ts';

/** Works taken off that are remembered as such. */
const mostForgotten = 2_000;

/**
 * What two devices know, as one: of each work what was done last counts, adding it or taking it off, and adding it where both
 * happened at the same time. Whichever is merged first, and however often, the same comes of it. Pure.
 */
export function mergeMemories(first: Memory, second: Memory): Memory {
  const removed = new Map<string, string>();
  for (const { id, removedAt } of [...first.removed, ...second.removed])
    if (removedAt > (removed.get(id) ?? '')) removed.set(id, removedAt);
  const works = new Map<string, Memory['works'][number]>();
  for (const work of [...first.works, ...second.works]) {
    if (lastTold(work) < (removed.get(work.id) ?? '')) continue;
    const known = works.get(work.id);
    if (!known || isBefore(known, work)) works.set(work.id, work);
  }
  return {
    works: [...works.values()].toSorted((a, b) => descending(a.addedAt, b.addedAt) || descending(b.id, a.id)),
    removed: [...removed]
      .map(([id, removedAt]) => ({ id, removedAt }))
      .toSorted((a, b) => descending(a.removedAt, b.removedAt) || descending(b.id, a.id))
      .slice(0, mostForgotten),
  };
}

/** Instants are compared as text: all in UTC, to the millisecond. A clock that runs ahead is not believed. */
export function inOneClock({ works, removed }: Memory, now: Date): Memory {
  const latest = now.getTime();
  const told = (instant: string) => new Date(Math.min(Date.parse(instant), latest)).toISOString();
  return {
    works: works.map(({ againAt, ...work }) => ({
      ...work,
      addedAt: told(work.addedAt),
      ...(againAt !== undefined && { againAt: told(againAt) }),
    })),
    removed: removed.map((one) => ({ ...one, removedAt: told(one.removedAt) })),
  };
}

type Work = Memory['works'][number];
const lastTold = ({ addedAt, againAt = '' }: Work) => (againAt > addedAt ? againAt : addedAt);
const written = (work: Work) => JSON.stringify([lastTold(work), work.addedAt, work.againAt, work.title, work.authors]);
const isBefore = (a: Work, b: Work) => written(a) < written(b);
const descending = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);
