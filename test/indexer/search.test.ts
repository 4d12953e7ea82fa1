import { expect } from 'chai';
import fc from 'fast-check';
import type { Connections } from '../../config/connections.ts';
import { branches } from '../../config/region/branches.ts';
import { municipalitiesOfBranch } from '../../config/region/region.ts';
import type { Edition, Item, Term } from '../../domain/catalogue/schema.ts';
import {
  countedNames,
  FacetQuery,
  facets,
  SearchQuery,
  type CountedName,
  type FacetName,
} from '../../domain/discovery/schema.ts';
import { aliasesOf, currentMeta } from '../../indexer/aliases.ts';
import { createAnalysis } from '../../indexer/analysis/analysis.ts';
import { writeBulk } from '../../indexer/bulk.ts';
import { lineOf } from '../../indexer/documents.ts';
import { InvalidCursor, searchRequest } from '../../indexer/search/query.ts';
import { createSearch, type Search } from '../../indexer/search/search.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { dropNamespace, openTestConnections } from '../support/connections.ts';

interface TestWork {
  id: string;
  editions: { edition: Edition; items: Item[] }[];
}

const analysis = createAnalysis();
const topic = (label: string): Term => ({
  label,
  language: 'fin',
  vocabulary: 'yso',
  kind: 'topic',
  uri: uriOf(label),
});
const twin = (label: string): Term => ({ ...topic(label), label: swedish[label] ?? '', language: 'swe' });
const swedish: Record<string, string> = { kissat: 'katter', koirat: 'hundar', sodat: 'krig', järvet: 'sjöar' };
const uriOf = (label: string) => `http://www.yso.fi/onto/yso/${Object.keys(swedish).indexOf(label)}`;

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
          subjects: [topic, twin].map((named) => named(pick(Object.keys(swedish), n))),
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
      line: lineOf(
        {
          id,
          records: editions.map(({ edition }, e) => buildRecord({ _id: `r${id.slice(1)}-${e}`, workId: id, edition })),
          items: editions.flatMap(({ items }) => items),
        },
        analysis,
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
    for (const sort of ['title', 'arrivals', 'newest', 'relevance'] as const) {
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
        yearTo: fc.constantFrom('1995', '2004'),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(selections, async (selection) => {
        const query = SearchQuery.parse({ ...selection, q: 'kissan' });
        const result = await search.search(query);
        const titled = works.filter((_, n) => n % 4 === 0);
        expect(result.total).to.equal(titled.filter((work) => matches(work, query)).length);
        for (const name of countedNames) {
          const counted = Object.fromEntries(
            (result.facets[name] ?? []).filter((one) => one.count > 0).map((one) => [one.value, one.count]),
          );
          expect(counted, name).to.deep.equal(countByHand(titled, query, name));
        }
      }),
      { numRuns: 80 },
    );
  });

  it('asks branch, municipality, shelf and years of the same edition', async () => {
    const conditions = {
      municipality: 'lahti',
      branch: ['nastola', 'lahti-mukkula', 'lahti'],
      yearFrom: '1970',
      yearTo: '2000',
    };
    const query = SearchQuery.parse({ ...conditions, available: 'true', size: '100' });
    const result = await search.search(query);
    const expected = works.filter((work) => matches(work, query)).map(({ id }) => id);
    expect(expected.length).to.be.greaterThan(0);
    expect(result.items.map(({ id }) => id)).to.have.members(expected);
    const [place, years] = [
      { ...conditions, yearFrom: undefined, yearTo: undefined, available: 'true' },
      { yearFrom: '1970', yearTo: '2000' },
    ].map((some) => SearchQuery.parse(some));
    const byDifferentOnes = works.filter((work) => [place, years].every((some) => some && matches(work, some)));
    expect(byDifferentOnes.length).to.be.greaterThan(expected.length);
  });

  it('counts without error bounds: every value that is not listed is rarer than those that are', async () => {
    const { elasticsearch, names } = connections;
    for (const parameters of [{}, { q: 'kissan' }, { available: 'true', format: 'book', yearFrom: '1960' }]) {
      const request = searchRequest(SearchQuery.parse(parameters), { analysis });
      const answer = await elasticsearch.search({ index: names.works, ...request });
      const bounds = [...errorBounds(answer.aggregations)];
      expect(bounds.length).to.be.greaterThan(5);
      expect(new Set(bounds)).to.deep.equal(new Set([0]));
    }
  });

  describe('finding among the values of a facet', () => {
    const find = (name: FacetName, parameters: Record<string, unknown>) =>
      search.facet(name, FacetQuery.parse(parameters));

    it('reaches all of them, in capitals or not, with or without accents, inside too', async () => {
      const found = async (contains: string) => (await find('author', { contains })).values.map(({ value }) => value);
      expect(await found('vaino')).to.deep.equal(['Linna, Väinö']);
      expect(await found('LINNA, VÄ')).to.deep.equal(['Linna, Väinö']);
      expect(await found('hani')).to.deep.equal(['Aho, Juhani']);
      expect(await found('háni')).to.deep.equal(['Aho, Juhani']);
      expect(await found('.*')).to.deep.equal([]);
      expect(await found('"<&#@~]')).to.deep.equal([]);
    });

    it('counts as the search does, under its filters', async () => {
      const parameters = {
        q: 'kissan',
        available: 'true',
        format: ['book', 'dvd'],
        yearFrom: '1970',
        author: 'Aho, Juhani',
      };
      const query = SearchQuery.parse(parameters);
      for (const name of ['author', 'subject'] as const) {
        const { values, more } = await find(name, parameters);
        const titled = works.filter((_, n) => n % 4 === 0);
        expect(Object.fromEntries(values.map((one) => [one.value, one.count]))).to.deep.equal(
          countByHand(titled, query, name),
        );
        expect(more).to.equal(false);
      }
      expect((await find('author', { size: '2' })).more).to.equal(true);
    });

    it('gives every value of a facet that has few', async () => {
      const { values } = await find('branch', { contains: 'x', size: '1' });
      expect(values.map(({ value }) => value)).to.have.members([...new Set(branches.map(({ id }) => id))]);
    });

    it('knows subjects in the language of the reader, and counts twins once', async () => {
      const { facets: counted } = await ask({ lang: 'sv' });
      expect(counted.subject?.map(({ value, label, count }) => [value, label, count])).to.have.deep.members([
        ['kissat', 'katter', 60], ['koirat', 'hundar', 60], ['sodat', 'krig', 60], ['järvet', 'sjöar', 60],
      ]); // prettier-ignore
      expect((await find('subject', { contains: 'SJO', lang: 'sv' })).values).to.deep.equal([
        { value: 'järvet', label: 'sjöar', count: 60, selected: false },
      ]);
      expect((await find('subject', { contains: 'sjo', lang: 'fi' })).values).to.deep.equal([]);
    });

    it('takes any letters', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (contains) => {
          const query = FacetQuery.safeParse({ contains });
          if (query.success) expect((await search.facet('author', query.data)).values.length).to.be.at.most(4);
        }),
        { numRuns: 60 },
      );
    });
  });
});

function* errorBounds(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'doc_count_error_upper_bound') yield inner;
    else yield* errorBounds(inner);
  }
}

type Pair = TestWork['editions'][number];

const valuesOf = ({ edition, items }: Pair, name: CountedName, available: boolean): string[] => {
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
      return edition.subjects.filter(({ language }) => language === 'fin').map((term) => term.label);
    case 'author':
      return edition.contributors.map((one) => one.name);
    case 'year':
      return edition.year === undefined ? [] : [String(Math.floor(edition.year / 10) * 10)];
    default:
      return [];
  }
};

/** The rule in its plainest words: one edition meets all edition filters, the work the others. */
function matches(work: TestWork, query: SearchQuery, except?: CountedName): boolean {
  return (
    matchingEditions(work, query, except).length > 0 &&
    facets.every(({ name, of }) => of === 'edition' || name === except || meets(work.editions, query, name))
  );
}

function matchingEditions(work: TestWork, query: SearchQuery, except?: CountedName): Pair[] {
  return work.editions.filter(
    (pair) =>
      facets.every(({ name, of }) => of === 'work' || name === except || meets([pair], query, name)) &&
      (!query.available || pair.items.some((item) => item.status === 'available')) &&
      (except === 'year' ||
        ((pair.edition.year ?? 0) >= (query.yearFrom ?? -Infinity) &&
          (pair.edition.year ?? 0) <= (query.yearTo ?? Infinity))),
  );
}

function meets(pairs: Pair[], query: SearchQuery, name: FacetName): boolean {
  const chosen: readonly string[] = query[name];
  return (
    chosen.length === 0 ||
    pairs.some((pair) => valuesOf(pair, name, query.available).some((value) => chosen.includes(value)))
  );
}

function countByHand(works: TestWork[], query: SearchQuery, name: CountedName): Record<string, number> {
  const counts: Record<string, number> = {};
  const of = name === 'year' ? 'edition' : facets.find((facet) => facet.name === name)?.of;
  for (const work of works.filter((one) => matches(one, query, name))) {
    const pairs = of === 'edition' ? matchingEditions(work, query, name) : work.editions;
    for (const value of new Set(pairs.flatMap((pair) => valuesOf(pair, name, query.available))))
      counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
