import { AccountProblem } from './problems.ts';

/**
 * Counts failures under a key and forgets them after a while. rate-limiter-flexible is one; the domain does not know
 * where it counts.
 */
export interface FailureCounter {
  /** How many failures stand under a key, and milliseconds until they are forgotten; null where there are none. */
  get(key: string): Promise<{ readonly consumedPoints: number; readonly msBeforeNext: number } | null>;
  /** One more; they are forgotten so many seconds from now. */
  penalty(
    key: string,
    points: number,
    options: { customDuration: number },
  ): Promise<{ readonly consumedPoints: number }>;
  /** Refuses everything under a key for so many seconds. */
  block(key: string, seconds: number): Promise<unknown>;
  delete(key: string): Promise<unknown>;
}

export interface LockOut {
  /** @throws AccountProblem `too-many-attempts` while a card or an address has to wait */
  refuseLockedOut(attempt: Attempt): Promise<void>;
  failed(attempt: Attempt): Promise<void>;
  succeeded(attempt: Attempt): Promise<void>;
}

export interface Attempt {
  readonly card: string;
  /** Network address it comes from. */
  readonly address: string;
  /** Of a device that has logged in with this card before, which others cannot claim to be. */
  readonly device?: string | undefined;
}

/** Failures that cost nothing: people mistype. */
const freeOfCard = 4;
/** Many people share an address: a library's own machines, a school. */
const freeOfAddress = 30;
const longestWaitSeconds = 15 * 60;
const rememberedSeconds = 24 * 60 * 60;

/** 1, 2, 4, … seconds after each failure beyond the free ones, a quarter of an hour at most. Pure. */
export const waitSeconds = (failures: number, free: number): number =>
  failures <= free ? 0 : Math.min(2 ** (failures - free - 1), longestWaitSeconds);

/**
 * Makes guessing slow: each further failure of a card, and of an address, makes the next attempt wait longer. A device that
 * its owner has used before is counted by itself, so that nobody is kept out of their own account by others' guesses.
 */
export function lockOut({ failures, waits }: { failures: FailureCounter; waits: FailureCounter }): LockOut {
  const cardKey = ({ card, device }: Attempt) => (device === undefined ? `card:${card}` : `card:${card}:${device}`);
  const keysOf = (attempt: Attempt) => [
    { key: cardKey(attempt), free: freeOfCard },
    { key: `address:${attempt.address}`, free: freeOfAddress },
  ];
  return {
    async refuseLockedOut(attempt) {
      const blocked = await Promise.all(keysOf(attempt).map(({ key }) => waits.get(key)));
      const ms = Math.max(0, ...blocked.map((one) => one?.msBeforeNext ?? 0));
      if (ms > 0) throw new AccountProblem('too-many-attempts', { retryAfterSeconds: Math.ceil(ms / 1_000) });
    },
    async failed(attempt) {
      for (const { key, free } of keysOf(attempt)) {
        const { consumedPoints } = await failures.penalty(key, 1, { customDuration: rememberedSeconds });
        const seconds = waitSeconds(consumedPoints, free);
        if (seconds > 0) await waits.block(key, seconds);
      }
    },
    async succeeded(attempt) {
      // the address keeps its failures: one right card among many wrong ones is what guessing looks like
      const key = cardKey(attempt);
      await Promise.all([failures.delete(key), waits.delete(key)]);
    },
  };
}
