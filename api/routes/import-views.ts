import { z } from 'zod';
import { ImportCounts, importKinds, importStatuses, noCounts, type ImportProblem, type ImportReport } from '../../domain/catalogue/import-schema.ts'; // prettier-ignore
import { faultOf } from '../../domain/catalogue/marc/fault.ts';
import { Edition } from '../../domain/catalogue/schema.ts';
import type { Retried as RetriedProblem } from '../../domain/catalogue/retry-problem.ts';
import type { Sample as TakenSample } from '../../domain/imports/preview.ts';

/** One import as staff see it. */
export const Import = z.object({
  id: z.string(),
  kind: z.enum(importKinds),
  status: z.enum(importStatuses),
  source: z.string(),
  file: z.string(),
  url: z.string().optional(),
  by: z.string().optional(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  /** When whoever carries it on has said so last. */
  heardAt: z.iso.datetime().optional(),
  counts: ImportCounts,
  reasons: z.record(z.string(), z.int()),
  /** How much of it is done, of 1, where that is known. */
  done: z.number().optional(),
  bytes: z.int().optional(),
  /** Records a second, of late. */
  rate: z.number().optional(),
  stopping: z.boolean(),
  error: z.string().optional(),
});
export type Import = z.infer<typeof Import>;

export function presentImport(report: ImportReport): Import {
  const { _id, kind = 'file', status, source, file, url, by, startedAt, finishedAt, beatAt, reasons } = report;
  const { bytes, rate, stopRequested, error } = report;
  const isUnderWay = status === 'running' || status === 'waiting' || status === 'fetching';
  return {
    id: _id,
    kind,
    status,
    source,
    file,
    url,
    by,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString(),
    heardAt: status === 'running' && beatAt ? beatAt.toISOString() : undefined,
    counts: { ...noCounts(), ...report.counts },
    reasons,
    done: doneOf(report),
    bytes,
    rate: status === 'running' ? rate : undefined,
    stopping: isUnderWay && stopRequested === true,
    error: status === 'failed' || isUnderWay ? error : undefined,
  };
}

function doneOf({ status, bytes, consumed, counts, harvest, partitions }: ImportReport): number | undefined {
  if (status === 'done') return 1;
  if (partitions !== undefined) return partitions / 16;
  if (harvest?.size) return Math.min(1, counts.read / harvest.size);
  return bytes && consumed !== undefined ? Math.min(1, consumed / bytes) : undefined;
}

/** What would be stored of the first records of a file. */
export const Sample = z.object({
  records: z.array(
    z.object({
      index: z.int(),
      id: z.string(),
      edition: Edition,
      items: z.array(z.object({ id: z.string(), branch: z.string(), shelfMark: z.string().optional() })),
      warnings: z.array(z.object({ reason: z.string(), message: z.string() })),
    }),
  ),
  problems: z.array(z.object({ index: z.int(), position: z.int(), reason: z.string(), message: z.string() })),
});
export type Sample = z.infer<typeof Sample>;

export const presentSample = ({ records, problems }: TakenSample): Sample => ({
  records: records.map(({ index, id, edition, items, warnings }) => ({
    index,
    id,
    edition,
    items: items.map(({ _id, branch, shelfMark }) => ({ id: _id, branch, shelfMark })),
    warnings: warnings.map(({ reason, message }) => ({ reason, message })),
  })),
  problems: problems.map(({ index, position, reason, message }) => ({ index, position, reason, message })),
});

/** What came of trying a broken record once more. */
export const Retried = z.object({
  outcome: z.enum(['stored', 'broken', 'newer', 'incomplete']),
  /** What is broken still. */
  reason: z.string().optional(),
  message: z.string().optional(),
  /** Ids of what was stored. */
  records: z.array(z.string()).optional(),
  import: Import,
});
export type Retried = z.infer<typeof Retried>;

export const presentRetried = ({ outcome, ...more }: RetriedProblem): Omit<Retried, 'import'> =>
  'records' in more ? { outcome, records: [...more.records] } : { outcome, ...more };

/** A stretch of a file that gave no record, or not a whole one. */
export const RecordProblem = z.object({
  id: z.string(),
  kind: z.enum(['broken', 'warning']),
  reason: z.string(),
  message: z.string(),
  /** Running number in the file, from 0. */
  index: z.int(),
  /** Offset of the stretch in the decompressed file, and its length, in bytes. */
  position: z.int(),
  length: z.int(),
  /** Where in the stretch the fault stands. */
  fault: z.int(),
  /** Bytes of the stretch from `shownFrom` on, in Base64: those about the fault. */
  shownFrom: z.int(),
  bytes: z.string(),
});
export type RecordProblem = z.infer<typeof RecordProblem>;

const shownBytes = 512;

export function presentProblem({ _id, kind, reason, message, index, position, length, bytes }: ImportProblem) {
  const kept = Buffer.from(bytes.buffer);
  const fault = faultOf(reason, kept);
  const shownFrom = Math.max(0, Math.floor(fault / 16) * 16 - shownBytes / 2);
  const shown = kept.subarray(shownFrom, shownFrom + shownBytes);
  return { id: _id, kind, reason, message, index, position, length, fault, shownFrom, bytes: shown.toString('base64') };
}

/** The broken records of an import in one file, in the format they came in. Pure. */
export function brokenFile(problems: readonly ImportProblem[]): { bytes: Buffer; extension: 'mrc' | 'xml' } {
  const broken = problems.flatMap((one) => (one.kind === 'broken' ? [Buffer.from(one.bytes.buffer)] : []));
  const isXml = broken.some((one) => one.toString('latin1', 0, 100).trimStart().startsWith('<'));
  if (!isXml) return { bytes: Buffer.concat(broken), extension: 'mrc' };
  const line = Buffer.from('\n');
  return {
    bytes: Buffer.concat([Buffer.from('<collection>\n'), ...broken.flatMap((one) => [one, line]), Buffer.from('</collection>\n')]), // prettier-ignore
    extension: 'xml',
  };
}
