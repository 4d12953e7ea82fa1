import { randomBytes } from 'node:crypto';
import type { Db } from 'mongodb';
import type { PersonalRecords } from '../accounts/privacy.ts';
import { inOneClock, mergeMemories } from './merge.ts';
import { memoryRepository } from './repository.ts';
import { mostRemembered, type Memory } from './schema.ts';
import { memoryTokens, type MemoryTokens } from './token.ts';

/** Whose memory list: a patron's, or that of whoever has a token. */
export type MemoryOwner = { readonly patron: string } | { readonly token: string };

/** Memory lists on the server: what several devices know, merged. */
export interface MemoryLists {
  ensureIndexes(): Promise<void>;
  readonly records: PersonalRecords;
  /** Undefined where the token is none of ours. A list that nobody has put anything in is empty. */
  read(owner: MemoryOwner): Promise<Memory | undefined>;
  /**
   * Adds what a device knows, and tells all that is known since. Without an owner, or with a token that is none of ours, a new
   * list is made, and its token told.
   * @throws MemoryListFull before anything is written
   */
  put(owner: MemoryOwner | undefined, known: Memory): Promise<{ memory: Memory; token?: string }>;
  /**
   * Merges the list of a token into that of a patron who has logged in, and ends it. May be repeated; whatever another device
   * puts there meanwhile is merged too. A list for which there is no room stays where it is.
   */
  adopt(token: string, patron: string): Promise<void>;
  /** Empties a list, tombstones and all. */
  clear(owner: MemoryOwner): Promise<void>;
}

/** More works than a memory list holds. */
export class MemoryListFull extends Error {
  override readonly name = 'MemoryListFull';
}

/** How long a list without an account is kept after it was last changed. */
const daysKept = 400;

export function createMemoryLists({ database, secret }: { database: Db; secret: string | undefined }): MemoryLists {
  const repository = memoryRepository(database);
  let tokens: Promise<MemoryTokens> | undefined;
  const signing = () => {
    tokens ??= (async () => memoryTokens(secret ?? (await repository.secret(randomBytes(32).toString('base64url')))))();
    tokens.catch(() => (tokens = undefined));
    return tokens;
  };
  async function idOf(owner: MemoryOwner): Promise<string | undefined> {
    if ('patron' in owner) return `patron:${owner.patron}`;
    const id = (await signing()).idIn(owner.token);
    return id && `token:${id}`;
  }

  /** Read, merge, compare-and-swap. */
  async function merge(id: string, known: Memory, most: number = mostRemembered): Promise<Memory> {
    for (;;) {
      const before = await repository.find(id);
      const now = new Date();
      const merged = mergeMemories(before ?? nothing, inOneClock(known, now));
      if (merged.works.length > most) throw new MemoryListFull();
      const expiresAt = id.startsWith('token:') ? { expiresAt: new Date(now.getTime() + daysKept * 86_400_000) } : {};
      if (await repository.swap(before, { _id: id, ...merged, touchedAt: now, ...expiresAt })) return merged;
    }
  }

  async function adopt(token: string, patron: string): Promise<void> {
    const from = await idOf({ token });
    if (from === undefined) return;
    for (;;) {
      const stored = await repository.find(from);
      if (!stored) return;
      try {
        await merge(`patron:${patron}`, stored);
      } catch (error) {
        if (error instanceof MemoryListFull) return;
        throw error;
      }
      if (await repository.removeAt(stored)) return;
    }
  }

  return {
    adopt,
    ensureIndexes: repository.ensureIndexes,

    async read(owner) {
      const id = await idOf(owner);
      if (id === undefined) return undefined;
      const { works, removed } = (await repository.find(id)) ?? nothing;
      return { works, removed };
    },

    async put(owner, known) {
      const own = owner && (await idOf(owner));
      if (own !== undefined) return { memory: await merge(own, known) };
      const { id, token } = (await signing()).issue();
      return { memory: await merge(`token:${id}`, known), token };
    },

    async clear(owner) {
      const id = await idOf(owner);
      if (id !== undefined) await repository.remove(id);
    },

    records: {
      name: 'memoryList',
      async export(patron) {
        return (await repository.find(`patron:${patron}`))?.works ?? [];
      },
      hindrance: async () => undefined,
      count: async (patron) => ({ rememberedWorks: (await repository.find(`patron:${patron}`))?.works.length ?? 0 }),
      async move(from, to) {
        for (;;) {
          const stored = await repository.find(`patron:${from}`);
          if (!stored) return;
          await merge(`patron:${to}`, stored, Number.POSITIVE_INFINITY); // nothing is lost, though there be no room for more
          if (await repository.removeAt(stored)) return;
        }
      },
      erase: (patron) => repository.remove(`patron:${patron}`),
    },
  };
}

const nothing: Memory = { works: [], removed: [] };
