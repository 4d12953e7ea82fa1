import { expect } from 'chai';
import fc from 'fast-check';
import type { Connections } from '../../../config/connections.ts';
import { becauseOf } from '../../../domain/recommendations/because.ts';
import { Likings } from '../../../domain/recommendations/measure.ts';
import { recommendationRepository, type RecommendationRepository } from '../../../domain/recommendations/repository.ts';
import { floor, type Liking, type LikingSource } from '../../../domain/recommendations/schema.ts';
import { recommendationsOver, type RecommendationDeps } from '../../../domain/recommendations/service.ts';
import { dropNamespace, openTestConnections } from '../../support/connections.ts';

const at = new Date('2026-11-20T10:00:00Z');
const works = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Who likes what: patrons by number, each with some works. */
const readings = fc.array(fc.subarray(works), { minLength: 0, maxLength: 40 });

const likingsOf = (all: readonly (readonly string[])[]): Liking[] =>
  all.flatMap((own, nth) => own.map((work) => ({ patron: `p${nth}`, work, at })));
function besidesOf(all: readonly Liking[], counts: (patron: string) => boolean = () => true) {
  const likings = new Likings();
  for (const one of all) likings.add(one);
  const rows = [...likings.besides({ counts, current: (work) => work })].filter((row) => row !== undefined);
  return new Map(rows.map(({ work, others }) => [work, others]));
}

describe('what readers of a work like too', () => {
  it('shows no pair of works that fewer than five patrons made, and every one that five did', () => {
    fc.assert(
      fc.property(readings, fc.func(fc.boolean()), (all, takesPart) => {
        const besides = besidesOf(likingsOf(all), takesPart);
        for (const one of works)
          for (const other of works.filter((work) => work !== one)) {
            const both = all.filter((own, nth) => takesPart(`p${nth}`) && own.includes(one) && own.includes(other)).length; // prettier-ignore
            const isShown = besides.get(one)?.some(({ work }) => work === other) ?? false;
            expect(isShown, `${one} and ${other} of ${both}`).to.equal(both >= floor);
          }
      }),
    );
  });

  it('counts a patron once, however often and from wherever a liking is told', () => {
    fc.assert(
      fc.property(readings, fc.integer({ min: 2, max: 4 }), (all, times) => {
        const once = likingsOf(all);
        const often = Array.from({ length: times }, () => once).flat();
        expect(besidesOf(often)).to.deep.equal(besidesOf(once));
      }),
    );
  });

  it('is the same whatever the order in which likings are read', () => {
    fc.assert(
      fc.property(
        readings.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(likingsOf(all), { minLength: likingsOf(all).length })),
        ),
        ([all, mixed]) => {
          // prettier-ignore
          const plain = (besides: ReturnType<typeof besidesOf>) => new Map([...besides].map(([work, others]) => [work, new Map(others.map((one) => [one.work, one.score]))])); // prettier-ignore
          expect(plain(besidesOf(mixed))).to.deep.equal(plain(besidesOf(likingsOf(all))));
        },
      ),
    );
  });

  it('puts a work that those readers share before one that everybody reads', () => {
    const group = Array.from({ length: 10 }, () => ['a', 'b', 'f']);
    const others = Array.from({ length: 30 }, () => ['f']);
    expect(besidesOf(likingsOf([...group, ...others])).get('a')?.map(({ work }) => work)).to.deep.equal(['b', 'f']); // prettier-ignore
  });

  it('tells a patron why, of nothing they know, and of nothing twice', () => {
    fc.assert(
      fc.property(readings, fc.subarray(works), fc.subarray(works), (all, liked, known) => {
        const likes = liked.map((work) => ({ work, at, reason: 'listed' as const }));
        const besides = besidesOf(likingsOf(all));
        const rows = becauseOf(likes, besides, new Set([...liked, ...known]));
        const told = rows.flatMap((row) => row.works);
        expect(new Set(told).size).to.equal(told.length);
        for (const row of rows) {
          expect(liked).to.include(row.liked.work);
          for (const work of row.works) {
            expect([...liked, ...known]).to.not.include(work);
            expect(besides.get(row.liked.work)?.map((one) => one.work)).to.include(work);
          }
        }
      }),
    );
  });
});

describe('recommendations, as they are kept', function () {
  this.timeout(60_000);
  let connections: Connections;
  let likings: Liking[] = [];
  let absent = new Set<string>();
  let merged = new Map<string, string>();
  let now = at;

  before(async () => {
    connections = openTestConnections();
    await recommendationRepository(connections.database).ensureIndexes();
  });
  after(() => dropNamespace(connections));
  beforeEach(() => {
    likings = likingsOf(Array.from({ length: 6 }, () => ['a', 'b', 'c']));
    [absent, merged] = [new Set(), new Map()];
    now = new Date(now.getTime() + 48 * 60 * 60_000);
  });

  const source: LikingSource = {
    reason: 'borrowed',
    async *all() {
      yield* likings;
    },
    ofPatron: async (patron) => likings.filter((one) => one.patron === patron),
  };
  const open = (given: Partial<RecommendationDeps> = {}) =>
    recommendationsOver({
      repository: recommendationRepository(connections.database),
      sources: [source],
      catalogue: { currentWorkIds: async (ids) => new Map(ids.map((id) => [id, merged.get(id) ?? id])) },
      takingPart: async (patrons) => new Set(patrons.filter((one) => !absent.has(one))),
      now: () => now,
      ...given,
    });
  const stored = () => connections.database.collection('recommendations');

  it('are counted once a day, by one process, and swapped as a whole', async () => {
    expect(await Promise.all([open().make(), open().make(), open().make()])).to.have.members([true, false, false]);
    expect(await open().make(), 'the same day').to.equal(false);
    expect(await open().beside('a')).to.deep.equal(['b', 'c']);
    likings = likingsOf(Array.from({ length: 5 }, () => ['a', 'd']));
    now = new Date(now.getTime() + 25 * 60 * 60_000);
    expect(await open().make()).to.equal(true);
    expect(await open().beside('a')).to.deep.equal(['d']);
    expect(await open().beside('b')).to.deep.equal([]);
  });

  it('forget whoever does not take part any more: what four are left of is not shown, nor are they shown anything', async () => {
    likings.push({ patron: 'new', work: 'a', at }, { patron: 'out', work: 'a', at });
    await open().make();
    expect((await open().forPatron('new'))[0]).to.deep.include({ works: ['b', 'c'] });
    expect(await open().forPatron('new', ['b']), 'one work is no row').to.deep.equal([]);
    absent = new Set(['p0', 'p1', 'out']);
    expect(await open().forPatron('out')).to.deep.equal([]);
    await open().make(0);
    expect(await open().beside('a')).to.deep.equal([]);
  });

  it('know works that were merged as one', async () => {
    likings = likingsOf(Array.from({ length: 6 }, (_, nth) => ['a', nth % 2 === 0 ? 'b' : 'c']));
    await open().make(0);
    expect(await open().beside('a')).to.deep.equal([]);
    merged = new Map([['c', 'b']]);
    await open().make(0);
    expect(await open().beside('a')).to.deep.equal(['b']);
  });

  it('survive whoever dies at making them: the old ones are read until new ones are there, and nothing is left of the rest', async () => {
    await open().make(0);
    likings = likingsOf(Array.from({ length: 5 }, () => ['a', 'd']));
    const real = recommendationRepository(connections.database);
    const steps = ['write', 'publish'] as const satisfies readonly (keyof RecommendationRepository)[];
    for (const step of steps) {
      const repository = { ...real, [step]: async () => Promise.reject(new Error('died')) };
      await open({ repository }).make(0).catch(() => undefined); // prettier-ignore
      expect(await open().beside('a'), step).to.deep.equal(['b', 'c']);
      expect(await open().make(0), 'somebody is taken to be at it').to.equal(false);
      now = new Date(now.getTime() + 31 * 60_000);
    }
    expect(await open().make(0)).to.equal(true);
    expect(await open().beside('a')).to.deep.equal(['d']);
    expect((await stored().distinct('run')).length, 'this run and the one before').to.be.at.most(2);
  });

  it('hold no patron, and no number of them', async () => {
    await open().make(0);
    for (const row of await stored().find().toArray()) {
      expect(Object.keys(row)).to.have.members(['_id', 'run', 'others']);
      for (const one of row['others']) expect(Object.keys(one)).to.have.members(['work', 'score']);
    }
  });
});
