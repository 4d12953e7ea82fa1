import type { estypes } from '@elastic/elasticsearch';
import type { WorkSummary } from '../../domain/discovery/schema.ts';
import { partitionOf } from '../../domain/partition.ts';
import { buildDocument, hashOf } from '../document.ts';
import type { WritingDeps } from '../write-works.ts';
import type { SampleDifference, WorkDifference } from './schema.ts';

interface Held {
  readonly hash: string;
  readonly summary: WorkSummary;
}

const mostExamples = 10;
const longestShown = 200;

/** What an index holds of these works. */
export async function heldWorks(
  elasticsearch: WritingDeps['elasticsearch'],
  index: string,
  ids: readonly string[],
): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  if (ids.length === 0) return held;
  const { hits } = await elasticsearch.search<{ summary: WorkSummary }>({
    index,
    query: { ids: { values: [...ids] } },
    size: ids.length,
    docvalue_fields: ['hash'],
    track_total_hits: false,
  });
  for (const { _id, _source, fields } of hits.hits)
    if (_id && _source) held.set(_id, { summary: _source.summary, hash: String(fields?.['hash']?.[0]) });
  return held;
}

/** The documents of these works as they would be written now. */
export async function builtWorks(
  ids: readonly string[],
  { analysis, source }: Pick<WritingDeps, 'analysis' | 'source'>,
): Promise<Map<string, Held>> {
  const built = new Map<string, Held>();
  for (const work of await source.readWorks(ids)) {
    const document = buildDocument({ ...work, partition: partitionOf(work.id) }, { analysis });
    const hash = hashOf(document);
    if (document && hash !== undefined) built.set(work.id, { hash, summary: document.summary });
  }
  return built;
}

/** How these works differ between what is and what comes. Pure. */
export function differencesOf(
  ids: readonly string[],
  before: ReadonlyMap<string, Held>,
  after: ReadonlyMap<string, Held>,
): SampleDifference {
  const differences = ids.flatMap((work): WorkDifference[] => {
    const [old, next] = [before.get(work), after.get(work)];
    const title = (next ?? old)?.summary.title ?? work;
    if (!old && !next) return [];
    if (!old) return [{ work, title, change: 'new', fields: [] }];
    if (!next) return [{ work, title, change: 'gone', fields: [] }];
    return old.hash === next.hash ? [] : [{ work, title, change: 'changed', fields: changedFields(old.summary, next.summary) }]; // prettier-ignore
  });
  const countOf = (wanted: WorkDifference['change']) => differences.filter(({ change }) => change === wanted).length;
  return {
    works: ids.length,
    new: countOf('new'),
    changed: countOf('changed'),
    gone: countOf('gone'),
    examples: differences.toSorted((a, b) => b.fields.length - a.fields.length).slice(0, mostExamples),
  };
}

/** The two samples of a dry run, or of several, together. Pure. */
export const together = (samples: readonly SampleDifference[]): SampleDifference => ({
  works: sum(samples, 'works'),
  new: sum(samples, 'new'),
  changed: sum(samples, 'changed'),
  gone: sum(samples, 'gone'),
  examples: samples.flatMap(({ examples }) => examples).slice(0, mostExamples),
});

const sum = (samples: readonly SampleDifference[], key: 'works' | 'new' | 'changed' | 'gone') =>
  samples.reduce((total, sample) => total + sample[key], 0);

function changedFields(before: WorkSummary, after: WorkSummary): WorkDifference['fields'] {
  const [old, next] = [written(before), written(after)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((name) =>
    old.get(name) === next.get(name) ? [] : [{ name, before: shown(old.get(name)), after: shown(next.get(name)) }],
  );
}

const written = (summary: WorkSummary) =>
  new Map(Object.entries(summary).map(([name, value]) => [name, JSON.stringify(value)]));

const shown = (value: string | undefined) => (value ?? '').replace(/^"(.*)"$/s, '$1').slice(0, longestShown);

/** Ids of works an index holds, drawn by lot. */
export async function drawnWorks(
  elasticsearch: WritingDeps['elasticsearch'],
  index: string,
  size: number,
): Promise<string[]> {
  const query: estypes.QueryDslQueryContainer = { function_score: { functions: [{ random_score: {} }] } };
  const { hits } = await elasticsearch.search({ index, size, query, _source: false, track_total_hits: false });
  return hits.hits.flatMap((hit) => hit._id ?? []);
}
