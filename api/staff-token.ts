import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Middleware } from 'koa';
import { problem } from './problems.ts';

/**
 * Lets on who brings the installation's token as a bearer token, which no browser sends by itself; as if nothing were there
 * where none is configured.
 */
export function staffOnly(token: string | undefined): Middleware {
  return async function onlyStaff(ctx, next) {
    if (token === undefined) throw problem('not-found');
    if (!sameSecret(bearerOf(ctx), token)) {
      throw problem('unauthorized', {}, { 'www-authenticate': 'Bearer realm="LASTU"' });
    }
    await next();
  };
}

function bearerOf(ctx: Context): string {
  const [scheme = '', credentials = ''] = ctx.get('authorization').split(' ');
  return scheme.toLowerCase() === 'bearer' ? credentials : '';
}

/** Compares hashes, so that the time taken tells nothing of the token. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
