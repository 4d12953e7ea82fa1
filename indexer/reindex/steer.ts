import type { ReindexDeps } from './deps.ts';
import { finishSwap } from './reindex.ts';
import { nobodysBeat } from './runs.ts';
import { ReindexRefused, type ReindexRun, type ReindexStatus } from './schema.ts';

/**
 * What staff may do with a run, from any process: its state in MongoDB is what they change, and the process that works on it sees
 * that within a second.
 */
export interface Steering {
  /** Nothing is written any more; the new index goes on getting live changes. */
  pause(id: string): Promise<ReindexRun>;
  /** It goes on where it was. */
  resume(id: string): Promise<ReindexRun>;
  /** Ends it; the new index goes, and what was written anew in part stays as it is. */
  cancel(id: string): Promise<ReindexRun>;
  /** Lets the new index serve that waits for it. */
  swap(id: string): Promise<ReindexRun>;
}

/** @throws ReindexRefused where a run is in no state for it */
export function steering(deps: ReindexDeps): Steering {
  const { aliases, runs } = deps;
  async function steer(id: string, from: readonly ReindexStatus[], change: Partial<ReindexRun>): Promise<ReindexRun> {
    const run = await runs.steer(id, from, change);
    if (!run) throw new ReindexRefused('The reindex is in no state for this any more');
    return run;
  }
  return {
    pause: (id) => steer(id, ['running'], { status: 'paused' }),
    resume: (id) => steer(id, ['paused'], { status: 'running', beatAt: nobodysBeat }),
    async cancel(id) {
      const run = await steer(id, ['running', 'paused', 'ready'], { status: 'cancelled', finishedAt: new Date() });
      if (run.scope.kind === 'full' && (await aliases.serving()) !== id) await aliases.remove(id);
      return run;
    },
    async swap(id) {
      if (!(await aliases.metaOf(id))) throw new ReindexRefused('The new index is gone');
      return finishSwap(await steer(id, ['ready'], { status: 'swapping' }), deps);
    },
  };
}
