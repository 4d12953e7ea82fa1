import { expect } from 'chai';
import type { Connections } from '../../../../config/connections.ts';
import { carryOut } from '../../../../domain/catalogue/decisions/carry-out.ts';
import { ImpossibleDecision, SupersededDecision } from '../../../../domain/catalogue/decisions/decide.ts';
import { decisionRepository } from '../../../../domain/catalogue/decisions/repository.ts';
import { createDecisions } from '../../../../domain/catalogue/decisions/service.ts';
import { catalogueRepository } from '../../../../domain/catalogue/repository.ts';
import type { Marc } from '../../../../domain/catalogue/schema.ts';
import type { Catalogue } from '../../../../domain/catalogue/service.ts';
import { changeLine } from '../../../../domain/changes/change-line.ts';
import { createDiscovery } from '../../../../domain/discovery/service.ts';
import { openTestCatalogue } from '../../../support/catalogue.ts';
import { buildMarc } from '../../../support/books.ts';
import { dropNamespace, openTestConnections } from '../../../support/connections.ts';

describe('what staff decide about works', () => {
  let connections: Connections;
  let catalogue: Catalogue;
  let source = 0;

  before(async () => {
    connections = openTestConnections();
    catalogue = await openTestCatalogue(connections);
  });
  after(() => dropNamespace(connections));
  // every test has titles of its own, so that no work of another comes into its way
  let mark = '';
  beforeEach(() => (mark = `nimeke${(source += 1)}`));

  const book = (id: string, title: string, given: Parameters<typeof buildMarc>[0] = {}) =>
    buildMarc({ id: `${mark}-${id}`, title: `${title} ${mark}`, author: 'Meriluoto, Aila', ...given });
  const bring = (...records: Marc[]) =>
    catalogue.importRecords({
      source: 'test',
      file: 'test',
      records: records.map((marc, index) => ({ marc, index, position: 0, bytes: new Uint8Array(), warnings: [] })),
    });
  const workOf = async (id: string) => (await catalogue.record(`test.${mark}-${id}`))?.workId ?? 'none';
  const recordId = (id: string) => `test.${mark}-${id}`;

  /** Two works of one record each. */
  async function twoWorks(): Promise<[string, string]> {
    await bring(book('a', 'Kissa'), book('b', 'Kissan kirja'));
    return [await workOf('a'), await workOf('b')];
  }

  describe('merging', () => {
    it('brings the records together, and the old id leads to the work', async () => {
      const [a, b] = await twoWorks();
      await catalogue.decisions.merge({ into: a, works: [b] });
      expect(await workOf('b')).to.equal(a);
      expect(await catalogue.currentWorkId(b)).to.equal(a);
      const detail = await createDiscovery(catalogue).workDetail(b);
      expect(detail?.id).to.equal(a);
      expect(detail?.editions.map((edition) => edition.recordId)).to.have.members([recordId('a'), recordId('b')]);
    });

    it('outlives a new import of the same, a changed and a further record', async () => {
      const [a, b] = await twoWorks();
      await catalogue.decisions.merge({ into: a, works: [b] });
      await bring(book('b', 'Kissan kirja'), book('c', 'Kissan kirja', { year: 2020 }));
      await bring(book('b', 'Koiran kirja', { year: 2001 }), book('a', 'Hevosen kirja'));
      for (const id of ['a', 'b', 'c']) expect(await workOf(id), id).to.equal(a);
    });

    it('leads on when the work is merged further', async () => {
      const [a, b] = await twoWorks();
      await bring(book('c', 'Kolmas'));
      const c = await workOf('c');
      await catalogue.decisions.merge({ into: a, works: [b] });
      await catalogue.decisions.merge({ into: c, works: [a] });
      expect(await catalogue.currentWorkId(b)).to.equal(c);
      expect(await workOf('b')).to.equal(c);
    });

    it('counts and lists only works that stand for themselves', async () => {
      const before = await catalogue.countWorks();
      const [a, b] = await twoWorks();
      await catalogue.decisions.merge({ into: a, works: [b] });
      expect(await catalogue.countWorks()).to.equal(before + 1);
    });

    it('is refused for a work and itself, unknown works and works merged already, each named', async () => {
      const [a, b] = await twoWorks();
      const refused = await failure(catalogue.decisions.merge({ into: a, works: [a, 'w0', b] }));
      expect(refused).to.be.instanceOf(ImpossibleDecision);
      expect(refused)
        .to.have.property('issues')
        .that.deep.equals([
          { pointer: '/works/0', detail: 'is the work to merge into itself' },
          { pointer: '/works/1', detail: 'is no work' },
        ]);
      await catalogue.decisions.merge({ into: a, works: [b] });
      expect(await failure(catalogue.decisions.merge({ into: a, works: [b] }))).to.be.instanceOf(ImpossibleDecision);
      expect(await failure(catalogue.decisions.merge({ into: b, works: [a] }))).to.be.instanceOf(ImpossibleDecision);
    });

    it('is undone: records return, also those that came by the keys of the merged work since', async () => {
      const [a, b] = await twoWorks();
      const { _id } = await catalogue.decisions.merge({ into: a, works: [b] });
      await bring(book('c', 'Kissan kirja', { year: 2020 }), book('d', 'Kissa', { year: 2021 }));
      await catalogue.decisions.undo(_id);
      expect([await workOf('a'), await workOf('b'), await workOf('c'), await workOf('d')]).to.deep.equal([a, b, b, a]);
      expect(await catalogue.currentWorkId(b)).to.equal(b);
      // and they are as loose as before
      await bring(book('b', 'Aivan toinen'));
      expect(await workOf('b')).not.to.be.oneOf([a, b]);
    });

    it('of everything by several at once leaves every record in a work that stands', async () => {
      await bring(...['a', 'b', 'c', 'd'].map((id) => book(id, `Teos ${id}`)));
      const works = await Promise.all(['a', 'b', 'c', 'd'].map(workOf));
      await Promise.allSettled(
        works.flatMap((into) =>
          works.filter((one) => one !== into).map((one) => catalogue.decisions.merge({ into, works: [one] })),
        ),
      );
      const at = await Promise.all(['a', 'b', 'c', 'd'].map(workOf));
      expect(new Set(at).size).to.equal(1);
      for (const work of works) expect(await catalogue.currentWorkId(work)).to.equal(at[0]);
    });
  });

  it('an import that brings editions of a work while it is merged away leaves none of them behind', async () => {
    for (let round = 0; round < 8; round += 1) {
      mark = `${mark}r${round}`;
      const [a, b] = await twoWorks();
      const later = Array.from({ length: 12 }, (_, nth) => book(`n${nth}`, 'Kissan kirja', { year: 2000 + nth }));
      const importing = (async () => {
        for (const one of later) await bring(one);
      })();
      await new Promise((resolve) => setTimeout(resolve, 15 * round));
      await catalogue.decisions.merge({ into: a, works: [b] });
      await importing;
      const places = await Promise.all(later.map((_, nth) => workOf(`n${nth}`)));
      expect(new Set(places), `round ${round}`).to.deep.equal(new Set([a]));
    }
  });

  it('an edition that an import has left behind in a work merged away is brought home by the next', async () => {
    const [a, b] = await twoWorks();
    await catalogue.decisions.merge({ into: a, works: [b] });
    await connections.database
      .collection<{ _id: string }>('records')
      .updateOne({ _id: recordId('b') }, { $set: { workId: b } });
    await bring(book('z', 'Jotakin muuta'));
    expect(await workOf('b')).to.equal(a);
  });

  describe('splitting', () => {
    /** One work of three records: two share all keys, one has an original title beside. */
    async function oneWork(): Promise<string> {
      await bring(book('a', 'Kissa'), book('b', 'Kissa', { year: 2002 }), book('c', 'Kissa', { year: 2003 }));
      return workOf('a');
    }

    it('gives the records a work of their own, where they stay whatever is imported', async () => {
      const work = await oneWork();
      await catalogue.decisions.split(work, [recordId('b')]);
      const own = await workOf('b');
      expect(own).not.to.equal(work);
      await bring(book('b', 'Kissa', { year: 2012 }), book('d', 'Kissa', { year: 2013 }));
      await bring(book('b', 'Aivan toinen'), book('a', 'Kissa', { year: 2014 }));
      expect(await workOf('b')).to.equal(own);
      for (const id of ['a', 'c', 'd']) expect(await workOf(id), id).to.equal(work);
    });

    it('takes along the keys that nobody else has: further editions go where they lead', async () => {
      const [a, b] = await twoWorks();
      await catalogue.decisions.merge({ into: a, works: [b] });
      await catalogue.decisions.split(a, [recordId('b')]);
      await bring(book('c', 'Kissan kirja', { year: 2020 }));
      expect(await workOf('c')).to.equal(await workOf('b'));
      expect(await workOf('c')).not.to.equal(a);
    });

    it('is refused for all records of a work, and for those of another', async () => {
      const work = await oneWork();
      const all = ['a', 'b', 'c'].map(recordId);
      expect(await failure(catalogue.decisions.split(work, all)))
        .to.have.property('issues')
        .with.length(1);
      expect(await failure(catalogue.decisions.split(work, ['x', recordId('a')])))
        .to.have.property('issues')
        .that.deep.equals([{ pointer: '/records/0', detail: 'is no record of this work' }]);
      expect(await catalogue.decisions.split('w0', ['x'])).to.equal(undefined);
    });

    it('is undone: the records return with those that joined them, and the id leads back', async () => {
      const work = await oneWork();
      const decision = await catalogue.decisions.split(work, [recordId('b'), recordId('c')]);
      const own = await workOf('b');
      await catalogue.decisions.undo(decision?._id ?? 0);
      for (const id of ['a', 'b', 'c']) expect(await workOf(id), id).to.equal(work);
      expect(await catalogue.currentWorkId(own)).to.equal(work);
    });
  });

  describe('the log', () => {
    it('tells who decided what, the last first, of a work and of one merged away', async () => {
      const [a, b] = await twoWorks();
      const { _id } = await catalogue.decisions.merge({ into: a, works: [b] });
      await catalogue.decisions.undo(_id);
      const told = (await catalogue.decisions.ofWork(b)) ?? [];
      expect(told.map(({ kind, by, undoneBy, state }) => ({ kind, by, undoneBy, state }))).to.deep.equal([
        { kind: 'undo', by: 'staff', undoneBy: undefined, state: 'done' },
        { kind: 'merge', by: 'staff', undoneBy: _id + 1, state: 'done' },
      ]);
      expect(await catalogue.decisions.ofWork('w0')).to.equal(undefined);
    });

    it('lets only the last decision be undone, and that once', async () => {
      const [a, b] = await twoWorks();
      const first = await catalogue.decisions.merge({ into: a, works: [b] });
      const second = await catalogue.decisions.split(a, [recordId('b')]);
      expect(await failure(catalogue.decisions.undo(first._id))).to.be.instanceOf(SupersededDecision);
      const undone = await catalogue.decisions.undo(second?._id ?? 0);
      expect(await failure(catalogue.decisions.undo(second?._id ?? 0))).to.be.instanceOf(ImpossibleDecision);
      expect(await failure(catalogue.decisions.undo(undone?._id ?? 0))).to.be.instanceOf(ImpossibleDecision);
      await catalogue.decisions.undo(first._id);
      expect(await workOf('b')).to.equal(b);
      expect(await catalogue.decisions.undo(1_000_000)).to.equal(undefined);
    });
  });

  it('a writer who stood still and goes on with an old decision changes nothing of what was decided since', async () => {
    const { database } = connections;
    const [a, b] = await twoWorks();
    const repository = catalogueRepository(database);
    const decisions = decisionRepository(database);
    const changes = changeLine({ database, wake: async () => undefined });
    const merged = await catalogue.decisions.merge({ into: a, works: [b] });
    await catalogue.decisions.undo(merged._id);
    await carryOut({ ...merged, state: 'open' }, { repository, decisions, changes });
    expect([await workOf('a'), await workOf('b')]).to.deep.equal([a, b]);
    expect(await createDecisions({ repository, decisions, changes }).ofWork(b)).to.have.length(2);
  });

  describe('what an import finds out', () => {
    it('joins works founded apart once a record shows that they are one, and staff may take that back', async () => {
      await bring(book('t', 'The Cat', { language: 'eng' }), book('o', 'Kissa'));
      const [translation, original] = [await workOf('t'), await workOf('o')];
      expect(translation).not.to.equal(original);
      await bring(book('b', 'The Cat', { language: 'eng', originalTitle: `Kissa ${mark}` }));
      expect(new Set([await workOf('t'), await workOf('o'), await workOf('b')]).size).to.equal(1);
      const [joined] = (await catalogue.decisions.ofWork(original)) ?? [];
      expect(joined?.by).to.equal('import');
      await catalogue.decisions.undo(joined?._id ?? 0);
      await bring(book('b', 'The Cat', { language: 'eng', originalTitle: `Kissa ${mark}`, year: 2024 }));
      expect(await workOf('t')).to.equal(translation);
      expect(await workOf('o')).to.equal(original);
    });

    it('joins nothing that staff have parted', async () => {
      await bring(
        book('t', 'The Cat', { language: 'eng' }),
        book('t2', 'The Cat', { language: 'eng', year: 2001 }),
        book('o', 'Kissa'),
      );
      await catalogue.decisions.split(await workOf('t'), [recordId('t2')]);
      await bring(book('b', 'The Cat', { language: 'eng', originalTitle: `Kissa ${mark}` }));
      expect(await workOf('t')).not.to.equal(await workOf('o'));
    });
  });
});

async function failure(act: Promise<unknown>): Promise<unknown> {
  try {
    await act;
  } catch (error) {
    return error;
  }
  throw new Error('It was not refused');
}
