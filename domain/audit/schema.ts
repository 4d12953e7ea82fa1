import { z } from 'zod';

/** What staff look at and do that has to be answered for. */
export const auditedActs = [
  'patronsSought',
  'patronSeen',
  'lent',
  'takenIn',
  'sent',
  'missing',
  'renewed',
  'waived',
  'paid',
  'holdEnded',
  'blocked',
  'blockLifted',
  'patronsMerged',
  'patronsKeptApart',
  'cardGiven',
  'cardReplaced',
  'cardStateSet',
  'childLinked',
  'childUnlinked',
  'rolesSet',
  'staffInvited',
  'staffClosed',
  'staffReopened',
  'staffLoggedIn',
  'staffLoggedOut',
  'secondFactorReset',
  'passwordSet',
  'recoveryCodesRenewed',
  'jobRetried',
  'jobDiscarded',
  'queuePaused',
  'queueResumed',
  'changesRetried',
  'changesDiscarded',
  'rulesSet',
  'rolloutSet',
  'calendarSet',
  'costsSet',
  'worksMerged',
  'workSplit',
  'workDecisionUndone',
  'recordsSuppressed',
  'recordsShown',
  'itemEdited',
  'originsSet',
  'reindexBegun',
  'reindexPaused',
  'reindexResumed',
  'reindexCancelled',
  'indexSwapped',
  'indexRolledBack',
  'synonymsSaved',
  'synonymsUsed',
  'searchWeightsUsed',
  'watchedSearchesSet',
  'textApproved',
  'textHidden',
  'textRestored',
  'writerAnswered',
  'writerBanned',
  'writerUnbanned',
  'admissionPolicySet',
  'watchedWordsSet',
  'importBegun',
  'importStopped',
  'importForgotten',
  'brokenRecordRetried',
  'harvestSet',
  'harvestRemoved',
  'sourceSet',
] as const;
export const AuditedAct = z.enum(auditedActs);
export type AuditedAct = z.infer<typeof AuditedAct>;

/** States and sums, never secrets or contact details: of a card the last four characters. */
const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional());

/** One act of staff. Entries are added, and never changed or removed. */
export const AuditEntry = z.object({
  _id: z.string(),
  at: z.date(),
  /** Account of who has done it, `staff-token`, `command-line`, or `service` for what it does by itself. */
  by: z.string(),
  act: AuditedAct,
  /**
   * `staff:…`, `patron:…`, `item:…`, `record:…`, `work:…`, `branch:…`, `municipality:…`, `rules:…`, `costs:…`, `text:<kind>:…`, `words`, `index:…`, `synonyms`. What is noted of items names no patron: who has borrowed
   * what is remembered only where the patron wants it.
   */
  subject: z.string(),
  before: Facts.optional(),
  after: Facts.optional(),
  reason: z.string().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
