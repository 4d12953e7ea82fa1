import { z } from 'zod';
import type { Catalogue } from '../../domain/catalogue/service.ts';
import type { Synonyms } from '../../domain/synonyms/service.ts';
import type { ReindexDeps } from '../../indexer/reindex/deps.ts';
import {
  IndexComparison,
  ReindexScope,
  ReindexStatus,
  SwapMode,
  type ReindexRun,
} from '../../indexer/reindex/schema.ts';
import { keptForMs, standbyIndex } from '../../indexer/reindex/swap.ts';

/** A run as staff see it. */
export const RunView = z.object({
  id: z.string(),
  scope: ReindexScope,
  swap: SwapMode,
  status: ReindexStatus,
  by: z.string().optional(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  /** True until a worker has taken it up, and while it waits for another one after its own has died. */
  waits: z.boolean(),
  resumed: z.int(),
  total: z.int(),
  written: z.int(),
  /** Works a second of late. */
  rate: z.number().optional(),
  secondsWorked: z.number(),
  secondsLeft: z.number().optional(),
  failed: z.int(),
  failures: z.array(z.object({ work: z.string(), records: z.array(z.string()), error: z.string() })),
  synonyms: z.int().optional(),
  comparison: IndexComparison.extend({ comparedAt: z.iso.datetime() }).optional(),
  replaced: z.string().optional(),
  error: z.string().optional(),
});
export type RunView = z.infer<typeof RunView>;

export const ReindexOverview = z.object({
  serving: z.object({ index: z.string(), works: z.int(), synonyms: z.int().optional() }).optional(),
  /** The index that a rollback would let serve, and until when it is kept. */
  standby: z.object({ index: z.string(), synonyms: z.int().optional(), until: z.iso.datetime().optional() }).optional(),
  /** The one that has not come to its end. */
  current: RunView.optional(),
  /** Those before it, the last first. */
  runs: z.array(RunView),
  /** Sources that records have come from. */
  sources: z.array(z.string()),
  /** The synonyms that were saved last. */
  synonyms: z.int().optional(),
});
export type ReindexOverview = z.infer<typeof ReindexOverview>;

export interface OverviewDeps {
  readonly indexer: ReindexDeps & { readonly synonyms: Pick<Synonyms, 'find' | 'versions'> };
  readonly catalogue: { readonly imports: Pick<Catalogue['imports'], 'latest'> };
}

const runsShown = 20;
const importsLookedAt = 500;
/** A process that has been silent for longer is probably gone; another takes the run over a little later. */
const silentMs = 6_000;

export async function readOverview({ indexer, catalogue }: OverviewDeps): Promise<ReindexOverview> {
  const { aliases, runs, synonyms, elasticsearch } = indexer;
  const [index, standby, current, latest, imports, [last]] = await Promise.all([
    aliases.serving(),
    standbyIndex(indexer),
    runs.current(),
    runs.latest(runsShown + 1),
    catalogue.imports.latest(importsLookedAt),
    synonyms.versions(1),
  ]);
  const [works, meta, kept] = await Promise.all([
    index === undefined ? undefined : elasticsearch.count({ index }),
    index === undefined ? undefined : aliases.metaOf(index),
    standby === undefined ? undefined : aliases.metaOf(standby),
  ]);
  const swapped = latest.find(({ scope, finishedAt }) => scope.kind === 'full' && finishedAt);
  const until = swapped?.finishedAt && new Date(swapped.finishedAt.getTime() + keptForMs).toISOString();
  return {
    ...(index !== undefined && { serving: { index, works: works?.count ?? 0, synonyms: meta?.synonyms } }),
    ...(standby !== undefined && { standby: { index: standby, synonyms: kept?.synonyms, until } }),
    ...(current && { current: viewOf(current) }),
    runs: latest
      .filter(({ _id }) => _id !== current?._id)
      .slice(0, runsShown)
      .map(viewOf),
    sources: [...new Set(imports.map(({ source }) => source))].toSorted(),
    ...(last && { synonyms: last._id }),
  };
}

export function viewOf(run: ReindexRun): RunView {
  const { _id, startedAt, finishedAt, rate, workedMs, comparison, status, beatAt, written, total } = run;
  const { scope, swap, by, resumed, failed, failures, synonyms, replaced, error } = run;
  const isAtWork = status === 'running';
  return {
    id: _id,
    scope,
    swap,
    status,
    by,
    resumed,
    total,
    written,
    failed,
    failures,
    synonyms,
    replaced,
    error,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString(),
    waits: isAtWork && Date.now() - beatAt.getTime() > silentMs,
    rate,
    secondsWorked: workedMs / 1_000,
    ...(isAtWork && rate && { secondsLeft: Math.max(0, total - written) / rate }),
    ...(comparison && { comparison: { ...comparison, comparedAt: comparison.comparedAt.toISOString() } }),
  };
}
