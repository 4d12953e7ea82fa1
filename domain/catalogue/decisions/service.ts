import { workIdOf, workKeys } from '../work-keys.ts';
import { carryOut, rehome, type DecisionDeps } from './carry-out.ts';
import { decideMerge, decideSplit, decideUndo, ImpossibleDecision, type DecidedWork } from './decide.ts';
import type { Plan, WorkDecision } from './schema.ts';

/** What staff decide about works against what their records say, and what an import finds out. All of it can be undone. */
export interface Decisions {
  /** @throws ImpossibleDecision */
  merge(wish: { into: string; works: readonly string[] }): Promise<WorkDecision>;
  /** Undefined where there is no such work. @throws ImpossibleDecision */
  split(workId: string, recordIds: readonly string[]): Promise<WorkDecision | undefined>;
  /** Undefined where there is no such decision. @throws ImpossibleDecision, SupersededDecision */
  undo(number: number): Promise<WorkDecision | undefined>;
  /** What was decided about a work and those merged into it, the last first; undefined where there is no such work. */
  ofWork(workId: string): Promise<WorkDecision[] | undefined>;
  /** Joins works whose keys have turned out to be those of one, unless anybody has decided about one of them. */
  join(works: readonly string[]): Promise<void>;
  /** Finishes what somebody has died over. Harmless to repeat, and cheap where nothing is open. */
  finish(): Promise<void>;
  /** Brings home records that an import has put into works merged away meanwhile, and died over. Looks at all of these. */
  bringHome(): Promise<void>;
}

/** Deciders at the same time make each other decide again; more often than this is no accident. */
const mostAttempts = 100;

export function createDecisions(deps: DecisionDeps): Decisions {
  const { repository, decisions } = deps;

  const finishOpen = async () => {
    for (const decision of await decisions.open()) await carryOut(decision, deps);
  };

  /** Decides when all former decisions are done, and stores what comes of it under the next number, which only one gets. */
  async function decide(
    by: WorkDecision['by'],
    plan: (number: number) => Promise<Plan | undefined>,
  ): Promise<WorkDecision | undefined> {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const number = (await decisions.lastNumber()) + 1;
      await finishOpen();
      const planned = await plan(number);
      if (!planned) return undefined;
      const { undoes, ...rest } = planned;
      const decision: WorkDecision = {
        _id: number,
        by,
        at: new Date(),
        state: 'open',
        ...rest,
        ...(undoes !== undefined && { undoes }),
      };
      if (!(await decisions.add(decision))) continue;
      await carryOut(decision, deps);
      return (await decisions.find(number)) ?? decision;
    }
    throw new Error('Works are being decided about by others all the time');
  }

  async function read(ids: readonly string[]): Promise<Map<string, DecidedWork>> {
    const [stored, leads, heads] = await Promise.all([
      repository.readWorks(ids, 'suppressed'),
      repository.mergedWorks(ids),
      repository.recordsOfWorks(ids),
    ]);
    const isPinned = new Set(heads.filter(({ pinned }) => pinned).map(({ _id }) => _id));
    const recordsOf = new Map(stored.map(({ id, records }) => [id, records]));
    return new Map(
      ids.flatMap((id) => {
        const mergedInto = leads.get(id);
        const records = (recordsOf.get(id) ?? []).map(({ _id, edition }) => ({
          id: _id,
          pinned: isPinned.has(_id),
          keys: workKeys(edition),
        }));
        return records.length === 0 && mergedInto === undefined
          ? []
          : [[id, { id, records, ...(mergedInto !== undefined && { mergedInto }) }]];
      }),
    );
  }

  const current = async (id: string) => (await repository.currentWorks([id])).get(id) ?? id;
  const bookedFor = (work: DecidedWork) => repository.worksOfKeys([...new Set(work.records.flatMap(({ keys }) => keys))]); // prettier-ignore

  return {
    async merge(wish) {
      const decided = await decide('staff', async () =>
        decideMerge(wish, await read([...new Set([wish.into, ...wish.works])]), { pinned: true }),
      );
      if (!decided) throw new ImpossibleDecision([]);
      return decided;
    },

    split: (workId, records) =>
      decide('staff', async (number) => {
        const id = await current(workId);
        const work = (await read([id])).get(id);
        const into = workIdOf([], `split ${number} from ${id}`);
        return work && decideSplit({ records, into }, work, await bookedFor(work));
      }),

    undo: (number) =>
      decide('staff', async () => {
        const decision = await decisions.find(number);
        if (!decision) return undefined;
        const present = (await read([decision.into])).get(decision.into) ?? { id: decision.into, records: [] };
        return decideUndo(decision, present, {
          others: await decisions.ofWorks(decision.works),
          bookedFor: await bookedFor(present),
        });
      }),

    async ofWork(workId) {
      const id = await current(workId);
      const [found, known] = await Promise.all([decisions.ofWorks([...new Set([workId, id])]), read([id])]);
      return found.length === 0 && !known.has(id) ? undefined : found.toReversed();
    },

    async join(works) {
      await decide('import', async () => {
        const leads = await repository.currentWorks(works);
        const ids = [...new Set(leads.values())];
        const decided = await decisions.ofWorks([...new Set([...works, ...ids])]);
        if (ids.length < 2 || decided.some(({ by }) => by === 'staff')) return undefined;
        const known = await read(ids);
        const [into, ...others] = await repository.oldestFirst([...known.keys()]);
        if (into === undefined || others.length === 0) return undefined;
        return decideMerge({ into, works: others }, known, { pinned: false });
      });
    },

    finish: finishOpen,

    async bringHome() {
      const merged = await repository.allMergedWorks();
      for (let start = 0; start < merged.length; start += 1_000) await rehome(merged.slice(start, start + 1_000), deps);
    },
  };
}
