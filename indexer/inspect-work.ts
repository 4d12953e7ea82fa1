import type { Client } from '@elastic/elasticsearch';
import { partitionOf } from '../domain/partition.ts';
import type { Aliases } from './aliases.ts';
import type { Analysis } from './analysis/analysis.ts';
import { buildDocument, hashOf, type WorkDocument } from './document.ts';
import { readHashes } from './read-hashes.ts';
import type { WorkSource } from './source.ts';

export interface InspectedWork {
  /** What the index should hold of the work; undefined where nothing is left to find. */
  readonly document: WorkDocument | undefined;
  /** Whether the serving index holds just that. */
  readonly state: 'current' | 'stale' | 'missing' | 'extra';
}

/** A work as the index sees it: the document made of what is stored now, beside what the serving index holds. */
export async function inspectWork(
  id: string,
  { elasticsearch, aliases, analysis, source }: { readonly elasticsearch: Client; readonly aliases: Aliases; readonly analysis: Analysis; readonly source: Pick<WorkSource, 'readWorks'> }, // prettier-ignore
): Promise<InspectedWork> {
  const [[work], serving] = await Promise.all([source.readWorks([id]), aliases.serving()]);
  const document = work && buildDocument({ ...work, partition: partitionOf(id) }, { analysis });
  const held = serving === undefined ? undefined : (await readHashes(elasticsearch, serving, { ids: [id] })).get(id);
  const wanted = hashOf(document);
  if (held === undefined) return { document, state: wanted === undefined ? 'current' : 'missing' };
  return { document, state: wanted === undefined ? 'extra' : wanted === held ? 'current' : 'stale' };
}
