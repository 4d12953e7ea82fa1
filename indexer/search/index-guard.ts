import { currentMeta, sameMeta, type Aliases } from '../aliases.ts';
import type { SynonymSet } from '../../domain/synonyms/schema.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { withSynonyms } from '../analysis/synonyms.ts';

/** The index is missing, or was made by another version and would answer wrongly. */
export class IndexUnusable extends Error {
  override readonly name = 'IndexUnusable';
}

const freshMs = 5_000;

export interface GuardDeps {
  readonly aliases: Aliases;
  readonly analysis: Analysis;
  /** Where the synonyms are that an index names in its `_meta`; none are used where absent. */
  readonly synonyms?: { find(version: number): Promise<SynonymSet | undefined> } | undefined;
}

/**
 * A check that the serving index is one this code can read, asked anew every few seconds at most; searches in between
 * rely on the last answer. Resolves with the analysis it is searched with: that of the house, with the synonyms of the
 * version that the index names. So these come and go with the index, for all processes at once.
 *
 * @throws IndexUnusable with what to do about it
 */
export function indexGuard({ aliases, analysis, synonyms }: GuardDeps): () => Promise<Analysis> {
  const mine = currentMeta(analysis.version);
  let usableUntil = 0;
  let used: { readonly version: number | undefined; readonly analysis: Analysis } = { version: undefined, analysis };
  return async () => {
    if (Date.now() < usableUntil) return used.analysis;
    const meta = await aliases.meta();
    if (!meta) throw new IndexUnusable('The index is being made; a worker does so by itself');
    if (!sameMeta(meta, mine))
      throw new IndexUnusable('The index was made by another version: run "npm run lastu -- reindex"');
    if (meta.synonyms !== used.version) {
      const set = meta.synonyms === undefined ? undefined : await synonyms?.find(meta.synonyms);
      used = { version: meta.synonyms, analysis: withSynonyms(analysis, set?.groups ?? []) };
    }
    usableUntil = Date.now() + freshMs;
    return used.analysis;
  };
}
