import type { Client, estypes } from '@elastic/elasticsearch';
import type { Edition, StoredWork } from '../domain/catalogue/schema.ts';
import type { WorkSummary } from '../domain/discovery/schema.ts';
import { summariseWork } from '../domain/discovery/summary.ts';
import { inBatches } from '../indexer/source.ts';

/**
 * What a catalogue gets from the engine as it comes: the stock `finnish` analyzer on every text field, and a plain multi_match
 * with the same boosts as ours.
 */
const fields = {
  title: { boost: 10, of: (edition: Edition) => [edition.title, edition.part ?? ''] },
  otherTitle: { boost: 8, of: (edition: Edition) => [...edition.otherTitles, edition.originalTitle ?? ''] },
  author: { boost: 8, of: ({ contributors }: Edition) => contributors.map(({ name }) => name) },
  subject: { boost: 4, of: ({ subjects }: Edition) => subjects.map(({ label }) => label) },
  genre: { boost: 2, of: ({ genres }: Edition) => genres.map(({ label }) => label) },
  series: { boost: 4, of: ({ series }: Edition) => series.map(({ name }) => name) },
  description: { boost: 1, of: (edition: Edition) => [edition.description ?? '', ...edition.contents] },
  publisher: { boost: 1, of: ({ publisher }: Edition) => [publisher ?? ''] },
  isbn: { boost: 10, of: ({ isbns }: Edition) => isbns },
} as const;

export type Found = Pick<WorkSummary, 'id' | 'title' | 'authors'>;

export interface Baseline {
  add(works: readonly StoredWork[]): Promise<void>;
  /** Makes what was added searchable. */
  ready(): Promise<void>;
  /** The first ten works for each query, in their order. */
  search(queries: readonly string[]): Promise<Found[][]>;
  remove(): Promise<void>;
}

export async function createBaseline(elasticsearch: Client, index: string): Promise<Baseline> {
  const text = { type: 'text', analyzer: 'finnish' } as const;
  const properties = Object.fromEntries(Object.keys(fields).map((name) => [name, text]));
  await elasticsearch.indices.create({
    index,
    settings: { number_of_shards: 1, number_of_replicas: 0 },
    mappings: { _source: { includes: ['found'] }, properties: { ...properties, found: { enabled: false } } },
  });
  return {
    async add(works) {
      const operations = works.flatMap((work): (estypes.BulkOperationContainer | object)[] => {
        const summary = summariseWork(work);
        const editions = work.records.map(({ edition }) => edition);
        const texts = Object.entries(fields).map(([name, { of }]) => [name, [...new Set(editions.flatMap(of))]]);
        const { title = '', authors = [] } = summary ?? {};
        return [{ index: { _id: work.id } }, { ...Object.fromEntries(texts), found: { id: work.id, title, authors } }];
      });
      for (let attempt = 0; ; attempt += 1) {
        const answer = await elasticsearch.bulk({ index, operations }).catch((error: unknown) => error);
        if (!(answer instanceof Error)) {
          if ((answer as estypes.BulkResponse).errors) throw new Error('The baseline could not be indexed');
          return;
        }
        if (attempt === 5) throw answer;
        await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt)); // busy
      }
    },
    async ready() {
      await elasticsearch.indices.refresh({ index });
    },
    async search(queries) {
      const weighed = Object.entries(fields).map(([name, { boost }]) => `${name}^${boost}`);
      const found: Found[][] = [];
      for await (const some of inBatches(queries, 100)) {
        const { responses } = await elasticsearch.msearch<{ found: Found }>({
          index,
          max_concurrent_searches: 2,
          searches: some.flatMap((query) => [{}, { size: 10, query: { multi_match: { query, fields: weighed } } }]),
        });
        for (const answer of responses) {
          if (!('hits' in answer)) throw new Error(`The baseline refuses a search: ${answer.error.reason ?? ''}`);
          found.push(answer.hits.hits.flatMap(({ _source }) => (_source ? [_source.found] : [])));
        }
      }
      return found;
    },
    async remove() {
      await elasticsearch.indices.delete({ index }, { ignore: [404] });
    },
  };
}
