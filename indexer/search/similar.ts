import type { Client, estypes } from '@elastic/elasticsearch';
import type { RelatedWorks, WorkDetail, WorkSummary } from '../../domain/discovery/schema.ts';
import { inSeriesOrder } from '../../domain/discovery/series.ts';
import { closeness } from '../fields.ts';
import { facetField } from '../index-schema.ts';

type Query = estypes.QueryDslQueryContainer;
type Row = Pick<estypes.SearchRequest, 'query' | 'size' | 'sort'>;
type Alike = Pick<WorkDetail, 'id' | 'subjects' | 'genres' | 'series' | 'authors' | 'audience' | 'fiction'>;

/** How much a value that two works share counts, times its rarity. A genre alone makes no likeness where more is known. */
const shared = [
  { facet: 'subject', boost: 1, tells: true },
  { facet: 'series', boost: 1.5, tells: true },
  { facet: 'author', boost: 0.5, tells: true },
  { facet: 'genre', boost: 0.7, tells: false },
] as const;

/** Longest row of works beside a work, and how many of a series are put in order. */
const most = { row: 30, series: 200, seriesOfWork: 2, values: 40 };

export interface Similar {
  /** Works like a work, the most alike first; never itself. Empty where nothing is known of it that others share. */
  similar(work: Alike, size: number, signal?: AbortSignal): Promise<WorkSummary[]>;
  /** Everything that stands beside a work on its page, asked for in one go. */
  related(work: Alike, signal?: AbortSignal): Promise<RelatedWorks>;
}

export function createSimilar({ elasticsearch, index }: { elasticsearch: Client; index: string }): Similar {
  const ask = async (searches: readonly Row[], signal: AbortSignal | undefined) => {
    if (searches.length === 0) return [];
    const { responses } = await elasticsearch.msearch<{ summary: WorkSummary }>(
      { index, searches: searches.flatMap((search) => [{}, search]) },
      signal ? { signal } : {},
    );
    return responses.map((response) => {
      if ('error' in response) throw new Error(`A row of works was refused: ${response.error.reason ?? ''}`);
      return response.hits.hits.flatMap((hit) => hit._source?.summary ?? []);
    });
  };
  return {
    async similar(work, size, signal) {
      const query = likeness(work);
      const [works = []] = query ? await ask([{ query, size }], signal) : [];
      return works;
    },
    async related(work, signal) {
      const like = likeness(work);
      const [author] = work.authors;
      const names = [...new Set(work.series.map(({ name }) => name))].slice(0, most.seriesOfWork);
      const [similar = [], byAuthor = [], ...series] = await ask(
        [
          { query: like ?? { match_none: {} }, size: most.row },
          {
            query: author === undefined ? { match_none: {} } : having('author', author, work.id),
            size: most.row,
            sort: popular,
          },
          ...names.map((name) => ({ query: having('series', name), size: most.series, sort: popular })),
        ],
        signal,
      );
      return {
        similar,
        byAuthor: author === undefined ? undefined : { name: author, works: byAuthor },
        series: names.map((name, at) => ({ name, works: inSeriesOrder(series[at] ?? [], name) })),
      };
    },
  };
}

const popular: estypes.SortCombinations[] = [{ loans: 'desc' }, { id: 'asc' }];

function having(facet: 'author' | 'series', value: string, but?: string): Query {
  return {
    bool: {
      filter: { term: { [facetField(facet)]: value } },
      ...(but !== undefined && { must_not: { ids: { values: [but] } } }),
    },
  };
}

/** Works for the same readers that share values with a work: the rarer the value, the more it says. Pure. */
export function likeness(work: Alike): Query | undefined {
  const values = {
    subject: work.subjects.flatMap(({ value }) => value ?? []),
    genre: work.genres.flatMap(({ value }) => value ?? []),
    series: work.series.map(({ name }) => name),
    author: work.authors,
  };
  const queries = shared.map(({ facet, boost, tells }) => ({
    tells,
    terms: [...new Set(values[facet])]
      .slice(0, most.values)
      .map((value): Query => ({ term: { [facetField(facet)]: { value, boost } } })),
  }));
  const telling = queries.filter(({ tells }) => tells).flatMap(({ terms }) => terms);
  const others = queries.filter(({ tells }) => !tells).flatMap(({ terms }) => terms);
  const [needed, lifting] = telling.length > 0 ? [telling, others] : [others, []];
  if (needed.length === 0) return undefined;
  return {
    function_score: {
      query: {
        bool: {
          must: { bool: { should: needed } },
          should: lifting,
          filter: [
            ...(work.audience ? [{ term: { [facetField('audience')]: work.audience } }] : []),
            ...(work.fiction === undefined ? [] : [{ term: { [facetField('fiction')]: String(work.fiction) } }]),
          ],
          must_not: { ids: { values: [work.id] } },
        },
      },
      functions: [
        { weight: 1 },
        { field_value_factor: { field: 'loans', modifier: 'log1p', missing: 0 }, weight: closeness.loans },
      ],
      score_mode: 'sum',
      boost_mode: 'multiply',
    },
  };
}
