/** A work a reader wants to remember: enough to show it while the catalogue is away. */
export interface MemoryEntry {
  readonly id: string;
  readonly title: string;
  /** Names as catalogued ("Waltari, Mika"). */
  readonly authors: readonly string[];
  /** Instant it was added, ISO 8601. */
  readonly addedAt: string;
  /** When it was put back, if it had been taken off. */
  readonly againAt?: string;
}

/** All that a browser keeps of the list. */
export interface KeptMemory {
  /** The newest first. */
  readonly works: readonly MemoryEntry[];
  /** Works that were taken off, and when: for the other devices of whoever has them. */
  readonly removed: readonly { readonly id: string; readonly removedAt: string }[];
  /** Works that the service knows besides: more than a browser keeps. */
  readonly beyond?: number | undefined;
  /** Under which the service knows a list without an account. */
  readonly token?: string;
  /** It is the list of an account, and leaves the device when its owner logs out. */
  readonly account?: boolean;
  /** Something has changed since the service was told, and when that was. */
  readonly changed?: boolean;
  readonly toldAt?: string;
  /** The service has no room for what is here. */
  readonly noRoom?: boolean;
}

/** Where browsers keep the list. */
export const memoryKey = 'lastu-memory-list';

/** Most works a browser holds. */
export const mostRemembered = 500;

/**
 * The list as it was written, the newest first. Never fails: what is damaged is left out, and so is what is there twice.
 * Anybody may have written it: another tab with an older or a newer version of this script, or the reader.
 */
export function readMemoryList(written: string | null): KeptMemory {
  const kept = keptIn(written);
  const entries = new Map<string, MemoryEntry>();
  for (const one of listIn(kept['works'])) {
    const entry = entryOf(one);
    if (entry && !entries.has(entry.id)) entries.set(entry.id, entry);
  }
  const removed = listIn(kept['removed']) as KeptMemory['removed']; // what sends it looks at each
  return { ...kept, works: [...entries.values()].toSorted(newestFirst).slice(0, mostRemembered), removed };
}

/** `version` rises when a reader of the one before could misread the list; what is only added to an entry leaves it. */
export const writtenMemoryList = (kept: KeptMemory): string => JSON.stringify({ ...kept, version: 1 });

/** Entries written in one moment keep their order. */
export const newestFirst = (a: MemoryEntry, b: MemoryEntry) =>
  a.addedAt < b.addedAt ? 1 : a.addedAt > b.addedAt ? -1 : 0;

function keptIn(written: string | null): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(written ?? 'null');
    return isObject(kept) ? kept : {};
  } catch {
    return {};
  }
}

const listIn = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : []);

function entryOf(one: unknown): MemoryEntry | undefined {
  if (!isObject(one) || !isText(one['id']) || !isText(one['title'])) return undefined;
  const { id, title, authors, addedAt } = one;
  return {
    ...one,
    id,
    title,
    authors: Array.isArray(authors) ? authors.filter(isText) : [],
    addedAt: isText(addedAt) && !Number.isNaN(Date.parse(addedAt)) ? addedAt : new Date(0).toISOString(),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length < 5_000;
