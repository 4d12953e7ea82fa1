import { withSynonyms } from '../analysis/synonyms.ts';
import { compareAnswers, type Side } from '../relevance/compare-answers.ts';
import { differencesOf, drawnWorks, heldWorks } from './compare-works.ts';
import type { ReindexDeps } from './deps.ts';
import type { IndexComparison } from './schema.ts';

const sampleSize = 200;
/** Answers that are worse by so much on an average wait for somebody to look at them. */
const noticeable = 0.02;

/**
 * The serving index beside one that may replace it: how many works each holds, a sample of both one by one, and what staff's
 * watched searches find in each, with the synonyms that each is searched with.
 */
export async function compareWithServing(index: string, deps: ReindexDeps): Promise<IndexComparison> {
  const { elasticsearch, aliases, source, changes, watchedSearches } = deps;
  const serving = await aliases.serving();
  await elasticsearch.indices.refresh({ index: serving === undefined ? index : [index, serving] });
  const [catalogue, after, before, pending, drawn, searches] = await Promise.all([
    source.countWorks(),
    elasticsearch.count({ index }),
    serving === undefined ? undefined : elasticsearch.count({ index: serving }),
    changes.pendingWorks(),
    drawnWorks(elasticsearch, index, sampleSize),
    watchedSearches.all(),
  ]);
  const old = serving === undefined ? new Map() : await heldWorks(elasticsearch, serving, drawn);
  const sides = await Promise.all([serving ?? index, index].map((one) => sideOf(one, deps)));
  const [oldSide, newSide] = sides;
  return {
    comparedAt: new Date(),
    works: { catalogue, before: before?.count, after: after.count, pending: pending.size },
    sample: differencesOf(drawn, old, await heldWorks(elasticsearch, index, drawn)),
    answers:
      oldSide && newSide
        ? await compareAnswers(elasticsearch, searches, oldSide, newSide)
        : { searches: 0, same: 0, differences: [] },
  };
}

async function sideOf(index: string, { aliases, analysis, synonyms }: ReindexDeps): Promise<Side> {
  const version = (await aliases.metaOf(index))?.synonyms;
  const set = version === undefined ? undefined : await synonyms.find(version);
  return { index, analysis: withSynonyms(analysis, set?.groups ?? []) };
}

/** Whether readers would notice that answers got worse. */
export const gotWorse = ({ answers: { ndcgBefore = 0, ndcgAfter = 0 } }: IndexComparison): boolean =>
  ndcgAfter < ndcgBefore - noticeable;
