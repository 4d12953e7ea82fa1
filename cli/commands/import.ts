import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { sourceId, type ImportReport } from '../../domain/catalogue/import-schema.ts';
import { brokenReasons, warningReasons } from '../../domain/catalogue/marc/problems.ts';
import { readMarc } from '../../domain/catalogue/marc/read.ts';
import type { Services } from '../../services.ts';
import { WrongUse, type Context } from '../context.ts';

export function importCommand(program: Command, { result, say, signal, withIndexing, withServices }: Context): void {
  program
    .command('import')
    .description('Bring records into the catalogue: MARC 21 (ISO 2709), MARCXML or Aleph sequential, gzipped or not')
    .argument('<files...>', 'files to read; - for standard input')
    .option('--source <name>', 'where the records come from; part of their ids', 'import')
    .action(async (files: string[], { source }: { source: string }) => {
      if (!sourceId.safeParse(source).success)
        throw new WrongUse('--source takes lower-case letters, digits and hyphens, 31 at most');
      await refuseMissing(files);
      await withServices((services) =>
        withIndexing(services, async () => {
          for (const file of files) if (!signal.aborted) await importFile(services, file, source);
        }),
      );
    });

  async function importFile({ catalogue }: Services, file: string, source: string): Promise<void> {
    const started = Date.now();
    const report = await catalogue.importRecords({
      source,
      file: file === '-' ? 'standard input' : basename(file),
      records: readMarc(file === '-' ? process.stdin : createReadStream(resolve(file))),
      signal,
      onProgress: progressTeller(say, started),
    });
    const seconds = (Date.now() - started) / 1_000;
    result(describeReport(report, seconds), { ...report, seconds });
    const { added, changed, unchanged } = report.counts;
    if (added + changed + unchanged === 0 || report.status !== 'done') process.exitCode = 1;
  }
}

/** A mistyped name is found before anything is imported. */
async function refuseMissing(files: readonly string[]): Promise<void> {
  const wrong: string[] = [];
  for (const file of files) {
    if (file === '-') continue;
    const found = await stat(resolve(file)).catch(() => undefined);
    if (!found) wrong.push(`${file}: there is no such file`);
    else if (found.isDirectory()) wrong.push(`${file} is a folder`);
  }
  if (wrong.length > 0) throw new WrongUse(wrong.join('\n'));
}

/** Says every two seconds how far an import has come. */
export function progressTeller(say: (line: string) => void, started: number): (report: ImportReport) => void {
  let told = started;
  return ({ counts }) => {
    if (Date.now() - told < 2_000) return;
    told = Date.now();
    say(`${counts.read} read, ${Math.round(counts.read / ((told - started) / 1_000))} a second`);
  };
}

export function describeReport({ _id, file, status, counts, reasons, error }: ImportReport, seconds: number): string {
  const { read, added, changed, unchanged, repeated, broken, warned, withdrawn } = counts;
  const words = { ...brokenReasons, ...warningReasons } as Record<string, string>;
  return [
    `${file}: ${read} read, ${added} added, ${changed} changed, ${unchanged} unchanged, ${broken} broken (${seconds.toFixed(1)} s)`,
    ...(status === 'done'
      ? []
      : [
          `The import ${status === 'failed' ? `failed: ${error}` : status === 'stopped' ? 'was stopped' : `waits for a worker to go on${error === undefined ? '' : `: ${error}`}`}; what had landed stays`,
        ]),
    ...(withdrawn > 0 ? [`  ${withdrawn} withdrawn, as their source has deleted them`] : []),
    ...(repeated > 0 ? [`  ${repeated} came again later in the file, which counted`] : []),
    ...(warned > 0 ? [`  ${warned} landed with a warning`] : []),
    ...Object.entries(reasons).map(([reason, count]) => `  ${count} × ${words[reason] ?? reason}`),
    `  Report ${_id}`,
  ].join('\n');
}
