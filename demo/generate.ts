import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { ReadRecord } from '../domain/catalogue/marc/problems.ts';
import type { Marc } from '../domain/catalogue/schema.ts';
import { inventWork } from './invent.ts';
import { toMarc } from './marc.ts';
import { parseWorks, type DemoEdition, type DemoWork } from './parse.ts';

const folder = new URL('catalogue/', import.meta.url);
const noBytes = new Uint8Array();

/** The works written by hand, in the order of the files. Throws an error that lists every mistake in them by line. */
export function demoWorks(): DemoWork[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.toSorted().flatMap((name) => parseWorks(readFileSync(new URL(name, folder), 'utf8'), name));
}

/**
 * The records of the demo catalogue, as a reader of a MARC file would yield them. Without `works` those written by hand;
 * with it exactly so many works, the real ones first, invented ones after them, one at a time in constant memory. Every
 * run yields the same, and a smaller catalogue is the beginning of a larger one. Control numbers (001) are unique and do
 * not depend on the order of the files.
 */
export function* demoRecords({ works }: { works?: number } = {}): Generator<ReadRecord> {
  const count = works ?? realWorks().length;
  for (let at = 0, index = 0; at < count; at++)
    for (const marc of demoMarc(at)) yield { marc, index: index++, position: 0, bytes: noBytes, warnings: [] };
}

/** The records of the work that is number `at` (from 0) of such a catalogue. */
export function demoMarc(at: number): Marc[] {
  const real = realWorks();
  const work = real[at] ?? inventWork(at - real.length);
  const numbers = at < real.length ? realNumbers(work) : inventedNumbers(work, at - real.length);
  return work.editions.map((edition, nth) => toMarc(work, edition, numbers[nth] ?? ''));
}

let parsed: readonly DemoWork[] | undefined;
const realWorks = () => (parsed ??= demoWorks());

/** From what tells an edition apart, so that moving a line changes no number. */
function realNumbers(work: DemoWork): string[] {
  return work.editions.map(
    (edition) => `demo-${digest([work.title, ...work.authors.map(({ name }) => name), ...marks(edition)])}`,
  );
}

function inventedNumbers(work: DemoWork, ordinal: number): string[] {
  return work.editions.map((_edition, nth) => `demo-x${String(ordinal).padStart(7, '0')}${nth}`);
}

function marks({ language, format, largePrint, title, publisher, year, agents = [] }: DemoEdition): unknown[] {
  return [
    language,
    format,
    largePrint ? 'large' : '',
    title,
    publisher ?? '',
    year ?? '',
    ...agents.map(({ name }) => name),
  ];
}

const digest = (parts: readonly unknown[]): string =>
  createHash('sha256').update(parts.join('\t')).digest('hex').slice(0, 14);
