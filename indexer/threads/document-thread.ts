import type { StoredWork } from '../../domain/catalogue/schema.ts';
import { createAnalysis } from '../analysis/analysis.ts';
import { writtenWorks, type WrittenWork } from '../documents.ts';

export interface DocumentTask {
  readonly works: readonly StoredWork[];
  /** The analysis of who asks; that of this thread must be the same. */
  readonly version: string;
}

const analysis = createAnalysis();

/** What a thread does, with an analysis of its own. */
export default function writeDocuments({ works, version }: DocumentTask): WrittenWork[] {
  if (analysis.version !== version) throw new Error(`A thread analyses as ${analysis.version}, not as ${version}`);
  return writtenWorks(works, analysis);
}
