import { expect } from 'chai';
import { createDecisions, type Decisions } from '../../../../domain/catalogue/decisions/service.ts';
import { decisionRepository } from '../../../../domain/catalogue/decisions/repository.ts';
import { catalogueRepository } from '../../../../domain/catalogue/repository.ts';
import { createCatalogue, type Catalogue } from '../../../../domain/catalogue/service.ts';
import type { ChangeLine } from '../../../../domain/changes/change-line.ts';
import { newChange } from '../../../../domain/changes/schema.ts';
import { checkIndex } from '../../../../indexer/check-index.ts';
import { drainAll } from '../../../../indexer/drain.ts';
import { buildMarc } from '../../../support/books.ts';
import { openIndexLine, type IndexLine } from '../../../support/index-line.ts';

/** After each write of a decision, its writer dies; another finishes what was begun, and the index follows. */
describe('when a writer dies over a decision about works', () => {
  let line: IndexLine;
  let catalogue: Catalogue;
  before(async () => {
    line = await openIndexLine();
    catalogue = createCatalogue({ database: line.connections.database, changes: line.line });
    await catalogue.ensureIndexes();
  });
  after(() => line?.close());

  const acts: Record<string, (decisions: Decisions, works: Works) => Promise<unknown>> = {
    merging: (decisions, { a, b }) => decisions.merge({ into: a, works: [b] }),
    splitting: (decisions, { a, records }) => decisions.split(a, records.slice(1)),
    'undoing a merge': (decisions, { decided }) => decisions.undo(decided),
    'undoing a split': (decisions, { decided }) => decisions.undo(decided),
  };

  for (const [name, act] of Object.entries(acts)) {
    it(`${name} is finished by whoever comes next, from any write on, just as if nobody had died`, async () => {
      const whole = await prepare(name, 'whole');
      await act(catalogue.decisions, whole);
      const wanted = await placesOf(whole);
      let writes = 0;
      for (let until = 1; ; until += 1) {
        const works = await prepare(name, `cut${until}`);
        const dying = dyingAfter(until);
        const died = await act(dying.decisions, works).then(
          () => false,
          (error: unknown) => error === death || Promise.reject(error),
        );
        if (!died) break;
        writes = until;
        await catalogue.decisions.finish();
        // where its intent was never written, nothing has happened, and it is done again
        const begun = (await catalogue.decisions.ofWork(works.a))?.[0]?._id !== (works.decided || undefined);
        if (!begun) await act(catalogue.decisions, works);
        expect(await placesOf(works), `after write ${until}`).to.deep.equal(wanted);
        expect(await decisionRepository(line.connections.database).open()).to.deep.equal([]);
      }
      expect(writes).to.be.at.least(7);
    });
  }

  it('the index shows it all, nothing missing, nothing left over', async () => {
    const changes = line.connections.database.collection('changes');
    // the rows of the dead are taken after a minute
    await changes.updateMany({ state: 'open' }, { $set: { at: new Date(Date.now() - 120_000) } });
    await drainAll(line.deps);
    const { missing, extra, stale, works, pending } = await checkIndex(line.deps);
    expect({ missing, extra, stale, pending }).to.deep.equal({ missing: [], extra: [], stale: [], pending: 0 });
    expect(works).to.be.greaterThan(30);
  });

  interface Works {
    readonly mark: string;
    readonly a: string;
    readonly b: string;
    readonly records: readonly string[];
    /** The decision to undo. */
    readonly decided: number;
  }

  async function prepare(name: string, cut: string): Promise<Works> {
    const mark = `${name.replaceAll(' ', '')}${cut}`;
    const titles = ['Kissa', 'Kissa', 'Kissan kirja'];
    const records = titles.map((title, nth) =>
      buildMarc({
        id: `${mark}-${nth}`,
        title: `${title} ${mark}`,
        author: 'Meriluoto, Aila',
        year: 2000 + nth,
        ...(nth === 1 && { originalTitle: `Cat ${mark}` }),
      }),
    );
    await catalogue.importRecords({
      source: 'test',
      file: 'test',
      records: records.map((marc, index) => ({ marc, index, position: 0, bytes: new Uint8Array(), warnings: [] })),
    });
    const ids = titles.map((_, nth) => `test.${mark}-${nth}`);
    const [a = '', , b = ''] = await Promise.all(ids.map(async (id) => (await catalogue.record(id))?.workId));
    const works = { mark, a, b, records: ids.slice(0, 2), decided: 0 };
    if (name === 'undoing a merge')
      return { ...works, decided: (await catalogue.decisions.merge({ into: a, works: [b] }))._id };
    if (name === 'undoing a split')
      return { ...works, decided: (await catalogue.decisions.split(a, ids.slice(1, 2)))?._id ?? 0 };
    return works;
  }

  /** Where the three records stand, in words that are the same for every try. */
  async function placesOf({ mark, a, b }: Works): Promise<unknown> {
    const records = await Promise.all([0, 1, 2].map((nth) => catalogue.record(`test.${mark}-${nth}`)));
    const named = (id: string) => (id === a ? 'a' : id === b ? 'b' : 'new');
    return {
      records: records.map((record) => record && [named(record.workId), record.pinned === true]),
      ids: await Promise.all([a, b].map(async (id) => named(await catalogue.currentWorkId(id)))),
    };
  }

  /** Deciders over repositories that stop at their nth write: it is done, and nothing after it. */
  function dyingAfter(writes: number): { decisions: Decisions } {
    const { database } = line.connections;
    let left = writes;
    const dying = <T extends object>(repository: T): T =>
      new Proxy(repository, {
        get(target, property, receiver) {
          const member: unknown = Reflect.get(target, property, receiver);
          if (typeof member !== 'function' || !writing.has(String(property))) return member;
          return async (...given: unknown[]) => {
            if (left <= 0) throw death;
            const result: unknown = await Reflect.apply(member, target, given);
            left -= 1;
            if (left <= 0) throw death;
            return result;
          };
        },
      });
    const rows = line.deps.changes;
    const changes: ChangeLine = {
      async recordChange(workIds, write) {
        const open = [...new Set(workIds)].map((workId) => newChange(workId, 'open'));
        await rows.open(open);
        const result = await write(); // the dead mark nothing
        await rows.ready(open);
        return result;
      },
    };
    return {
      decisions: createDecisions({
        repository: dying(catalogueRepository(database)),
        decisions: dying(decisionRepository(database)),
        changes,
      }),
    };
  }
});

const death = new Error('The power has failed');

const writing: ReadonlySet<string> = new Set([
  'ensureWorks',
  'leadWork',
  'rebookKey',
  'placeRecord',
  'removeEmptyWorks',
  'add',
  'markUndone',
  'markDone',
]);
