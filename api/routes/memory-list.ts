import type { Context } from 'koa';
import { z } from 'zod';
import { locales } from '../../config/locales.ts';
import { ForgottenWork, Memory, mostRemembered, RememberedWork } from '../../domain/memory-list/schema.ts';
import { mostInLetter, type MemoryLetters } from '../../domain/memory-list/letters.ts';
import type { MemoryLists, MemoryOwner } from '../../domain/memory-list/service.ts';
import { endpoint } from '../endpoint.ts';
import { sessionIn } from '../guards.ts';
import type { ProblemName } from '../problems.ts';

/** The header with the token of a memory list without an account: no cookie, so that widgets need none either. */
export const memoryToken = (ctx: Context): string | undefined => ctx.get('x-memory-list') || undefined;

const MemoryAnswer = Memory.extend({
  count: z.int(),
  /** Of a new list without an account: told once, to be sent as `X-Memory-List` from then on. */
  token: z.string().optional(),
});
const Known = z.strictObject({
  works: z.array(RememberedWork).max(mostRemembered),
  removed: z.array(ForgottenWork).max(mostRemembered).default([]),
});

const reading: readonly ProblemName[] = ['invalid-request', 'storage-unavailable'];
const changing: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type', 'memory-list-full']; // prettier-ignore

/** The memory list: of who has logged in, else of who brings its token. */
export const memoryListEndpoints = ({
  memoryLists,
  memoryLetters,
}: {
  memoryLists: MemoryLists;
  memoryLetters: MemoryLetters;
}) => [
  endpoint({
    method: 'get',
    path: '/memory-list',
    operationId: 'getMemoryList',
    summary: 'The works remembered, the newest first; an empty list where nobody is known',
    patron: 'if-logged-in',
    query: z.strictObject({}),
    answer: MemoryAnswer,
    problems: reading,
    async handle({ ctx }) {
      const owner = ownerIn(ctx);
      return present((owner && (await memoryLists.read(owner))) ?? { works: [], removed: [] });
    },
  }),
  endpoint({
    method: 'put',
    path: '/memory-list',
    operationId: 'putMemoryList',
    summary: 'Adds what a device knows, works and what was taken off, and gives what all devices know; of each work what was done last counts. Who has logged in and brings a token makes that list their own', // prettier-ignore
    patron: 'if-logged-in',
    query: z.strictObject({}),
    body: Known,
    answer: MemoryAnswer,
    problems: changing,
    async handle({ body, ctx }) {
      const patron = sessionIn(ctx)?.account._id;
      const token = memoryToken(ctx);
      if (patron !== undefined && token !== undefined) await memoryLists.adopt(token, patron);
      const { memory, token: issued } = await memoryLists.put(ownerIn(ctx), body);
      return { ...present(memory), ...(issued !== undefined && { token: issued }) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/memory-list/letters',
    operationId: 'sendMemoryList',
    summary: 'Sends works by e-mail to an address that is kept nowhere; a few letters an hour',
    patron: 'if-logged-in',
    query: z.strictObject({}),
    body: z.strictObject({
      to: z.email().max(254),
      works: z.array(z.string().min(1).max(300)).min(1).max(mostInLetter),
      lang: z.enum(locales).default('fi'),
    }),
    answer: z.object({ works: z.int() }),
    problems: [...changing, 'too-fast', 'letter-not-sent'],
    handle: ({ body: { to, works, lang }, ctx }) => memoryLetters.send({ to, works, locale: lang, from: ctx.ip }),
  }),
  endpoint({
    method: 'delete',
    path: '/memory-list',
    operationId: 'deleteMemoryList',
    summary: 'Forgets the whole list, here and on every device that has not been asked since',
    patron: 'if-logged-in',
    query: z.strictObject({}),
    answer: z.object({ done: z.literal(true) }),
    problems: [...reading, 'cross-site', 'csrf-token-wrong'],
    async handle({ ctx }) {
      const owner = ownerIn(ctx);
      if (owner) await memoryLists.clear(owner);
      return { done: true as const };
    },
  }),
];

function ownerIn(ctx: Context): MemoryOwner | undefined {
  const patron = sessionIn(ctx)?.account._id;
  const token = memoryToken(ctx);
  return patron !== undefined ? { patron } : token !== undefined ? { token } : undefined;
}

const present = (memory: Memory) => ({ ...memory, count: memory.works.length });
