import { isDeepStrictEqual } from 'node:util';
import { partitionCount } from '../../config/queues.ts';
import { derivationVersion, deriveEdition } from './edition/derive.ts';
import { deriveItems } from './holdings.ts';
import { storeDrafts, type RecordDraft } from './import-batch.ts';
import type { Carried, ImportDeps } from './import.ts';
import type { ImportReport } from './import-schema.ts';
import { withDefaults, type SourceDefaults } from './sources.ts';
import { Marc, type CatalogueRecord } from './schema.ts';

interface Options {
  readonly signal: AbortSignal;
  readonly onProgress: (report: ImportReport) => void;
}

const worksAtOnce = 50;

/**
 * Derives all records anew from their MARC, as after a change of what is made of it, and stores those of which something else
 * comes now; the index follows by the change line. Goes on at the partition its report names; what is done already is seen
 * to be so.
 */
export async function rederive(
  report: ImportReport,
  { signal, onProgress }: Options,
  deps: ImportDeps,
): Promise<Carried> {
  const { repository, reports, sources } = deps;
  const known = new Map<string, Promise<SourceDefaults>>();
  const defaultsOf = (source: string) => known.get(source) ?? remember(known, source, sources.defaultsOf(source));
  if (report.checkpoint) ({ counts: report.counts, reasons: report.reasons } = structuredClone(report.checkpoint));
  for (let partition = report.partitions ?? 0; partition < partitionCount; partition += 1) {
    report.partitions = partition;
    report.checkpoint = structuredClone({ counts: report.counts, reasons: report.reasons });
    let works: string[] = [];
    const flush = async () => {
      const records = await repository.wholeRecords(works);
      works = [];
      const drafts = await Promise.all(records.map(async (record) => anew(record, await defaultsOf(record.source))));
      const due = drafts.filter((draft, at) => isDue(draft, records[at]));
      const { changed } = await storeDrafts(due, deps, { again: true });
      report.counts.read += records.length;
      report.counts.changed += changed;
      report.counts.unchanged += records.length - changed;
      onProgress(report);
      return reports.save(report);
    };
    for await (const id of repository.workIdsOfPartition(partition)) {
      if (works.push(id) < worksAtOnce) continue;
      const heard = await flush();
      if (heard !== 'go on') return heard;
      if (signal.aborted) return 'interrupted';
    }
    const heard = await flush();
    if (heard !== 'go on') return heard;
  }
  report.partitions = partitionCount;
  return 'end';
}

function remember<T>(known: Map<string, T>, key: string, value: T): T {
  known.set(key, value);
  return value;
}

function anew({ _id: id, source, marc: text, hash }: CatalogueRecord, defaults: SourceDefaults): RecordDraft {
  const marc = Marc.parse(JSON.parse(text));
  return {
    id,
    source,
    marc: text,
    hash,
    edition: withDefaults(deriveEdition(marc), defaults),
    items: deriveItems(marc, id),
  };
}

const isDue = ({ edition }: RecordDraft, stored: CatalogueRecord | undefined) =>
  stored?.derivation !== derivationVersion || !isDeepStrictEqual(asStored(edition), asStored(stored.edition));

/** Without what is undefined, as MongoDB keeps it. */
const asStored = (edition: RecordDraft['edition']): unknown => JSON.parse(JSON.stringify(edition));
