import { z } from 'zod';
import { locales } from '../../config/locales.ts';
import { Standing } from '../moderation/schema.ts';
import { line, lines } from '../written-text.ts';

/** How long a list that was deleted can be brought back. */
export const daysToRestore = 7;

/** Most works of a list, most lists of a patron, most who write or read together, most invitations that are open. */
export const most = { entries: 2_000, lists: 500, members: 200, invitations: 20 } as const;

/** Nobody but its owner and those invited; whoever knows its address; everybody, who find it too. */
export const visibilities = ['private', 'link', 'public'] as const;
export const Visibility = z.enum(visibilities);

/** By hand, or by what is known of the works: the newest year and what was added last first. */
export const orders = ['hand', 'title', 'author', 'year', 'added'] as const;
export const Order = z.enum(orders);
export type Order = z.infer<typeof Order>;

/** How lists of everybody are sorted: the last changed first, those of most works, those that most readers have put by. */
export const publicSorts = ['newest', 'works', 'saved'] as const;
export type PublicSort = (typeof publicSorts)[number];

export const memberRoles = ['reader', 'writer'] as const;
export const MemberRole = z.enum(memberRoles);
export type Role = 'owner' | z.infer<typeof MemberRole>;

export const Note = lines(2_000);
export const MemberName = line(100).min(1);

/** What is written about a list. `byline`: the name its owner wants to be known by, if any. */
export const ListText = z.object({
  title: line(200).min(1),
  description: lines(5_000).default(''),
  language: z.enum(locales).default('fi'),
  byline: line(100).default(''),
  visibility: Visibility.default('private'),
  order: Order.default('hand'),
});
export type ListText = z.infer<typeof ListText>;

export const Member = z.object({
  id: z.string(),
  patron: z.string(),
  role: MemberRole,
  /** The name they have joined by. */
  name: z.string(),
  since: z.date(),
});
export type Member = z.infer<typeof Member>;

/** Whoever has its token may join until it expires; only a hash of it is kept. */
export const Invitation = z.object({ id: z.string(), hash: z.string(), role: MemberRole, expiresAt: z.date() });
export type Invitation = z.infer<typeof Invitation>;

/** A list of works on any topic. Its id is the address that nobody guesses. `version` counts changes of what is written about it. */
export const WorkList = ListText.extend({
  _id: z.string(),
  version: z.int(),
  owner: z.string(),
  members: z.array(Member),
  invitations: z.array(Invitation),
  createdAt: z.date(),
  changedAt: z.date(),
  /** What may be read of it by others, from when it was first shared. */
  standing: Standing.optional(),
  /** Not there for anybody since; its owner may bring it back for `daysToRestore`. */
  deletedAt: z.date().optional(),
  /** What it is found by, and which analysis said so. */
  words: z.array(z.string()).optional(),
  wordsBy: z.string().optional(),
  /** How many works it has and how many readers have put it by, for lists to be sorted by. */
  size: z.int().optional(),
  saves: z.int().optional(),
});
export type WorkList = z.infer<typeof WorkList>;

/** What a list keeps of a work, to be sorted by, and shown when the work is gone. */
export const KeptWork = z.object({
  title: z.string(),
  authors: z.array(z.string()),
  year: z.int().optional(),
});
export type KeptWork = z.infer<typeof KeptWork>;

/** A work in a list: a document of its own, so that writers never wait for each other. `version` counts changes of its note. */
export const ListEntry = KeptWork.extend({
  _id: z.string(),
  list: z.string(),
  version: z.int(),
  /** The work it was added as, and the one that this leads to as far as anybody has seen. */
  addedAs: z.string(),
  work: z.string(),
  place: z.string(),
  note: z.string(),
  /** What it is sorted by: keys of the title, and of the first author; those without one come last. */
  titleKey: z.string(),
  authorKey: z.string(),
  /** Who added it; absent once that account was deleted. */
  addedBy: z.string().optional(),
  addedAt: z.date(),
});
export type ListEntry = z.infer<typeof ListEntry>;

/** Where in the order by hand. */
export const Position = z.union([
  z.strictObject({ at: z.enum(['first', 'last']) }),
  z.strictObject({ before: z.string() }),
  z.strictObject({ after: z.string() }),
]);
export type Position = z.infer<typeof Position>;

/** Where to move a work: as `Position`, or past the one before or after it. */
export const Move = z.union([...Position.options, z.strictObject({ step: z.enum(['up', 'down']) })]);
export type Move = z.infer<typeof Move>;
