import { resolve } from 'node:path';
import type { Command } from 'commander';
import { restoreBackup } from '../../domain/backup/restore-backup.ts';
import { takeBackup } from '../../domain/backup/take-backup.ts';
import { checkIndex } from '../../indexer/check-index.ts';
import { reindex } from '../../indexer/reindex/reindex.ts';
import { WrongUse, type Context } from '../context.ts';

export function backupCommands(program: Command, { result, say, signal, withServices }: Context): void {
  program
    .command('backup')
    .description('Write everything the database holds into an empty folder, while the service runs')
    .argument('<folder>', 'an empty folder, or one that is not there')
    .option('--patience <seconds>', 'how long to wait for two passes that read the same', '600')
    .action(async (folder: string, { patience }: { patience: string }) => {
      const patienceMs = Number(patience) * 1_000;
      if (!(patienceMs >= 0)) throw new WrongUse('--patience takes a number of seconds');
      const manifest = await withServices(({ connections }) =>
        takeBackup(connections.database, resolve(folder), { patienceMs, onProgress: say, signal }),
      );
      const documents = manifest.collections.reduce((sum, one) => sum + one.documents, 0);
      const kind = manifest.exact
        ? 'as they stood at one instant'
        : `while ${manifest.moving.join(', ')} went on moving`;
      result(`${documents} documents of ${manifest.collections.length} collections, ${kind}`, manifest);
    });

  program
    .command('restore')
    .description('Bring a backup back into an empty database, verify it, and index it')
    .argument('<folder>', 'what backup has written')
    .option('--force', 'replace what the database holds')
    .action((folder: string, { force = false }: { force?: boolean }) =>
      withServices(async ({ connections, indexer, queues }) => {
        if ((await queues.index.getWorkersCount().catch(() => 0)) > 0)
          throw new Error('Workers are at work: stop them, and the API, until the backup is back');
        const manifest = await restoreBackup(connections.database, resolve(folder), { force, onProgress: say });
        say('The database holds what the backup does; indexing');
        const run = await reindex(indexer, { signal });
        const { works, missing, extra, stale } = await checkIndex(indexer);
        const differences = missing.length + extra.length + stale.length;
        result(`Restored as of ${manifest.takenAt}: ${works} works, ${differences} differences in ${run._id}`, {
          manifest,
          index: run._id,
          works,
          differences,
        });
        if (differences > 0) process.exitCode = 1;
      }),
    );
}
