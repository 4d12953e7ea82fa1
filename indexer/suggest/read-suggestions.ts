import type { Client, estypes } from '@elastic/elasticsearch';
import { defaultLocale, locales, type Locale } from '../../config/locales.ts';
import type { WorkSummary } from '../../domain/discovery/schema.ts';
import type { Suggestion } from '../../domain/discovery/suggestion.ts';
import { facetField } from '../index-schema.ts';
import { valueLabels, type LabelsByValue } from '../value-labels.ts';

/**
 * A suggestion with how popular it is, and how popular the most popular one of its kind. With a `locale` it is for readers of that
 * language, who know it by its `label`.
 */
export type PopularSuggestion = Suggestion & {
  readonly popularity: number;
  readonly most: number;
  readonly locale?: Locale;
};

const pageSize = 1_000;
const heldOpen = '2m';
const facetKinds = ['author', 'subject', 'series'] as const;

/**
 * Everything the works index can suggest, as it stands at this moment: values of its facets with the loans of their works,
 * subjects under their labels in other languages too, and the title of each work with its own.
 */
export async function* readSuggestions(given: {
  elasticsearch: Client;
  index: string;
  signal?: AbortSignal | undefined;
}): AsyncGenerator<PopularSuggestion> {
  const { elasticsearch, index } = given;
  const { id } = await elasticsearch.openPointInTime({ index, keep_alive: heldOpen });
  const ask = <A>(request: estypes.SearchRequest) =>
    elasticsearch.search<{ summary: Pick<WorkSummary, 'id' | 'title' | 'authors'> }, A>(
      { pit: { id, keep_alive: heldOpen }, track_total_hits: false, ...request },
      given.signal ? { signal: given.signal } : {},
    );
  try {
    const labels = await labelsBeside({ elasticsearch, index });
    for (const kind of facetKinds)
      for await (const one of valuesOf(kind, ask)) {
        yield one;
        if (kind === 'subject') yield* inOtherLanguages(one, labels);
      }
    yield* titles(ask);
  } finally {
    await elasticsearch.closePointInTime({ id }).catch(() => undefined); // it closes by itself
  }
}

type LabelsByLocale = readonly (readonly [Locale, LabelsByValue])[];

/** What subjects are called in the languages their values are not in. */
async function labelsBeside(given: { elasticsearch: Client; index: string }): Promise<LabelsByLocale> {
  const labels = valueLabels(given);
  const others = locales.filter((locale) => locale !== defaultLocale);
  return Promise.all(others.map(async (locale) => [locale, await labels.of(locale)] as const));
}

function* inOtherLanguages(subject: PopularSuggestion, labels: LabelsByLocale): Generator<PopularSuggestion> {
  for (const [locale, byValue] of labels) {
    const label = byValue.get(subject.text);
    if (label) yield { ...subject, label, locale };
  }
}

type Ask = <A>(
  request: estypes.SearchRequest,
) => Promise<estypes.SearchResponse<{ summary: Pick<WorkSummary, 'id' | 'title' | 'authors'> }, A>>;

interface Loans {
  readonly loans: { readonly value: number };
}

const loans = { loans: { sum: { field: 'loans' } } };
/** A value none of whose works has been borrowed still stands by how many works it has. */
const popularityOf = (bucket: Loans & { doc_count: number }) => bucket.loans.value + bucket.doc_count;

async function* valuesOf(kind: (typeof facetKinds)[number], ask: Ask): AsyncGenerator<PopularSuggestion> {
  const field = facetField(kind);
  const top = await ask<{ top: { buckets: (Loans & { doc_count: number })[] } }>({
    size: 0,
    aggs: { top: { terms: { field, size: 1, order: { loans: 'desc' } }, aggs: loans } },
  });
  const [first] = top.aggregations?.top.buckets ?? [];
  const most = first ? popularityOf(first) : 0;
  let after: Record<string, estypes.FieldValue> | undefined;
  do {
    const { aggregations } = await ask<{
      values: {
        after_key?: Record<string, estypes.FieldValue>;
        buckets: (Loans & { key: { value: string }; doc_count: number })[];
      };
    }>({
      size: 0,
      aggs: {
        values: {
          composite: { size: pageSize, sources: [{ value: { terms: { field } } }], ...(after && { after }) },
          aggs: loans,
        },
      },
    });
    for (const bucket of aggregations?.values.buckets ?? [])
      yield { kind, text: bucket.key.value, count: bucket.doc_count, popularity: popularityOf(bucket), most };
    after = aggregations?.values.after_key;
  } while (after);
}

async function* titles(ask: Ask): AsyncGenerator<PopularSuggestion> {
  const top = await ask<{ most: { value: number | null } }>({ size: 0, aggs: { most: { max: { field: 'loans' } } } });
  const most = top.aggregations?.most.value ?? 0;
  let after: estypes.SortResults | undefined;
  do {
    const { hits } = await ask({
      size: pageSize,
      _source: ['summary.id', 'summary.title', 'summary.authors'],
      docvalue_fields: ['loans'],
      sort: ['_shard_doc'],
      ...(after && { search_after: after }),
    });
    for (const { _source, fields } of hits.hits) {
      if (!_source) continue;
      const { id, title, authors } = _source.summary;
      const popularity = Number(fields?.['loans']?.[0] ?? 0);
      yield { kind: 'title', text: title, workId: id, ...(authors[0] && { author: authors[0] }), count: 1, popularity, most }; // prettier-ignore
    }
    after = hits.hits.at(-1)?.sort;
  } while (after);
}
