import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Middleware } from 'koa';
import { problem } from './problems.ts';

/** The secret a request brings: a bearer token, or the password of HTTP Basic, whatever the user name; else empty. */
export function givenSecret(ctx: Context, schemes: readonly ('bearer' | 'basic')[]): string {
  const [scheme = '', credentials = ''] = ctx.get('authorization').split(' ');
  const named = schemes.find((one) => one === scheme.toLowerCase());
  if (named !== 'basic') return named ? credentials : '';
  const decoded = Buffer.from(credentials, 'base64').toString('utf8');
  return decoded.slice(decoded.indexOf(':') + 1);
}

/** Compares hashes, so that the time taken tells nothing of the token. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/**
 * Lets on who brings the installation's token as a bearer token, which no browser sends by itself; as if nothing were there
 * where none is configured.
 */
export function staffOnly(token: string | undefined): Middleware {
  return async function onlyStaff(ctx, next) {
    if (token === undefined) throw problem('not-found');
    if (!sameSecret(givenSecret(ctx, ['bearer']), token)) {
      throw problem('unauthorized', {}, { 'www-authenticate': 'Bearer realm="LASTU"' });
    }
    await next();
  };
}
