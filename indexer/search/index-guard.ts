import { currentMeta, sameMeta, type Aliases } from '../aliases.ts';
import type { Analysis } from '../analysis/analysis.ts';

/** The index is missing, or was made by another version and would answer wrongly. */
export class IndexUnusable extends Error {
  override readonly name = 'IndexUnusable';
}

const freshMs = 5_000;

/**
 * A check that the serving index is one this code can read, asked anew every few seconds at most; searches in between
 * rely on the last answer.
 *
 * @throws IndexUnusable with what to do about it
 */
export function indexGuard({ aliases, analysis }: { aliases: Aliases; analysis: Analysis }): () => Promise<void> {
  const mine = currentMeta(analysis.version);
  let usableUntil = 0;
  return async () => {
    if (Date.now() < usableUntil) return;
    const meta = await aliases.meta();
    if (!meta) throw new IndexUnusable('The index is being made; a worker does so by itself');
    if (!sameMeta(meta, mine))
      throw new IndexUnusable('The index was made by another version: run "npm run lastu -- reindex"');
    usableUntil = Date.now() + freshMs;
  };
}
