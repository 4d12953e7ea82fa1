import { z } from 'zod';
import { CardNumber, Code, Pin } from '../../domain/accounts/schema.ts';
import type { Accounts } from '../../domain/accounts/service.ts';
import type { MemoryLists } from '../../domain/memory-list/service.ts';
import { LocalDate } from '../../domain/local-date.ts';
import { endpoint } from '../endpoint.ts';
import { problem, type ProblemName } from '../problems.ts';
import type { Session, Sessions } from '../sessions.ts';
import { memoryToken } from './memory-list.ts';

const SessionAnswer = z.object({
  patron: z.object({ id: z.string(), name: z.string(), language: z.string() }),
  /** To be sent as `X-CSRF-Token` with everything that changes something. */
  csrfToken: z.string(),
});
const Done = z.object({ done: z.literal(true) });
const done = { done: true } as const;

const sending: readonly ProblemName[] = ['invalid-request', 'cross-site', 'payload-too-large', 'unsupported-media-type', 'storage-unavailable']; // prettier-ignore

/** Logging in and out, and getting a PIN with a code that comes by e-mail. */
export const sessionEndpoints = ({
  accounts,
  memoryLists,
  sessions,
}: {
  accounts: Accounts;
  memoryLists: Pick<MemoryLists, 'adopt'>;
  sessions: Sessions;
}) => [
  endpoint({
    method: 'get',
    path: '/session',
    operationId: 'getSession',
    summary: 'Who has logged in',
    query: z.strictObject({}),
    answer: SessionAnswer,
    problems: ['unauthorized', 'storage-unavailable'],
    async handle({ ctx }) {
      const session = await sessions.current(ctx);
      if (!session) throw problem('unauthorized');
      return present(session);
    },
  }),
  endpoint({
    method: 'post',
    path: '/session',
    operationId: 'logIn',
    summary:
      'Logs in with a card and its PIN; the session has a new id each time, and a memory list that is brought (`X-Memory-List`) is the patron’s from then on',
    query: z.strictObject({}),
    body: z.strictObject({ cardNumber: z.string().trim().min(1).max(100), pin: z.string().min(1).max(100) }),
    answer: SessionAnswer,
    problems: [...sending, 'credentials-wrong', 'too-many-attempts'],
    async handle({ body: { cardNumber, pin }, ctx }) {
      await sessions.refuseWhenAway();
      const device = await sessions.knownDevice(ctx, cardNumber);
      const account = await accounts.logIn({ cardNumber, pin, address: ctx.ip, device });
      await sessions.rememberDevice(ctx, cardNumber);
      const token = memoryToken(ctx);
      if (token !== undefined) await memoryLists.adopt(token, account._id);
      return present(await sessions.begin(ctx, account));
    },
  }),
  endpoint({
    method: 'delete',
    path: '/session',
    operationId: 'logOut',
    summary: 'Logs out: the session is worth nothing any more',
    query: z.strictObject({}),
    answer: Done,
    problems: ['cross-site', 'storage-unavailable'],
    async handle({ ctx }) {
      await sessions.end(ctx);
      return done;
    },
  }),
  endpoint({
    method: 'post',
    path: '/session/codes',
    operationId: 'requestCode',
    summary:
      'Sends a code to the e-mail address of a card, if card and birth date belong together; never tells whether',
    query: z.strictObject({}),
    body: z.strictObject({ purpose: Code.shape.purpose, cardNumber: CardNumber, birthDate: LocalDate }),
    answer: Done,
    problems: [...sending, 'too-many-attempts'],
    async handle({ body, ctx }) {
      await sessions.refuseWhenAway();
      await accounts.requestCode({ ...body, address: ctx.ip });
      return done;
    },
  }),
  endpoint({
    method: 'post',
    path: '/session/pin',
    operationId: 'redeemCode',
    summary: 'Sets a PIN with the code that was sent, and logs in',
    query: z.strictObject({}),
    body: z.strictObject({ cardNumber: CardNumber, code: z.string().trim().min(1).max(20), pin: Pin }),
    answer: SessionAnswer,
    problems: [...sending, 'code-wrong', 'too-many-attempts'],
    async handle({ body, ctx }) {
      await sessions.refuseWhenAway();
      const account = await accounts.redeemCode({ ...body, address: ctx.ip });
      return present(await sessions.begin(ctx, account));
    },
  }),
];

function present({ account, csrfToken }: Session): z.infer<typeof SessionAnswer> {
  const { _id: id, name, settings } = account;
  return { patron: { id, name, language: settings.language }, csrfToken };
}
