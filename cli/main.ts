import { Command, CommanderError } from 'commander';
import { EnvironmentError } from '../config/environment.ts';
import { endWithParent } from '../stack/end-with-parent.ts';
import { backupCommands } from './commands/backup.ts';
import { checkIndexCommand } from './commands/check-index.ts';
import { harvestCommands } from './commands/harvest.ts';
import { importCommand } from './commands/import.ts';
import { reindexCommand } from './commands/reindex.ts';
import { seedCommand } from './commands/seed.ts';
import { stackCommands } from './commands/stack.ts';
import { staffCommands } from './commands/staff.ts';
import { createContext, WrongUse } from './context.ts';

/** The operator's tool. Exit codes: 0 done, 1 failed, 2 wrong use. */
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
endWithParent(() => stopping.abort());

const program = new Command('lastu')
  .description('The operator’s tool of LASTU')
  .option('--json', 'print results as JSON, a line each')
  .showHelpAfterError()
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });
const context = createContext({
  json: () => program.opts<{ json?: boolean }>().json === true,
  signal: stopping.signal,
});
for (const add of [
  importCommand,
  harvestCommands,
  reindexCommand,
  checkIndexCommand,
  backupCommands,
  seedCommand,
  staffCommands,
  stackCommands,
])
  add(program, context);
for (const command of program.commands) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    context.say(error instanceof Error ? error.message : String(error));
    process.exitCode = error instanceof WrongUse || error instanceof EnvironmentError ? 2 : 1;
  }
}
