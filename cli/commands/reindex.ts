import type { Command } from 'commander';
import { reindex } from '../../indexer/reindex/reindex.ts';
import type { Context } from '../context.ts';

export function reindexCommand(program: Command, { result, say, signal, withServices }: Context): void {
  program
    .command('reindex')
    .description('Fill a new index from the database and let it serve; the old one serves until then')
    .action(() =>
      withServices(async ({ indexer }) => {
        const started = Date.now();
        let told = started;
        const run = await reindex(indexer, {
          signal,
          onProgress({ written, total }) {
            if (Date.now() - told < 1_000) return;
            told = Date.now();
            const rate = written / ((told - started) / 1_000);
            say(
              `${written} of ${total} works, ${Math.round(rate)} a second, ${Math.round((total - written) / rate)} s to go`,
            );
          },
        });
        const seconds = (Date.now() - started) / 1_000;
        result(`${run.written} works are in ${run._id}, which serves now (${seconds.toFixed(1)} s)`, {
          ...run,
          seconds,
        });
      }),
    );
}
