import { draftRecord, type RecordDraft } from './import-batch.ts';
import type { ImportCounts } from './import-schema.ts';
import { brokenReasons, type BrokenReason } from './marc/problems.ts';
import type { ReadRecord } from './marc/read.ts';
import type { SourceDefaults } from './sources.ts';
import type { Marc } from './schema.ts';

/** A batch of findings as it will be written: what is sound as drafts, and what there is to tell of the rest. */
export interface Drafted {
  readonly drafts: readonly RecordDraft[];
  /** Findings that something is amiss with. */
  readonly seen: readonly ReadRecord[];
  readonly counts: Pick<ImportCounts, 'read' | 'broken' | 'warned' | 'repeated'>;
  readonly reasons: ReadonlyMap<string, number>;
}

/** Counts a batch and makes drafts of what is sound in it; of those with one id, the last counts. Pure. */
export function tallyOf(found: readonly ReadRecord[], source: string, defaults?: SourceDefaults): Drafted {
  const counts = { read: found.length, broken: 0, warned: 0, repeated: 0 };
  const reasons = new Map<string, number>();
  const count = (reason: string) => reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const drafts = new Map<string, RecordDraft>();
  const seen: ReadRecord[] = [];
  for (const record of found) {
    const drafted = draftOrProblem(record, source, defaults);
    if ('problem' in drafted) {
      counts.broken += 1;
      count(drafted.problem.reason);
      seen.push(drafted);
      continue;
    }
    if (drafts.has(drafted.id)) counts.repeated += 1;
    drafts.set(drafted.id, drafted);
    if ('warnings' in record && record.warnings.length > 0) {
      counts.warned += 1;
      for (const { reason } of record.warnings) count(reason);
      seen.push(record);
    }
  }
  return { drafts: [...drafts.values()], seen, counts, reasons };
}

type Sound = Exclude<ReadRecord, { problem: unknown }>;
type Broken = Extract<ReadRecord, { problem: unknown }>;

/** What would be stored of a finding, or why nothing would. Pure. */
export function draftOrProblem(record: ReadRecord, source: string, defaults?: SourceDefaults): RecordDraft | Broken {
  if ('problem' in record) return record;
  if (!isBibliographic(record.marc)) return refused(record, 'not-bibliographic');
  try {
    return draftRecord(record.marc, source, defaults);
  } catch (error) {
    return refused(record, 'not-stored', error instanceof Error ? error.message : String(error));
  }
}

/** MARC 21, leader/06: authority (z), classification (w), community (q) and holdings (u, v, x, y) records have letters of their own. */
const isBibliographic = ({ leader }: Marc) => !/^[quvwxyz]$/.test(leader.charAt(6));

function refused({ index, position, bytes }: Sound, reason: BrokenReason, detail?: string): Broken {
  const message = detail ? `${brokenReasons[reason]}: ${detail}` : brokenReasons[reason];
  return { problem: { reason, message, index, position, bytes, length: bytes.length } };
}
