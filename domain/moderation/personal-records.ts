import type { PersonalRecords } from '../accounts/privacy.ts';
import type { ModerationRepository } from './repository.ts';

/** What moderation keeps of a patron: what they have reported, what they were told, and whether they may write. */
export const moderationRecords = (repository: ModerationRepository): PersonalRecords => ({
  name: 'moderation',
  async export(patron) {
    const [reports, messages, ban] = await Promise.all([
      repository.reportsBy(patron),
      repository.messagesTo(patron),
      repository.ban(patron),
    ]);
    return {
      reports: reports.map(({ kind, text, reason, note, at }) => ({ kind, text, reason, note, at })),
      messages: messages.map(({ at, kind, about, words, until }) => ({ at, kind, about, words, until })),
      ...(ban && { ban: { since: ban.since, until: ban.until, reason: ban.reason } }),
    };
  },
  hindrance: async () => undefined,
  async count(patron) {
    const [reports, messages, ban] = await Promise.all([repository.reportsBy(patron), repository.messagesTo(patron), repository.ban(patron)]); // prettier-ignore
    return { reports: reports.length, messages: messages.length, bans: ban ? 1 : 0 };
  },
  move: (from, to) => repository.move(from, to),
  erase: (patron) => repository.forget(patron),
});
