import type { Environment } from '../config/environment.ts';
import type { StoredWork } from '../domain/catalogue/schema.ts';
import { SearchQuery } from '../domain/discovery/schema.ts';
import { aliasesOf, currentMeta } from '../indexer/aliases.ts';
import { openVoikko } from '../indexer/analysis/voikko.ts';
import { writeBulk } from '../indexer/bulk.ts';
import { lineOf } from '../indexer/documents.ts';
import { createSearch } from '../indexer/search/search.ts';
import { inBatches } from '../indexer/source.ts';
import { openServices } from '../services.ts';
import { readWordForms } from '../test/relevance/finnish/word-forms.ts';
import { knownItems } from '../test/relevance/known-items.ts';
import { judgeIds } from '../indexer/relevance/judge.ts';
import { realWorks, type RealWork } from '../test/relevance/real-works.ts';
import { buildRecord } from '../test/support/builders.ts';
import { createBaseline } from './relevance-baseline.ts';
import { compare } from './relevance-figures.ts';
import { report } from './report.ts';

const searchesOfKind = 1_000;

/** How well readers find works of real catalogues, `count` Finnish titles among them, beside the baseline in the same run. */
export async function benchRealWorks(environment: Environment, count: number): Promise<void> {
  const services = openServices(environment, { blocking: false });
  const { elasticsearch, analysis } = services.indexer;
  const aliases = aliasesOf(elasticsearch, services.indexer.aliases.read.replace('works', 'titles'));
  const baseline = await createBaseline(elasticsearch, `${aliases.read}-baseline`);
  const index = aliases.newName();
  try {
    const works = await realWorks(count);
    await aliases.create(index, currentMeta(analysis.version));
    for await (const batch of inBatches(works.map(stored), 250)) {
      const writes = batch.map((work) => ({ id: work.id, line: lineOf(work, analysis) }));
      await writeBulk(elasticsearch, { indices: [index], version: 1, writes });
      await baseline.add(batch);
    }
    await elasticsearch.indices.refresh({ index });
    await aliases.swap(index);
    await baseline.ready();
    const search = createSearch({ elasticsearch, aliases, analysis, voikko: openVoikko().voikko });
    const items = knownItems(works, readWordForms(), searchesOfKind).map(({ kind, query, wanted, anyOne }) => ({
      kind,
      query,
      judge: (found: readonly { id: string }[]) => judgeIds(wanted, anyOne, found.map(({ id }) => id)), // prettier-ignore
    }));
    const rows = await compare(
      items,
      async ({ query }) => (await search.search(SearchQuery.parse({ q: query, size: 10, facets: '' }))).items,
      (queries) => baseline.search(queries),
    );
    await report('real-works', `${items.length} searches for ${works.length} works of real catalogues`, rows, {
      'other forms': 'by two treebanks, the labels of YSO and rules of inflection, never by the dictionary in use',
      baseline: 'the stock finnish analyzer and a plain multi_match, on the same works',
    });
  } finally {
    await aliases.remove(index);
    await baseline.remove();
    await services.close();
  }
}

const stored = ({ id, edition }: RealWork): StoredWork => ({
  id,
  items: [],
  records: [buildRecord({ _id: `${id}.1`, workId: id, edition })],
});
