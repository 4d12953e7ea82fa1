import type { Client } from '@elastic/elasticsearch';
import type { Aliases } from '../aliases.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { inBatches } from '../source.ts';
import { readSuggestions } from './read-suggestions.ts';
import { suggestionDocument } from './suggestion-document.ts';
import type { SuggestionIndex, SuggestionsMeta } from './suggestion-index.ts';

export interface SuggestionDeps {
  readonly elasticsearch: Client;
  readonly aliases: Aliases;
  readonly analysis: Analysis;
  readonly suggestions: SuggestionIndex;
}

/** Making them takes one part in so many of the time at most, however often the catalogue changes. */
const restPerWork = 20;
const batchSize = 500;
/** So many are analysed before others get their turn: this may share its thread with the API. */
const atOnce = 50;

/**
 * Sees to it that suggestions stand, and that they follow the works index: at once where there are none or another works index
 * serves, otherwise within twenty times as long as it takes to make them. Only reads the works index. Resolves with whether
 * it made any.
 *
 * @throws the client's errors where the engine is away or refuses; those that served before still do
 */
export async function ensureSuggestions(
  deps: SuggestionDeps,
  { signal, now = Date.now }: { signal?: AbortSignal; now?: () => number } = {},
): Promise<boolean> {
  const [from, meta] = await Promise.all([worksAsTheyStand(deps), deps.suggestions.meta()]);
  if (!from) return false;
  if (meta?.from.index === from.index && meta.from.analysis === from.analysis) {
    if (meta.from.change === from.change) return false;
    if (now() < meta.madeAt + restPerWork * meta.tookMs) return false;
  }
  await makeSuggestions(deps, from, signal);
  return true;
}

/** Makes them anew from the serving works index, whatever there is. */
async function makeSuggestions(
  { elasticsearch, aliases, analysis, suggestions }: SuggestionDeps,
  from: SuggestionsMeta['from'],
  signal?: AbortSignal,
): Promise<void> {
  const start = Date.now();
  const made = await suggestions.create();
  try {
    const all = readSuggestions({ elasticsearch, index: aliases.read, signal });
    for await (const batch of inBatches(all, batchSize)) {
      signal?.throwIfAborted();
      const lines: object[] = [];
      for (const [position, { popularity, most, locale, ...suggestion }] of batch.entries()) {
        if (position % atOnce === 0) await new Promise(setImmediate);
        lines.push({ index: {} }, suggestionDocument(suggestion, { popularity, most, locale, analysis }));
      }
      const { errors, items } = await elasticsearch.bulk({ index: made.open, require_alias: true, operations: lines });
      if (errors) throw new Error(`Suggestions were refused: ${items.find(({ index }) => index?.error)?.index?.error?.reason}`); // prettier-ignore
    }
    await elasticsearch.indices.forcemerge({ index: made.index, max_num_segments: 1 });
    await elasticsearch.indices.refresh({ index: made.index });
    await suggestions.serve(made, { from, madeAt: Date.now(), tookMs: Date.now() - start });
  } catch (error) {
    await suggestions.remove(made.index).catch(() => undefined); // the first error is the one to tell
    throw error;
  }
}

/** Which works index serves, and how many writes it has seen: two small questions. */
async function worksAsTheyStand({ elasticsearch, aliases, analysis }: SuggestionDeps) {
  const index = await aliases.serving();
  if (!index) return undefined;
  const stats = await elasticsearch.indices.stats({
    index,
    metric: 'docs',
    level: 'shards',
    filter_path: ['indices.*.shards.*.seq_no.max_seq_no'],
  });
  const shards = Object.values(stats.indices?.[index]?.shards ?? {}).flat();
  const change = Math.max(-1, ...shards.map((shard) => shard.seq_no?.max_seq_no ?? -1));
  return { index, change, analysis: analysis.version };
}
