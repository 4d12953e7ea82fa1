import { z } from 'zod';
import { Standing } from '../moderation/schema.ts';
import { withoutMarks } from '../written-text.ts';

/** Most words of one patron for one work. */
export const mostTags = 20;

/** A word or a few, as somebody writes them. */
export const TagText = z
  .string()
  .overwrite((text) =>
    withoutMarks(text)
      .replace(/^[#\s]+/, '')
      .replace(/\s+/g, ' '),
  ) // prettier-ignore
  .min(1)
  .max(60);

/** What tags are told apart by: composed letters, small, single blanks. "Scifi " and "SCIFI" are one tag. */
export const tagKey = (text: string): string =>
  text.normalize('NFC').toLocaleLowerCase('fi').replace(/\s+/g, ' ').trim();

/** What a patron calls a work: one of each patron, work and key; as it was written. */
export const Tag = z.object({
  _id: z.string(),
  work: z.string(),
  patron: z.string(),
  key: z.string(),
  text: z.string(),
  standing: Standing,
  at: z.date(),
  /** Its writer has taken back what staff had taken away: there for nobody, and remembered lest it comes again as if it were new. */
  takenBackAt: z.date().optional(),
});
export type Tag = z.infer<typeof Tag>;
