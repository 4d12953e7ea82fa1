import { createHash } from 'node:crypto';
import { partitionCount } from '../config/queues.ts';

/** The partition of the change line that a work belongs to: evenly spread, the same for ever. */
export function partitionOf(workId: string): number {
  return createHash('sha256').update(workId).digest().readUInt16BE(0) % partitionCount;
}
