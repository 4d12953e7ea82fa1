import { createHash } from 'node:crypto';

/** Within so long the same words of the same writer are one text: a button was pressed twice, or an answer was lost on its way. */
const windowMs = 10 * 60_000;

/**
 * Ids of a text that is written now: the one it gets, and the one it has if it was written a moment ago. They are the same for
 * everything that is the same in `said`, and tell nothing of it. Pure.
 */
export function idsOfText(said: readonly unknown[], at: Date): { readonly id: string; readonly before: string } {
  const window = Math.floor(at.getTime() / windowMs);
  const idIn = (nth: number) => createHash('sha256').update(JSON.stringify([nth, ...said])).digest('base64url').slice(0, 22); // prettier-ignore
  return { id: idIn(window), before: idIn(window - 1) };
}
