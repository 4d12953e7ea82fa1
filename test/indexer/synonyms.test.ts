import { expect } from 'chai';
import { SearchQuery } from '../../domain/discovery/schema.ts';
import { SynonymGroups, type SynonymGroup } from '../../domain/synonyms/schema.ts';
import { createAnalysis } from '../../indexer/analysis/analysis.ts';
import { withSynonyms } from '../../indexer/analysis/synonyms.ts';
import { searchRequest } from '../../indexer/search/query.ts';
import { createSearch, type Search } from '../../indexer/search/search.ts';
import { createSynonyms, type Synonyms } from '../../domain/synonyms/service.ts';
import { reindex } from '../../indexer/reindex/reindex.ts';
import { rollBack } from '../../indexer/reindex/swap.ts';
import { openIndexLine, type IndexLine } from '../support/index-line.ts';

const same = (language: SynonymGroup['language'], ...words: string[]): SynonymGroup => ({ language, words, also: [] });

const groups = [
  same('fi', 'tekoäly', 'keinotekoinen äly', 'koneoppiminen'),
  { language: 'fi', words: ['dekkari'], also: ['rikosromaani'] },
  same('sv', 'bil', 'automobil'),
] satisfies SynonymGroup[];

describe('synonyms of staff', () => {
  let house: IndexLine;
  let synonyms: Synonyms;
  before(async () => {
    house = await openIndexLine({ withIndex: false });
    synonyms = createSynonyms(house.connections);
    const titles = ['Tekoälyn alkeet', 'Keinotekoinen äly nyt', 'Äly ja tunne', 'Sininen dekkari', 'Rikosromaanin kulta-aika'];
    for (const [at, title] of titles.entries()) await house.store(`w${at}`, title);
    await synonyms.save(0, { groups, by: 'virkku' });
    await reindex(house.deps);
  }); // prettier-ignore
  after(() => house?.close());

  /** A reader of a process that has just begun: it asks at once which synonyms the index names. */
  const search = (): Search => createSearch(house.deps);
  const found = async (q: string, reader = search()) => {
    const { items, matched } = await reader.search(SearchQuery.parse({ q, facets: '' }));
    return matched === 'all' ? items.map(({ title }) => title).toSorted() : [];
  };

  it('are used once the index that serves names them, by the next reader, and no document is written', async () => {
    const before = await house.indexed();
    expect(await found('koneoppimista')).to.deep.equal([]);
    const serving = await house.deps.aliases.serving();
    await house.deps.aliases.setSynonyms(serving ?? '', 1);
    expect(await found('koneoppimista')).to.deep.equal(['Keinotekoinen äly nyt', 'Tekoälyn alkeet']);
    expect(await found('keinotekoista älyä')).to.deep.equal(['Keinotekoinen äly nyt', 'Tekoälyn alkeet']);
    expect(await found('keinotekoinen'), 'half a wording has no synonyms').to.deep.equal(['Keinotekoinen äly nyt']);
    expect(await found('dekkarit')).to.deep.equal(['Rikosromaanin kulta-aika', 'Sininen dekkari']);
    expect(await found('rikosromaani'), 'one way only').to.deep.equal(['Rikosromaanin kulta-aika']);
    expect(await found('"koneoppiminen"'), 'a phrase means its words').to.deep.equal([]);
    expect(await house.indexed()).to.deep.equal(before);
    await house.deps.aliases.setSynonyms(serving ?? '', undefined);
    expect(await found('koneoppimista')).to.deep.equal([]);
  });

  it('put what was typed before what means the same', async () => {
    await house.deps.aliases.setSynonyms((await house.deps.aliases.serving()) ?? '', 1);
    const { items } = await search().search(SearchQuery.parse({ q: 'dekkari', facets: '' }));
    expect(items.map(({ title }) => title)).to.deep.equal(['Sininen dekkari', 'Rikosromaanin kulta-aika']);
  });

  it('come with a new index and go with it when it is rolled back', async () => {
    const second = await synonyms.save(1, { groups: [...groups, same('fi', 'tunne', 'emootio')], by: 'virkku' });
    expect(await synonyms.save(1, { groups: [], by: 'somebody else' }), 'who read version 1').to.equal(undefined);
    const run = await reindex(house.deps, { synonyms: second?._id });
    expect(run).to.include({ status: 'done', synonyms: 2 });
    expect(await found('emootio')).to.deep.equal(['Äly ja tunne']);
    await rollBack(house.deps);
    expect(await found('emootio')).to.deep.equal([]);
    expect(await found('koneoppiminen'), 'the version before').to.have.lengthOf(2);
    expect((await reindex(house.deps)).synonyms, 'the next one keeps what serves').to.equal(1);
    for (const index of await house.deps.aliases.all()) await house.deps.aliases.remove(index);
    expect((await reindex(house.deps)).synonyms, 'an engine that has lost everything').to.equal(1);
  });

  it('cost a search that has none of them nothing: the engine is asked just the same', () => {
    const analysis = createAnalysis();
    const asked = SearchQuery.parse({ q: 'sinuhe egyptiläinen äly' });
    expect(searchRequest(asked, { analysis: withSynonyms(analysis, groups) })).to.deep.equal(searchRequest(asked, { analysis })); // prettier-ignore
    expect(withSynonyms(analysis, [])).to.equal(analysis);
  });

  it('belong to their language: a Swedish word never brings Finnish ones', () => {
    const analysis = withSynonyms(createAnalysis(), groups);
    const [word] = analysis.encodeQuery('bilen').words;
    expect(word?.synonyms?.flat().flatMap(({ lemma }) => lemma)).to.deep.equal(['s:automobil']);
    expect(analysis.encodeQuery('auto').words[0]?.synonyms).to.equal(undefined);
  });

  it('are refused where they say nothing or stand twice', () => {
    const issues = (wanted: unknown) => SynonymGroups.safeParse(wanted).error?.issues.map(({ path, message }) => `${path.join('/')} ${message}`); // prettier-ignore
    expect(issues([same('fi', 'kissa')])).to.deep.equal(['0/words needs another word that means the same']);
    expect(issues([same('fi', 'kissa', 'Kissa')])).to.deep.equal(['0/words/1 stands twice: Kissa']);
    expect(issues([same('fi', 'kissa', 'katti'), same('fi', 'katti', 'mirri')])).to.deep.equal(['1/words/0 stands in group 1 already: katti']); // prettier-ignore
    expect(issues([same('fi', 'kissa', 'katti'), same('sv', 'katti', 'katt')])).to.equal(undefined);
    expect(issues([same('fi', 'yksi kaksi kolme neljä viisi', 'luvut')])?.[0]).to.match(/^0\/words\/0 has more than four/); // prettier-ignore
  });
});
