import { partitionOf } from '../../domain/partition.ts';
import { buildDocument, hashOf } from '../document.ts';
import type { DrainDeps } from '../drain.ts';
import { readHashes } from '../read-hashes.ts';

/** Works whose documents are compared one by one before a swap. */
const sampleSize = 200;
const patienceMs = 30_000;

/**
 * Compares a filled index with MongoDB before it may serve: the number of works, but for those that still wait in the
 * change line, and the content of a sample. Resolves with a sentence on the difference, or undefined where there is none.
 */
export async function compareIndex(index: string, deps: DrainDeps): Promise<string | undefined> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const difference = (await compareCounts(index, deps)) ?? (await compareSample(index, deps));
    if (!difference || Date.now() > deadline) return difference;
    await new Promise((resolve) => setTimeout(resolve, 1_000)); // changes on their way may land meanwhile
  }
}

async function compareCounts(
  index: string,
  { elasticsearch, source, changes }: DrainDeps,
): Promise<string | undefined> {
  await elasticsearch.indices.refresh({ index });
  const [{ count: indexed }, stored, pending] = await Promise.all([
    elasticsearch.count({ index }),
    source.countWorks(),
    changes.pendingWorks(),
  ]);
  if (Math.abs(stored - indexed) <= pending.size) return undefined;
  return `${index} holds ${indexed} works, the catalogue ${stored}, and ${pending.size} changes are on their way`;
}

async function compareSample(index: string, deps: DrainDeps): Promise<string | undefined> {
  const { elasticsearch, source, analysis, changes } = deps;
  const { hits } = await elasticsearch.search({
    index,
    size: sampleSize,
    query: { function_score: { functions: [{ random_score: {} }] } },
    _source: false,
  });
  const ids = hits.hits.flatMap((hit) => hit._id ?? []);
  const [stored, indexed] = await Promise.all([source.readWorks(ids), readHashes(elasticsearch, index, { ids })]);
  const pending = await changes.pendingWorks();
  const different = stored.filter((work) => {
    const document = buildDocument({ ...work, partition: partitionOf(work.id) }, { analysis });
    return indexed.get(work.id) !== hashOf(document) && !pending.has(work.id);
  });
  if (different.length === 0) return undefined;
  return `${different.length} of ${ids.length} sampled works differ from the catalogue, ${different[0]?.id} for one`;
}
