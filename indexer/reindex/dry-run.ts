import { currentMeta } from '../aliases.ts';
import { allPartitions, eachPartition } from '../each-partition.ts';
import { writeWorks } from '../write-works.ts';
import { builtWorks, differencesOf, heldWorks, together } from './compare-works.ts';
import type { ReindexDeps } from './deps.ts';
import type { ReindexScope, SampleDifference } from './schema.ts';
import { countOfScope, worksOfScope } from './works-of-scope.ts';

export interface DryRun {
  /** Works that the reindex would write. */
  readonly works: number;
  /** Works a second, as a sample was written to an index of its own. */
  readonly rate: number;
  readonly seconds: number;
  readonly sample: SampleDifference;
}

const worksOfPartition = 25;

/**
 * What a reindex would change, and how long it would take: some works of every partition are read, built and written to an index
 * that goes at once, and compared with what the serving one holds of them. Changes nothing that anybody reads.
 */
export async function dryRun(scope: ReindexScope, deps: ReindexDeps): Promise<DryRun> {
  const { elasticsearch, aliases, analysis } = deps;
  const [works, serving] = await Promise.all([countOfScope(scope, deps), aliases.serving()]);
  const index = `${aliases.read}-sample-${Date.now()}`;
  const samples: SampleDifference[] = [];
  let written = 0;
  let spentMs = 0;
  await aliases.create(index, currentMeta(analysis.version), { live: false });
  try {
    const drawn: string[][] = [];
    await eachPartition(allPartitions, async (partition) => {
      const [first = []] = await firstOf(worksOfScope(scope, partition, deps));
      drawn.push(first.slice(0, worksOfPartition));
    });
    const began = Date.now();
    await eachPartition([...drawn.keys()], async (at) => {
      const ids = drawn[at] ?? [];
      if (ids.length > 0) await writeWorks(ids, [index], deps);
      written += ids.length;
    });
    spentMs = Date.now() - began;
    await eachPartition([...drawn.keys()], async (at) => {
      const ids = drawn[at] ?? [];
      const held = serving === undefined ? new Map() : await heldWorks(elasticsearch, serving, ids);
      samples.push(differencesOf(ids, held, await builtWorks(ids, deps)));
    });
  } finally {
    await aliases.remove(index);
  }
  const rate = written / Math.max(spentMs / 1_000, 0.001);
  return { works, rate, seconds: works / Math.max(rate, 1), sample: together(samples) };
}

/** The first batch that holds anything. */
async function firstOf(batches: AsyncIterable<string[]>): Promise<string[][]> {
  for await (const ids of batches) if (ids.length > 0) return [ids];
  return [];
}
