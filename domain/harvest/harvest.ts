import type { OutboundAnswer } from '../../config/outbound.ts';
import type { Carried } from '../catalogue/import.ts';
import { tallyOf } from '../catalogue/import-drafts.ts';
import type { HarvestState, ImportReport } from '../catalogue/import-schema.ts';
import { parseMarcXml } from '../catalogue/marc/marcxml.ts';
import type { ReadRecord } from '../catalogue/marc/read.ts';
import { recordIdOf } from '../catalogue/record-id.ts';
import type { Catalogue } from '../catalogue/service.ts';
import { ImportRefused, type ImportStep, type StepOptions } from '../imports/run.ts';
import type { Outbound } from '../../config/outbound.ts';
import { askPatiently } from './ask.ts';
import { readAnswer, type OaiPiece } from './oai-answer.ts';
import type { HarvestRepository } from './repository.ts';

export interface HarvestDeps {
  readonly catalogue: Pick<Catalogue, 'takeIn' | 'withdraw' | 'imports' | 'sources'>;
  readonly repository: HarvestRepository;
  readonly outbound: Outbound;
  /** Pause before a repository is asked again, in milliseconds. */
  readonly pauseMs: number;
}

/** A refusal in the words of the protocol. */
export class OaiRefusal extends Error {
  override readonly name = 'OaiRefusal';
  readonly code: string;
  constructor(code: string, text: string) {
    super(`${code}: ${text}`);
    this.code = code;
  }
}

const mostRestarts = 5;
/** Answers in a row with nothing in them but a token for the next one. */
const mostEmpty = 100;
const batchSize = 100;

/**
 * Harvests a list of records, answer by answer. After each its resumption token is kept, so that whoever goes on does so from
 * there; a token that the repository does not know any more begins the list anew, which changes nothing of what is stored.
 * Records that were deleted are withdrawn.
 */
export function harvestStep(deps: HarvestDeps): ImportStep {
  const { catalogue, repository } = deps;
  const reports = catalogue.imports;

  return async (report, options) => {
    if (report.checkpoint) ({ counts: report.counts, reasons: report.reasons } = structuredClone(report.checkpoint));
    let state: HarvestState = report.harvest ?? { metadataPrefix: 'marc21' };
    const url = report.url ?? '';
    let empty = 0;
    let tokens = tokensSeen();
    if (state.token === undefined && state.from !== undefined)
      state = { ...state, from: await asGranular(url, state.from, deps, options.signal) };
    for (;;) {
      let page: Page;
      try {
        page = await askPatiently(requestOf(url, state), (answer) => takePage(answer, report, options), deps, options.signal); // prettier-ignore
      } catch (error) {
        if (options.signal.aborted) return 'interrupted';
        if (error instanceof Interrupted) return error.heard;
        if (!(error instanceof OaiRefusal)) throw error;
        if (error.code === 'noRecordsMatch') break;
        if (error.code !== 'badResumptionToken' || (state.restarts ?? 0) >= mostRestarts)
          throw new ImportRefused(error.message);
        const { token: _, ...fresh } = state;
        state = { ...fresh, restarts: (state.restarts ?? 0) + 1 };
        tokens = tokensSeen();
        continue;
      }
      const { token, ...rest } = state;
      state = { ...rest, began: rest.began ?? page.responseDate, ...(page.size !== undefined && { size: page.size }) };
      if (page.token === '') break;
      if (page.token === token || tokens.has(page.token))
        throw new ImportRefused('The repository gives the same token again');
      empty = page.isEmpty ? empty + 1 : 0;
      if (empty >= mostEmpty)
        throw new ImportRefused(`The repository gives tokens and nothing else, ${empty} times now`);
      state = { ...state, token: page.token };
      report.harvest = state;
      report.checkpoint = structuredClone({ counts: report.counts, reasons: report.reasons });
      const heard = await reports.save(report);
      if (heard !== 'go on') return heard;
      if (options.signal.aborted) return 'interrupted';
    }
    report.harvest = state;
    if (state.setting !== undefined && state.began !== undefined) await repository.reached(state.setting, state.began);
    return 'end';
  };

  /** Takes the records of one answer in as they come. A page that breaks off is counted as if it had not been asked for. */
  async function takePage(answer: OutboundAnswer, report: ImportReport, options: StepOptions): Promise<Page> {
    const before = structuredClone({ counts: report.counts, reasons: report.reasons });
    const page = { token: '', size: undefined as number | undefined, responseDate: '', isEmpty: true };
    let batch: Harvested[] = [];
    const flush = async () => {
      await takeBatch(batch, report);
      batch = [];
      options.onProgress(report);
      report.checkpoint ??= before;
      const heard = await reports.save(report);
      if (heard !== 'go on') throw new Interrupted(heard);
      if (options.signal.aborted) throw new Interrupted('interrupted');
    };
    try {
      for await (const piece of readAnswer(answer.body)) {
        if (piece.kind !== 'said') {
          page.isEmpty = false;
          if (batch.push(piece) === batchSize) await flush();
        } else if (piece.name === 'error') throw new OaiRefusal(piece.attributes['code'] ?? '', piece.text);
        else if (piece.name === 'responseDate') page.responseDate = piece.text;
        else if (piece.name === 'resumptionToken') {
          page.token = piece.text;
          const size = Number(piece.attributes['completeListSize'] ?? Number.NaN);
          if (Number.isInteger(size)) page.size = size;
        }
      }
      if (batch.length > 0) await flush();
      return page;
    } catch (error) {
      if (!(error instanceof Interrupted))
        ({ counts: report.counts, reasons: report.reasons } = structuredClone(before));
      throw error;
    } finally {
      answer.body.destroy();
    }
  }

  /** Of several versions of one identifier in a batch, the last counts. */
  async function takeBatch(batch: readonly Harvested[], report: ImportReport): Promise<void> {
    const { source } = report;
    const last = [...new Map(batch.map((one) => [one.header.identifier, one])).values()];
    const identifiers = last.map(({ header }) => header.identifier);
    const known = await repository.recordsOf(source, identifiers);
    const found: ReadRecord[] = [];
    const now = new Map<string, string>();
    const left: string[] = [];
    for (const one of last) {
      if (one.kind !== 'record') continue;
      const { identifier } = one.header;
      const record = { ...parseMarcXml(one.metadata, 0), index: report.counts.read + found.length };
      if ('problem' in record)
        found.push({ problem: { ...record.problem, index: record.index, message: `${identifier}: ${record.problem.message}` } }); // prettier-ignore
      else {
        found.push(record);
        const id = recordIdOf(record.marc, source);
        now.set(identifier, id);
        const former = known.get(identifier);
        if (former !== undefined && former !== id) left.push(former);
      }
    }
    await repository.remember(source, now);
    await catalogue.takeIn(tallyOf(found, source, await catalogue.sources.defaultsOf(source)), report);
    for (const { kind, header } of last) if (kind === 'deleted') await takeDeletion(header.identifier, known, report);
    // a record that its identifier has left, having got another number
    for (const id of left) if (!(await repository.isNamed(id)) && (await catalogue.withdraw(id))) report.counts.withdrawn += 1; // prettier-ignore
    report.counts.repeated += batch.length - last.length;
    report.counts.read += batch.length - found.length;
  }

  async function takeDeletion(identifier: string, known: ReadonlyMap<string, string>, report: ImportReport) {
    const { source } = report;
    const remembered = known.get(identifier);
    await repository.forget(source, identifier);
    const id = remembered ?? recordIdOf({ leader: '', fields: [{ tag: '001', value: lastPart(identifier) }] }, source);
    if (await repository.isNamed(id)) return; // another identifier stands for it still
    if (await catalogue.withdraw(id)) report.counts.withdrawn += 1;
  }
}

type Harvested = Exclude<OaiPiece, { kind: 'said' }>;

interface Page {
  readonly token: string;
  readonly size: number | undefined;
  readonly responseDate: string;
  readonly isEmpty: boolean;
}

/**
 * Tells of a token whether the list has come round to it, however long the round is, and remembers one at a time (R. P. Brent, An
 * improved Monte Carlo factorization algorithm, 1980).
 */
function tokensSeen(): { has(token: string): boolean } {
  let kept: string | undefined;
  let [steps, until] = [0, 1];
  return {
    has(token) {
      if (token === kept) return true;
      steps += 1;
      if (steps === until) [kept, steps, until] = [token, 0, until * 2];
      return false;
    },
  };
}

class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly heard: Exclude<Carried, 'end'>;
  constructor(heard: Exclude<Carried, 'end'>) {
    super(heard);
    this.heard = heard;
  }
}

/** By convention the last part of an identifier is the number of the record: `oai:melinda.kansalliskirjasto.fi:000123`. */
const lastPart = (identifier: string) => identifier.slice(identifier.lastIndexOf(':') + 1);

function requestOf(url: string, { token, metadataPrefix, set, from, until }: HarvestState): string {
  const request = new URL(url);
  const wish = token === undefined ? { metadataPrefix, set, from, until } : { resumptionToken: token }; // exclusive, by the protocol
  for (const [name, value] of Object.entries({ verb: 'ListRecords', ...wish }))
    if (value !== undefined && value !== '') request.searchParams.set(name, value);
  return request.href;
}

/** A date of change as finely as the repository tells them; by days where it does not say. */
async function asGranular(url: string, from: string, deps: HarvestDeps, signal: AbortSignal): Promise<string> {
  const identify = new URL(url);
  identify.searchParams.set('verb', 'Identify');
  let granularity = '';
  await askPatiently(
    identify.href,
    async ({ body }) => {
      for await (const piece of readAnswer(body))
        if (piece.kind === 'said' && piece.name === 'granularity') granularity = piece.text;
    },
    deps,
    signal,
  );
  if (!granularity.includes('T')) return from.slice(0, 10);
  return from.length === 10 ? `${from}T00:00:00Z` : from;
}
