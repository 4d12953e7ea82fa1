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
  ): Promise<{ readonly consumedPoints: number; readonly msBeforeNext: number }>;
  /** One less, for what was no failure after all. */
  reward(key: string, points: number): Promise<unknown>;
  /** Refuses everything under a key for so many seconds. */
  block(key: string, seconds: number): Promise<unknown>;
  delete(key: string): Promise<unknown>;
}

export interface LockOut {
  /**
   * Lets somebody try, once. The try counts as a failure until it is known to be none: of any number made at the same time,
   * no more are let through than one after another would be.
   * @throws AccountProblem `too-many-attempts` while a card or an address has to wait
   */
  begin(attempt: Attempt): Promise<BegunAttempt>;
}

export interface BegunAttempt {
  succeeded(): Promise<void>;
  /** The wait begins now, however long it took to find out. */
  failed(): Promise<void>;
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
  const addressKey = ({ address }: Attempt) => `address:${address}`;
  /** A known device tries one card only, and waits for that: what others do at its address, a library's or a school's, is not its doing. */
  const keysOf = (attempt: Attempt) => [
    { key: cardKey(attempt), free: freeOfCard },
    ...(attempt.device === undefined ? [{ key: addressKey(attempt), free: freeOfAddress }] : []),
  ];
  const refused = (ms: number) =>
    new AccountProblem('too-many-attempts', { retryAfterSeconds: Math.max(1, Math.ceil(ms / 1_000)) });

  return {
    async begin(attempt) {
      const keys = keysOf(attempt);
      const standing = await Promise.all(keys.map(({ key }) => waits.get(key)));
      const ms = Math.max(0, ...standing.map((one) => one?.msBeforeNext ?? 0));
      if (ms > 0) throw refused(ms);

      const begun = new Map<string, number>();
      for (const [nth, { key, free }] of keys.entries()) {
        const { consumedPoints } = await failures.penalty(key, 1, { customDuration: rememberedSeconds });
        const seconds = waitSeconds(consumedPoints, free);
        if (seconds === 0) continue;
        const wait = await waits.penalty(key, 1, { customDuration: seconds });
        if (wait.consumedPoints > 1) {
          // another was quicker to begin the wait, and is the one that is let through before it
          await Promise.all(keys.slice(0, nth + 1).map((counted) => failures.reward(counted.key, 1)));
          throw refused(wait.msBeforeNext);
        }
        begun.set(key, seconds);
      }
      return {
        async succeeded() {
          // the address keeps its other failures: one right card among many wrong ones is what guessing looks like
          const [card, address] = [cardKey(attempt), addressKey(attempt)];
          await Promise.all([failures.delete(card), waits.delete(card)]);
          if (attempt.device === undefined) await failures.reward(address, 1);
          if (begun.has(address)) await waits.delete(address);
        },
        async failed() {
          await Promise.all([...begun].map(([key, seconds]) => waits.block(key, seconds)));
        },
      };
    },
  };
}
