import type { Writer } from '../accounts/writers.ts';
import type { AdmissionPolicy, Standing, VoiceKind } from './schema.ts';

export interface OfferedText {
  readonly kind: VoiceKind;
  readonly writer: Writer;
  /** Watched words in it that make a text wait. */
  readonly held: readonly string[];
  /** Of a text that is changed: where it stood. */
  readonly before?: Standing | undefined;
}

/** Where a text stands once it is written. Pure. */
export function standingOf(
  { kind, writer, held, before }: OfferedText,
  { rules, newForDays }: AdmissionPolicy,
  at: Date,
): Standing {
  const pending = (cause: NonNullable<Standing['cause']>): Standing => ({ state: 'pending', cause, since: at });
  // what staff have taken away comes back by staff alone, whatever has been made of it
  if (before?.state === 'hidden') return pending('hidden-before');
  if (before?.state === 'pending' && (before.cause === 'reports' || before.cause === 'hidden-before')) return before;
  if (writer.isStaff) return { state: 'published', since: at };
  if (held.length > 0) return pending('words');
  if (rules[kind] === 'all-wait') return pending('policy');
  const isNew = at.getTime() - writer.since.getTime() < newForDays * dayMs;
  return rules[kind] === 'new-writers-wait' && isNew ? pending('new-writer') : { state: 'published', since: at };
}

const dayMs = 86_400_000;

/** How many texts of a kind a patron may write an hour, changes included: more than anybody does who means them. */
export const mostAnHour: Readonly<Record<VoiceKind, number>> = {
  review: 60,
  tag: 300,
  comment: 60,
  tip: 30,
  list: 300,
};
