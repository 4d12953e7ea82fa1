import { municipalityOn } from '../../config/region/municipalities.ts';
import type { LocalDate } from '../local-date.ts';
import type { Phase, Rollout } from './schema.ts';

/** Whether a phase has begun in a municipality by a day, and when it does: undefined where no day is set. */
export function phaseIn(
  rollouts: readonly Rollout[],
  { municipality, phase, on }: { municipality: string; phase: Phase; on: LocalDate },
): { readonly live: boolean; readonly starts: LocalDate | undefined } {
  const id = municipalityOn(municipality, on)?.id ?? municipality;
  const rollout = rollouts.find(({ _id }) => _id === id);
  if (!rollout) return { live: true, starts: undefined };
  const starts = rollout.starts[phase];
  return { live: starts !== undefined && starts <= on, starts };
}
