import type { Client, estypes } from '@elastic/elasticsearch';

/** Document hashes by work id, of some works or of a whole partition, as the index holds them now (refresh it first). */
export async function readHashes(
  elasticsearch: Client,
  index: string,
  chosen: { ids: readonly string[] } | { partition: number },
): Promise<Map<string, string>> {
  const query = 'ids' in chosen ? { ids: { values: [...chosen.ids] } } : { term: { partition: chosen.partition } };
  const hashes = new Map<string, string>();
  const size = 5_000;
  let after: estypes.SortResults | undefined;
  do {
    const { hits } = await elasticsearch.search({
      index,
      query,
      size,
      sort: [{ id: 'asc' }],
      docvalue_fields: ['hash'],
      _source: false,
      track_total_hits: false,
      ...(after && { search_after: after }),
    });
    for (const hit of hits.hits) if (hit._id) hashes.set(hit._id, String(hit.fields?.['hash']?.[0]));
    after = hits.hits.length === size ? hits.hits.at(-1)?.sort : undefined;
  } while (after);
  return hashes;
}
