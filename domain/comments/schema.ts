import { z } from 'zod';
import { Standing } from '../moderation/schema.ts';
import { line, lines } from '../written-text.ts';

/** What can be commented on. */
export const commentedKinds = ['tip', 'list'] as const;
export const CommentedOn = z.object({ kind: z.enum(commentedKinds), id: z.string().min(1).max(100) });
export type CommentedOn = z.infer<typeof CommentedOn>;

/** The name somebody wants to be known by, never that of their card unless they write it. */
export const Byline = line(60).min(1);
export const CommentText = lines(4_000).min(1);

/** A comment, or an answer to one: threads are one level deep. `version` counts changes of its text. */
export const Comment = z.object({
  _id: z.string(),
  version: z.int(),
  on: CommentedOn,
  /** The comment that it answers; absent of those that begin a thread. */
  parent: z.string().optional(),
  /** Absent once it was removed, or that account deleted. */
  author: z.string().optional(),
  municipality: z.string(),
  byline: z.string(),
  /** Written by somebody who works in the libraries. */
  byStaff: z.boolean(),
  /** Markdown. */
  text: z.string(),
  writtenAt: z.date(),
  editedAt: z.date().optional(),
  /** Its writer has taken it away: it says nothing any more, and holds its answers together. */
  removedAt: z.date().optional(),
  standing: Standing,
});
export type Comment = z.infer<typeof Comment>;
