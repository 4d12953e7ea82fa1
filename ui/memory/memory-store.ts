import {
  memoryKey,
  mostRemembered,
  readMemoryList,
  writtenMemoryList,
  type KeptMemory,
  type MemoryEntry,
} from './memory-list.ts';

export type RememberedWork = Pick<MemoryEntry, 'id' | 'title' | 'authors'>;

/** What came of a change: how to take it back; nothing where there was nothing to do, or no room. */
export type Undo = () => void;

/**
 * The memory list of this browser. Kept in its `localStorage`; where that is refused or full, in this page alone, which `kept`
 * tells. Every tab, and every copy of this script on one page, sees the same list.
 */
export interface MemoryStore {
  /** The works, the newest first. The same array while nothing has changed. */
  entries(): readonly MemoryEntry[];
  /** All that is kept of it, and putting something else in its place: for what speaks with the service (`memory-sync.ts`). */
  memory(): KeptMemory;
  replace(next: KeptMemory): void;
  has(id: string): boolean;
  /** Whether there is room for another one. */
  isFull(): boolean;
  /** Whether the list outlives this page. */
  readonly kept: boolean;
  add(work: RememberedWork): Undo | undefined;
  /** Removes these works, or all. */
  remove(ids?: readonly string[]): Undo | undefined;
  /** Tells of every change until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** Told to the copies of this script on one page: browsers tell the other tabs only. */
const changed = 'lastu-memory-change';

export function createMemoryStore(page: Window): MemoryStore {
  const none = readMemoryList(null);
  let known: { written: string | null; memory: KeptMemory } = { written: null, memory: none };
  let kept = true;

  const written = (): string | null => {
    try {
      return kept ? page.localStorage.getItem(memoryKey) : known.written;
    } catch {
      kept = false; // refused: by a setting, or in a frame of another site
      return known.written;
    }
  };
  const memory = () => {
    const now = written();
    if (now !== known.written) known = { written: now, memory: readMemoryList(now) };
    return known.memory;
  };
  const replace = (next: KeptMemory) => {
    const text = writtenMemoryList(next);
    try {
      if (kept) page.localStorage.setItem(memoryKey, text);
    } catch {
      kept = false;
    }
    known = { written: text, memory: readMemoryList(text) };
    page.dispatchEvent(new Event(changed));
  };
  const entries = () => memory().works;
  const write = (works: readonly MemoryEntry[], removed = memory().removed) =>
    replace({ ...memory(), works, removed, changed: true });
  const has = (id: string) => entries().some((one) => one.id === id);
  const isFull = () => entries().length >= mostRemembered;

  const remove = (ids: readonly string[] = entries().map(({ id }) => id)): Undo | undefined => {
    const gone = entries().filter(({ id }) => ids.includes(id));
    if (gone.length === 0) return undefined;
    const removed = gone.map(({ id }) => ({ id, removedAt: now() }));
    write(entries().filter((one) => !gone.includes(one)), [...removed, ...memory().removed].slice(0, mostRemembered)); // prettier-ignore
    return () => {
      const missing = gone.filter(({ id }) => !has(id)).map((one) => ({ ...one, againAt: now() }));
      write([...missing, ...entries()]);
    };
  };

  return {
    memory,
    replace,
    entries,
    has,
    isFull,
    remove,
    get kept() {
      written();
      return kept;
    },
    add({ id, title, authors }) {
      if (has(id) || isFull()) return undefined;
      write([{ id, title, authors, addedAt: now() }, ...entries()]);
      return () => void remove([id]);
    },
    subscribe(listener) {
      // A cleared storage has no key to name.
      const elsewhere = ({ key }: StorageEvent) => {
        if (key === memoryKey || key === null) listener();
      };
      page.addEventListener('storage', elsewhere);
      page.addEventListener(changed, listener);
      return () => {
        page.removeEventListener('storage', elsewhere);
        page.removeEventListener(changed, listener);
      };
    },
  };
}

const now = () => new Date().toISOString();

let shared: MemoryStore | undefined;

/** The one all elements of this script share. In a browser only. */
export function memoryStore(): MemoryStore {
  shared ??= createMemoryStore(window);
  return shared;
}
