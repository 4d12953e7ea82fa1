import { draftOrProblem } from '../catalogue/import-drafts.ts';
import { readMarc } from '../catalogue/marc/read.ts';
import type { ReadRecord } from '../catalogue/marc/read.ts';
import type { SourceDefaults } from '../catalogue/sources.ts';
import type { Edition, Item } from '../catalogue/schema.ts';

/** What an import would make of the first records of a file. */
export interface Sample {
  readonly records: readonly SampleRecord[];
  readonly problems: readonly SampleProblem[];
}

export interface SampleRecord {
  readonly index: number;
  readonly id: string;
  readonly hash: string;
  readonly edition: Edition;
  readonly items: readonly Omit<Item, 'version'>[];
  readonly warnings: readonly { readonly reason: string; readonly message: string }[];
}

export interface SampleProblem {
  readonly index: number;
  readonly position: number;
  readonly reason: string;
  readonly message: string;
}

export const sampleSize = 20;

/** Reads the beginning of a file and derives what is in it; nothing is stored. Lets go of the file after the sample. */
export async function sampleOf(
  input: AsyncIterable<Uint8Array>,
  source: string,
  defaults?: SourceDefaults,
): Promise<Sample> {
  const records: SampleRecord[] = [];
  const problems: SampleProblem[] = [];
  for await (const found of readMarc(input)) {
    const drafted = draftOrProblem(found, source, defaults);
    if ('problem' in drafted) {
      const { index, position, reason, message } = drafted.problem;
      problems.push({ index, position, reason, message });
    } else {
      const { id, hash, edition, items } = drafted;
      records.push({ ...headOf(found), id, hash, edition, items });
    }
    if (records.length + problems.length >= sampleSize) break;
  }
  return { records, problems };
}

const headOf = (found: ReadRecord) => ({
  index: 'problem' in found ? found.problem.index : found.index,
  warnings: 'problem' in found ? [] : found.warnings.map(({ reason, message }) => ({ reason, message })),
});

/** Reasons that speak of a whole file: there is no record to be had from it. */
export const wrongFileReasons = [
  'empty-file',
  'not-marc',
  'not-marc-json',
  'not-marc-text',
  'not-marc-xml',
  'unknown-compression',
] as const;
export type WrongFileReason = (typeof wrongFileReasons)[number];

/** Why a file cannot be imported at all; undefined where it may be. Pure. */
export function wrongFile({ records, problems }: Sample): WrongFileReason | undefined {
  const [first] = problems;
  return records.length === 0 ? wrongFileReasons.find((reason) => reason === first?.reason) : undefined;
}
