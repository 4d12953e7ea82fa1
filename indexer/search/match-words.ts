import type { estypes } from '@elastic/elasticsearch';
import ISBN from 'isbn3';
import type { SearchQuery } from '../../domain/discovery/schema.ts';
import { wordsOf, type Analysis } from '../analysis/analysis.ts';
import { boostedFields } from '../fields.ts';

type Query = estypes.QueryDslQueryContainer;

/** Words past this many are left out: no title needs them, and the engine's work grows with each. */
const mostWords = 32;

/** How much a work whose title is just what was typed goes before the rest. */
const wholeTitleBoost = 40;
const phraseBoost = 4;

/**
 * The words of a search as an engine query: every word must be found, in any of the fields of the chosen scope
 * (so author and title may be mixed), as it stands or in another form. Much borrowed works go gently first.
 */
export function matchWords({ q, in: scope }: SearchQuery, analysis: Analysis): Query {
  const text = wordsOf(q).slice(0, mostWords).join(' ');
  const codes = codesOf(q, scope);
  if (scope === 'isbn' || scope === 'shelfMark') return codes.length > 0 ? anyOf(codes) : everythingIfEmpty(q);
  if (text === '') return everythingIfEmpty(q);
  const words: Query = anyOf([
    { multi_match: { query: text, type: 'cross_fields', operator: 'and', fields: boostedFields(scope, 'exact') } },
    {
      multi_match: {
        query: analysis.encodeQuery(text),
        type: 'cross_fields',
        operator: 'and',
        fields: boostedFields(scope, 'base'),
      },
    },
    ...codes,
  ]);
  const closer: Query[] =
    scope === 'all' || scope === 'title'
      ? [
          {
            constant_score: {
              filter: { term: { titleKey: q.trim().normalize('NFC').toLowerCase() } },
              boost: wholeTitleBoost,
            },
          },
          { match_phrase: { title: { query: text, boost: phraseBoost } } },
        ]
      : [];
  return gentlyPopular({ bool: { must: [words], should: closer } });
}

/** Terms on codes: an ISBN in any writing, other codes and shelf marks as they stand. */
function codesOf(q: string, scope: SearchQuery['in']): Query[] {
  const text = q.normalize('NFC').trim();
  if (text === '' || text.length > 100) return [];
  const isbn = ISBN.parse(text.replace(/[^\dXx]/g, ''))?.isbn13;
  const queries: Query[] = [];
  if (isbn && scope !== 'shelfMark') queries.push(only('isbn', isbn));
  if (scope === 'all' || scope === 'isbn') queries.push(only('code', text.replace(/[\s-]/g, '')), only('code', text));
  if (scope === 'all' || scope === 'shelfMark') queries.push(only('shelfMark', text));
  if (scope === 'shelfMark') queries.push({ prefix: { shelfMark: text } });
  return queries;
}

const only = (field: string, value: string): Query => ({
  constant_score: { filter: { term: { [field]: value } }, boost: 100 },
});

const anyOf = (queries: readonly Query[]): Query => ({ dis_max: { queries: [...queries], tie_breaker: 0.1 } });

const everythingIfEmpty = (q: string): Query => (q.trim() === '' ? { match_all: {} } : { match_none: {} });

/** A work borrowed a thousand times weighs a quarter more than one never borrowed. */
function gentlyPopular(query: Query): Query {
  return {
    function_score: {
      query,
      functions: [
        { weight: 1 },
        { field_value_factor: { field: 'loans', modifier: 'log1p', missing: 0 }, weight: 0.08 },
      ],
      score_mode: 'sum',
      boost_mode: 'multiply',
    },
  };
}
