import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ChangeLine } from '../changes/change-line.ts';
import { derivationVersion, deriveEdition } from './edition/derive.ts';
import { rehome } from './decisions/carry-out.ts';
import type { Decisions } from './decisions/service.ts';
import { deriveItems } from './holdings.ts';
import { delisted, relisted } from './item-status.ts';
import type { CatalogueRepository, RecordHead } from './repository.ts';
import { recordIdOf } from './record-id.ts';
import type { CatalogueRecord, Edition, Item, Marc } from './schema.ts';
import { withDefaults, type SourceDefaults } from './sources.ts';
import { workIdOf, workKeys } from './work-keys.ts';

/** A record as it was read, with all that follows from it alone. */
export interface RecordDraft {
  readonly id: string;
  readonly source: string;
  readonly marc: string;
  readonly hash: string;
  readonly edition: Edition;
  readonly items: readonly Omit<Item, 'version'>[];
}

/** Pure. @throws RangeError for a record that is larger than a document can be */
export function draftRecord(marc: Marc, source: string, defaults: SourceDefaults = {}): RecordDraft {
  const id = recordIdOf(marc, source);
  const text = JSON.stringify(marc);
  if (Buffer.byteLength(text) > largestRecord) throw new RangeError('larger than a document can be');
  const hash = createHash('sha256').update(text).digest('base64url');
  return {
    id,
    source,
    marc: text,
    hash,
    edition: withDefaults(deriveEdition(marc), defaults),
    items: deriveItems(marc, id),
  };
}

/** A document holds 16 MB, and the edition stands in it beside the MARC. */
const largestRecord = 8_000_000;

/** Writers of the same records at the same time make each other decide again; more often than this is no accident. */
const mostAttempts = 8;

export interface Stored {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

interface Deps {
  readonly repository: CatalogueRepository;
  readonly changes: ChangeLine;
  readonly decisions: Pick<Decisions, 'join'>;
}

/**
 * Stores drafts with different ids: new records, newer versions, and nothing for those that are stored just so. Read,
 * decide, compare-and-swap; what lost a race is decided again. A record is written after its items and its work, so that
 * whoever dies half way leaves a record that the next import does not take for finished.
 *
 * With `again`, drafts of what is stored already, derived anew: each is stored once, if its MARC is still the stored one.
 */
export async function storeDrafts(
  drafts: readonly RecordDraft[],
  deps: Deps,
  { again = false }: { readonly again?: boolean } = {},
): Promise<Stored> {
  const { repository, changes, decisions } = deps;
  let added = 0;
  let first: number | undefined;
  const done = new Set<string>();
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const heads = await repository.recordHeads(drafts.map((draft) => draft.id));
    const due = drafts.filter((draft) =>
      again ? isSame(draft, heads.get(draft.id)) && !done.has(draft.id) : !isStored(draft, heads.get(draft.id)),
    );
    if (first === undefined) {
      first = due.length;
      added = due.filter((draft) => !heads.has(draft.id)).length;
    }
    if (due.length === 0) return { added, changed: first - added, unchanged: drafts.length - first };
    const { workOf, newKeys, bridges } = await assignWorks(due, heads, repository);
    const records = due.map((draft) => nextRecord(draft, workOf.get(draft.id) ?? '', heads.get(draft.id)));
    const workIds = [...new Set(workOf.values())];
    const left = [...new Set(due.flatMap(({ id }) => heads.get(id)?.workId ?? []))].filter(
      (id) => !workIds.includes(id),
    );
    await changes.recordChange([...workIds, ...left], async () => {
      await Promise.all([repository.ensureWorks(workIds), repository.bookKeys(newKeys), storeItems(due, repository)]);
      await repository.storeRecords(records);
      if (again) for (const { id } of await landed(records, repository)) done.add(id);
      // once more: one of them may have stood empty for a moment, and been removed by another import
      await repository.ensureWorks(workIds);
      for (const { suppressed, workId } of records) if (suppressed) await repository.withdrawWork(workId);
      await repository.removeEmptyWorks(left);
    });
    // a work may have been merged away since it was chosen; whoever merges looks for records after it said so
    await rehome(workIds, deps);
    for (const works of bridges) await decisions.join(works);
  }
  throw new Error(`${drafts.length} records are being changed by others all the time`);
}

const isStored = (draft: RecordDraft, head: RecordHead | undefined) =>
  head?.hash === draft.hash && head.derivation === derivationVersion && head.withdrawn === undefined;

const isSame = (draft: RecordDraft, head: RecordHead | undefined) =>
  head?.hash === draft.hash && head.withdrawn === undefined;

/** Those of these versions that are stored now: the others have lost a race. */
async function landed(records: readonly CatalogueRecord[], repository: CatalogueRepository): Promise<{ id: string }[]> {
  const heads = await repository.recordHeads(records.map(({ _id }) => _id));
  return records.flatMap(({ _id: id, version }) => (heads.get(id)?.version === version ? [{ id }] : []));
}

function nextRecord(draft: RecordDraft, workId: string, head: RecordHead | undefined): CatalogueRecord {
  const now = new Date();
  return {
    _id: draft.id,
    version: (head?.version ?? 0) + 1,
    ...(head?.pinned && { pinned: true }),
    ...(head?.suppressed && { suppressed: head.suppressed }),
    source: draft.source,
    workId,
    marc: draft.marc,
    hash: draft.hash,
    derivation: derivationVersion,
    edition: draft.edition,
    importedAt: head?.importedAt ?? now,
    updatedAt: now,
  };
}

interface Assignment {
  readonly workOf: Map<string, string>;
  readonly newKeys: Map<string, string>;
  /** Works founded apart that a draft shows to be one. */
  readonly bridges: readonly (readonly string[])[];
}

/**
 * To which work each draft belongs: where somebody has put it; else its own as long as any key of it says so; else the
 * first that a key is booked for. A work that was merged away stands for the one it leads to.
 */
async function assignWorks(
  drafts: readonly RecordDraft[],
  heads: ReadonlyMap<string, RecordHead>,
  repository: CatalogueRepository,
): Promise<Assignment> {
  const keysOf = new Map(drafts.map(({ id, edition }) => [id, workKeys(edition)]));
  const booked = await repository.worksOfKeys([...new Set([...keysOf.values()].flat())]);
  const named = [...booked.values(), ...[...heads.values()].map((head) => head.workId)];
  const founded = [...keysOf].map(([id, keys]) => workIdOf(keys, id));
  const leads = await repository.currentWorks([...new Set([...named, ...founded])]);
  const currentOf = (id: string) => leads.get(id) ?? id;
  const workOf = new Map<string, string>();
  const newKeys = new Map<string, string>();
  const bridges: string[][] = [];
  for (const [id, keys] of keysOf) {
    const bookings = keys.flatMap((key) => booked.get(key) ?? newKeys.get(key) ?? []);
    const known = [...new Set(bookings.map(currentOf))];
    const head = heads.get(id);
    const own = head && currentOf(head.workId);
    const stays = own !== undefined && (head?.pinned === true || known.includes(own) || keys.length === 0);
    const workId = stays ? own : (known[0] ?? currentOf(workIdOf(keys, id)));
    workOf.set(id, workId);
    if (known.length > 1 && head?.pinned !== true) bridges.push(known);
    for (const key of keys) if (!booked.has(key) && !newKeys.has(key)) newKeys.set(key, workId);
  }
  return { workOf, newKeys, bridges };
}

/** Brings the copies of records to what their MARC says. */
async function storeItems(drafts: readonly RecordDraft[], repository: CatalogueRepository): Promise<void> {
  const wanted = drafts.flatMap((draft) => draft.items);
  const [own, sameId] = await Promise.all([
    repository.itemsOf(drafts.map((draft) => draft.id)),
    repository.itemsById(wanted.map((item) => item._id)),
  ]);
  const stored = new Map([...own, ...sameId].map((item) => [item._id, item]));
  const named = new Map<string, Omit<Item, 'version'>>();
  for (const item of wanted) {
    // A barcode that another record's copy bears already does not make it this one's copy.
    const owner = named.get(item._id)?.recordId ?? stored.get(item._id)?.recordId ?? item.recordId;
    const _id = owner === item.recordId ? item._id : `${item.recordId}.${item._id}`;
    named.set(_id, { ...item, _id });
  }
  const next: Item[] = [];
  for (const item of named.values()) {
    const before = stored.get(item._id);
    const after = relisted(item, before);
    if (!before || !isDeepStrictEqual(withoutUndefined(after, before.version), before)) next.push(after);
  }
  const unlisted = own.filter((item) => !named.has(item._id));
  const kept = unlisted.flatMap((item) => (item.withdrawn ? [] : (delisted(item) ?? [])));
  const removed = unlisted.filter((item) => delisted(item) === undefined);
  await repository.storeItems([...next, ...kept], removed);
}

const withoutUndefined = (item: Item, version: number) =>
  Object.fromEntries(Object.entries({ ...item, version }).filter(([, value]) => value !== undefined));
