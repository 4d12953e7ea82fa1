import { expect } from 'chai';
import { SearchQuery, type WorkDetail } from '../../domain/discovery/schema.ts';
import { startService, type TestService } from '../support/service.ts';

describe('works beside a work, on the demo catalogue', () => {
  let service: TestService;
  const find = async (q: string): Promise<WorkDetail> => {
    const found = await fetch(`${service.url}/api/v1/search?size=1&q=${encodeURIComponent(q)}`);
    const { items } = (await found.json()) as { items: { id: string }[] };
    const work = await service.services.discovery.workDetail(items[0]?.id ?? '');
    if (!work) throw new Error(`The demo catalogue has no ${q}`);
    return work;
  };

  before(async () => (service = await startService()));
  after(() => service?.stop());

  it('are for the same readers, share a subject, series or author, and are never the work itself', async () => {
    for (const q of ['Sinuhe egyptiläinen', 'Taikatalvi', 'Seitsemän veljestä', 'Tuntematon sotilas']) {
      const work = await find(q);
      const { similar } = service.services.search;
      const works = await similar(work, 20);
      expect(works.length, q).to.be.greaterThan(3);
      expect(
        works.map(({ id }) => id),
        q,
      ).not.to.include(work.id);
      for (const other of works) {
        expect(other.audience, `${q}: ${other.title}`).to.equal(work.audience);
        if (work.fiction !== undefined) expect(other.fiction, `${q}: ${other.title}`).to.equal(work.fiction);
        const told = await service.services.discovery.workDetail(other.id);
        const values = (one: WorkDetail | undefined) => [
          ...(one?.subjects ?? []).flatMap(({ value }) => value ?? []),
          ...(one?.series ?? []).map(({ name }) => name),
          ...(one?.authors ?? []),
        ];
        expect(values(told), `${q}: ${other.title}`).to.satisfy((all: string[]) => all.some((value) => values(work).includes(value))); // prettier-ignore
      }
    }
  });

  it('rank what is rare above what is common', async () => {
    const all = await find('Sinuhe egyptiläinen');
    const { facets } = await service.services.search.search(SearchQuery.parse({ size: '0' }));
    const [common, rare] = [facets.subject?.[0], facets.subject?.at(-1)];
    if (!common || !rare) throw new Error('no subjects');
    const works = await service.services.search.similar(
      {
        ...all, id: 'none', audience: undefined, fiction: undefined, genres: [], series: [], authors: [],
        subjects: [common, rare].map(({ value }) => ({ label: value, value, kind: 'topic' })),
      },
      1,
    ); // prettier-ignore
    const told = await service.services.discovery.workDetail(works[0]?.id ?? '');
    expect(told?.subjects.map(({ value }) => value)).to.include(rare.value);
  });

  it('are none where nothing is known that others could share', async () => {
    const work = await find('Sinuhe egyptiläinen');
    const bare = { ...work, subjects: [], genres: [], series: [], authors: [] };
    expect(await service.services.search.similar(bare, 10)).to.deep.equal([]);
    expect(await service.services.search.related(bare)).to.deep.equal({ similar: [], byAuthor: undefined, series: [] });
  });

  it('are those of its author, without itself, and its series in order, with itself', async () => {
    const work = await find('Taikatalvi');
    const { byAuthor, series } = await service.services.search.related(work);
    expect(byAuthor?.name).to.equal(work.authors[0]);
    expect(byAuthor?.works.length).to.be.greaterThan(1);
    expect(byAuthor?.works.map(({ id }) => id)).not.to.include(work.id);
    for (const other of byAuthor?.works ?? []) expect(other.authors.join()).to.include(work.authors[0]);
    const [own] = series;
    expect(own?.name).to.equal(work.series[0]?.name);
    expect(own?.works.map(({ id }) => id)).to.include(work.id);
    const numbers = (own?.works ?? []).map((one) => Number(one.series.find(({ name }) => name === own?.name)?.number));
    expect(numbers).to.deep.equal(numbers.toSorted((a, b) => a - b));
  });
});
