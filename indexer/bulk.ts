import { errors, type Client, type estypes } from '@elastic/elasticsearch';

/** One step of a bulk request: a work's document as it was written out, or its removal where there is none. */
export interface Write {
  readonly id: string;
  readonly line: string | undefined;
}

/** The engine is busy or away: nothing is wrong with the documents, and trying again later will do. */
export class IndexUnavailable extends Error {
  override readonly name = 'IndexUnavailable';
}

/** An index was removed while it was written to: those that are written to must be asked for anew. */
export class IndexGone extends IndexUnavailable {}

interface Refusal {
  readonly type: string;
  readonly reason?: string;
}

/** Busy, or on its way up. */
const transientStatuses = new Set([429, 502, 503, 504]);

/**
 * Writes documents to every given index in one request each, under an external version: an older version never
 * overwrites a newer one, and writing twice changes nothing. Resolves with why single works were refused; the others
 * have landed. Busy engines are asked again with growing pauses.
 *
 * @throws IndexUnavailable where the engine does not take the request, or part of it, after several tries
 */
export async function writeBulk(
  elasticsearch: Client,
  { indices, version, writes }: { indices: readonly string[]; version: number; writes: readonly Write[] },
): Promise<Map<string, string>> {
  const refused = new Map<string, string>();
  for (const index of indices) {
    let pending = [...writes];
    for (let attempt = 0; pending.length > 0; attempt += 1) {
      if (attempt === 6) throw new IndexUnavailable(`${index} is too busy: ${pending.length} documents were put off`);
      if (attempt > 0) await pause(100 * 2 ** attempt);
      const results = await send(elasticsearch, index, version, pending);
      const again: typeof pending = [];
      pending.forEach((entry, position) => {
        const result = results?.[position];
        if (!result || transientStatuses.has(result.status)) again.push(entry);
        else if (result.error?.type === 'index_not_found_exception') throw new IndexGone(`${index} is gone`);
        else if (result.error && result.status !== 409) refused.set(entry.id, describe(result.error));
      });
      pending = again;
    }
  }
  return refused;
}

interface ItemResult {
  readonly status: number;
  readonly error?: Refusal;
}

/** What became of each entry; undefined where the engine was too busy to take any. */
async function send(
  elasticsearch: Client,
  index: string,
  version: number,
  entries: readonly Write[],
): Promise<ItemResult[] | undefined> {
  const operations = entries.flatMap(({ id, line }): (estypes.BulkOperationContainer | string)[] => {
    const action = { _id: id, version, version_type: 'external_gte' } as const;
    return line === undefined ? [{ delete: action }] : [{ index: action }, line];
  });
  try {
    const answer = await elasticsearch.bulk<string>({
      index,
      operations,
      filter_path: ['items.*.status', 'items.*.error.type', 'items.*.error.reason'],
    });
    return answer.items.map((item) => Object.values(item)[0] as ItemResult);
  } catch (error) {
    const status = error instanceof errors.ResponseError ? error.statusCode : undefined;
    if (status !== undefined && transientStatuses.has(status)) return undefined;
    if (status !== undefined && status !== 404) throw error;
    throw new IndexUnavailable(`Elasticsearch did not take a bulk request for ${index}`, { cause: error });
  }
}

const describe = ({ type, reason }: Refusal) => (reason ? `${type}: ${reason}` : type);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
