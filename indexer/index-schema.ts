import type { estypes } from '@elastic/elasticsearch';
import { facetNames } from '../domain/discovery/schema.ts';
import { baseOf, textFields } from './fields.ts';

/** Raised with every change of mapping or document; an index made by another version is refused. */
export const schemaVersion = 1;

export interface IndexMeta {
  readonly schema: number;
  readonly analysis: string;
}

const keyword = { type: 'keyword', ignore_above: 1_000 } as const;
/** Facets are counted in every search: their ordinals are built at refresh, not in the first reader's time. */
const facet = { ...keyword, eager_global_ordinals: true } as const;
const found = { ...keyword, doc_values: false } as const;
const exactText = { type: 'text', analyzer: 'exact', search_analyzer: 'exact_query' } as const;
const baseText = { type: 'text', analyzer: 'encoded' } as const;

/** Settings and mapping of a works index. Pure. */
export function indexSchema(meta: IndexMeta): Pick<estypes.IndicesCreateRequest, 'settings' | 'mappings'> {
  return {
    settings: {
      number_of_shards: 1,
      number_of_replicas: 0,
      gc_deletes: '1h', // deletions keep their version this long, so that an older write cannot bring a work back
      max_result_window: 10_000,
      analysis: {
        analyzer: {
          exact: { type: 'custom', tokenizer: 'standard', filter: ['lowercase', 'folded_too'] },
          exact_query: { type: 'custom', tokenizer: 'standard', filter: ['lowercase'] },
          encoded: { type: 'custom', tokenizer: 'whitespace', filter: ['alternatives'] },
        },
        filter: {
          folded_too: { type: 'asciifolding', preserve_original: true },
          alternatives: { type: 'pattern_capture', preserve_original: false, patterns: ['([^|]+)'] },
        },
      },
    },
    mappings: {
      dynamic: 'strict',
      _meta: { ...meta },
      _source: { includes: ['summary'] },
      properties: {
        id: keyword,
        partition: { type: 'short' },
        ...Object.fromEntries(
          textFields.flatMap(({ name }) => [
            [name, exactText],
            [baseOf(name), baseText],
          ]),
        ),
        titleKey: found,
        isbn: found,
        code: found,
        shelfMark: found,
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
        // "author", "subject", "series" and "genre" are texts to search in; their facet values stand beside them
        ...Object.fromEntries(facetNames.map((name) => [facetField(name), facet])),
        availableBranch: facet,
        availableMunicipality: facet,
        year: { type: 'short' },
        titleSort: keyword,
        authorSort: keyword,
        loans: { type: 'integer' },
        hash: { type: 'keyword', index: false },
        summary: { type: 'object', enabled: false },
      },
    },
  };
}

/** The field that holds a facet's values. */
export const facetField = <F extends (typeof facetNames)[number]>(name: F) => `${name}_value` as const;
export type FacetField = ReturnType<typeof facetField<(typeof facetNames)[number]>>;
