import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The id of a memory list that nobody has logged in to, and our signature: a list is never looked for by a token that is not ours. */
export interface MemoryTokens {
  issue(): { id: string; token: string };
  /** The id in a token of ours; undefined for anything else. */
  idIn(token: string): string | undefined;
}

export function memoryTokens(secret: string): MemoryTokens {
  const signed = (id: string) => createHmac('sha256', secret).update(`memory-list ${id}`).digest('base64url');
  return {
    issue() {
      const id = randomBytes(16).toString('base64url');
      return { id, token: `${id}.${signed(id)}` };
    },
    idIn(token) {
      const [id = '', signature = '', ...rest] = token.split('.');
      const given = Buffer.from(signature);
      const wanted = Buffer.from(signed(id));
      const isOurs = rest.length === 0 && given.length === wanted.length && timingSafeEqual(given, wanted);
      return isOurs ? id : undefined;
    },
  };
}
