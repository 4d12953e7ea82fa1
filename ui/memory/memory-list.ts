/** A work a reader wants to remember: enough to show it while the catalogue is away. */
export interface MemoryEntry {
  readonly id: string;
  readonly title: string;
  /** Names as catalogued ("Waltari, Mika"). */
  readonly authors: readonly string[];
  /** Instant it was added, ISO 8601. */
  readonly addedAt: string;
}

/** Where browsers keep the list. */
export const memoryKey = 'lastu-memory-list';

/** Most works a list holds. */
export const mostRemembered = 500;

/**
 * The list as it was written, the newest first. Never fails: what is damaged is left out, and so is what is there twice.
 * Anybody may have written it: another tab with an older or a newer version of this script, or the reader.
 */
export function readMemoryList(written: string | null): readonly MemoryEntry[] {
  const entries = new Map<string, MemoryEntry>();
  for (const one of listedIn(written)) {
    const entry = entryOf(one);
    if (entry && !entries.has(entry.id)) entries.set(entry.id, entry);
  }
  return [...entries.values()].toSorted(newestFirst).slice(0, mostRemembered);
}

/** `version` rises when a reader of the one before could misread the list; what is only added to an entry leaves it. */
export const writtenMemoryList = (works: readonly MemoryEntry[]): string => JSON.stringify({ version: 1, works });

/** The list with these works; those that are there already stay as they are, and none goes beyond the most it holds. */
export function withEntries(entries: readonly MemoryEntry[], added: readonly MemoryEntry[]): readonly MemoryEntry[] {
  const known = new Set(entries.map(({ id }) => id));
  const missing = added.filter(({ id }) => !known.has(id)).slice(0, Math.max(0, mostRemembered - entries.length));
  return [...entries, ...missing].toSorted(newestFirst);
}

/** Entries written in one moment keep their order. */
const newestFirst = (a: MemoryEntry, b: MemoryEntry) => (a.addedAt < b.addedAt ? 1 : a.addedAt > b.addedAt ? -1 : 0);

function listedIn(written: string | null): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(written ?? 'null');
    return isObject(list) && Array.isArray(list['works']) ? list['works'] : [];
  } catch {
    return [];
  }
}

function entryOf(one: unknown): MemoryEntry | undefined {
  if (!isObject(one) || !isText(one['id']) || !isText(one['title'])) return undefined;
  const { id, title, authors, addedAt } = one;
  return {
    id,
    title,
    authors: Array.isArray(authors) ? authors.filter(isText) : [],
    addedAt: isText(addedAt) && !Number.isNaN(Date.parse(addedAt)) ? addedAt : new Date(0).toISOString(),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length < 5_000;
