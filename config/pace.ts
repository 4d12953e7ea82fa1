import type { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { within } from './within.ts';

/** A connection that workers share waits for Redis as long as it takes; a reader does not. */
const longestWaitMs = 1_000;

/**
 * Counts in Redis how often something is done under a key: `times` in `seconds`, and tells how many seconds are to be waited
 * beyond. Where nothing can be counted soon, nobody waits, or as long as `uncounted` says.
 */
export function openPace(
  redis: Redis,
  { prefix, times, seconds, uncounted = 0 }: { prefix: string; times: number; seconds: number; uncounted?: number },
): (who: string) => Promise<number> {
  const limiter = new RateLimiterRedis({ storeClient: redis, keyPrefix: prefix, points: times, duration: seconds });
  return async (who) => {
    try {
      await within(longestWaitMs, limiter.consume(who));
      return 0;
    } catch (refused) {
      return refused instanceof RateLimiterRes ? Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)) : uncounted;
    }
  };
}
