import { hash, verify } from '@node-rs/argon2';

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. `algorithm` 2 is argon2id. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash for what people choose and others may guess: PINs and passwords. */
export const hashSlowly = (secret: string): Promise<string> => hash(secret, cost);

/** Whether a secret is the one. Takes its time also where there is none to compare with, and then says no. */
export async function isHashOf(hashed: string | undefined, secret: string): Promise<boolean> {
  nobodys ??= hashSlowly('nobody');
  const right = await verify(hashed ?? (await nobodys), secret).catch(() => false);
  return right && hashed !== undefined;
}

let nobodys: Promise<string> | undefined;
