import { z } from 'zod';

export const decisionKinds = ['merge', 'split', 'undo'] as const;

/**
 * What somebody has decided about works, whole: enough to carry it out from the beginning, to go on after a crash, and to
 * undo it. Decisions are numbered without gaps, and a number is given once; so they are made one after the other, each in
 * the knowledge of all before it.
 */
export const WorkDecision = z.object({
  _id: z.int().min(1),
  kind: z.enum(decisionKinds),
  /** Who decided: staff, or the import, which joins works that turn out to be one. */
  by: z.enum(['staff', 'import']),
  at: z.date(),
  /** `open` until its last step is done. */
  state: z.enum(['open', 'done']),
  /** Every work it touches. */
  works: z.array(z.string()),
  /** The work that the records came to. */
  into: z.string(),
  undoes: z.int().optional(),
  undoneBy: z.int().optional(),

  /** Works that lead to another from now on, or (null) stand for themselves again. */
  leads: z.array(z.object({ work: z.string(), into: z.string().nullable() })),
  /** Where records belong from now on, and where they did; a pinned one stays there whatever its keys say. */
  places: z.array(
    z.object({ record: z.string(), from: z.string(), to: z.string(), pinned: z.boolean(), wasPinned: z.boolean() }),
  ),
  /** Keys that lead new records to another work from now on. */
  keys: z.array(z.object({ key: z.string(), from: z.string(), to: z.string() })),
});
export type WorkDecision = z.infer<typeof WorkDecision>;

/** What a decision comes to, before it has a number. */
export type Plan = Pick<WorkDecision, 'kind' | 'works' | 'into' | 'undoes' | 'leads' | 'places' | 'keys'>;
