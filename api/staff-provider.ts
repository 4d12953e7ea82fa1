import { createHash, randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Context } from 'koa';
import * as oidc from 'openid-client';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { RoleGrant } from '../config/staff-roles.ts';
import { StaffRefusal } from '../domain/staff/problems.ts';
import { NewStaff, type StaffRole } from '../domain/staff/schema.ts';

/** Another house that tells who works in the libraries, by OpenID Connect (authorization code flow with PKCE). */
export interface StaffProvider {
  /** As the log-in page calls it. */
  readonly name: string;
  /** Where the browser goes to say who it is; what it has to bring back is kept for ten minutes, for this browser alone. */
  leave(ctx: Context, options: { readonly next: string | undefined }): Promise<string>;
  /** Who has come back, with the roles that the claim gives. @throws StaffRefusal `provider-failed` */
  comeBack(ctx: Context): Promise<{ person: Vouched; next: string | undefined }>;
}

type Vouched = NewStaff & { readonly issuer: string; readonly subject: string };

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly rolesClaim: string;
  readonly grants: readonly RoleGrant[];
  readonly name: string;
}

interface Deps {
  readonly redis: Redis;
  readonly prefix: string;
  readonly publicUrl: string;
  readonly logger: Logger;
}

const minutes = 10;
const Kept = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string().optional() });

export function staffProvider(settings: ProviderSettings, { redis, prefix, publicUrl, logger }: Deps): StaffProvider {
  const redirectUri = `${publicUrl}/staff/login/callback`;
  const secure = publicUrl.startsWith('https:');
  const cookie = secure ? '__Host-lastu-oidc' : 'lastu-oidc';
  const keyOf = (id: string) => `${prefix}:oidc:${createHash('sha256').update(id).digest('base64url')}`;

  let discovered: Promise<oidc.Configuration> | undefined;
  /** Asked for when somebody logs in, so that a start does not depend on another house; asked anew after a failure. */
  async function configuration(): Promise<oidc.Configuration> {
    discovered ??= discover(settings);
    try {
      return await discovered;
    } catch (error) {
      discovered = undefined;
      throw error;
    }
  }

  async function orRefused<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof StaffRefusal) throw error;
      logger.warn({ err: error }, 'The provider of OpenID Connect has not told who somebody is');
      throw new StaffRefusal('provider-failed');
    }
  }

  return {
    name: settings.name,

    leave: (ctx, { next }) =>
      orRefused(async () => {
        const config = await configuration();
        const id = randomBytes(32).toString('base64url');
        const kept = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), next }; // prettier-ignore
        await redis.set(keyOf(id), JSON.stringify(kept), 'EX', minutes * 60);
        if (secure) ctx.cookies.secure = true;
        ctx.cookies.set(cookie, id, { httpOnly: true, sameSite: 'lax', secure, path: '/', overwrite: true });
        return oidc.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: 'openid email profile',
          state: kept.state,
          nonce: kept.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(kept.verifier),
          code_challenge_method: 'S256',
        }).href;
      }),

    comeBack: (ctx) =>
      orRefused(async () => {
        const id = ctx.cookies.get(cookie);
        ctx.cookies.set(cookie, null, { path: '/', secure });
        const text = id ? await redis.getdel(keyOf(id)) : null; // good for one answer
        const { state, nonce, verifier, next } = Kept.parse(JSON.parse(text ?? 'null'));
        const address = new URL(redirectUri);
        address.search = ctx.search;
        const tokens = await oidc.authorizationCodeGrant(await configuration(), address, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        return { person: personOf(tokens.claims() ?? {}, settings), next };
      }),
  };
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  // by http a provider on this machine only is reached, as the environment says
  const execute = [
    oidc.enableNonRepudiationChecks,
    ...(server.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
  ];
  return oidc.discovery(server, clientId, clientSecret, undefined, { execute, timeout: 10 });
}

const Claims = z.object({
  iss: z.string(),
  sub: z.string(),
  email: z.string(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
});

/** The person of an ID token, whose signature, issuer, audience, nonce and time were checked. */
function personOf(claims: Readonly<Record<string, unknown>>, { rolesClaim, grants }: ProviderSettings): Vouched {
  const { iss: issuer, sub: subject, email, email_verified: verified, name = email } = Claims.parse(claims);
  if (verified === false) throw new StaffRefusal('provider-failed');
  const values = new Set([claims[rolesClaim]].flat().map(String));
  const given = grants.filter(({ value }) => values.has(value));
  const roles: StaffRole[] = [...new Set(given.map(({ role }) => role))];
  if (roles.length === 0) throw new StaffRefusal('no-role');
  const serves = given.find(({ municipality }) => municipality !== undefined)?.municipality;
  return { ...NewStaff.parse({ email, name, roles, ...(serves !== undefined && { serves }) }), issuer, subject };
}
