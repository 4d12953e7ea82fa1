import type { Collection, Db } from 'mongodb';
import { inserted, isDuplicate } from '../insertion.ts';
import type { AdmissionPolicy, Ban, Report, VoiceKind, WatchedWords, WriterMessage } from './schema.ts';

/** What moderation keeps by itself: what was agreed on, what was reported, who may not write, and what writers are told. */
export interface ModerationRepository {
  ensureIndexes(): Promise<void>;
  policies(): Promise<AdmissionPolicy[]>;
  /** False where it is not at the version before any more. */
  storePolicy(next: AdmissionPolicy): Promise<boolean>;
  words(): Promise<WatchedWords | undefined>;
  storeWords(next: WatchedWords): Promise<boolean>;
  ban(patron: string): Promise<Ban | undefined>;
  bans(): Promise<Ban[]>;
  storeBan(ban: Ban): Promise<void>;
  removeBan(patron: string): Promise<Ban | undefined>;
  /** False where the patron has reported the text before, as it is or while staff have not decided on that yet. */
  addReport(report: Report): Promise<boolean>;
  openReports(text: { kind: VoiceKind; id: string }): Promise<Report[]>;
  /** Texts with open reports, the first reported first. */
  reportedTexts(page: { after?: Date | undefined; most: number }): Promise<{ kind: VoiceKind; id: string; since: Date }[]>; // prettier-ignore
  settleReports(text: { kind: VoiceKind; id: string }): Promise<void>;
  reportsBy(patron: string): Promise<Report[]>;
  addMessage(message: WriterMessage): Promise<void>;
  message(id: string): Promise<WriterMessage | undefined>;
  /** The last first. */
  messagesTo(patron: string): Promise<WriterMessage[]>;
  markRead(patron: string, id: string): Promise<void>;
  move(from: string, to: string): Promise<void>;
  forget(patron: string): Promise<void>;
}

const wordsId = 'watched';
/** What a writer was told need not be known for longer. */
const keptSeconds = 365 * 24 * 60 * 60;

export function moderationRepository(database: Db): ModerationRepository {
  const policies: Collection<AdmissionPolicy> = database.collection('admissionPolicies');
  const wordLists: Collection<WatchedWords & { _id: string }> = database.collection('watchedWords');
  const bans: Collection<Ban> = database.collection('writingBans');
  const reports: Collection<Report> = database.collection('reports');
  const messages: Collection<WriterMessage> = database.collection('writerMessages');

  async function storeBan(ban: Ban): Promise<void> {
    await bans.replaceOne({ _id: ban._id }, ban, { upsert: true });
  }

  return {
    async ensureIndexes() {
      await reports.createIndex({ open: 1, at: 1 });
      await reports.createIndex({ kind: 1, text: 1 });
      await reports.createIndex({ patron: 1 });
      await messages.createIndex({ patron: 1, at: -1 });
      await messages.createIndex({ at: 1 }, { expireAfterSeconds: keptSeconds });
    },
    policies: () => policies.find().toArray(),
    storePolicy: ({ _id, ...next }) =>
      swapped(policies.replaceOne({ _id, version: next.version - 1 }, next, { upsert: next.version === 1 })),
    async words() {
      const found = await wordLists.findOne({ _id: wordsId });
      return found ? { version: found.version, words: found.words } : undefined;
    },
    storeWords: (next) =>
      swapped(wordLists.replaceOne({ _id: wordsId, version: next.version - 1 }, next, { upsert: next.version === 1 })),
    ban: async (_id) => (await bans.findOne({ _id })) ?? undefined,
    bans: () => bans.find().sort({ since: -1 }).toArray(),
    storeBan,
    removeBan: async (_id) => (await bans.findOneAndDelete({ _id })) ?? undefined,
    addReport: ({ _id, ...report }) =>
      swapped(reports.replaceOne({ _id, open: false, version: { $lt: report.version } }, report, { upsert: true })),
    openReports: ({ kind, id }) => reports.find({ kind, text: id, open: true }).sort({ at: 1 }).toArray(),
    async reportedTexts({ after, most }) {
      const found = await reports
        .aggregate<{ _id: { kind: VoiceKind; text: string }; since: Date }>([
          { $match: { open: true } },
          { $group: { _id: { kind: '$kind', text: '$text' }, since: { $min: '$at' } } },
          ...(after ? [{ $match: { since: { $gt: after } } }] : []),
          { $sort: { since: 1 } },
          { $limit: most },
        ])
        .toArray();
      return found.map(({ _id: { kind, text }, since }) => ({ kind, id: text, since }));
    },
    async settleReports({ kind, id }) {
      await reports.updateMany({ kind, text: id, open: true }, { $set: { open: false } });
    },
    reportsBy: (patron) => reports.find({ patron }).sort({ at: 1 }).toArray(),
    async addMessage(message) {
      await messages.insertOne(message);
    },
    message: async (_id) => (await messages.findOne({ _id })) ?? undefined,
    messagesTo: (patron) => messages.find({ patron }).sort({ at: -1 }).limit(200).toArray(),
    async markRead(patron, _id) {
      await messages.updateOne({ _id, patron }, { $set: { read: true } });
    },
    async move(from, to) {
      for (const report of await reports.find({ patron: from }).toArray()) {
        const { _id, kind, text } = report;
        await inserted(reports.insertOne({ ...report, _id: reportId(kind, text, to), patron: to }));
        await reports.deleteOne({ _id });
      }
      await messages.updateMany({ patron: from }, { $set: { patron: to } });
      const [ban, own] = [await bans.findOne({ _id: from }), await bans.findOne({ _id: to })];
      if (!ban) return;
      if (!own || (own.until && (!ban.until || ban.until > own.until))) await storeBan({ ...ban, _id: to });
      await bans.deleteOne({ _id: from });
    },
    async forget(patron) {
      await Promise.all([
        reports.deleteMany({ patron }),
        messages.deleteMany({ patron }),
        bans.deleteOne({ _id: patron }),
      ]);
    },
  };
}

/** One a patron and text. */
export const reportId = (kind: VoiceKind, text: string, patron: string): string => `${kind}:${text}:${patron}`;

async function swapped(write: Promise<{ matchedCount: number; upsertedCount: number }>): Promise<boolean> {
  try {
    const { matchedCount, upsertedCount } = await write;
    return matchedCount + upsertedCount === 1;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
