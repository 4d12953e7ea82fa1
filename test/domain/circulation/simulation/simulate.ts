import { seededRandom } from '../../../../demo/random.ts';
import { Refusal } from '../../../../domain/circulation/refusal.ts';
import { firstRules } from '../../../../domain/circulation/rules/defaults.ts';
import { rulesOn } from '../../../../domain/circulation/rules/rule-for.ts';
import { circulationOver, type Circulation } from '../../../../domain/circulation/service.ts';
import { usualCalendar } from '../../../../domain/consortium/calendar.ts';
import { openTestCirculation, type TestCirculation } from '../../../support/circulation.ts';
import { dropNamespace } from '../../../support/connections.ts';
import { takeSnapshot, violations, type Expected, type Snapshot } from './invariants.ts';
import { Death, mortal, type Fate } from './mortal.ts';
import { chooseOperation, Nothing } from './operations.ts';
import { takeTurns } from './turns.ts';

export interface Outcome {
  readonly operations: number;
  /** How often each operation was done, was refused, or died. */
  readonly tally: Map<string, number>;
  /** Every step at which somebody has died. */
  readonly deaths: Set<string>;
}

/** Thrown when the library is not as it must be. The seed plays it again. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

const actorsInRound = 6;
const operationsOfActor = 8;
const branches = ['lahti', 'lahti-mukkula', 'heinola', 'sysma'];
const limits = { loanLimit: 2, holdLimit: 3 };

/**
 * Lives a library's life: `length` operations of actors at the same time, of whom some die; just so again for a seed.
 * Ends early once `stopped` says so.
 */
export async function simulate(seed: number, length: number, stopped: () => boolean): Promise<Outcome> {
  const library = await openTestCirculation();
  try {
    return await live(library, { seed, length, stopped });
  } finally {
    await dropNamespace(library.connections);
  }
}

async function live(
  library: TestCirculation,
  { seed, length, stopped }: { seed: number; length: number; stopped: () => boolean },
): Promise<Outcome> {
  const random = seededRandom(seed);
  const { connections, payments: provider } = library;
  const { database } = connections;
  const patrons = Array.from({ length: 12 }, (_, nth) => `p${nth}`);
  for (const id of patrons) library.addPatron({ id, keepsHistory: random() < 0.5 });
  const works = Array.from({ length: 8 }, (_, nth) => `w${nth}`);
  for (const work of works) {
    const copies = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, nth) => [`${work}-${nth}`, branches[Math.floor(random() * branches.length)] ?? 'lahti'] as const); // prettier-ignore
    await library.addWork(work, copies, random() < 0.2 ? { edition: { format: 'magazine' } } : {});
  }
  const sets = [{ ...firstRules, patrons: { ...firstRules.patrons, ...limits, debtLimitCents: 1_500 } }];
  const deps = {
    ...library.deps,
    payments: provider,
    rules: { ...library.deps.rules, on: async (date: string) => rulesOn(sets, date) },
    consortium: {
      ...library.consortium,
      calendar: async (branch: string) => usualCalendar(branch),
      phase: async () => ({ live: true, starts: undefined }),
      begun: async () => ({ live: true, starts: undefined }),
    },
  };
  const turns = takeTurns(random);
  const deaths = new Set<string>();
  const tally = new Map<string, number>();
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
  const expected: Expected = {
    fees: new Map(),
    received: 0,
    holds: new Map(),
    given: new Set(),
    changed: new Set(),
    merges: new Map(),
  };
  const changes = database.collection('changes');
  const newMortal = () =>
    mortal(deps, { database, turns, died: (step) => deaths.add(step), given: (hold) => expected.given.add(hold) });
  const immortal = circulationOver(deps);

  let operations = 0;
  let before = await takeSnapshot(database, library.today());
  while (operations < length && !stopped()) {
    const snapshot: Snapshot = before;
    const actors = Array.from({ length: actorsInRound }, () => {
      const dice = seededRandom(Math.floor(random() * 2 ** 31));
      const actor = newMortal();
      const circulation = circulationOver(actor.deps);
      return async () => {
        for (let nth = 0; nth < operationsOfActor; nth += 1) {
          const { name, act } = chooseOperation(dice);
          const fate: Fate | undefined = dice() < 0.2 ? { write: 1 + Math.floor(dice() ** 2 * 10), when: dice() < 0.5 ? 'before' : 'after' } : undefined; // prettier-ignore
          actor.begin(name, fate);
          const scene = {
            circulation,
            provider: actor.provider,
            snapshot,
            patrons,
            works,
            branches,
            expected,
            random: dice,
          };
          const outcome = await Promise.resolve()
            .then(() => act(scene))
            .then(() => 'done', outcomeOf);
          count(`${name}: ${outcome}`);
        }
      };
    });
    await turns.play(actors);
    operations += actorsInRound * operationsOfActor;
    await recover();
    expected.received = await provider.received();
    const now = await takeSnapshot(database, library.today());
    const broken = violations(before, now, expected, limits);
    if (broken.length > 0) throw new Violation(`seed ${seed}, after ${operations} operations: ${broken.join('; ')}`);
    await changes.deleteMany({});
    expected.holds.clear();
    expected.given.clear();
    expected.changed.clear();
    before = now;
    if (random() < 0.4) before = await passDays();
  }
  return { operations, tally, deaths };

  /** As the sweep does, which may die over it as well, and come again. */
  async function recover(): Promise<void> {
    if (random() < 0.3) await dieOver('recovery', (circulation) => circulation.settle(0));
    for (const [from, into] of expected.merges) await immortal.records.move(from, into);
    await immortal.settle(0);
  }

  async function dieOver(name: string, act: (circulation: Circulation) => Promise<void>): Promise<void> {
    const { deps: own, begin } = newMortal();
    begin(name, { write: 1 + Math.floor(random() * 6), when: random() < 0.5 ? 'before' : 'after' });
    await turns.play([
      () =>
        act(circulationOver(own)).then(
          () => undefined,
          (error: unknown) => void outcomeOf(error),
        ),
    ]);
  }

  async function passDays(): Promise<Snapshot> {
    library.passDays(1 + Math.floor(random() ** 2 * 40));
    if (random() < 0.5) await dieOver('begin day', (circulation) => circulation.beginDay());
    await immortal.settle(0);
    await immortal.beginDay();
    await immortal.settle(0);
    await changes.deleteMany({});
    return takeSnapshot(database, library.today());
  }
}

function outcomeOf(error: unknown): string {
  if (error instanceof Refusal) return error.reason;
  if (error instanceof Death) return 'died';
  if (error instanceof Nothing) return 'nothing to do';
  throw error;
}
