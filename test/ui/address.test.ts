import { expect } from 'chai';
import * as fc from 'fast-check';
import { deepestHit, facetNames, searchFields, SearchQuery, sorts } from '../../domain/discovery/schema.ts';
import { pageSearch } from '../../api/page-request.ts';
import '../../ui/messages/all.ts';
import * as address from '../../ui/search/address.ts';
import { homeOf, standingOf, themeOf } from '../../ui/search/home.ts';
import type { Wish } from '../../ui/search/state.ts';

const { noWish, readWish, searchAddress, searchParameters, toggled, unfiltered } = address;

describe('The address of a search', () => {
  it('knows the same fields, facets, orders and depth as the domain', () => {
    expect(address.scopes).to.have.members([...searchFields]);
    expect(address.facetOrder).to.have.members(facetNames);
    expect(address.offeredSorts).to.have.members([...sorts]);
    expect(address.deepestHit).to.equal(deepestHit);
  });

  it('starts where the API starts', () => {
    const { lang: _, ...defaults } = SearchQuery.parse({});
    expect(noWish).to.deep.equal(defaults);
  });

  it('is read back as the search it was written for, and by the API as well', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const parameters = new URL(searchAddress(wish, 'heinola'), 'http://localhost').searchParams;
        expect(defined(readWish(parameters))).to.deep.equal(defined(wish));
        const { lang: _, ...query } = SearchQuery.parse(valuesOf(searchParameters(wish)));
        expect(defined(query)).to.deep.equal(defined(wish));
      }),
    );
  });

  it('is as short as it can be', () => {
    expect(searchAddress({})).to.equal('/search');
    expect(searchAddress({ q: 'talvisota', format: ['book', 'dvd'] }, 'lahti')).to.equal(
      '/search?q=talvisota&format=book&format=dvd&home=lahti',
    );
  });

  it('is read whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('q', 'page', 'size', 'sort', 'in', 'format', 'yearFrom', 'x'), fc.string())),
        (pairs) => {
          const wish = readWish(new URLSearchParams(pairs));
          expect(wish.page).to.be.at.least(1);
          expect(wish.size).to.be.within(1, 100);
        },
      ),
    );
  });

  it('goes back to the first page with every filter, and takes a filter away again', () => {
    const wish: Wish = { ...noWish, q: 'a', page: 7, format: ['book'] };
    const more = toggled(wish, 'format', 'dvd');
    expect([more.page, more.format]).to.deep.equal([1, ['book', 'dvd']]);
    expect(toggled(more, 'format', 'book').format).to.deep.equal(['dvd']);
    expect(unfiltered(more)).to.deep.equal({ ...noWish, q: 'a' });
  });
});

describe('A search page asked for by hand', () => {
  it('never fails: what no search takes is left out, what is right stays', () => {
    const query = pageSearch({ q: ['a', 'b'], format: ['book', 'papyrus'], sort: 'prettiest', page: '0', yearFrom: 'old', utm_source: 'x', language: '', size: '10' }, 'sv'); // prettier-ignore
    if (query === 'beyond') throw new Error('refused');
    expect([query.q, query.format, query.sort, query.page, query.yearFrom, query.language, query.size, query.lang]).to.deep.equal(['b', ['book'], 'relevance', 1, undefined, [], 10, 'sv']); // prettier-ignore
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...Object.keys(SearchQuery.shape), '__proto__', 'x'),
          fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 60 })),
        ),
        (parameters) => {
          const outcome = pageSearch(parameters, 'fi');
          if (outcome !== 'beyond') SearchQuery.parse({ ...outcome, available: String(outcome.available) });
        },
      ),
    );
  });

  it('takes years given the wrong way round as they were meant', () => {
    const query = pageSearch({ yearFrom: '2010', yearTo: '1990' }, 'fi');
    expect(query).to.include({ yearFrom: 1990, yearTo: 2010 });
    expect(readWish(new URLSearchParams('yearFrom=2010&yearTo=1990'))).to.include({ yearFrom: 1990, yearTo: 2010 });
  });

  it('is told when it goes past the last page there is', () => {
    expect(pageSearch({ page: '501' }, 'fi')).to.equal('beyond');
    expect(pageSearch({ page: '500' }, 'fi')).not.to.equal('beyond');
  });
});

describe('A reader’s own libraries', () => {
  const branch = (id: string, total: number, available: number) => ({ branch: id, total, available });

  it('are those chosen, else those of home', () => {
    expect(homeOf({ branch: ['heinola'], municipality: ['lahti'] }, 'sysma', 'fi')).to.deep.equal({ name: 'Heinolan kirjasto', branches: ['heinola'] }); // prettier-ignore
    expect(homeOf({ branch: [], municipality: ['lahti'] }, 'sysma', 'fi')?.branches).to.include.members([
      'lahti-mukkula',
      'nastola',
    ]);
    expect(homeOf({ branch: [], municipality: [] }, 'sysma', 'fi')?.name).to.equal('Sysmä');
    expect(homeOf({ branch: [], municipality: [] }, undefined, 'fi')).to.equal(undefined);
    expect(homeOf({ branch: [], municipality: [] }, 'nowhere', 'fi')).to.equal(undefined);
    expect(homeOf({ branch: ['heinola', 'lahti'], municipality: [] }, undefined, 'sv')?.name).to.equal(
      'Valda bibliotek',
    );
  });

  it('are counted apart from the rest of the region', () => {
    const availability = {
      total: 6,
      available: 3,
      branches: [branch('heinola', 2, 0), branch('lahti', 3, 2), branch('sysma', 1, 1)],
    };
    const home = homeOf({ branch: [], municipality: ['heinola'] }, undefined, 'fi');
    expect(standingOf(availability, home)).to.deep.equal({
      here: { total: 2, available: 0 },
      elsewhere: { total: 4, available: 3, branches: 2 },
    });
    expect(standingOf(availability, undefined).here).to.equal(undefined);
  });

  it('give a page its colours', () => {
    expect(themeOf(['heinola'], 'lahti')).to.equal('heinola');
    expect(themeOf(['heinola', 'lahti'], 'sysma')).to.equal('sysma');
    expect(themeOf([], 'lahti-mukkula')).to.equal('lahti');
    expect(themeOf(['"><script>'], undefined)).to.equal(undefined);
  });
});

const values = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }).filter((one) => one.trim() === one && one !== ''), { maxLength: 3 }); // prettier-ignore
const some = <T>(...from: T[]) => fc.uniqueArray(fc.constantFrom(...from));
const year = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined });
const wishes: fc.Arbitrary<Wish> = fc.record({
  q: fc.string().map((words) => words.trim()),
  in: fc.constantFrom(...searchFields),
  format: some('book', 'dvd', 'score'),
  language: some('fin', 'swe'),
  branch: some('lahti', 'heinola'),
  municipality: some('lahti', 'sysma'),
  audience: some('adult', 'child'),
  fiction: some('true', 'false'),
  genre: values,
  subject: values,
  author: values,
  series: values,
  tag: values,
  available: fc.boolean(),
  yearFrom: year,
  yearTo: year.map((one) => (one === undefined ? undefined : one + 1000)),
  sort: fc.constantFrom('relevance', 'newest', 'title'),
  page: fc.integer({ min: 1, max: 90 }),
  size: fc.integer({ min: 1, max: 100 }),
});

const defined = (value: object) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
const valuesOf = (parameters: URLSearchParams) =>
  Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name).length > 1 ? parameters.getAll(name) : parameters.get(name)])); // prettier-ignore
