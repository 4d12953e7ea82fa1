import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. `algorithm` 2 is argon2id. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPin = (pin: string): Promise<string> => hash(pin, cost);

/** Whether a PIN is the one. Takes its time also where there is none to compare with, and then says no. */
export async function isPin(pin: string, pinHash: string | undefined): Promise<boolean> {
  nobodysPin ??= hashPin('nobody');
  const right = await verify(pinHash ?? (await nobodysPin), pin).catch(() => false);
  return right && pinHash !== undefined;
}

let nobodysPin: Promise<string> | undefined;

/** A code to be read in an e-mail and typed: six digits. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** A code lives for minutes and allows few tries, so a plain hash keeps it well enough. It is salted with whose it is. */
export const hashCode = (code: string, patron: string): string =>
  createHash('sha256').update(`${patron}:${code}`).digest('base64url');

export const isCode = (code: string, patron: string, hashed: string): boolean =>
  timingSafeEqual(Buffer.from(hashCode(code, patron)), Buffer.from(hashed));
