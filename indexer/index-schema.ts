import type { estypes } from '@elastic/elasticsearch';
import { facetNames } from '../domain/discovery/schema.ts';
import { formFields, type Form } from './fields.ts';

/** Raised with every change of mapping or document; an index made by another version is refused. */
export const schemaVersion = 7;

export interface IndexMeta {
  readonly schema: number;
  readonly analysis: string;
  /** Version of the synonyms it is searched with; they can change while it serves. */
  readonly synonyms?: number | undefined;
}

const keyword = { type: 'keyword', ignore_above: 1_000 } as const;
/** Facets are counted in every search: their ordinals are built at refresh, not in the first reader's time. */
const facet = { ...keyword, eager_global_ordinals: true } as const;
const found = { ...keyword, doc_values: false } as const;
/** Numbers and shelf marks, in capitals or not. */
const code = { ...found, normalizer: 'small' } as const;

/** Words as the language analysis encodes them. Phrases are looked for as they stand and in base forms: those know places. */
const encoded = { type: 'text', analyzer: 'encoded', similarity: 'gentle' } as const;
const placeless = { ...encoded, index_options: 'docs', norms: false } as const;
const formTexts = { exact: encoded, lemma: encoded, parts: placeless, loose: placeless } as const satisfies Record<
  Form,
  object
>;

/** Settings and mapping of a works index. Pure. */
export function indexSchema(meta: IndexMeta): Pick<estypes.IndicesCreateRequest, 'settings' | 'mappings'> {
  return {
    settings: {
      number_of_shards: 1,
      number_of_replicas: 0,
      // A search asks every segment for every word and counts in each anew: few of them, though writing costs more then.
      'merge.policy.segments_per_tier': 3,
      'merge.policy.max_merge_at_once': 4,
      'merge.policy.floor_segment': '32mb',
      gc_deletes: '1h', // deletions keep their version this long, so that an older write cannot bring a work back
      max_result_window: 10_000,
      max_regex_length: 8_000, // letters sought in facet values, each with its capitals and accents
      analysis: {
        analyzer: {
          encoded: { type: 'custom', tokenizer: 'whitespace', filter: ['alternatives'] },
        },
        filter: {
          alternatives: { type: 'pattern_capture', preserve_original: false, patterns: ['([^|]+)'] },
        },
        normalizer: { small: { type: 'custom', filter: ['lowercase'] } },
      },
      similarity: {
        // Of two titles that have a word the shorter one wins; how often it is there says next to nothing.
        gentle: { type: 'BM25', k1: 0.3, b: 0.5 },
      },
    },
    mappings: {
      dynamic: 'strict',
      _meta: { ...meta },
      _source: { includes: ['summary'] },
      properties: {
        id: keyword,
        partition: { type: 'short' },
        ...Object.fromEntries(formFields.map(({ name, form }) => [name, formTexts[form]])),
        anywhere: placeless,
        titleKey: found,
        isbn: found,
        code,
        shelfMark: code,
        editions: {
          type: 'nested',
          properties: {
            format: keyword,
            language: keyword,
            year: { type: 'short' },
            branch: keyword,
            municipality: keyword,
            availableBranch: keyword,
            availableMunicipality: keyword,
          },
        },
        ...Object.fromEntries(facetNames.map((name) => [facetField(name), facet])),
        availableBranch: facet,
        availableMunicipality: facet,
        valueLabel: { ...keyword, index: false },
        year: { type: 'short' },
        titleSort: keyword,
        authorSort: keyword,
        loans: { type: 'integer' },
        liking: { type: 'float' },
        arrivedOn: keyword,
        hash: { type: 'keyword', index: false },
        summary: { type: 'object', enabled: false },
      },
    },
  };
}

/** The field that holds a facet's values. */
export const facetField = <F extends (typeof facetNames)[number]>(name: F) => `${name}_value` as const;
export type FacetField = ReturnType<typeof facetField<(typeof facetNames)[number]>>;
