import { randomBytes } from 'node:crypto';
import helmet from 'koa-helmet';
import type { Middleware } from 'koa';

/**
 * Security headers. Scripts and styles are ours alone; the few that stand in the page itself carry the nonce of this
 * answer (`ctx.state.nonce`). HSTS is sent where patrons reach us by https.
 */
export function protect({ publicUrl }: { publicUrl: string }): Middleware {
  const secure = publicUrl.startsWith('https:');
  const protection = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        'style-src': ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'"],
        ...(secure && { 'upgrade-insecure-requests': [] }),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginResourcePolicy: { policy: 'cross-origin' }, // towns embed what we serve
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  return async function protectedAnswer(ctx, next) {
    const nonce = randomBytes(16).toString('base64url');
    ctx.state['nonce'] = nonce;
    nonces.set(ctx.res, nonce);
    await protection(ctx, next);
  };
}

const nonces = new WeakMap<object, string>();
const nonceOf = (response: object) => nonces.get(response) ?? '';
