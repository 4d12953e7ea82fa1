import type { Command } from 'commander';
import { checkIndex, repairIndex, type IndexReport } from '../../indexer/check-index.ts';
import type { Context } from '../context.ts';

export function checkIndexCommand(program: Command, { result, withServices }: Context): void {
  program
    .command('check-index')
    .description('Compare the database and the index both ways; exit 1 where they differ')
    .option('--repair', 'index anew what differs, and check again')
    .action(({ repair }: { repair?: boolean }) =>
      withServices(async ({ indexer }) => {
        let report = await checkIndex(indexer);
        if (repair && differences(report) > 0) {
          await repairIndex(report, indexer);
          report = await checkIndex(indexer);
        }
        result(describe(report), report);
        if (differences(report) > 0) process.exitCode = 1;
      }),
    );
}

const differences = ({ missing, extra, stale }: IndexReport) => missing.length + extra.length + stale.length;

function describe(report: IndexReport): string {
  const { index, works, missing, extra, stale, pending } = report;
  const summary = `${index}: ${works} works, ${missing.length} missing, ${extra.length} extra, ${stale.length} stale, ${pending} on their way`;
  const some = [...missing, ...extra, ...stale].slice(0, 10);
  return some.length > 0 ? `${summary}\nFor example: ${some.join(', ')}` : summary;
}
