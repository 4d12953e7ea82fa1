import type { Db } from 'mongodb';
import { copiesOf } from '../../../../domain/catalogue/copies.ts';
import type { ChangeLine } from '../../../../domain/changes/change-line.ts';
import { changeRepository } from '../../../../domain/changes/repository.ts';
import { newChange } from '../../../../domain/changes/schema.ts';
import type { CirculationDeps } from '../../../../domain/circulation/deps.ts';
import type { TestPaymentProvider } from '../../../../domain/circulation/test-payments.ts';
import type { Borrower } from '../../../../domain/circulation/schema.ts';
import type { Turns } from './turns.ts';

/** The power fails at the nth write of an operation: before it, or after it before anything else. */
export interface Fate {
  readonly write: number;
  readonly when: 'before' | 'after';
}

export class Death extends Error {
  override readonly name = 'Death';
}

/** Ports of an actor who dies when fate says so, and takes turns with others. */
export interface Mortal {
  readonly deps: CirculationDeps;
  readonly provider: TestPaymentProvider;
  /** Begins an operation that ends as fate says; undefined for a long life. */
  begin(operation: string, fate: Fate | undefined): void;
}

/**
 * @param given told each hold that a copy is claimed for
 * @param died told the step at which somebody has died: operation, write and its number
 */
export function mortal(
  deps: CirculationDeps & { readonly payments: TestPaymentProvider },
  {
    database,
    turns,
    died,
    given,
  }: { database: Db; turns: Turns; died: (step: string) => void; given: (hold: string) => void },
): Mortal {
  let operation = '';
  let fate: Fate | undefined;
  let writes = 0;
  let dead = false;

  const die = (step: string): never => {
    if (!dead) died(`${operation} ${step} #${writes}`);
    dead = true;
    throw new Death(`${operation} died ${step}`);
  };
  const live = () => {
    if (dead) throw new Death(operation);
  };
  async function write<T>(name: string, act: () => Promise<T>): Promise<T> {
    live();
    writes += 1;
    if (fate?.write === writes && fate.when === 'before') die(`before ${name}`);
    const done = await act();
    if (fate?.write === writes && fate.when === 'after') die(`after ${name}`);
    return done;
  }

  const rows = changeRepository(database);
  const changes: ChangeLine = {
    async recordChange(workIds, act) {
      const open = [...new Set(workIds)].map((workId) => newChange(workId, 'open'));
      await write('announcing a change', () => rows.open(open));
      const result = await act(); // the dead mark nothing
      await write('marking a change ready', () => rows.ready(open));
      return result;
    },
  };

  const taking = <T extends object>(port: T, writing: ReadonlySet<string>): T =>
    new Proxy(port, {
      get(target, property, receiver) {
        const member: unknown = Reflect.get(target, property, receiver);
        if (typeof member !== 'function') return member;
        const name = String(property);
        return (...given: unknown[]) => {
          const call = async (): Promise<unknown> => Reflect.apply(member, target, given);
          return turns.take(async () => {
            live();
            return writing.has(name) ? write(name, call) : call();
          });
        };
      },
    });

  const provider = taking(deps.payments, new Set(['begin', 'close']));
  const repository = taking(deps.repository, new Set(['swap', 'tick', 'keepPastLoan', 'movePastLoans']));
  return {
    deps: {
      ...deps,
      repository: {
        ...repository,
        swap(before, after) {
          const had = new Set(before.holds.flatMap(({ id, copy }) => (copy ? id : [])));
          for (const { id, copy } of after.holds) if (copy && !had.has(id)) given(id);
          return repository.swap(before, after);
        },
        holders: async function* holders() {
          yield* await turns.take(async () => {
            const all: Borrower[] = [];
            for await (const borrower of deps.repository.holders()) all.push(borrower);
            return all;
          });
        },
      },
      copies: taking(copiesOf({ database, changes }), new Set(['swap', 'settle'])),
      payments: provider,
    },
    provider,
    begin(name, chosen) {
      operation = name;
      fate = chosen;
      writes = 0;
      dead = false;
    },
  };
}
