import type { FindWriter } from '../accounts/writers.ts';
import type { Catalogue } from '../catalogue/service.ts';
import type { ChangeLine } from '../changes/change-line.ts';
import type { Consortium } from '../consortium/service.ts';
import type { Discovery } from '../discovery/service.ts';
import { localDate } from '../local-date.ts';
import type { Admission } from '../moderation/admission.ts';
import { ModerationProblem } from '../moderation/problems.ts';
import { VoiceProblem } from './problems.ts';

/** Somebody who has logged in. */
export interface Actor {
  readonly patron: string;
  readonly municipality: string;
}

/** What whoever takes part in public needs of the house. */
export interface VoiceDeps {
  readonly catalogue: Pick<Catalogue, 'standingWork' | 'namesOfWorks'>;
  readonly consortium: Pick<Consortium, 'begun'>;
  readonly changes: ChangeLine;
  readonly admission: Pick<Admission, 'admit' | 'refuseBanned'>;
  /** Works that texts are about, as staff are told. */
  readonly discovery: Pick<Discovery, 'works'>;
  /** Where whoever wrote a text is from. */
  readonly findWriter: FindWriter;
  readonly now: () => Date;
}

/** @throws ModerationProblem `community-not-started` where the patron's municipality has not begun with it yet */
export async function refuseTooEarly(
  { consortium, now }: Pick<VoiceDeps, 'consortium' | 'now'>,
  { municipality }: Actor,
): Promise<void> {
  const { live, starts } = await consortium.begun('takePart', municipality, localDate(now()));
  if (!live) throw new ModerationProblem('community-not-started', { municipality, starts });
}

/** The work an id leads to today. @throws VoiceProblem `voiced-work-not-found` */
export async function standing({ catalogue }: Pick<VoiceDeps, 'catalogue'>, id: string): Promise<string> {
  const work = await catalogue.standingWork(id);
  if (work === undefined) throw new VoiceProblem('voiced-work-not-found');
  return work;
}

/** All ids that lead to a work, its own first. */
export const namesOf = async ({ catalogue }: Pick<VoiceDeps, 'catalogue'>, work: string): Promise<readonly string[]> =>
  (await catalogue.namesOfWorks([work])).get(work) ?? [work];

/** Writes what changes the index of a work, and of the one that it was merged into meanwhile. */
export async function changeWork<T>(
  { catalogue, changes }: Pick<VoiceDeps, 'catalogue' | 'changes'>,
  work: string,
  write: () => Promise<T>,
): Promise<T> {
  const done = await changes.recordChange([work], write);
  const now = await catalogue.standingWork(work);
  if (now !== undefined && now !== work) await changeWork({ catalogue, changes }, now, async () => undefined);
  return done;
}
