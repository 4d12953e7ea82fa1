import { expect } from 'chai';
import fc from 'fast-check';
import type { Connections } from '../../config/connections.ts';
import { branches } from '../../config/region/branches.ts';
import { municipalitiesOfBranch } from '../../config/region/region.ts';
import type { Edition, Item, Term } from '../../domain/catalogue/schema.ts';
import { facets, SearchQuery, type FacetName } from '../../domain/discovery/schema.ts';
import { partitionOf } from '../../domain/partition.ts';
import { aliasesOf, currentMeta } from '../../indexer/aliases.ts';
import { createAnalysis } from '../../indexer/analysis/analysis.ts';
import { writeBulk } from '../../indexer/bulk.ts';
import { buildDocument } from '../../indexer/document.ts';
import { InvalidCursor } from '../../indexer/search/query.ts';
import { createSearch, type Search } from '../../indexer/search/search.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { dropNamespace, openTestConnections } from '../support/connections.ts';

interface TestWork {
  id: string;
  editions: { edition: Edition; items: Item[] }[];
}

const analysis = createAnalysis();
const topic = (label: string): Term => ({ label, language: 'fin', vocabulary: 'yso', kind: 'topic' });

/** Works with every mix of formats, languages and branches, the same in every run. */
function* manyWorks(count: number): Generator<TestWork> {
  const pick = <T>(values: readonly T[], n: number) => values[n % values.length] as T;
  for (let n = 0; n < count; n += 1) {
    const editions = Array.from({ length: 1 + (n % 3) }, (_, e) => {
      const seed = n * 7 + e * 5;
      return {
        edition: buildEdition({
          title: `${pick(['Kissan', 'Koiran', 'Sodan', 'Järven'], n)} ${pick(['kirja', 'historia', 'vuosi'], n >> 2)} ${n}`,
          format: pick(['book', 'ebook', 'audiobook', 'dvd'], seed),
          languages: [pick(['fin', 'swe', 'eng', 'rus'], seed >> 1)],
          year: 1950 + (seed % 70),
          audience: pick(['adult', 'young', 'child'], n),
          fiction: n % 2 === 0,
          subjects: [topic(pick(['kissat', 'koirat', 'sodat', 'järvet'], n))],
          contributors: [
            {
              name: pick(['Aho, Juhani', 'Canth, Minna', 'Kivi, Aleksis'], n),
              role: 'author',
              kind: 'person',
              main: true,
            },
          ],
        }),
        items: Array.from({ length: seed % 3 }, (_item, i) =>
          buildItem({
            _id: `${n}-${e}-${i}`,
            recordId: `r${n}-${e}`,
            branch: pick(branches, seed * 3 + i).id,
            status: (seed + i) % 2 === 0 ? 'available' : 'onLoan',
          }),
        ),
      };
    });
    yield { id: `w${n}`, editions };
  }
}

describe('search on the real engine', () => {
  const works = [...manyWorks(240)];
  let connections: Connections;
  let search: Search;
  const ask = (parameters: Record<string, unknown>) => search.search(SearchQuery.parse(parameters));

  before(async () => {
    connections = openTestConnections();
    const { elasticsearch, names } = connections;
    const aliases = aliasesOf(elasticsearch, names.works);
    const index = aliases.newName();
    await aliases.create(index, currentMeta(analysis.version));
    const extra: TestWork = {
      id: 'pohjantahti',
      editions: [
        {
          edition: buildEdition({
            title: 'Täällä Pohjantähden alla',
            isbns: ['9789510430262'],
            contributors: [{ name: 'Linna, Väinö', role: 'author', kind: 'person', main: true }],
          }),
          items: [],
        },
      ],
    };
    const writes = [...works, extra].map(({ id, editions }) => ({
      id,
      document: buildDocument(
        {
          id,
          partition: partitionOf(id),
          records: editions.map(({ edition }, e) => buildRecord({ _id: `r${id.slice(1)}-${e}`, workId: id, edition })),
          items: editions.flatMap(({ items }) => items),
        },
        { analysis },
      ),
    }));
    expect(await writeBulk(elasticsearch, { indices: [index], version: 1, writes })).to.deep.equal(new Map());
    await elasticsearch.indices.refresh({ index });
    await aliases.swap(index);
    search = createSearch({ elasticsearch, aliases, analysis });
  });
  after(() => dropNamespace(connections));

  it('finds everything for an empty search, and nothing for a word nobody wrote', async () => {
    expect((await ask({})).total).to.equal(241);
    expect((await ask({ q: 'xyzzyplugh' })).total).to.equal(0);
  });

  it('finds author and title words together, in any order', async () => {
    const { items } = await ask({ q: 'pohjantähden linna' });
    expect(items[0]?.id).to.equal('pohjantahti');
  });

  it('finds an ISBN with and without hyphens, and as ISBN-10', async () => {
    for (const q of ['978-951-0-43026-2', '9789510430262', '951-0-43026-9']) {
      expect((await ask({ q })).items[0]?.id, q).to.equal('pohjantahti');
    }
  });

  it('finds ä typed as a, and a title in NFD', async () => {
    expect((await ask({ q: 'taalla pohjantahden' })).items[0]?.id).to.equal('pohjantahti');
    expect((await ask({ q: 'Täällä Pohjantähden'.normalize('NFD') })).items[0]?.id).to.equal('pohjantahti');
  });

  it('walks through all works page by page and by cursor, each once', async () => {
    for (const sort of ['title', 'newest', 'relevance'] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const result = await ask({ sort, size: '50', ...(after && { after }) });
        seen.push(...result.items.map((item) => item.id));
        after = result.next;
      } while (after);
      expect(new Set(seen).size, sort).to.equal(241);
      expect(seen.length, sort).to.equal(241);
    }
  });

  it('refuses a cursor it has not given', async () => {
    for (const after of ['nonsense', Buffer.from('[{"a":1}]').toString('base64url')]) {
      const error = await ask({ after }).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(InvalidCursor);
    }
  });

  it('counts facets exactly as a count by hand does, whatever is chosen', async () => {
    const selections = fc.record(
      {
        format: fc.subarray(['book', 'ebook', 'dvd'], { maxLength: 2 }),
        language: fc.subarray(['fin', 'swe', 'rus'], { maxLength: 2 }),
        branch: fc.subarray(['lahti', 'heinola', 'nastola', 'sysma'], { maxLength: 2 }),
        municipality: fc.subarray(['lahti', 'hollola'], { maxLength: 1 }),
        audience: fc.subarray(['adult', 'child'], { maxLength: 1 }),
        subject: fc.subarray(['kissat', 'sodat'], { maxLength: 2 }),
        available: fc.constantFrom('true', 'false'),
        yearFrom: fc.constantFrom('1960', '1990'),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(selections, async (selection) => {
        const query = SearchQuery.parse({ ...selection, q: 'kissan' });
        const result = await search.search(query);
        const titled = works.filter((_, n) => n % 4 === 0);
        expect(result.total).to.equal(titled.filter((work) => matches(work, query)).length);
        for (const { name } of facets) {
          const counted = Object.fromEntries(
            (result.facets[name] ?? []).filter((one) => one.count > 0).map((one) => [one.value, one.count]),
          );
          expect(counted, name).to.deep.equal(countByHand(titled, query, name));
        }
      }),
      { numRuns: 60 },
    );
  });
});

type Pair = TestWork['editions'][number];

const valuesOf = ({ edition, items }: Pair, name: FacetName, available: boolean): string[] => {
  const held = items.filter((item) => !available || item.status === 'available').map((item) => item.branch);
  switch (name) {
    case 'format':
      return [edition.format];
    case 'language':
      return edition.languages;
    case 'branch':
      return [...new Set(held)];
    case 'municipality':
      return [...new Set(held.flatMap(municipalitiesOfBranch))];
    case 'audience':
      return edition.audience ? [edition.audience] : [];
    case 'fiction':
      return [String(edition.fiction)];
    case 'subject':
      return edition.subjects.map((term) => term.label);
    case 'author':
      return edition.contributors.map((one) => one.name);
    default:
      return [];
  }
};

/** The rule in its plainest words: one edition meets all edition filters, the work the others. */
function matches(work: TestWork, query: SearchQuery, except?: FacetName): boolean {
  return (
    matchingEditions(work, query, except).length > 0 &&
    facets.every(({ name, of }) => of === 'edition' || name === except || meets(work.editions, query, name))
  );
}

function matchingEditions(work: TestWork, query: SearchQuery, except?: FacetName): Pair[] {
  return work.editions.filter(
    (pair) =>
      facets.every(({ name, of }) => of === 'work' || name === except || meets([pair], query, name)) &&
      (!query.available || pair.items.some((item) => item.status === 'available')) &&
      (query.yearFrom === undefined || (pair.edition.year ?? 0) >= query.yearFrom),
  );
}

function meets(pairs: Pair[], query: SearchQuery, name: FacetName): boolean {
  const chosen: readonly string[] = query[name];
  return (
    chosen.length === 0 ||
    pairs.some((pair) => valuesOf(pair, name, query.available).some((value) => chosen.includes(value)))
  );
}

function countByHand(works: TestWork[], query: SearchQuery, name: FacetName): Record<string, number> {
  const counts: Record<string, number> = {};
  const of = facets.find((facet) => facet.name === name)?.of;
  for (const work of works.filter((one) => matches(one, query, name))) {
    const pairs = of === 'edition' ? matchingEditions(work, query, name) : work.editions;
    for (const value of new Set(pairs.flatMap((pair) => valuesOf(pair, name, query.available))))
      counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
