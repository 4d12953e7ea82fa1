import { Piscina } from 'piscina';
import type { Analysis } from '../analysis/analysis.ts';
import { documentsHere, type WriteDocuments, type WrittenWork } from '../documents.ts';
import type { DocumentTask } from './document-thread.ts';

/** Fewer works than these are written sooner than they are handed over. */
const fewestWorks = 20;
/** Afterwards a thread ends, and gives back the words it remembers. */
const idleMs = 30_000;

/**
 * Writes documents in threads beside this one, begun when they are first needed: a batch of five hundred works takes a tenth of a
 * second of processor time, in which searches of the same process would wait.
 */
export function documentThreads(
  threads: number,
  analysis: Analysis,
): { write: WriteDocuments; close(): Promise<void> } {
  const here = documentsHere(analysis);
  if (threads === 0) return { write: here, close: async () => undefined };
  const pool = new Piscina<DocumentTask, WrittenWork[]>({
    filename: new URL('document-thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
  });
  return {
    write: (works) => (works.length < fewestWorks ? here(works) : pool.run({ works, version: analysis.version })),
    close: () => pool.destroy(),
  };
}
