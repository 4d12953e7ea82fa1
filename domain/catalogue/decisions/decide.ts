import type { Plan, WorkDecision } from './schema.ts';

/** A work as a decision must know it. */
export interface DecidedWork {
  readonly id: string;
  /** Where it leads, if it was merged away. */
  readonly mergedInto?: string;
  readonly records: readonly DecidedRecord[];
}

export interface DecidedRecord {
  readonly id: string;
  readonly pinned: boolean;
  readonly keys: readonly string[];
}

type Issue = { readonly pointer: string; readonly detail: string };

/** Thrown for a decision that cannot be; `issues` name what is wrong with which part of the request. */
export class ImpossibleDecision extends Error {
  override readonly name = 'ImpossibleDecision';
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map(({ detail }) => detail).join('; '));
    this.issues = issues;
  }
}

/** Thrown for the undoing of what has been built on since. */
export class SupersededDecision extends Error {
  override readonly name = 'SupersededDecision';
}

/**
 * All records of `works` become those of `into`. Records that staff bring together are pinned, so that no import parts
 * them; what the import itself has joined stays as loose as it was.
 */
export function decideMerge(
  wish: { readonly into: string; readonly works: readonly string[] },
  known: ReadonlyMap<string, DecidedWork>,
  { pinned }: { pinned: boolean },
): Plan {
  const issues: Issue[] = [];
  const take = (id: string, pointer: string): DecidedWork | undefined => {
    const work = known.get(id);
    if (work?.mergedInto !== undefined) issues.push({ pointer, detail: `has been merged into ${work.mergedInto}` });
    else if (!work || work.records.length === 0) issues.push({ pointer, detail: 'is no work' });
    else return work;
    return undefined;
  };
  const target = take(wish.into, '/into');
  const others = new Map<string, DecidedWork>();
  for (const [at, id] of wish.works.entries()) {
    const pointer = `/works/${at}`;
    if (id === wish.into) issues.push({ pointer, detail: 'is the work to merge into itself' });
    else {
      const work = take(id, pointer);
      if (work) others.set(id, work);
    }
  }
  if (!target || issues.length > 0) throw new ImpossibleDecision(issues);
  const place = ({ id: from, records }: DecidedWork) =>
    records.map(({ id: record, pinned: wasPinned }) => ({
      record,
      from,
      to: target.id,
      pinned: pinned || wasPinned,
      wasPinned,
    }));
  return {
    kind: 'merge',
    works: [target.id, ...others.keys()],
    into: target.id,
    leads: [...others.keys()].map((work) => ({ work, into: target.id })),
    places: [target, ...others.values()].flatMap(place),
    keys: [],
  };
}

/**
 * The named records of `work` become those of a work of their own, `into`, and stay there. Keys that only they have lead
 * there from now on; those they share with a record that stays go on leading to `work`.
 */
export function decideSplit(
  wish: { readonly records: readonly string[]; readonly into: string },
  work: DecidedWork,
  bookedFor: ReadonlyMap<string, string>,
): Plan {
  const named = new Set(wish.records);
  const moved = work.records.filter(({ id }) => named.has(id));
  const staying = work.records.filter(({ id }) => !named.has(id));
  const own = new Set(moved.map(({ id }) => id));
  const issues = [...wish.records.entries()].flatMap(([at, id]) =>
    own.has(id) ? [] : [{ pointer: `/records/${at}`, detail: 'is no record of this work' }],
  );
  if (staying.length === 0) issues.push({ pointer: '/records', detail: 'are all records of this work' });
  if (issues.length > 0) throw new ImpossibleDecision(issues);
  const shared = new Set(staying.flatMap(({ keys }) => keys));
  const keys = [...new Set(moved.flatMap((record) => record.keys))].filter((key) => !shared.has(key));
  return {
    kind: 'split',
    works: [work.id, wish.into],
    into: wish.into,
    leads: [],
    places: moved.map(({ id: record, pinned: wasPinned }) => ({
      record,
      from: work.id,
      to: wish.into,
      pinned: true,
      wasPinned,
    })),
    keys: keys.map((key) => ({ key, from: bookedFor.get(key) ?? work.id, to: wish.into })),
  };
}

/**
 * Takes a decision back: records return to where they were, and are pinned there only if they were before. Records that
 * came to the work since go where their keys lead then. `present` is the work the records came to, as it stands now.
 *
 * @throws ImpossibleDecision for an undo, and for what is undone already
 * @throws SupersededDecision where a later decision touches the same works: that one is undone first
 */
export function decideUndo(
  decision: WorkDecision,
  present: DecidedWork,
  { others, bookedFor }: { others: readonly WorkDecision[]; bookedFor: ReadonlyMap<string, string> },
): Plan {
  if (decision.kind === 'undo') throw new ImpossibleDecision([{ pointer: '', detail: 'takes another decision back' }]);
  if (decision.undoneBy) throw new ImpossibleDecision([{ pointer: '', detail: `was undone by ${decision.undoneBy}` }]);
  const later = others.find((one) => one._id > decision._id && one.kind !== 'undo' && one.undoneBy === undefined);
  if (later) throw new SupersededDecision(`decision ${later._id} was made since, and must be undone first`);
  const placed = new Map(decision.places.map((place) => [place.record, place]));
  const [home = decision.into] = decision.works;
  const freed = new Set(decision.leads.map(({ work }) => work));
  const goalOf = ({ id, keys }: DecidedRecord): string => {
    if (decision.kind === 'split') return home;
    const before = placed.get(id)?.from;
    if (before !== undefined) return before;
    const [first] = keys.flatMap((key) => bookedFor.get(key) ?? []);
    return first !== undefined && freed.has(first) ? first : present.id;
  };
  return {
    kind: 'undo',
    undoes: decision._id,
    works: decision.works,
    into: home,
    leads:
      decision.kind === 'split'
        ? [{ work: decision.into, into: home }]
        : decision.leads.map(({ work }) => ({ work, into: null })),
    places: present.records.map((record) => ({
      record: record.id,
      from: present.id,
      to: goalOf(record),
      pinned: placed.get(record.id)?.wasPinned ?? record.pinned,
      wasPinned: record.pinned,
    })),
    keys: [],
  };
}
