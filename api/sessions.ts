import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Context } from 'koa';
import { z } from 'zod';
import type { PatronAccount } from '../domain/accounts/schema.ts';
import type { Accounts } from '../domain/accounts/service.ts';
import { problem } from './problems.ts';

/** Somebody who has logged in. */
export interface Session {
  readonly account: PatronAccount;
  /** To be sent along with everything that changes something. */
  readonly csrfToken: string;
}

export interface Sessions {
  /** Begins a session under a new id, whatever id the browser has brought, and ends that one. */
  begin(ctx: Context, account: PatronAccount): Promise<Session>;
  /** Undefined where nobody is logged in: never was, for too long, or logged out anywhere. */
  current(ctx: Context): Promise<Session | undefined>;
  end(ctx: Context): Promise<void>;
  /** @throws SessionsAway where Redis is: then nobody can log in, and is told so at once */
  refuseWhenAway(): Promise<void>;
  /** A name for this device, if this card has logged in on it before. */
  knownDevice(ctx: Context, cardNumber: string): Promise<string | undefined>;
  rememberDevice(ctx: Context, cardNumber: string): Promise<void>;
  /** Keeps what came of a form for the page that follows it. */
  leaveNote(ctx: Context, note: unknown): Promise<void>;
  /** Takes what was left, once. */
  takeNote(ctx: Context): Promise<unknown>;
}

const idleSeconds = 60 * 60;
const longestSeconds = 12 * 60 * 60;
const noteSeconds = 5 * 60;
const deviceSeconds = 365 * 24 * 60 * 60;

const Stored = z.object({ patron: z.string(), epoch: z.int(), csrfToken: z.string(), beganAt: z.number() });

/**
 * Sessions in Redis, by the hash of an id of 256 bits that only the browser holds. A session is over an hour after it was
 * last used, twelve hours after it began, and at once when the account's epoch is raised.
 */
export function redisSessions(
  redis: Redis,
  { accounts, prefix, publicUrl }: { accounts: Pick<Accounts, 'find'>; prefix: string; publicUrl: string },
): Sessions {
  const secure = publicUrl.startsWith('https:');
  const named = (name: string) => (secure ? `__Host-lastu-${name}` : `lastu-${name}`);
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/', overwrite: true } as const;
  const keyOf = (id: string) => `${prefix}:session:${hashOf(id)}`;
  const noteKey = (id: string) => `${prefix}:note:${hashOf(id)}`;
  const deviceKey = (device: string, cardNumber: string) => `${prefix}:device:${hashOf(`${device} ${cardNumber}`)}`;
  const setCookie = (ctx: Context, name: string, value: string | null, more = {}) => {
    if (secure) ctx.cookies.secure = true; // behind a proxy that speaks TLS
    ctx.cookies.set(named(name), value, { ...options, ...more });
  };

  const sessions: Sessions = {
    async begin(ctx, account) {
      await sessions.end(ctx);
      const id = newId();
      const csrfToken = newId();
      const stored = { patron: account._id, epoch: account.sessionEpoch, csrfToken, beganAt: Date.now() };
      await promptly(redis.set(keyOf(id), JSON.stringify(stored), 'EX', idleSeconds));
      setCookie(ctx, 'session', id);
      return { account, csrfToken };
    },

    async current(ctx) {
      const id = ctx.cookies.get(named('session'));
      if (!id) return undefined;
      const text = await promptly(redis.get(keyOf(id)));
      const stored = text === null ? undefined : Stored.safeParse(JSON.parse(text)).data;
      const left = stored ? longestSeconds - (Date.now() - stored.beganAt) / 1_000 : 0;
      if (!stored || left <= 0) return undefined;
      const account = await accounts.find(stored.patron);
      if (!account || account.deletedAt || account.sessionEpoch !== stored.epoch) return undefined;
      await promptly(redis.expire(keyOf(id), Math.max(1, Math.min(idleSeconds, Math.floor(left)))));
      return { account, csrfToken: stored.csrfToken };
    },

    async end(ctx) {
      const id = ctx.cookies.get(named('session'));
      if (!id) return;
      await promptly(redis.del(keyOf(id)));
      setCookie(ctx, 'session', null);
    },

    async refuseWhenAway() {
      await promptly(redis.ping());
    },

    async knownDevice(ctx, cardNumber) {
      const device = ctx.cookies.get(named('device'));
      return device && (await promptly(redis.exists(deviceKey(device, cardNumber)))) ? hashOf(device) : undefined;
    },

    async rememberDevice(ctx, cardNumber) {
      const device = ctx.cookies.get(named('device')) ?? newId();
      await promptly(redis.set(deviceKey(device, cardNumber), '1', 'EX', deviceSeconds));
      setCookie(ctx, 'device', device, { maxAge: deviceSeconds * 1_000 });
    },

    async leaveNote(ctx, note) {
      const id = ctx.cookies.get(named('session'));
      if (id) await promptly(redis.set(noteKey(id), JSON.stringify(note), 'EX', noteSeconds));
    },

    async takeNote(ctx) {
      const id = ctx.cookies.get(named('session'));
      const text = id ? await promptly(redis.getdel(noteKey(id))) : null;
      return text === null ? undefined : JSON.parse(text);
    },
  };
  return sessions;
}

/** Thrown where Redis does not answer: who is logged in cannot be told. */
export class SessionsAway extends Error {
  override readonly name = 'SessionsAway';
}

const longestWaitMs = 2_000;

/** A connection that workers share waits for Redis as long as it takes; a patron does not. */
async function promptly<T>(command: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SessionsAway('Redis does not answer')), longestWaitMs);
  });
  try {
    return await Promise.race([command, late]);
  } catch (error) {
    throw error instanceof SessionsAway ? error : new SessionsAway('Redis is away', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

const newId = () => randomBytes(32).toString('base64url');
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

/**
 * Refuses what another site has made the browser send (ASVS 3.5): where the browser says which site it comes from, that
 * must be this one.
 */
export function refuseOtherSites(ctx: Context, publicUrl: string): void {
  const site = ctx.get('sec-fetch-site');
  const origin = ctx.get('origin');
  const own = origin === '' || origin === new URL(publicUrl).origin || isOfHost(origin, ctx.get('host'), publicUrl);
  if (!own || (site !== '' && site !== 'same-origin' && site !== 'none')) throw problem('cross-site');
}

/** Refuses changes that do not bring the session's token: in a header, or in a field of a form. */
export function refuseForged(ctx: Context, { csrfToken }: Session, brought = ctx.get('x-csrf-token')): void {
  const given = Buffer.from(brought);
  const wanted = Buffer.from(csrfToken);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw problem('csrf-token-wrong');
}

/** Under another name of ours. Where patrons reach us by https, a page that came without it may be anybody's. */
function isOfHost(origin: string, host: string, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === host && (from.protocol === 'https:' || !publicUrl.startsWith('https:'));
}
