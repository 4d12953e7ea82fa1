import { z } from 'zod';
import { Byline, commentedKinds, CommentText, type Comment } from '../../domain/comments/schema.ts';
import type { Comments, SeenComment } from '../../domain/comments/service.ts';
import { standings } from '../../domain/moderation/schema.ts';
import { authorIn, readerIn } from '../author.ts';
import { endpoint } from '../endpoint.ts';
import { problem, type ProblemName } from '../problems.ts';

const CommentAnswer = z.object({
  id: z.string(),
  version: z.int(),
  /** Nothing is told of one that its writer or staff have taken away, but that answers hang on. */
  gone: z.boolean(),
  byline: z.string(),
  byStaff: z.boolean(),
  /** Markdown: paragraphs, lists, quotations, emphasis and links. */
  text: z.string(),
  writtenAt: z.iso.datetime(),
  editedAt: z.iso.datetime().optional(),
  /** Whether the reader has written it, and where it stands then. */
  own: z.boolean(),
  state: z.enum(standings).optional(),
});
const none = z.strictObject({});
const Page = z.strictObject({ page: z.coerce.number().int().min(1).max(1_000).default(1) });

const reading: readonly ProblemName[] = ['invalid-request', 'nothing-to-comment-on', 'storage-unavailable'];
/** Refused to whoever writes anything that others are to read. */
export const writing: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type', 'community-not-started', 'writer-banned', 'writing-too-fast', 'words-not-allowed', 'storage-unavailable']; // prettier-ignore
const changing: readonly ProblemName[] = [...writing, 'comment-not-found', 'comment-not-yours'];

/** Comments on tips and lists. Whoever reads may answer once they have logged in; an answer to an answer belongs to the same thread. */
export const commentEndpoints = ({ comments }: { comments: Comments }) => [
  ...commentedKinds.flatMap((kind) => {
    const named = kind === 'tip' ? 'Tip' : 'List';
    return [
      endpoint({
        method: 'get',
        path: `/${kind}s/:id/comments`,
        operationId: `get${named}Comments`,
        summary: `Threads of comments on a ${kind}, the first first, fifty a page`,
        patron: 'if-logged-in',
        query: Page,
        answer: z.object({
          pages: z.int(),
          threads: z.array(CommentAnswer.extend({ answers: z.array(CommentAnswer) })),
        }),
        problems: reading,
        async handle({ query: { page }, ctx }) {
          const { threads, pages } = await comments.threads({ kind, id: String(ctx.params['id']) }, readerIn(ctx), page); // prettier-ignore
          return { pages, threads: threads.map((thread) => ({ ...shown(thread), answers: thread.answers.map(shown) })) }; // prettier-ignore
        },
      }),
      endpoint({
        method: 'post',
        path: `/${kind}s/:id/comments`,
        operationId: `commentOn${named}`,
        summary: `A comment on a ${kind}, or an answer to another one (\`parent\`)`,
        patron: 'or-staff',
        query: none,
        body: z.strictObject({ text: CommentText, byline: Byline, parent: z.string().max(100).optional() }),
        answer: CommentAnswer,
        problems: [...writing, 'nothing-to-comment-on', 'comment-not-found'],
        async handle({ body, ctx }) {
          const on = { kind, id: String(ctx.params['id']) };
          return shownOwn(await comments.write(authorIn(ctx), { on, ...body }));
        },
      }),
    ];
  }),
  endpoint({
    method: 'patch',
    path: '/comments/:id',
    operationId: 'changeComment',
    summary: 'Changes a comment of one’s own. `version` is the one that was read',
    patron: 'or-staff',
    query: none,
    body: z.strictObject({ version: z.int(), text: CommentText }),
    answer: CommentAnswer,
    problems: [...changing, 'changed-meanwhile'],
    async handle({ body, ctx }) {
      const { done, comment } = await comments.change(authorIn(ctx).patron, String(ctx.params['id']), body);
      if (!done) throw problem('changed-meanwhile', { current: shownOwn(comment), yours: body });
      return shownOwn(comment);
    },
  }),
  endpoint({
    method: 'delete',
    path: '/comments/:id',
    operationId: 'deleteComment',
    summary: 'Deletes a comment of one’s own; answers to it stay',
    patron: 'or-staff',
    query: none,
    answer: z.object({ done: z.literal(true) }),
    problems: changing,
    async handle({ ctx }) {
      await comments.remove(authorIn(ctx).patron, String(ctx.params['id']));
      return { done: true as const };
    },
  }),
];

const shownOwn = (comment: Comment) => shown({ comment, own: true, gone: false });

function shown({ comment, own, gone }: SeenComment): z.infer<typeof CommentAnswer> {
  const { _id: id, version, byline, byStaff, text, writtenAt, editedAt, standing } = comment;
  return {
    id,
    version,
    gone,
    byline,
    byStaff,
    text,
    writtenAt: writtenAt.toISOString(),
    ...(editedAt && { editedAt: editedAt.toISOString() }),
    own,
    ...(own && { state: standing.state }),
  };
}
