import type { Command } from 'commander';
import { demoRecords } from '../../demo/generate.ts';
import { addDemoReaders } from '../../demo/readers.ts';
import { addDemoPatrons } from '../../demo/patrons.ts';
import { addDemoLists } from '../../demo/lists.ts';
import { addDemoTips } from '../../demo/tips.ts';
import { addDemoVoices, hasDemoVoices } from '../../demo/voices.ts';
import { WrongUse, type Context } from '../context.ts';

const mostWorks = 10_000_000;

export function seedCommand(program: Command, { result, say, signal, withIndexing, withServices }: Context): void {
  program
    .command('seed')
    .description('Load the demo catalogue, or a larger one made from it; the same one every time')
    .option('--works <number>', 'how many works')
    .action(async ({ works }: { works?: string }) => {
      const wanted = works === undefined ? undefined : Number(works);
      if (wanted !== undefined && !(Number.isInteger(wanted) && wanted > 0 && wanted <= mostWorks))
        throw new WrongUse(`--works takes a whole number from 1 to ${mostWorks}`);
      await withServices((services) =>
        withIndexing(services, async () => {
          let told = Date.now();
          const report = await services.catalogue.importRecords({
            source: 'demo',
            file: 'demo',
            records: demoRecords(wanted === undefined ? {} : { works: wanted }),
            signal,
            onProgress({ counts }) {
              if (Date.now() - told < 2_000) return;
              told = Date.now();
              say(`${counts.read} records`);
            },
          });
          await addDemoPatrons(services);
          await addDemoReaders(services);
          await addDemoTips(services);
          await addDemoLists(services);
          if (!(await hasDemoVoices(services.accounts))) await addDemoVoices(services);
          const { added, changed, unchanged } = report.counts;
          result(`${added} records added, ${changed} changed, ${unchanged} unchanged`, report);
          if (report.status !== 'done') process.exitCode = 1;
        }),
      );
    });
}
