import { z } from 'zod';
import type { Locale } from '../../config/locales.ts';
import { line, lines } from '../written-text.ts';

/** What patrons write for others to read. */
export const voiceKinds = ['review', 'tag', 'comment', 'tip', 'list'] as const;
export const VoiceKind = z.enum(voiceKinds);
export type VoiceKind = z.infer<typeof VoiceKind>;

/** Everybody reads it; its writer and staff do, until staff have looked at it; its writer and staff do, for staff have hidden it. */
export const standings = ['published', 'pending', 'hidden'] as const;

/** Why a text waits for staff, or that staff have decided. */
export const standingCauses = ['new-writer', 'policy', 'words', 'reports', 'hidden-before', 'staff'] as const;

/**
 * Where a text stands. It is kept in the document of the text by whoever keeps that, so that one write stores the text and
 * what may be done with it.
 */
export const Standing = z.object({
  state: z.enum(standings),
  cause: z.enum(standingCauses).optional(),
  since: z.date(),
  /** Of what staff have decided: who. */
  by: z.string().optional(),
});
export type Standing = z.infer<typeof Standing>;

/** Published at once; after approval where the writer is new; always after approval. */
export const admissions = ['at-once', 'new-writers-wait', 'all-wait'] as const;
export const AdmissionRule = z.enum(admissions);

/** What a municipality has agreed on for what its patrons write. */
export const AdmissionPolicy = z.object({
  /** Municipality. */
  _id: z.string(),
  version: z.int(),
  rules: z.object({
    review: AdmissionRule,
    tag: AdmissionRule,
    comment: AdmissionRule,
    tip: AdmissionRule,
    list: AdmissionRule,
  } satisfies Record<VoiceKind, typeof AdmissionRule>),
  /** For how long a writer is new. */
  newForDays: z.int().min(0).max(365),
  /** Reports by so many patrons take a text away until staff have looked; none do where absent. */
  reportsThatHold: z.int().min(1).max(100).optional(),
});
export type AdmissionPolicy = z.infer<typeof AdmissionPolicy>;

export const usualPolicy = (municipality: string): AdmissionPolicy => ({
  _id: municipality,
  version: 0,
  rules: { review: 'at-once', tag: 'at-once', comment: 'at-once', tip: 'at-once', list: 'at-once' },
  newForDays: 7,
  reportsThatHold: 3,
});

/** A word, or the beginning of one with a `*` after it. */
export const WatchedWord = line(60).regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}'-]*\*?$/u);
const Watched = z.object({
  /** A text with one of them waits for staff. */
  hold: z.array(WatchedWord).max(2_000),
  /** A text with one of them is not taken at all. */
  refuse: z.array(WatchedWord).max(2_000),
});
type Watched = z.infer<typeof Watched>;

/** Words that texts of the region are looked through for, by the language they are of. */
export const WatchedWords = z.object({
  version: z.int(),
  words: z.object({ fi: Watched, sv: Watched, en: Watched } satisfies Record<Locale, typeof Watched>),
});
export type WatchedWords = z.infer<typeof WatchedWords>;

export const reportReasons = ['insulting', 'personal', 'spoiler', 'advertising', 'unlawful', 'other'] as const;
export const ReportReason = z.enum(reportReasons);
export const ReportNote = lines(1_000);

/** What a patron has said of a text: one a patron and text. */
export const Report = z.object({
  /** `<kind>:<text>:<patron>` */
  _id: z.string(),
  kind: VoiceKind,
  text: z.string(),
  /** Of the text, as it was reported. */
  version: z.int(),
  patron: z.string(),
  reason: ReportReason,
  note: z.string(),
  at: z.date(),
  /** True until staff have decided on the text. */
  open: z.boolean(),
});
export type Report = z.infer<typeof Report>;

/** Somebody who may not write for a while, or at all. */
export const Ban = z.object({
  /** Patron. */
  _id: z.string(),
  by: z.string(),
  since: z.date(),
  /** Without an end where absent. */
  until: z.date().optional(),
  reason: z.string(),
});
export type Ban = z.infer<typeof Ban>;

export const writerMessageKinds = ['approved', 'held', 'hidden', 'restored', 'answer', 'banned', 'unbanned'] as const;

/** What a writer is told on the page of their account. */
export const WriterMessage = z.object({
  _id: z.string(),
  patron: z.string(),
  at: z.date(),
  kind: z.enum(writerMessageKinds),
  /** What it is about: which text, how it begins, and where it stands. */
  about: z.object({ kind: VoiceKind, id: z.string(), excerpt: z.string(), address: z.string() }).optional(),
  /** What staff say of it. */
  words: z.string(),
  until: z.date().optional(),
  read: z.boolean(),
});
export type WriterMessage = z.infer<typeof WriterMessage>;
