import type { Catalogue } from '../catalogue/service.ts';
import { earliestOf, isNews, isToBeLookedAt, lookedUntil, type Arrival } from './news.ts';
import type { Finding, SavedSearch, SavedWish } from './schema.ts';

export interface LookDeps {
  readonly catalogue: Pick<Catalogue, 'arrivedSince' | 'readWorks'>;
  /** Works that are not in the index yet as they stand. */
  unindexed(): Promise<ReadonlySet<string>>;
  /** Of these works those that have all that is asked, as the index stands now. */
  having(works: readonly string[], wish: SavedWish): Promise<Set<string>>;
}

/** What has come into the catalogue and can be found, for searches that look no further back than `earliest`. */
export interface Arrivals {
  readonly found: readonly Arrival[];
  readonly unindexed: ReadonlySet<string>;
  readonly at: Date;
}

/** Works the engine is asked about at once. */
const worksAtOnce = 5_000;
const recordsAtOnce = 500;

/**
 * What came, first; then what of it is not indexed: so what is in neither is in the index. A change announces itself before
 * it is written.
 */
export async function arrivalsFor(searches: readonly SavedSearch[], deps: LookDeps, at: Date): Promise<Arrivals> {
  const found: Arrival[] = [];
  const earliest = new Date(Math.min(...searches.map((one) => earliestOf(one).getTime())));
  for await (const one of deps.catalogue.arrivedSince(earliest)) found.push(one);
  return { found, unindexed: await deps.unindexed(), at };
}

/** What of it is news to a search, and until when it has been looked through now. */
export async function lookThrough(
  search: SavedSearch,
  { found, unindexed, at }: Arrivals,
  deps: LookDeps,
): Promise<{ findings: Finding[]; since: Date }> {
  const own = found.filter(({ importedAt }) => isToBeLookedAt(search, importedAt));
  const ready = own.filter(({ workId }) => !unindexed.has(workId));
  const works = [...new Set(ready.map(({ workId }) => workId))];
  const fitting: string[] = [];
  for (let start = 0; start < works.length; start += worksAtOnce)
    fitting.push(...(await deps.having(works.slice(start, start + worksAtOnce), { ...search.wish, available: false })));
  const came = new Set(ready.map(({ _id }) => _id));
  const findings: Finding[] = [];
  for (let start = 0; start < fitting.length; start += recordsAtOnce) {
    for (const { id: work, records, items } of await deps.catalogue.readWorks(
      fitting.slice(start, start + recordsAtOnce),
    )) {
      // prettier-ignore
      for (const record of records) {
        const copies = items.filter(({ recordId }) => recordId === record._id);
        if (!came.has(record._id) || !isNews(record, copies, search.wish)) continue;
        findings.push(findingOf(search, record._id, work, at));
      }
    }
  }
  return { findings, since: lookedUntil(own, unindexed, at) };
}

const findingOf = ({ _id: search, patron, channel }: SavedSearch, record: string, work: string, foundAt: Date): Finding => ({
  _id: `${search}:${record}`, search, patron, record, work, foundAt, byLetter: channel === 'email',
}); // prettier-ignore
