import { z } from 'zod';
import { sourceId } from '../catalogue/import-schema.ts';

/** A date of change as repositories write them: a day, or an instant in UTC. */
export const Datestamp = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/);

/** A repository that is harvested, once or again and again. */
export const HarvestSetting = z.object({
  _id: z.string(),
  version: z.int(),
  name: z.string().min(1).max(100),
  /** The repository's base URL. */
  url: z.string().min(1).max(2_000),
  set: z.string().max(200).optional(),
  metadataPrefix: z.string().regex(/^[\w.!~*'()-]{1,60}$/),
  source: sourceId,
  /** Hours between two harvests; 0 where staff begin each. */
  everyHours: z
    .int()
    .min(0)
    .max(24 * 366),
  /** Changes until then are in the catalogue. */
  harvestedUntil: z.string().optional(),
  /** The latest harvest. */
  import: z.string().optional(),
  nextAt: z.date().optional(),
});
export type HarvestSetting = z.infer<typeof HarvestSetting>;
export type HarvestWish = Pick<HarvestSetting, 'name' | 'url' | 'set' | 'metadataPrefix' | 'source' | 'everyHours'>;

/** Which record of the catalogue a repository's identifier stands for: its deletion names nothing else. */
export interface HarvestedRecord {
  /** `<source> <identifier>` */
  readonly _id: string;
  readonly recordId: string;
}
