import { expect } from 'chai';
import type { Edition, Term } from '../../domain/catalogue/schema.ts';
import { aliasesOf, currentMeta } from '../../indexer/aliases.ts';
import { createAnalysis } from '../../indexer/analysis/analysis.ts';
import { writeBulk } from '../../indexer/bulk.ts';
import { lineOf } from '../../indexer/documents.ts';
import { ensureSuggestions, type SuggestionDeps } from '../../indexer/suggest/make-suggestions.ts';
import { createSuggest, type Suggest } from '../../indexer/suggest/suggest.ts';
import { suggestionIndex } from '../../indexer/suggest/suggestion-index.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { dropNamespace, openTestConnections } from '../support/connections.ts';

interface TestWork {
  readonly id: string;
  readonly loans: number;
  readonly edition: Partial<Edition>;
}

const by = (name: string): Edition['contributors'] => [{ name, role: 'author', kind: 'person', main: true }];
const about = (label: string): Term => ({ label, language: 'fin', vocabulary: 'yso', kind: 'topic' });

const twins: Term[] = [
  { label: 'kissat', language: 'fin', vocabulary: 'yso', kind: 'topic', uri: 'http://www.yso.fi/onto/yso/p19378' },
  { label: 'katter', language: 'swe', vocabulary: 'yso', kind: 'topic', uri: 'http://www.yso.fi/onto/yso/p19378' },
];

const works: TestWork[] = [
  { id: 'sinuhe', loans: 900, edition: { title: 'Sinuhe egyptiläinen', contributors: by('Waltari, Mika') } },
  { id: 'turms', loans: 40, edition: { title: 'Turms kuolematon', contributors: by('Waltari, Mika') } },
  { id: 'kalevala', loans: 500, edition: { title: 'Kalevala', contributors: by('Lönnrot, Elias') } },
  {
    id: 'talvisota',
    loans: 80,
    edition: { title: 'Talvisota', contributors: by('Tuuri, Antti'), subjects: [about('talvisota')] },
  },
  {
    id: 'cats',
    loans: 10,
    edition: { title: 'Kissat ja me', contributors: by('Aho, Aino'), subjects: [about('kissat'), ...twins] },
  },
  { id: 'cats2', loans: 300, edition: { title: 'Villit kissat', contributors: by('Äijälä, Åke') } },
  {
    id: 'harry',
    loans: 700,
    edition: {
      title: 'Harry Potter ja viisasten kivi',
      contributors: by('Rowling, J. K.'),
      series: [{ name: 'Harry Potter', number: '1' }],
    },
  },
  { id: 'mother', loans: 5, edition: { title: 'Äiti', contributors: by('Gorki, Maksim') } },
];

describe('suggestions', () => {
  const connections = openTestConnections();
  const { elasticsearch, names } = connections;
  const analysis = createAnalysis();
  const aliases = aliasesOf(elasticsearch, names.works);
  const suggestions = suggestionIndex(elasticsearch, names.suggestions);
  const deps: SuggestionDeps = { elasticsearch, aliases, analysis, suggestions };
  const suggest: Suggest = createSuggest(deps);
  const ask = async (q: string, size = 10) =>
    (await suggest.suggest({ q, size, lang: 'fi' })).map(({ kind, text }) => `${kind}: ${text}`);
  let version = 1;

  async function index(all: readonly TestWork[]): Promise<void> {
    const writes = all.map(({ id, loans, edition }) => ({
      id,
      line: lineOf(
        {
          id,
          records: [buildRecord({ _id: `${id}.1`, workId: id, edition: buildEdition(edition) })],
          items: [buildItem({ _id: `${id}.i`, recordId: `${id}.1`, loans })],
        },
        analysis,
      ),
    }));
    version += 1;
    const refused = await writeBulk(elasticsearch, { indices: [aliases.read], version, writes });
    expect([...refused]).to.deep.equal([]);
    await elasticsearch.indices.refresh({ index: aliases.read });
  }

  after(() => dropNamespace(connections));

  it('are none before there is anything to make them from, and asking for them is no error', async () => {
    expect(await ensureSuggestions(deps)).to.equal(false);
    expect(await ask('kal')).to.deep.equal([]);
  });

  describe('of a large catalogue', () => {
    after(async () => {
      const serving = await aliases.serving();
      if (serving) await aliases.remove(serving);
    });

    it('are found though thousands that are borrowed more have the word elsewhere', async () => {
      const first = aliases.newName();
      await aliases.create(first, currentMeta(analysis.version));
      await aliases.swap(first);
      const many = Array.from({ length: 2_100 }, (_, n) => ({
        id: `many${n}`,
        loans: 3_000 + n,
        edition: { title: `Meren laulu ${n}`, contributors: [] },
      }));
      await index([...many, { id: 'song', loans: 2_000, edition: { title: 'Laulu', contributors: [] } }]);
      expect(await ensureSuggestions(deps)).to.equal(true);
      expect((await ask('laul'))[0]).to.equal('title: Laulu');
      expect((await ask('meren l'))[0]).to.equal('title: Meren laulu 2099');
    });
  });

  describe('of a catalogue', () => {
    before(async () => {
      const first = aliases.newName();
      await aliases.create(first, currentMeta(analysis.version));
      await aliases.swap(first);
      await index(works);
      expect(await ensureSuggestions(deps)).to.equal(true);
    });

    it('begin with what was typed, in any of the words', async () => {
      expect((await ask('kalev'))[0]).to.equal('title: Kalevala');
      expect((await ask('egy'))[0]).to.equal('title: Sinuhe egyptiläinen');
      expect((await ask('KISSAT j'))[0]).to.equal('title: Kissat ja me');
    });

    it('take the words in any order, the author’s among them', async () => {
      expect(await ask('kivi potter')).to.deep.equal(['title: Harry Potter ja viisasten kivi']);
      expect(await ask('waltari sin')).to.deep.equal(['title: Sinuhe egyptiläinen']);
      expect((await ask('mika walt'))[0]).to.equal('author: Waltari, Mika');
    });

    it('are of every kind that has the words', async () => {
      expect(await ask('harry')).to.have.members(['series: Harry Potter', 'title: Harry Potter ja viisasten kivi']);
      expect(await ask('talvi')).to.have.members(['subject: talvisota', 'title: Talvisota']);
    });

    it('find å ä ö typed as a a o, but not the other way round', async () => {
      expect(await ask('aiti')).to.deep.equal(['title: Äiti']);
      expect(await ask('aijala')).to.include('author: Äijälä, Åke');
      expect(await ask('lonn')).to.include('author: Lönnrot, Elias');
      expect(await ask('täl')).to.deep.equal([]);
    });

    it('find a word inside a compound', async function () {
      if (analysis.morphology !== 'voikko') this.skip();
      expect(await ask('sota')).to.include.members(['title: Talvisota', 'subject: talvisota']);
    });

    it('forgive a mistake in a word of four letters, and two in a long one', async () => {
      expect(await ask('kalevlaa')).to.deep.equal(['title: Kalevala']);
      expect(await ask('waltri')).to.include('author: Waltari, Mika');
      expect(await ask('egyptilianen')).to.include('title: Sinuhe egyptiläinen');
      expect(await ask('xyzzyx')).to.deep.equal([]);
    });

    it('put what is borrowed most first among equals', async () => {
      const titles = (await ask('kissat')).filter((one) => one.startsWith('title'));
      expect(titles).to.have.members(['title: Villit kissat', 'title: Kissat ja me']);
      expect((await ask('w'))[0]).to.equal('author: Waltari, Mika');
      const waltaris = (await ask('waltari')).filter((one) => one.startsWith('title'));
      expect(waltaris).to.deep.equal(['title: Sinuhe egyptiläinen', 'title: Turms kuolematon']);
    });

    it('tell the work of a title, and how many works the others lead to', async () => {
      const all = await suggest.suggest({ q: 'waltari', size: 10, lang: 'fi' });
      expect(all[0]).to.deep.equal({ kind: 'author', text: 'Waltari, Mika', count: 2 });
      expect(all[1]).to.deep.include({ kind: 'title', workId: 'sinuhe', author: 'Waltari, Mika', count: 1 });
      expect(await ask('waltari', 1)).to.have.length(1);
    });

    it('name subjects in the language of the reader, and lead to the same works', async () => {
      const swedish = await suggest.suggest({ q: 'katt', size: 10, lang: 'sv' });
      expect(swedish).to.deep.equal([{ kind: 'subject', text: 'kissat', label: 'katter', count: 1 }]);
      expect(await ask('katt'), 'Finnish readers know them by another word').to.deep.equal([]);
      const finnish = await suggest.suggest({ q: 'kissat', size: 10, lang: 'sv' });
      expect(finnish.map(({ kind, text }) => `${kind}: ${text}`)).to.include('subject: kissat');
    });

    it('are remembered, and given to nobody who would change them for others', async () => {
      const once = await suggest.suggest({ q: 'kaleva', size: 10, lang: 'fi' });
      expect(await suggest.suggest({ q: ' Kaleva', size: 10, lang: 'fi' })).to.equal(once);
      expect(await suggest.suggest({ q: 'kaleva', size: 1, lang: 'fi' })).not.to.equal(once);
    });

    it('are made once only while the catalogue stays as it is', async () => {
      expect(await ensureSuggestions(deps)).to.equal(false);
    });

    it('follow the catalogue, and leave nothing of those before', async () => {
      await index([{ id: 'moominpappa', loans: 1, edition: { title: 'Muumipappa ja meri' } }]);
      const { tookMs = 0 } = (await suggestions.meta()) ?? {};
      expect(await ensureSuggestions(deps), 'not at once: it would never rest').to.equal(false);
      const later = () => Date.now() + 20 * tookMs;
      expect(await ensureSuggestions(deps, { now: later })).to.equal(true);
      expect(await ask('muumip')).to.deep.equal(['title: Muumipappa ja meri']);
      const standing = await elasticsearch.indices.get({ index: `${names.suggestions}-*`, features: ['aliases'] });
      expect(Object.values(standing).map((one) => Object.keys(one.aliases ?? {}))).to.deep.equal([[names.suggestions]]);
    });

    it('are made anew at once when another works index serves', async () => {
      const next = aliases.newName();
      await aliases.create(next, currentMeta(analysis.version));
      await aliases.swap(next);
      await index(works.slice(0, 1));
      expect(await ensureSuggestions(deps)).to.equal(true);
      expect(await ask('kalevala')).to.deep.equal([]);
      expect(await ask('sinuhe')).to.deep.equal(['title: Sinuhe egyptiläinen']);
    });

    it('outlast a failed making', async () => {
      const broken: SuggestionDeps = {
        ...deps,
        aliases: { ...aliases, serving: async () => 'elsewhere', read: 'none' },
      };
      const failed = await ensureSuggestions(broken).then(
        () => false,
        () => true,
      );
      expect(failed).to.equal(true);
      expect(await ask('sinuhe')).to.deep.equal(['title: Sinuhe egyptiläinen']);
      const standing = await elasticsearch.indices.get({ index: `${names.suggestions}-*`, features: ['aliases'] });
      expect(Object.keys(standing)).to.have.length(1);
    });
  });
});
