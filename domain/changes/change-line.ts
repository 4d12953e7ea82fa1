import type { Db } from 'mongodb';
import { changeRepository } from './repository.ts';
import { newChange } from './schema.ts';

export interface ChangeLine {
  /**
   * Runs `write`, which changes what the index says of these works, so that the index follows it whatever dies
   * meanwhile: the rows announcing it stand before the write begins. Resolves with what `write` returned; when `write`
   * fails, its error is passed on and the works are indexed anew all the same, as it may have come half way.
   */
  recordChange<T>(workIds: readonly string[], write: () => Promise<T>): Promise<T>;
}

/** Tells whoever drains that a partition has something to do. Losing a call delays the change, no more. */
export type Wake = (partitions: readonly number[]) => Promise<void>;

export function changeLine({ database, wake }: { database: Db; wake: Wake }): ChangeLine {
  const changes = changeRepository(database);
  return {
    async recordChange(workIds, write) {
      if (workIds.length === 0) return write();
      const rows = [...new Set(workIds)].map((workId) => newChange(workId, 'open'));
      await changes.open(rows);
      try {
        return await write();
      } finally {
        // Should either of these fail, the sweep finds the rows: the write itself stands and must not be reported as lost.
        await changes.ready(rows).then(
          () => wake([...new Set(rows.map((row) => row.partition))]).catch(() => undefined),
          () => undefined,
        );
      }
    },
  };
}
