import { recentKey } from './recent-key.ts';

/** How many searches are kept, and for how long. */
const most = 6;
const keptMs = 30 * 24 * 3600 * 1000;

interface Kept {
  readonly q: string;
  /** When it was searched for, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * The words searched for lately, the last first. They stay on the device, for thirty days at most, and can be erased one by one
 * or all. Where the browser keeps nothing there are none.
 */
export const keptSearches = {
  read: (): string[] => read().map(({ q }) => q),
  add(q: string): void {
    if (q.trim() !== '') write([{ q: q.trim(), at: Date.now() }, ...read().filter((one) => one.q !== q.trim())]);
  },
  erase: (q: string): void => write(read().filter((one) => one.q !== q)),
  eraseAll: (): void => write([]),
};

function read(): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(recentKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept).filter(({ at }) => at > Date.now() - keptMs) : [];
  } catch {
    return [];
  }
}

function write(searches: readonly Kept[]): void {
  try {
    if (searches.length === 0) localStorage.removeItem(recentKey);
    else localStorage.setItem(recentKey, JSON.stringify(searches.slice(0, most)));
  } catch {
    // the browser keeps nothing
  }
}

const isKept = (one: unknown): one is Kept =>
  typeof one === 'object' && one !== null && 'q' in one && typeof one.q === 'string' && 'at' in one && typeof one.at === 'number'; // prettier-ignore
