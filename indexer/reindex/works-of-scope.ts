import type { Client, estypes } from '@elastic/elasticsearch';
import { branches } from '../../config/region/branches.ts';
import { municipalitiesOfBranch } from '../../config/region/region.ts';
import type { Aliases } from '../aliases.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { matchQuery } from '../search/match.ts';
import type { Holding } from '../../domain/catalogue/holding.ts';
import { inBatches, type WorkSource } from '../source.ts';
import { batchSize } from '../write-works.ts';
import type { ReindexScope } from './schema.ts';

export interface ScopeDeps {
  readonly elasticsearch: Client;
  readonly aliases: Aliases;
  readonly analysis: Analysis;
  readonly source: WorkSource;
}

/** The works of a partition that a reindex covers, in the order of their ids, in batches; those after `after` alone. */
export async function* worksOfScope(
  scope: ReindexScope,
  partition: number,
  deps: ScopeDeps,
  after?: string,
): AsyncGenerator<string[]> {
  if (scope.kind === 'query') {
    yield* worksFound(scope.q, partition, deps, after);
    return;
  }
  const holding = holdingOf(scope);
  for await (const ids of inBatches(deps.source.workIdsOfPartition(partition, after), batchSize))
    yield holding ? await deps.source.among(ids, holding) : ids;
}

/** How many works a reindex covers. */
export async function countOfScope(scope: ReindexScope, deps: ScopeDeps): Promise<number> {
  if (scope.kind !== 'query') {
    const holding = holdingOf(scope);
    return holding ? deps.source.countHolding(holding) : deps.source.countWorks();
  }
  const query = matchQuery({ q: scope.q, in: 'all' }, deps.analysis);
  return (await deps.elasticsearch.count({ index: deps.aliases.read, query })).count;
}

function holdingOf(scope: Exclude<ReindexScope, { kind: 'query' }>): Holding | undefined {
  if (scope.kind === 'full') return undefined;
  if (scope.kind === 'source') return { source: scope.source };
  const ids = branches.map(({ id }) => id);
  return { branches: ids.filter((id) => municipalitiesOfBranch(id).includes(scope.municipality)) };
}

/** What the serving index finds for a search, whole: in the order of ids, so that rewriting what was found moves nothing. */
async function* worksFound(
  q: string,
  partition: number,
  { elasticsearch, aliases, analysis }: ScopeDeps,
  after: string | undefined,
): AsyncGenerator<string[]> {
  const filter = [{ term: { partition } }, matchQuery({ q, in: 'all' }, analysis)];
  let from: estypes.SortResults | undefined = after === undefined ? undefined : [after];
  for (;;) {
    const { hits } = await elasticsearch.search({
      index: aliases.read,
      query: { bool: { filter } },
      sort: [{ id: 'asc' }],
      size: batchSize,
      _source: false,
      track_total_hits: false,
      ...(from && { search_after: from }),
    });
    const ids = hits.hits.flatMap((hit) => hit._id ?? []);
    if (ids.length > 0) yield ids;
    if (ids.length < batchSize) return;
    from = hits.hits.at(-1)?.sort;
  }
}
