import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

/** A code to be read in an e-mail and typed: six digits. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** A code lives for minutes and allows few tries, so a plain hash keeps it well enough. It is salted with whose it is. */
export const hashCode = (code: string, patron: string): string =>
  createHash('sha256').update(`${patron}:${code}`).digest('base64url');

export const isCode = (code: string, patron: string, hashed: string): boolean =>
  timingSafeEqual(Buffer.from(hashCode(code, patron)), Buffer.from(hashed));
