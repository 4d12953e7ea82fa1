import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import type { PersonalRecords } from '../accounts/privacy.ts';
import type { Admission, Author } from '../moderation/admission.ts';
import type { KeptText, TextKeeper } from '../moderation/keeper.ts';
import { idsOfText } from '../moderation/said-once.ts';
import { CommentProblem } from './problems.ts';
import { commentRepository } from './repository.ts';
import type { Comment, CommentedOn } from './schema.ts';

/** A comment as a reader sees it. `gone`: its writer has removed it, or staff have hidden it, and answers hang on it. */
export interface SeenComment {
  readonly comment: Comment;
  readonly own: boolean;
  readonly gone: boolean;
}
export interface Thread extends SeenComment {
  readonly answers: readonly SeenComment[];
}

/** What is commented on, as somebody sees it: its title, and the path of its page. Undefined where it is not there for them. */
export type FindCommented = (id: string, reader: string | undefined) => Promise<{ title: string; address: string } | undefined>; // prettier-ignore

/** Comments on tips and lists, by those who have logged in. What moderation refuses is refused here as well. */
export interface Comments {
  ensureIndexes(): Promise<void>;
  readonly records: PersonalRecords;
  readonly keeper: TextKeeper;
  /** A page of threads, the first first: what is published, and what the reader has written. @throws CommentProblem `nothing-to-comment-on` */
  threads(on: CommentedOn, reader: string | undefined, page: number): Promise<{ threads: Thread[]; pages: number }>;
  /** How many comments everybody may read of each. */
  counts(kind: CommentedOn['kind'], ids: readonly string[]): Promise<Map<string, number>>;
  /** An answer to an answer belongs to the thread of that. Written twice within minutes it is one comment. @throws CommentProblem `nothing-to-comment-on`, `comment-not-found` */
  write(writer: Author, wish: { on: CommentedOn; parent?: string | undefined; text: string; byline: string }): Promise<Comment>; // prettier-ignore
  /** `done` is false where the comment is not at `version` any more: it is the present one. @throws CommentProblem `comment-not-found`, `comment-not-yours` */
  change(patron: string, id: string, wish: { version: number; text: string }): Promise<{ done: boolean; comment: Comment }>; // prettier-ignore
  remove(patron: string, id: string): Promise<Comment>;
  removeAllOn(on: CommentedOn): Promise<void>;
  /** The name somebody has last written under. */
  lastByline(patron: string): Promise<string | undefined>;
}

export interface CommentDeps {
  readonly database: Db;
  readonly admission: Pick<Admission, 'admit'>;
  readonly commented: Readonly<Record<CommentedOn['kind'], FindCommented>>;
}

export const threadsOnPage = 50;

export function createComments({ database, admission, commented }: CommentDeps): Comments {
  const comments = commentRepository(database);

  async function subject({ kind, id }: CommentedOn, reader: string | undefined) {
    const found = await commented[kind](id, reader);
    if (!found) throw new CommentProblem('nothing-to-comment-on');
    return found;
  }
  async function own(patron: string, id: string): Promise<Comment> {
    const comment = await comments.find(id);
    if (!comment || comment.removedAt) throw new CommentProblem('comment-not-found');
    if (comment.author !== patron) throw new CommentProblem('comment-not-yours');
    return comment;
  }
  const asSeen = (comment: Comment, reader: string | undefined): SeenComment => {
    const isOwn = reader !== undefined && comment.author === reader;
    const gone = comment.removedAt !== undefined || (comment.standing.state !== 'published' && !isOwn);
    return { comment: gone ? { ...comment, text: '', byline: '' } : comment, own: isOwn, gone };
  };
  async function writtenAlready(ids: readonly string[], { patron, text }: { patron: string; text: string }) {
    const found = await Promise.all(ids.map(comments.find));
    return found.find((one) => one?.author === patron && one.text === text && !one.removedAt);
  }
  async function kept(comment: Comment): Promise<KeptText> {
    const { _id: id, version, author, municipality, byline, text, on, writtenAt, standing } = comment;
    const found = await commented[on.kind](on.id, author).catch(() => undefined);
    const about = { title: found?.title ?? '', address: found ? `${found.address}#comment-${id}` : '' };
    return { id, version, author, municipality, byline, title: '', text, about, writtenAt, standing };
  }

  return {
    ensureIndexes: () => comments.ensureIndexes(),

    async threads(on, reader, page) {
      await subject(on, reader);
      const [count, heads] = await Promise.all([
        comments.countHeads(on),
        comments.heads(on, { skip: (page - 1) * threadsOnPage, most: threadsOnPage }),
      ]);
      const answers = await comments.answers(heads.map(({ _id }) => _id), reader); // prettier-ignore
      const threads = heads
        .map((head): Thread => ({
          ...asSeen(head, reader),
          answers: answers.filter(({ parent }) => parent === head._id).map((answer) => asSeen(answer, reader)),
        }))
        .filter((thread) => !thread.gone || thread.answers.length > 0);
      return { threads, pages: Math.max(1, Math.ceil(count / threadsOnPage)) };
    },

    counts: (kind, ids) => comments.counts(kind, ids),

    async write({ patron, municipality, isStaff }, { on, parent, text, byline }) {
      await subject(on, patron);
      const answered = parent === undefined ? undefined : await comments.find(parent);
      const isThere = answered && answered.on.kind === on.kind && answered.on.id === on.id && !asSeen(answered, patron).gone; // prettier-ignore
      if (parent !== undefined && !isThere) throw new CommentProblem('comment-not-found');
      const thread = answered && (answered.parent ?? answered._id);
      const standing = await admission.admit({ kind: 'comment', patron, texts: [text, byline] });
      const { id, before } = idsOfText(['comment', patron, on.kind, on.id, thread ?? '', text], new Date());
      const known = await writtenAlready([before, id], { patron, text });
      if (known) return known;
      const comment: Comment = {
        _id: id,
        version: 1,
        on,
        ...(thread !== undefined && { parent: thread }),
        author: patron,
        municipality,
        byline,
        byStaff: isStaff,
        text,
        writtenAt: new Date(),
        standing,
      };
      if (await comments.add(comment)) return comment;
      const same = await writtenAlready([id], { patron, text });
      if (same) return same;
      const another = { ...comment, _id: randomUUID() }; // what was there has been taken away, or says something else now
      await comments.add(another);
      return another;
    },

    async change(patron, id, { version, text }) {
      for (;;) {
        const before = await own(patron, id);
        if (before.text === text) return { done: true, comment: before };
        if (before.version !== version) return { done: false, comment: before };
        const standing = await admission.admit({ kind: 'comment', patron, texts: [text], before: before.standing });
        const changed = await comments.change(before, { text, editedAt: new Date(), standing });
        if (changed) return { done: true, comment: changed };
      }
    },

    async remove(patron, id) {
      const comment = await own(patron, id);
      await comments.remove(comment);
      return comment;
    },

    removeAllOn: (on) => comments.removeAllOn(on),
    lastByline: async (patron) => (await comments.lastOf(patron))?.byline,

    keeper: {
      async find(id) {
        const comment = await comments.find(id);
        return comment && !comment.removedAt ? kept(comment) : undefined;
      },
      standing: async (state, page) => Promise.all((await comments.standing(state, page)).map(kept)),
      move: (read, standing) => comments.move(read, standing),
    },

    records: {
      name: 'comments',
      export: async (patron) =>
        (await comments.ofAuthor(patron)).map(({ _id: id, on, parent, byline, text, writtenAt, editedAt, standing: { state } }) => ({ id, on, parent, byline, text, writtenAt, editedAt, state })), // prettier-ignore
      hindrance: async () => undefined,
      count: async (patron) => ({ comments: (await comments.ofAuthor(patron)).length }),
      move: (from, to) => comments.moveAuthor(from, to),
      async erase(patron) {
        for (const comment of await comments.ofAuthor(patron)) await comments.remove(comment);
      },
    },
  };
}
