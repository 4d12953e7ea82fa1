import type { estypes } from '@elastic/elasticsearch';
import type { SearchQuery } from '../../domain/discovery/schema.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { fold } from '../analysis/fold.ts';
import { boostedFields, closeness, forms, type Scope } from '../fields.ts';
import { parseQuery } from './language/parse.ts';
import type { QueryTree } from './language/query-tree.ts';
import { codeQueries, numberIn } from './match-codes.ts';
import { wordsQuery, type Asking, type Leniency } from './match-words.ts';
import { anyOf, fullAllowance, takeWords } from './word-queries.ts';

type Query = estypes.QueryDslQueryContainer;

/**
 * What is asked for, and what instead where that finds nothing: every word; then half of them, or words spelt nearly like
 * them, a phrase's in any order; then any of them.
 */
export const leniencies = [
  { typos: false, words: '100%' },
  { typos: true, words: '-50%' },
  { typos: true, words: '1' },
] as const satisfies readonly Leniency[];

const [strict] = leniencies;

/** What a reader typed as an engine query, the best works first, much borrowed and much liked ones gently before others. Pure. */
export function matchQuery(
  { q, in: scope }: Pick<SearchQuery, 'q' | 'in'>,
  analysis: Analysis,
  leniency: Leniency = strict,
): Query {
  if (q.trim() === '') return { match_all: {} };
  const number = numberIn(q);
  const matching = new Matching({ analysis, leniency, left: fullAllowance() });
  return gentlyLiked(number ? matching.of({ kind: 'words', text: number }, 'isbn') : matching.of(parseQuery(q), scope));
}

class Matching {
  readonly #asking: Asking;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  of(tree: QueryTree, scope: Scope): Query {
    switch (tree.kind) {
      case 'nothing':
        return { match_none: {} };
      case 'words':
        return wordsQuery(tree.text, scope, this.#asking);
      case 'phrase':
        return this.#phrase(tree.text, scope);
      case 'beginning':
        return beginning(tree.text, scope);
      case 'field':
        return this.of(tree.of, tree.field);
      case 'not':
        return this.#all([tree], scope);
      case 'all':
        return this.#all(tree.of, scope);
      case 'any':
        return { bool: { should: tree.of.map((one) => this.of(one, scope)), minimum_should_match: 1 } };
    }
  }

  #all(wanted: readonly QueryTree[], scope: Scope): Query {
    const toTheLetter = new Matching({ ...this.#asking, leniency: strict });
    return {
      bool: {
        must: wanted.flatMap((one) => (one.kind === 'not' ? [] : [this.of(one, scope)])),
        must_not: wanted.flatMap((one) => (one.kind === 'not' ? [toTheLetter.of(one.of, scope)] : [])),
      },
    };
  }

  /** Words in this order, as they stand or in other forms of them. */
  #phrase(text: string, scope: Scope): Query {
    const { analysis, leniency, left } = this.#asking;
    if (leniency.words !== strict.words || scope === 'isbn' || scope === 'shelfMark')
      return wordsQuery(text, scope, { ...this.#asking, leniency: { ...leniency, words: strict.words } });
    const asked = analysis.encodeQuery(text);
    if (asked.words.length === 0 || takeWords(asked.words, left, false).length === 0) return { match_none: {} };
    const phrases = phraseForms.flatMap((form): Query[] => {
      const fields = boostedFields(scope, form);
      const query = asked[form.name];
      return fields.length === 0
        ? []
        : [{ multi_match: { query, type: 'phrase', fields, tie_breaker: closeness.otherFields } }];
    });
    return anyOf([...phrases, ...codeQueries(text, scope)]);
  }
}

const phraseForms = forms.filter((form) => form.name === 'exact' || form.name === 'lemma');
const beginningForms = forms.filter((form) => form.name !== 'parts');

function beginning(text: string, scope: Scope): Query {
  if (scope === 'isbn' || scope === 'shelfMark') {
    const value = text.replaceAll('-', '').toLowerCase();
    return anyOf(
      (scope === 'isbn' ? ['isbn', 'code'] : ['shelfMark']).map((field) => ({ prefix: { [field]: { value } } })),
    );
  }
  return anyOf(
    beginningForms
      .flatMap((form) => boostedFields(scope, form))
      .map((field): Query => {
        const [name = field, boost] = field.split('^');
        return { prefix: { [name]: { value: fold(text), boost: Number(boost) } } };
      }),
  );
}

/** A work borrowed a thousand times weighs a quarter more than one never borrowed; stars move it by less. */
function gentlyLiked(query: Query): Query {
  return {
    function_score: {
      query,
      functions: [
        { weight: 1 - closeness.liking },
        { field_value_factor: { field: 'liking', missing: 1 }, weight: closeness.liking },
        { field_value_factor: { field: 'loans', modifier: 'log1p', missing: 0 }, weight: closeness.loans },
      ],
      score_mode: 'sum',
      boost_mode: 'multiply',
    },
  };
}
