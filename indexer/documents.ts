import { partitionOf } from '../domain/partition.ts';
import type { StoredWork } from '../domain/catalogue/schema.ts';
import type { Analysis } from './analysis/analysis.ts';
import { buildDocument, writeDocument } from './document.ts';

/** The document of a work as a line of JSON; no line where nothing is left to find, or why there can be none. */
export type WrittenWork = { readonly id: string } & (
  { readonly line: string | undefined } | { readonly error: string }
);

/** Writes out the documents of works, in their order. */
export type WriteDocuments = (works: readonly StoredWork[]) => Promise<readonly WrittenWork[]>;

/** Writes documents in the thread that asks. */
export const documentsHere =
  (analysis: Analysis): WriteDocuments =>
  async (works) =>
    writtenWorks(works, analysis);

/** @throws what is wrong with the work, where its document cannot be built */
export function lineOf(work: StoredWork, analysis: Analysis): string | undefined {
  const document = buildDocument({ ...work, partition: partitionOf(work.id) }, { analysis });
  return document && writeDocument(document).line;
}

export function writtenWorks(works: readonly StoredWork[], analysis: Analysis): WrittenWork[] {
  return works.map((work) => {
    try {
      return { id: work.id, line: lineOf(work, analysis) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { id: work.id, error: `The document cannot be built: ${reason}` };
    }
  });
}
