import type { Client, estypes } from '@elastic/elasticsearch';

/** Raised with every change of mapping or document; suggestions made by another version are made anew. */
const schemaVersion = 2;

/** How and when suggestions were made. */
export interface SuggestionsMeta {
  readonly schema: number;
  /** The works index they were made from, as it stood. */
  readonly from: { readonly index: string; readonly change: number; readonly analysis: string };
  /** When they were finished, in milliseconds since 1970, and how long it took. */
  readonly madeAt: number;
  readonly tookMs: number;
}

/**
 * The index of suggestions behind its alias. It is made whole, read only, and thrown away when the next one is there: nothing
 * but the works index stands behind it, and nothing depends on it.
 */
export interface SuggestionIndex {
  readonly alias: string;
  /** How those that serve were made; undefined where there are none, or another version has made them. */
  meta(): Promise<SuggestionsMeta | undefined>;
  /** Makes an empty index nobody reads yet; it is written to under `open`, which goes when it is deleted or serves. */
  create(): Promise<{ index: string; open: string }>;
  /** Lets an index serve, atomically, and removes those made before it. */
  serve(made: { index: string; open: string }, meta: Omit<SuggestionsMeta, 'schema'>): Promise<void>;
  remove(index: string): Promise<void>;
}

export function suggestionIndex(elasticsearch: Client, alias: string): SuggestionIndex {
  return {
    alias,

    async meta() {
      const answer = await elasticsearch.indices.getMapping(
        { index: alias, filter_path: ['*.mappings._meta'] },
        { ignore: [404] },
      );
      const meta = Object.values(answer)[0]?.mappings?._meta as SuggestionsMeta | undefined;
      return meta?.schema === schemaVersion ? meta : undefined;
    },

    async create() {
      const index = `${alias}-${new Date().toISOString().replace(/\D/g, '')}`;
      const open = `${index}-open`;
      await elasticsearch.indices.create({ index, ...schema, aliases: { [open]: {} } });
      return { index, open };
    },

    async serve({ index, open }, meta) {
      await elasticsearch.indices.putMapping({ index, _meta: { schema: schemaVersion, ...meta } });
      const all = Object.keys(await elasticsearch.indices.get({ index: `${alias}-*`, features: ['aliases'] }));
      const before = all.filter((one) => one < index);
      await elasticsearch.indices.updateAliases({
        actions: [
          { add: { index, alias } },
          { remove: { index, alias: open } },
          // Those a quicker process has made meanwhile are newer, but of the same catalogue: one of them serves.
          ...all.filter((one) => one !== index).map((one) => ({ remove: { index: one, alias, must_exist: false } })),
        ],
      });
      if (before.length > 0) await elasticsearch.indices.delete({ index: before }, { ignore: [404] });
    },

    async remove(index) {
      await elasticsearch.indices.delete({ index }, { ignore: [404] });
    },
  };
}

/** A word is found by its beginning, of up to this many letters. */
export const longestBeginning = 20;

const found = { type: 'text', index_options: 'docs', norms: false } as const;
const whole = { ...found, analyzer: 'words' } as const;
const beginnings = { ...found, analyzer: 'beginnings', search_analyzer: 'words' } as const;

const schema: Pick<estypes.IndicesCreateRequest, 'settings' | 'mappings'> = {
  settings: {
    number_of_shards: 1,
    number_of_replicas: 0,
    refresh_interval: '-1',
    // The most popular first: a request that stops early has seen those.
    sort: { field: ['weight'], order: ['desc'] },
    analysis: {
      analyzer: {
        words: { type: 'custom', tokenizer: 'whitespace' },
        beginnings: { type: 'custom', tokenizer: 'whitespace', filter: ['beginning'] },
      },
      filter: { beginning: { type: 'edge_ngram', min_gram: 1, max_gram: longestBeginning } },
    },
  },
  mappings: {
    dynamic: 'strict',
    _source: { includes: ['kind', 'text', 'label', 'workId', 'author', 'count'] },
    properties: {
      kind: { type: 'keyword' },
      text: { type: 'keyword', index: false, doc_values: false },
      label: { type: 'keyword', index: false, doc_values: false },
      readers: { type: 'keyword', doc_values: false },
      workId: { type: 'keyword', index: false, doc_values: false },
      author: { type: 'keyword', index: false, doc_values: false },
      count: { type: 'integer', index: false, doc_values: false },
      weight: { type: 'float', index: false },
      folded: { type: 'keyword', doc_values: false },
      words: { ...whole, fields: { beginnings } },
      plain: beginnings,
      parts: beginnings,
      beside: beginnings,
    },
  },
};
