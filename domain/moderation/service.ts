import { randomUUID } from 'node:crypto';
import type { PersonalRecords } from '../accounts/privacy.ts';
import type { Audit } from '../audit/service.ts';
import type { Outbox } from '../notices/correspondent.ts';
import type { Admission } from './admission.ts';
import type { KeptText, TextKeepers } from './keeper.ts';
import { writeLetter } from './letters.ts';
import { moderationRecords } from './personal-records.ts';
import { ModerationProblem } from './problems.ts';
import { queueOf, type Queue } from './queue.ts';
import { reportId, type ModerationRepository } from './repository.ts';
import type { AdmissionPolicy, Ban, Report, Standing, VoiceKind, WatchedWords, WriterMessage } from './schema.ts';

/** A text by its kind and id. */
export interface TextId {
  readonly kind: VoiceKind;
  readonly id: string;
}

export const judgements = ['approve', 'hide', 'restore'] as const;
export type Judgement = (typeof judgements)[number];

/** What patrons say of each other's texts, and what staff decide. Every act of staff stands in the audit. */
export interface Moderation extends Queue {
  ensureIndexes(): Promise<void>;
  /** What accounts export and erase. */
  readonly records: PersonalRecords;
  readonly admission: Pick<Admission, 'policy' | 'words'>;
  /** A text as everybody may read it; undefined where it is not published. */
  published(text: TextId): Promise<KeptText | undefined>;
  /**
   * Tells staff of a text that everybody may read; told twice by one patron it is one report, until the text has changed and staff have
   * decided on what it said before. So many as the policy says hold the text until staff have looked.
   * @throws ModerationProblem `text-not-found`, `text-is-yours`, `writing-too-fast`
   */
  report(patron: string, text: TextId, report: Pick<Report, 'reason' | 'note'>): Promise<void>;
  /**
   * Decides on a text as it was read; its writer is told, and its reports are settled. `done` is false where the text is not at
   * `version` any more: nothing is decided then. @throws ModerationProblem `text-not-found`
   */
  judge(by: string, text: TextId, decision: { version: number; judgement: Judgement; words: string }): Promise<{ done: boolean }>; // prettier-ignore
  /** Writes to whoever has written a text. @throws ModerationProblem `text-not-found` */
  answer(by: string, text: TextId, words: string): Promise<void>;
  /** Keeps a patron from writing, until an instant or without an end. */
  ban(by: string, patron: string, ban: { reason: string; until?: Date | undefined }): Promise<void>;
  unban(by: string, patron: string): Promise<void>;
  bans(): Promise<Ban[]>;
  /** False where the policy is not at the version before any more. */
  setPolicy(by: string, next: AdmissionPolicy): Promise<boolean>;
  setWords(by: string, next: WatchedWords): Promise<boolean>;
  /** What a writer was told, the last first. */
  messagesTo(patron: string): Promise<WriterMessage[]>;
  markRead(patron: string, message: string): Promise<void>;
}

export interface ModerationDeps {
  readonly repository: ModerationRepository;
  readonly admission: Admission;
  readonly keepers: TextKeepers;
  readonly audit: Pick<Audit, 'note'>;
  /** Where letters to writers are written down. */
  readonly outbox: Pick<Outbox, 'add'>;
}

/** More than anybody finds who reads. */
const mostReportsAnHour = 30;
const hourMs = 3_600_000;

const acts = { approve: 'textApproved', hide: 'textHidden', restore: 'textRestored' } as const;
const told = { approve: 'approved', hide: 'hidden', restore: 'restored' } as const;

export function createModeration({ repository, admission, keepers, audit, outbox }: ModerationDeps): Moderation {
  async function find({ kind, id }: TextId): Promise<KeptText> {
    const text = await keepers[kind]?.find(id);
    if (!text) throw new ModerationProblem('text-not-found');
    return text;
  }

  async function tell(patron: string, message: Pick<WriterMessage, 'kind' | 'about' | 'words' | 'until'>) {
    const written: WriterMessage = { _id: randomUUID(), patron, at: new Date(), read: false, ...message };
    await repository.addMessage(written);
    await writeLetter(outbox, written);
  }

  async function refuseTooManyReports(patron: string): Promise<void> {
    const hourAgo = Date.now() - hourMs;
    const lately = (await repository.reportsBy(patron)).map(({ at }) => at.getTime()).filter((at) => at > hourAgo);
    const [first] = lately.slice(-mostReportsAnHour);
    if (lately.length >= mostReportsAnHour && first !== undefined)
      throw new ModerationProblem('writing-too-fast', { seconds: Math.ceil((first - hourAgo) / 1_000) });
  }

  /** What the reports of a text mean for it, as it stands. */
  async function holdReported(text: TextId): Promise<void> {
    for (;;) {
      const kept = await find(text);
      const { reportsThatHold } = await admission.policy(kept.municipality);
      if (kept.standing.state !== 'published' || reportsThatHold === undefined) return;
      if ((await repository.openReports(text)).length < reportsThatHold) return;
      const standing: Standing = { state: 'pending', cause: 'reports', since: new Date() };
      if (!(await keepers[text.kind]?.move(kept, standing))) continue;
      if (kept.author !== undefined) await tell(kept.author, { kind: 'held', about: aboutOf(text, kept), words: '' });
      return;
    }
  }

  return {
    ...queueOf({ repository, keepers }),
    admission,
    records: moderationRecords(repository),
    ensureIndexes: () => repository.ensureIndexes(),

    async published({ kind, id }) {
      const text = await keepers[kind]?.find(id);
      return text?.standing.state === 'published' ? text : undefined;
    },

    async report(patron, text, { reason, note }) {
      const kept = await find(text);
      if (kept.author === patron) throw new ModerationProblem('text-is-yours');
      const { state, cause } = kept.standing;
      if (state === 'hidden' || (state === 'pending' && cause !== 'reports')) throw new ModerationProblem('text-not-found'); // prettier-ignore
      await refuseTooManyReports(patron);
      const { kind, id } = text;
      const report = {
        _id: reportId(kind, id, patron),
        kind,
        text: id,
        version: kept.version,
        patron,
        reason,
        note,
        at: new Date(),
        open: true,
      };
      if (await repository.addReport(report)) await holdReported(text);
    },

    async judge(by, text, { version, judgement, words }) {
      const state = judgement === 'hide' ? 'hidden' : 'published';
      const standing: Standing = { state, cause: 'staff', since: new Date(), by };
      let kept = await find(text);
      while (kept.version === version && !(await keepers[text.kind]?.move(kept, standing))) kept = await find(text);
      if (kept.version !== version) return { done: false };
      await repository.settleReports(text);
      await audit.note({
        by,
        act: acts[judgement],
        subject: subjectOf(text),
        before: { state: kept.standing.state },
        after: { state },
        ...(words !== '' && { reason: words }),
      });
      const isNews = kept.standing.state !== state || words !== '';
      if (kept.author !== undefined && isNews)
        await tell(kept.author, { kind: told[judgement], about: aboutOf(text, kept), words });
      return { done: true };
    },

    async answer(by, text, words) {
      const kept = await find(text);
      if (kept.author === undefined) throw new ModerationProblem('text-not-found');
      await audit.note({ by, act: 'writerAnswered', subject: subjectOf(text), reason: words });
      await tell(kept.author, { kind: 'answer', about: aboutOf(text, kept), words });
    },

    async ban(by, patron, { reason, until }) {
      await repository.storeBan({ _id: patron, by, since: new Date(), reason, ...(until && { until }) });
      await audit.note({ by, act: 'writerBanned', subject: `patron:${patron}`, after: { until: until?.toISOString() }, reason }); // prettier-ignore
      await tell(patron, { kind: 'banned', words: reason, until });
    },

    async unban(by, patron) {
      if (!(await repository.removeBan(patron))) return;
      await audit.note({ by, act: 'writerUnbanned', subject: `patron:${patron}` });
      await tell(patron, { kind: 'unbanned', words: '' });
    },

    bans: () => repository.bans(),

    async setPolicy(by, next) {
      const before = await repository.storePolicy(next);
      admission.forget();
      if (before)
        await audit.note({ by, act: 'admissionPolicySet', subject: `municipality:${next._id}`, after: { ...next.rules, newForDays: next.newForDays, reportsThatHold: next.reportsThatHold } }); // prettier-ignore
      return before;
    },

    async setWords(by, next) {
      const stored = await repository.storeWords(next);
      admission.forget();
      const counts = Object.entries(next.words).map(([language, { hold, refuse }]) => [language, hold.length + refuse.length]); // prettier-ignore
      if (stored) await audit.note({ by, act: 'watchedWordsSet', subject: 'words', after: Object.fromEntries(counts) });
      return stored;
    },

    messagesTo: (patron) => repository.messagesTo(patron),
    markRead: (patron, message) => repository.markRead(patron, message),
  };
}

const subjectOf = ({ kind, id }: TextId) => `text:${kind}:${id}`;

const longestExcerpt = 120;

function aboutOf({ kind, id }: TextId, { title, text, about }: KeptText): NonNullable<WriterMessage['about']> {
  const whole = [title, text].filter(Boolean).join(' – ').replace(/\s+/g, ' ').trim();
  const excerpt = whole.length > longestExcerpt ? `${whole.slice(0, longestExcerpt).replace(/\s+\S*$/, '')}…` : whole;
  return { kind, id, excerpt, address: about.address };
}
