import type { Reader } from '../messages/messages.ts';
import type { MemoryDetail } from './memory-event.ts';
import { mostRemembered } from './memory-list.ts';

/** What a reader is told of a change to the list. */
export const memoryWords = ({ t }: Reader, { what, work: { title } }: MemoryDetail): string =>
  t(`memory.told.${what}`, { title, n: mostRemembered });
