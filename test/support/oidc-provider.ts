import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer } from 'node:http';

/** A provider of OpenID Connect as far as the code flow with PKCE goes (OpenID Connect Core, 3.1; RFC 7636), over HTTP. */
export interface OidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What its ID tokens say of who logs in; `null` claims are left out. */
  claims: Record<string, unknown>;
  close(): Promise<void>;
}

export async function startOidcProvider(): Promise<OidcProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const kid = randomBytes(8).toString('hex');
  const [clientId, clientSecret] = ['lastu', randomBytes(16).toString('hex')];
  const asked = new Map<string, { redirect: string; nonce: string | null; challenge: string | null }>();
  let claims: Record<string, unknown> = {};
  let issuer = '';
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const idToken = (nonce: string | null) => {
    const now = Math.floor(Date.now() / 1_000);
    const body = { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce, ...claims };
    const text = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part(body)}`;
    return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (url.pathname === '/.well-known/openid-configuration')
      return answer(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    if (url.pathname === '/keys') return answer(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] }); // prettier-ignore
    if (url.pathname === '/authorize') {
      const code = randomBytes(16).toString('hex');
      const redirect = url.searchParams.get('redirect_uri') ?? '';
      asked.set(code, { redirect, nonce: url.searchParams.get('nonce'), challenge: url.searchParams.get('code_challenge') }); // prettier-ignore
      const back = new URL(redirect);
      back.searchParams.set('code', code);
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      response.writeHead(302, { location: back.href });
      return response.end();
    }
    if (url.pathname !== '/token') return answer(404, {});
    let text = '';
    request.on('data', (bytes) => (text += bytes));
    request.on('end', () => {
      const form = new URLSearchParams(text);
      const given = asked.get(form.get('code') ?? '');
      asked.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const isClient = form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
      if (!isClient || !given || given.redirect !== form.get('redirect_uri') || given.challenge !== challenge)
        return answer(400, { error: 'invalid_grant' });
      return answer(200, { access_token: 'none', token_type: 'Bearer', id_token: idToken(given.nonce) });
    });
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    issuer,
    clientId,
    clientSecret,
    get claims() {
      return claims;
    },
    set claims(next) {
      claims = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
