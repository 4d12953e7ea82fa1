import { z } from 'zod';
import type { Context } from 'koa';
import { municipalities } from '../../config/region/municipalities.ts';
import { queueViews, type QueuedText } from '../../domain/moderation/queue.ts';
import {
  AdmissionPolicy,
  ReportReason,
  Standing,
  VoiceKind,
  voiceKinds,
  WatchedWords,
} from '../../domain/moderation/schema.ts';
import { judgements, type Moderation } from '../../domain/moderation/service.ts';
import { lines } from '../../domain/written-text.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf, ownTownOnly } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';

const Words = lines(1_000);
const Queued = z.object({
  kind: VoiceKind,
  id: z.string(),
  version: z.int(),
  /** Patron who has written it, to be answered or banned. */
  author: z.string().optional(),
  municipality: z.string(),
  byline: z.string(),
  title: z.string(),
  text: z.string(),
  /** What it said before its writer changed it, the last first. */
  earlier: z.array(z.object({ title: z.string(), text: z.string(), at: z.iso.datetime() })),
  about: z.object({ title: z.string(), address: z.string() }),
  writtenAt: z.iso.datetime(),
  state: Standing.shape.state,
  cause: Standing.shape.cause,
  since: z.iso.datetime(),
  /** Open ones; who has reported is not told. */
  reports: z.array(z.object({ reason: ReportReason, note: z.string(), at: z.iso.datetime() })),
});
const Policy = AdmissionPolicy.omit({ _id: true }).extend({ municipality: z.string() });
const BanShown = z.object({ patron: z.string(), by: z.string(), since: z.iso.datetime(), until: z.iso.datetime().optional(), reason: z.string() }); // prettier-ignore
const Done = z.object({ done: z.literal(true) });
const done = { done: true } as const;
const none = z.strictObject({});

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore
const changing: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong'];
const sending: readonly ProblemName[] = [...changing, 'payload-too-large', 'unsupported-media-type'];

/** What patrons write, as staff judge it. Every act is noted in the audit. */
export const staffModerationEndpoints = ({ moderation }: { moderation: Moderation }) => [
  endpoint({
    method: 'get',
    path: '/staff/moderation',
    operationId: 'getModerationQueue',
    summary: 'Texts that wait for staff (held or reported), were reported, are hidden or published; what waits the longest first', // prettier-ignore
    staff: 'moderator',
    query: z.strictObject({
      view: z.enum(queueViews).default('waiting'),
      kind: z.preprocess((given) => (given === undefined ? undefined : [given].flat()), z.array(VoiceKind).optional()),
      municipality: z.string().max(100).optional(),
      /** Goes on after the `since` of the last one seen. */
      after: z.coerce.date().optional(),
      size: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ items: z.array(Queued) }),
    problems: reading,
    async handle({ query: { kind, ...query } }) {
      return { items: (await moderation.queue({ ...query, kinds: kind ?? voiceKinds })).map(shownQueued) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/staff/moderation/:kind/:id/judgements',
    operationId: 'judgeText',
    summary: 'Approves, hides or restores a text as it was read; its writer is told, with the words of staff if any',
    staff: 'moderator',
    query: none,
    body: z.strictObject({ version: z.int(), judgement: z.enum(judgements), words: Words.default('') }),
    answer: Done,
    problems: [...sending, 'text-not-found', 'changed-meanwhile'],
    async handle({ body, ctx }) {
      const judged = await moderation.judge(actorOf(ctx), textIn(ctx), body);
      if (!judged.done) throw problem('changed-meanwhile');
      return done;
    },
  }),
  endpoint({
    method: 'post',
    path: '/staff/moderation/:kind/:id/answers',
    operationId: 'answerWriter',
    summary: 'Writes to whoever has written a text, on the page of their account',
    staff: 'moderator',
    query: none,
    body: z.strictObject({ words: Words.min(1) }),
    answer: Done,
    problems: [...sending, 'text-not-found'],
    async handle({ body: { words }, ctx }) {
      await moderation.answer(actorOf(ctx), textIn(ctx), words);
      return done;
    },
  }),
  endpoint({
    method: 'get',
    path: '/staff/writing-bans',
    operationId: 'getWritingBans',
    summary: 'Patrons who may not write',
    staff: 'moderator',
    query: none,
    answer: z.object({ bans: z.array(BanShown) }),
    problems: reading,
    handle: async () => ({
      bans: (await moderation.bans()).map(({ _id: patron, by, since, until, reason }) => ({
        patron,
        by,
        since: since.toISOString(),
        ...(until && { until: until.toISOString() }),
        reason,
      })),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/staff/writing-bans/:patron',
    operationId: 'banWriter',
    summary: 'Keeps a patron from writing, until an instant or without an end',
    staff: 'moderator',
    query: none,
    body: z.strictObject({ reason: Words.min(1), until: z.iso.datetime().optional() }),
    answer: Done,
    problems: sending,
    async handle({ body: { reason, until }, ctx }) {
      await moderation.ban(actorOf(ctx), String(ctx.params['patron']), { reason, ...(until && { until: new Date(until) }) }); // prettier-ignore
      return done;
    },
  }),
  endpoint({
    method: 'delete',
    path: '/staff/writing-bans/:patron',
    operationId: 'unbanWriter',
    summary: 'Lets a patron write again',
    staff: 'moderator',
    query: none,
    answer: Done,
    problems: changing,
    async handle({ ctx }) {
      await moderation.unban(actorOf(ctx), String(ctx.params['patron']));
      return done;
    },
  }),
  endpoint({
    method: 'get',
    path: '/staff/admission-policies/:municipality',
    operationId: 'getAdmissionPolicy',
    summary: 'What a municipality has agreed on for what its patrons write',
    staff: 'moderator',
    query: none,
    answer: Policy,
    problems: reading,
    handle: async ({ ctx }) => shownPolicy(await moderation.admission.policy(townIn(ctx))),
  }),
  endpoint({
    method: 'put',
    path: '/staff/admission-policies/:municipality',
    operationId: 'setAdmissionPolicy',
    summary: 'Sets it; `version` is the one that was read, 0 for the first. Moderators of the town, and admins',
    staff: 'moderator',
    query: none,
    body: AdmissionPolicy.omit({ _id: true }).strict(),
    answer: Policy,
    problems: [...sending, 'changed-meanwhile'],
    async handle({ body: { version, ...policy }, ctx }) {
      const municipality = townIn(ctx);
      ownTownOnly(ctx, municipality);
      const next = { ...policy, _id: municipality, version: version + 1 };
      if (!(await moderation.setPolicy(actorOf(ctx), next))) throw problem('changed-meanwhile');
      return shownPolicy(next);
    },
  }),
  endpoint({
    method: 'get',
    path: '/staff/watched-words',
    operationId: 'getWatchedWords',
    summary: 'Words that hold a text, or keep it from being taken; a `*` stands for any ending',
    staff: 'moderator',
    query: none,
    answer: WatchedWords,
    problems: reading,
    handle: () => moderation.admission.words(),
  }),
  endpoint({
    method: 'put',
    path: '/staff/watched-words',
    operationId: 'setWatchedWords',
    summary: 'Sets the words of the whole region; `version` is the one that was read',
    staff: 'moderator',
    query: none,
    body: WatchedWords.strict(),
    answer: WatchedWords,
    problems: [...sending, 'changed-meanwhile'],
    async handle({ body: { version, words }, ctx }) {
      const next = { version: version + 1, words };
      if (!(await moderation.setWords(actorOf(ctx), next))) throw problem('changed-meanwhile');
      return next;
    },
  }),
];

type ParamContext = Context & { params: Record<string, string> };

function textIn(ctx: ParamContext) {
  const kind = VoiceKind.safeParse(ctx.params['kind']);
  if (!kind.success) throw problem('not-found');
  return { kind: kind.data, id: String(ctx.params['id']) };
}

function townIn(ctx: ParamContext): string {
  const found = municipalities.find(({ id }) => id === ctx.params['municipality']);
  if (!found) throw problem('not-found');
  return found.id;
}

const shownPolicy = ({ _id: municipality, ...policy }: AdmissionPolicy) => ({ municipality, ...policy });

function shownQueued({ kind, text, reports, since }: QueuedText): z.infer<typeof Queued> {
  const {
    id,
    version,
    author,
    municipality,
    byline,
    title,
    text: words,
    earlier = [],
    about,
    writtenAt,
    standing,
  } = text;
  return {
    kind,
    id,
    version,
    ...(author !== undefined && { author }),
    municipality,
    byline,
    title,
    text: words,
    earlier: earlier.map(({ at, ...before }) => ({ ...before, at: at.toISOString() })),
    about,
    writtenAt: writtenAt.toISOString(),
    state: standing.state,
    ...(standing.cause && { cause: standing.cause }),
    since: since.toISOString(),
    reports: reports.map(({ reason, note, at }) => ({ reason, note, at: at.toISOString() })),
  };
}
