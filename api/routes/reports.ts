import { z } from 'zod';
import { ReportNote, ReportReason, VoiceKind, WriterMessage } from '../../domain/moderation/schema.ts';
import type { Moderation } from '../../domain/moderation/service.ts';
import { authorIn } from '../author.ts';
import { endpoint } from '../endpoint.ts';
import type { ProblemName } from '../problems.ts';

const Done = z.object({ done: z.literal(true) });
const done = { done: true } as const;
const sending: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type', 'storage-unavailable']; // prettier-ignore
const none = z.strictObject({});

/** What patrons tell staff of each other’s texts, and what staff tell them of their own. */
export const reportEndpoints = ({ moderation }: { moderation: Moderation }) => [
  endpoint({
    method: 'post',
    path: '/reports',
    operationId: 'reportText',
    summary: 'Tells staff of a text; told again by the same patron it is the same report',
    patron: true,
    query: none,
    body: z.strictObject({
      kind: VoiceKind,
      id: z.string().min(1).max(200),
      reason: ReportReason,
      note: ReportNote.default(''),
    }),
    answer: Done,
    problems: [...sending, 'text-not-found', 'text-is-yours', 'writing-too-fast'],
    async handle({ body: { kind, id, ...report }, ctx }) {
      await moderation.report(authorIn(ctx).patron, { kind, id }, report);
      return done;
    },
  }),
  endpoint({
    method: 'get',
    path: '/me/messages',
    operationId: 'getMyMessages',
    summary: 'What staff have told a writer of their texts, the last first',
    patron: true,
    query: none,
    answer: z.object({
      items: z.array(
        WriterMessage.omit({ _id: true, patron: true, at: true, until: true }).extend({
          id: z.string(),
          at: z.iso.datetime(),
          until: z.iso.datetime().optional(),
        }),
      ),
    }),
    problems: ['invalid-request', 'unauthorized', 'storage-unavailable'],
    async handle({ ctx }) {
      const found = await moderation.messagesTo(authorIn(ctx).patron);
      return {
        items: found.map(({ _id: id, at, until, kind, about, words, read }) => ({
          id,
          at: at.toISOString(),
          ...(until && { until: until.toISOString() }),
          kind,
          ...(about && { about }),
          words,
          read,
        })),
      };
    },
  }),
  endpoint({
    method: 'post',
    path: '/me/messages/:id/reading',
    operationId: 'readMyMessage',
    summary: 'A message was read',
    patron: true,
    query: none,
    answer: Done,
    problems: sending,
    async handle({ ctx }) {
      await moderation.markRead(authorIn(ctx).patron, String(ctx.params['id']));
      return done;
    },
  }),
];
