import { z } from 'zod';
import { locales } from '../../config/locales.ts';
import { Audience } from '../catalogue/schema.ts';
import { Standing } from '../moderation/schema.ts';
import { line, lines } from '../written-text.ts';

/** Most works of a tip. */
export const mostTippedWorks = 10;

/** What is written in a tip: Markdown, short. */
export const TipText = z.object({
  title: line(120).default(''),
  text: lines(2_000).min(1),
  /** Whom it is for. */
  audiences: z
    .array(Audience)
    .min(1)
    .max(3)
    .overwrite((all) => [...new Set(all)]),
  /** Whom the reader may ask about it: a name of their choice. */
  byline: line(60).min(1),
  language: z.enum(locales).default('fi'),
});
export type TipText = z.infer<typeof TipText>;

/** A tip as it is written: with the works it is about, by their ids. */
export const NewTip = TipText.extend({
  works: z
    .array(z.string().min(1).max(100))
    .min(1)
    .overwrite((all) => [...new Set(all)])
    .max(mostTippedWorks),
});
export type NewTip = z.infer<typeof NewTip>;

/** A short recommendation of works, by a patron or by library staff. `version` counts changes of what it says. */
export const Tip = TipText.extend({
  _id: z.string(),
  version: z.int(),
  /** In the order of the tip; by the ids they had when they were named. Title and authors are kept for when the work is gone. */
  works: z.array(z.object({ id: z.string(), title: z.string(), authors: z.array(z.string()) })),
  /** Absent once that account was deleted. */
  author: z.string().optional(),
  municipality: z.string(),
  byStaff: z.boolean(),
  writtenAt: z.date(),
  editedAt: z.date().optional(),
  standing: Standing,
});
export type Tip = z.infer<typeof Tip>;
