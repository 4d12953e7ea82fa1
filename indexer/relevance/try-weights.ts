import type { SearchWeights } from '../../domain/search-weights/schema.ts';
import type { SearchWeightBook } from '../../domain/search-weights/service.ts';
import { withSynonyms } from '../analysis/synonyms.ts';
import type { ReindexDeps } from '../reindex/deps.ts';
import { IndexUnusable } from '../search/index-guard.ts';
import { compareAnswers, type AnswerComparison } from './compare-answers.ts';
import type { WatchedSearch } from './watched-searches.ts';

/** What searches find with the weights and synonyms in use, and with other weights. @throws IndexUnusable where no index serves */
export async function tryWeights(
  searches: readonly WatchedSearch[],
  weights: SearchWeights,
  { aliases, analysis, elasticsearch, synonyms, weights: book }: Pick<ReindexDeps, 'aliases' | 'analysis' | 'elasticsearch' | 'synonyms'> & { readonly weights: SearchWeightBook }, // prettier-ignore
): Promise<AnswerComparison> {
  const [index, meta, current] = await Promise.all([aliases.serving(), aliases.meta(), book.current()]);
  if (index === undefined) throw new IndexUnusable('The index is being made; a worker does so by itself');
  const set = meta?.synonyms === undefined ? undefined : await synonyms.find(meta.synonyms);
  const side = { index, analysis: withSynonyms(analysis, set?.groups ?? []) };
  return compareAnswers(elasticsearch, searches, { ...side, weights: current?.weights }, { ...side, weights });
}
