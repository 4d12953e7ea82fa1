import { InvalidArgumentError, type Command } from 'commander';
import { dryRun } from '../../indexer/reindex/dry-run.ts';
import { reindex } from '../../indexer/reindex/reindex.ts';
import { rollBack } from '../../indexer/reindex/swap.ts';
import { ReindexScope, type ReindexRun } from '../../indexer/reindex/schema.ts';
import { WrongUse, type Context } from '../context.ts';

interface Options {
  readonly source?: string;
  readonly municipality?: string;
  readonly query?: string;
  readonly dryRun?: true;
  readonly byHand?: true;
  readonly synonyms?: number;
  readonly rollBack?: true;
}

export function reindexCommand(program: Command, { result, say, signal, withServices }: Context): void {
  program
    .command('reindex')
    .description('Fill a new index from the database and let it serve; the old one serves until then')
    .option('--source <name>', 'write only the works of a source anew, where they stand')
    .option('--municipality <id>', 'write only the works that a municipality has copies of anew')
    .option('--query <words>', 'write only the works that a search finds anew')
    .option('--dry-run', 'tell what would change and how long it would take')
    .option('--by-hand', 'leave the swap to staff, at /staff/reindex')
    .option('--synonyms <version>', 'search the new index with this version of the synonyms', readVersion)
    .option('--roll-back', 'let the index serve again that the last swap has replaced')
    .action((options: Options) =>
      withServices(async ({ indexer }) => {
        const scope = scopeOf(options);
        if (options.rollBack) {
          const index = await rollBack(indexer);
          return result(`${index} serves again`, { index });
        }
        if (options.dryRun) {
          const found = await dryRun(scope, indexer);
          const { sample, works, seconds } = found;
          return result(`${works} works, some ${Math.ceil(seconds)} s; of ${sample.works} sampled ones ${sample.changed} differ, ${sample.new} are new, ${sample.gone} go`, found); // prettier-ignore
        }
        const started = Date.now();
        let told = started;
        const run = await reindex(indexer, {
          scope,
          swap: options.byHand ? 'by-hand' : 'automatic',
          synonyms: options.synonyms,
          signal,
          onProgress(now) {
            if (Date.now() - told < 1_000) return;
            told = Date.now();
            say(progressLine(now));
          },
        });
        const seconds = (Date.now() - started) / 1_000;
        result(`${run.written} works ${outcomeOf(run)} (${seconds.toFixed(1)} s)`, { ...run, seconds });
      }),
    );
}

function scopeOf({ source, municipality, query: q }: Options): ReindexScope {
  if ([source, municipality, q].filter((one) => one !== undefined).length > 1)
    throw new WrongUse('One of --source, --municipality and --query at a time');
  const wanted =
    source !== undefined
      ? { kind: 'source', source }
      : municipality !== undefined
        ? { kind: 'municipality', municipality }
        : q !== undefined
          ? { kind: 'query', q }
          : { kind: 'full' };
  const parsed = ReindexScope.safeParse(wanted);
  if (!parsed.success) throw new WrongUse(parsed.error.issues.map(({ message }) => message).join('; '));
  return parsed.data;
}

function progressLine({ written, total, rate = 0 }: ReindexRun): string {
  const left = rate > 0 ? `, ${Math.round((total - written) / rate)} s to go` : '';
  return `${written} of ${total} works, ${Math.round(rate)} a second${left}`;
}

function outcomeOf({ _id, scope, status }: ReindexRun): string {
  if (status === 'ready') return `are in ${_id}, which waits for its swap at /staff/reindex`;
  if (status === 'done') return scope.kind === 'full' ? `are in ${_id}, which serves now` : 'are written anew';
  return `are written; the reindex is ${status}`;
}

function readVersion(text: string): number {
  const version = Number(text);
  if (!Number.isInteger(version) || version < 1) throw new InvalidArgumentError('A version is a whole number.');
  return version;
}
