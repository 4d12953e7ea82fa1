import { z } from 'zod';

/** What a collection holds, whatever the order of its documents: two that are equal hold the same, to the byte. */
export const Content = z.object({
  documents: z.int().min(0),
  /** Sum of the SHA-256 of each document as BSON, modulo 2^256, in hexadecimal. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Content = z.infer<typeof Content>;

/** One collection of a backup, in a file of BSON documents, one after another, gzipped: as `mongodump --gzip` writes it. */
export const BackedUpCollection = Content.extend({
  name: z.string(),
  file: z.string().regex(/^[\w.-]+\.bson\.gz$/),
  bytes: z.int(),
  /** Of the file as it lies on the disk. */
  sha256: z.string(),
});
export type BackedUpCollection = z.infer<typeof BackedUpCollection>;

/** The table of contents of a backup, written last: a folder without one holds none. */
export const Manifest = z.object({
  format: z.literal(1),
  database: z.string(),
  /** When the pass that was kept began. Whatever was finished by then is in it. */
  takenAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  /**
   * Whether it shows the database as it was at one instant: two passes have read the same. Where not, `moving` names the
   * collections that were written to in the last pass.
   */
  exact: z.boolean(),
  moving: z.array(z.string()),
  passes: z.int(),
  collections: z.array(BackedUpCollection),
});
export type Manifest = z.infer<typeof Manifest>;

/** Says why there is no backup, or why it cannot be restored. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
}
