import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as all authenticator apps take it: six digits, half a minute, SHA-1. */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Clocks differ: the code before and the one after are taken too. */
const drift = 1;

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a QR code. */
export const totpAddress = (secret: string, { issuer, email }: { issuer: string; email: string }): string =>
  new TOTP({ ...shape, issuer, label: email, secret: Secret.fromBase32(secret) }).toString();

/** The code of an instant, for the demo and for tests. */
export const totpCode = (secret: string, at = Date.now()): string =>
  new TOTP({ ...shape, secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

/** The step of time whose code this is, where it is one that may be taken: none is taken twice, nor one older than that. */
export function totpStep(code: string, { secret, lastStep }: { secret: string; lastStep: number }): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const now = Date.now();
  const delta = TOTP.validate({
    ...shape,
    token: code,
    secret: Secret.fromBase32(secret),
    timestamp: now,
    window: drift,
  });
  if (delta === null) return undefined;
  const step = Math.floor(now / 1_000 / shape.period) + delta;
  return step > lastStep ? step : undefined;
}

const recoveryCodeCount = 10;

/** Codes for whoever has lost their app: 80 bits each, `abcd-efgh-ijkl-mnop`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodeCount }, () =>
    (new Secret({ buffer: toArrayBuffer(randomBytes(10)) }).base32.toLowerCase().match(/.{4}/g) ?? []).join('-'),
  );

const toArrayBuffer = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;

/** Of what is long and random a plain hash keeps nothing. Typed with or without hyphens, in any case. */
export const hashCode = (code: string, account: string): string =>
  createHash('sha256')
    .update(`${account}:${code.toLowerCase().replace(/[^a-z2-7]/g, '')}`)
    .digest('base64url');

/** What an invitation's link carries: 256 bits, of which a plain hash is kept. */
export const newInvitationToken = (): string => randomBytes(32).toString('base64url');
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
