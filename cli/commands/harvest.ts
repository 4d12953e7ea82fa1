import type { Command } from 'commander';
import { checkedUrl } from '../../config/outbound.ts';
import { sourceId, type ImportReport } from '../../domain/catalogue/import-schema.ts';
import { Datestamp } from '../../domain/harvest/schema.ts';
import type { Services } from '../../services.ts';
import { describeReport, progressTeller } from './import.ts';
import { WrongUse, type Context } from '../context.ts';

interface HarvestOptions {
  readonly set?: string;
  readonly from?: string;
  readonly until?: string;
  readonly prefix: string;
  readonly source: string;
}

/** Who carries out what the command line asks for: this process. */
const worker = `command line ${process.pid}`;

type Asked = Parameters<Services['imports']['askFor']>[1];

export function harvestCommands(program: Command, { result, say, signal, withIndexing, withServices }: Context): void {
  program
    .command('harvest')
    .description('Bring records from an OAI-PMH repository into the catalogue, and withdraw those it has deleted')
    .argument('<url>', 'base URL of the repository')
    .option('--set <set>', 'only records of this set')
    .option('--from <date>', 'only what has changed since this day (2026-11-25) or instant (2026-11-25T12:00:00Z)')
    .option('--until <date>', 'only what has changed until then')
    .option('--prefix <prefix>', 'what the repository calls MARC 21 in XML', 'marc21')
    .option('--source <name>', 'where the records come from; part of their ids', 'harvest')
    .action(async (url: string, { set, from, until, prefix: metadataPrefix, source }: HarvestOptions) => {
      refuseWrong(url, { from, until, source });
      const harvest = { metadataPrefix, ...(set && { set }), ...(from && { from }), ...(until && { until }) };
      await carryOut({ kind: 'harvest', source, file: new URL(url).host, url, harvest });
    });

  program
    .command('rederive')
    .description('Derive all records anew from their MARC, as after a change of what is made of it')
    .action(() => carryOut({ kind: 'rederivation', source: 'all', file: 'all records' }));

  async function carryOut(asked: Asked): Promise<void> {
    await withServices((services) => withIndexing(services, () => carryOutWith(services, asked)));
  }

  async function carryOutWith({ imports }: Services, asked: Asked): Promise<void> {
    const started = Date.now();
    const { _id: id } = await imports.askFor(worker, asked);
    await imports.run(id, { worker, signal, onProgress: progressTeller(say, started) });
    const report: ImportReport | undefined = await imports.find(id);
    const seconds = (Date.now() - started) / 1_000;
    if (!report) return;
    result(describeReport(report, seconds), { ...report, seconds });
    if (report.status !== 'done') process.exitCode = 1;
  }
}

function refuseWrong(url: string, { from, until, source }: Pick<HarvestOptions, 'from' | 'until' | 'source'>): void {
  try {
    checkedUrl(url);
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
  for (const date of [from, until])
    if (date !== undefined && !Datestamp.safeParse(date).success)
      throw new WrongUse(`${date} is no date: give 2026-11-25 or 2026-11-25T12:00:00Z`);
  if (!sourceId.safeParse(source).success)
    throw new WrongUse('--source takes lower-case letters, digits and hyphens, 31 at most');
}
