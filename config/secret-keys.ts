import { Buffer } from 'node:buffer';

/** 256 bits. */
export type SecretKey = Buffer;

/** Reads keys that stand one after another, the one that seals first, each of 32 bytes in base64. Gives what is wrong in words. */
export function readSecretKeys(text: string): readonly [SecretKey, ...SecretKey[]] | { readonly wrong: string } {
  const [first, ...others] = text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => (/^[\w+/-]{43}=?$/.test(word) ? Buffer.from(word, 'base64') : Buffer.alloc(0)));
  if (!first || [first, ...others].some(({ length }) => length !== 32))
    return { wrong: 'must be keys of 32 bytes in base64, by spaces, as "openssl rand -base64 32" makes them' };
  return [first, ...others];
}
