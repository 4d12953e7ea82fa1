import type { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * Counts in Redis how often something is done under a key: `times` in `seconds`, and tells how many seconds are to be waited
 * beyond. Nobody is refused because nothing can be counted.
 */
export function openPace(
  redis: Redis,
  { prefix, times, seconds }: { prefix: string; times: number; seconds: number },
): (who: string) => Promise<number> {
  const limiter = new RateLimiterRedis({ storeClient: redis, keyPrefix: prefix, points: times, duration: seconds });
  return async (who) => {
    try {
      await limiter.consume(who);
      return 0;
    } catch (refused) {
      return refused instanceof RateLimiterRes ? Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)) : 0;
    }
  };
}
