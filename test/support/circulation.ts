import type { Connections } from '../../config/connections.ts';
import { copiesOf, type Copies } from '../../domain/catalogue/copies.ts';
import { catalogueRepository, type CatalogueRepository } from '../../domain/catalogue/repository.ts';
import type { Edition, Item } from '../../domain/catalogue/schema.ts';
import { changeLine } from '../../domain/changes/change-line.ts';
import { changeRepository } from '../../domain/changes/repository.ts';
import type { CirculationDeps, Patron } from '../../domain/circulation/deps.ts';
import { testPaymentProvider, type TestPaymentProvider } from '../../domain/circulation/test-payments.ts';
import { circulationRepository } from '../../domain/circulation/repository.ts';
import { ruleBook } from '../../domain/circulation/rules/service.ts';
import { circulationOver, type Circulation } from '../../domain/circulation/service.ts';
import type { Count } from '../../domain/statistics/schema.ts';
import { createConsortium, type Consortium } from '../../domain/consortium/service.ts';
import { plusDays } from '../../domain/local-date.ts';
import { buildEdition, buildItem, buildRecord } from './builders.ts';
import { openTestConnections } from './connections.ts';

/** Circulation over the real engines, on a day that the test chooses. */
export interface TestCirculation {
  readonly connections: Connections;
  readonly catalogue: CatalogueRepository;
  readonly copies: Copies;
  readonly consortium: Consortium;
  readonly circulation: Circulation;
  readonly deps: CirculationDeps;
  readonly payments: TestPaymentProvider;
  readonly today: () => string;
  passDays(days: number): void;
  addPatron(patron: Partial<Patron> & { id: string }): void;
  /** A work with one record and copies: `[id, branch]`. */
  addWork(id: string, copies: readonly (readonly [string, string])[], more?: { edition?: Partial<Edition>; item?: Partial<Item> }): Promise<void>; // prettier-ignore
  item(id: string): Promise<Item>;
}

export async function openTestCirculation({
  from = '2026-11-25',
  connections = openTestConnections(),
  count,
}: { from?: string; connections?: Connections; count?: Count } = {}): Promise<TestCirculation> {
  const { database } = connections;
  const catalogue = catalogueRepository(database);
  const changes = changeLine({ database, wake: async () => undefined });
  const copies = copiesOf({ database, changes });
  const consortium = createConsortium({ database });
  const payments = testPaymentProvider(database, { isOpen: true });
  const patrons = new Map<string, Patron>();
  let day = from;
  let ticks = 0;
  const deps: CirculationDeps = {
    repository: circulationRepository(database),
    copies,
    rules: ruleBook({ database }),
    consortium,
    patrons: { find: async (id) => patrons.get(id) },
    payments,
    count,
    newId: () => `id${(ticks += 1)}`,
    now: () => new Date(Date.parse(`${day}T10:00:00Z`) + (ticks += 1)),
  };
  const circulation = circulationOver(deps);
  await Promise.all([
    catalogue.ensureIndexes(),
    circulation.ensureIndexes(),
    changeRepository(database).ensureIndexes(),
  ]);
  return {
    connections,
    catalogue,
    copies,
    consortium,
    circulation,
    deps,
    payments,
    today: () => day,
    passDays(days) {
      day = plusDays(day, days);
    },
    addPatron(patron) {
      patrons.set(patron.id, { municipality: 'lahti', keepsHistory: false, cardBlocked: false, ...patron });
    },
    async addWork(id, places, { edition, item } = {}) {
      await catalogue.ensureWorks([id]);
      await catalogue.storeRecords([buildRecord({ _id: `${id}.r`, workId: id, edition: buildEdition(edition) })]);
      const copiesOfWork = places.map(([_id, branch]) => buildItem({ _id, recordId: `${id}.r`, branch, ...item }));
      await catalogue.storeItems(copiesOfWork, []);
    },
    async item(id) {
      const [found] = await catalogue.itemsById([id]);
      if (!found) throw new Error(`there is no item ${id}`);
      return found;
    },
  };
}
