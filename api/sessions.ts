import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Context } from 'koa';
import { z } from 'zod';
import type { PatronAccount } from '../domain/accounts/schema.ts';
import type { StaffAccount } from '../domain/staff/schema.ts';
import { TooLate, within } from '../config/within.ts';
import { problem } from './problems.ts';

/** Somebody who has logged in: a patron, or one who works here. */
export interface SessionOf<Account> {
  readonly account: Account;
  /** To be sent along with everything that changes something. */
  readonly csrfToken: string;
}
export type Session = SessionOf<PatronAccount>;
export type StaffSession = SessionOf<StaffAccount>;

export interface SessionsOf<Account> {
  /** Begins a session under a new id, whatever id the browser has brought, and ends that one. */
  begin(ctx: Context, account: Account): Promise<SessionOf<Account>>;
  /** Undefined where nobody is logged in: never was, for too long, or logged out anywhere. */
  current(ctx: Context): Promise<SessionOf<Account> | undefined>;
  end(ctx: Context): Promise<void>;
  /** @throws SessionsAway where Redis is: then nobody can log in, and is told so at once */
  refuseWhenAway(): Promise<void>;
  /** A name for this device, if this card, or this address, has logged in on it before. */
  knownDevice(ctx: Context, who: string): Promise<string | undefined>;
  rememberDevice(ctx: Context, who: string): Promise<void>;
  /** Keeps what came of a form for the page that follows it. */
  leaveNote(ctx: Context, note: unknown): Promise<void>;
  /** Takes what was left, once. */
  takeNote(ctx: Context): Promise<unknown>;
}
export type Sessions = SessionsOf<PatronAccount>;
export type StaffSessions = SessionsOf<StaffAccount>;

const idleSeconds = 60 * 60;
const longestSeconds = 12 * 60 * 60;
const noteSeconds = 5 * 60;
const deviceSeconds = 365 * 24 * 60 * 60;

const Stored = z.object({ account: z.string(), epoch: z.int(), csrfToken: z.string(), beganAt: z.number() });

interface SessionsOptions<Account> {
  /** Whom an id belongs to, and whether they may still be logged in. */
  find(id: string): Promise<Account | undefined>;
  /** Of the cookie, and of what is kept: sessions of another name are apart, on the same device and in Redis. */
  readonly name: 'session' | 'staff';
  readonly prefix: string;
  readonly publicUrl: string;
}

/**
 * Sessions in Redis, by the hash of an id of 256 bits that only the browser holds. A session is over an hour after it was
 * last used, twelve hours after it began, and at once when the account's epoch is raised.
 */
export function redisSessions<Account extends { readonly _id: string; readonly sessionEpoch: number }>(
  redis: Redis,
  { find, name, prefix, publicUrl }: SessionsOptions<Account>,
): SessionsOf<Account> {
  const secure = publicUrl.startsWith('https:');
  const named = (cookie: string) => (secure ? `__Host-lastu-${cookie}` : `lastu-${cookie}`);
  const deviceCookie = name === 'session' ? 'device' : `${name}-device`;
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/', overwrite: true } as const;
  const keyOf = (id: string) => `${prefix}:${name}:${hashOf(id)}`;
  const noteKey = (id: string) => `${prefix}:${name}-note:${hashOf(id)}`;
  const deviceKey = (device: string, who: string) => `${prefix}:${deviceCookie}:${hashOf(`${device} ${who}`)}`;
  /** The session's id: the one just begun, or what the browser has brought. */
  const idIn = (ctx: Context): string | undefined => ctx.state[`${name}Id`] ?? ctx.cookies.get(named(name));
  const setCookie = (ctx: Context, cookie: string, value: string | null, more = {}) => {
    if (secure) ctx.cookies.secure = true; // behind a proxy that speaks TLS
    ctx.cookies.set(named(cookie), value, { ...options, ...more });
  };

  const sessions: SessionsOf<Account> = {
    async begin(ctx, account) {
      await sessions.end(ctx);
      const id = newId();
      const csrfToken = newId();
      const stored = { account: account._id, epoch: account.sessionEpoch, csrfToken, beganAt: Date.now() };
      await promptly(redis.set(keyOf(id), JSON.stringify(stored), 'EX', idleSeconds));
      setCookie(ctx, name, id);
      ctx.state[`${name}Id`] = id;
      return { account, csrfToken };
    },

    async current(ctx) {
      const id = ctx.cookies.get(named(name));
      if (!id) return undefined;
      const text = await promptly(redis.get(keyOf(id)));
      const stored = text === null ? undefined : Stored.safeParse(JSON.parse(text)).data;
      const left = stored ? longestSeconds - (Date.now() - stored.beganAt) / 1_000 : 0;
      if (!stored || left <= 0) return undefined;
      const account = await find(stored.account);
      if (!account || account.sessionEpoch !== stored.epoch) return undefined;
      await promptly(redis.expire(keyOf(id), Math.max(1, Math.min(idleSeconds, Math.floor(left)))));
      return { account, csrfToken: stored.csrfToken };
    },

    async end(ctx) {
      const id = ctx.cookies.get(named(name));
      if (!id) return;
      await promptly(redis.del(keyOf(id)));
      setCookie(ctx, name, null);
    },

    async refuseWhenAway() {
      await promptly(redis.ping());
    },

    async knownDevice(ctx, who) {
      const device = ctx.cookies.get(named(deviceCookie));
      return device && (await promptly(redis.exists(deviceKey(device, who)))) ? hashOf(device) : undefined;
    },

    async rememberDevice(ctx, who) {
      const device = ctx.cookies.get(named(deviceCookie)) ?? newId();
      await promptly(redis.set(deviceKey(device, who), '1', 'EX', deviceSeconds));
      setCookie(ctx, deviceCookie, device, { maxAge: deviceSeconds * 1_000 });
    },

    async leaveNote(ctx, note) {
      const id = idIn(ctx);
      if (id) await promptly(redis.set(noteKey(id), JSON.stringify(note), 'EX', noteSeconds));
    },

    async takeNote(ctx) {
      const id = idIn(ctx);
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
/** Once it has been waited for in vain, and until it answers: every page would be as late otherwise. */
const waitWhileAwayMs = 300;
let wait = longestWaitMs;

/** A connection that workers share waits for Redis as long as it takes; a patron does not. */
async function promptly<T>(command: Promise<T>): Promise<T> {
  try {
    const answer = await within(wait, command);
    wait = longestWaitMs;
    return answer;
  } catch (error) {
    if (error instanceof TooLate) wait = waitWhileAwayMs;
    throw new SessionsAway('Redis is away', { cause: error });
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
export function refuseForged(ctx: Context, { csrfToken }: SessionOf<unknown>, brought = ctx.get('x-csrf-token')): void {
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
