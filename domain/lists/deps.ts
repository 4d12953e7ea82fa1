import { localDate } from '../local-date.ts';
import type { Catalogue } from '../catalogue/service.ts';
import type { Consortium } from '../consortium/service.ts';
import type { Discovery } from '../discovery/service.ts';
import { keepPace, type Pace } from '../pace.ts';
import { allowed } from './decisions.ts';
import { ListProblem } from './problems.ts';
import type { ModerationDeps } from './moderated.ts';
import type { PublicListRepository } from './repository-of-public.ts';
import type { ListWords } from './words.ts';
import type { Role, WorkList } from './schema.ts';

export interface ListDeps extends ModerationDeps {
  readonly catalogue: Pick<Catalogue, 'readWorks' | 'currentWorkIds' | 'namesOfWorks'>;
  readonly discovery: Pick<Discovery, 'works'>;
  readonly consortium: Pick<Consortium, 'begun'>;
  /** Ids of works with an edition under one of these ISBN-13, maybe some more. */
  worksWithIsbns(isbns: readonly string[]): Promise<string[]>;
  /** Removes what others keep about a list that goes for good; harmless to repeat. */
  readonly removeAbout: (list: string) => Promise<void>;
  readonly everybodys: PublicListRepository;
  readonly words: ListWords;
  /** How often a patron may write. */
  readonly pace: Pace;
}

/** Somebody who has logged in. */
export interface Actor {
  readonly patron: string;
  readonly municipality: string;
}

/** @throws ListProblem `community-not-started` where the patron's municipality has not begun with it yet */
export async function refuseTooEarly(
  { consortium }: Pick<ListDeps, 'consortium'>,
  { municipality }: Actor,
): Promise<void> {
  const { live } = await consortium.begun('takePart', municipality, localDate(new Date()));
  if (!live) throw new ListProblem('community-not-started');
}

export async function readable(
  { lists }: Pick<ListDeps, 'lists'>,
  id: string,
  patron: string | undefined,
): Promise<{ list: WorkList; role: Role }> {
  return allowed(await lists.find(id), patron, 'read');
}

/** @throws ListProblem `list-not-found`, `list-not-yours`, `community-not-started` */
export async function stillWritable(deps: ListDeps, id: string, actor: Actor): Promise<{ list: WorkList; role: Role }> {
  const found = allowed(await deps.lists.find(id), actor.patron, 'write');
  await refuseTooEarly(deps, actor);
  return found;
}

/** Before anything is written. @throws TooFast, and ListProblem as `stillWritable` does */
export async function writable(deps: ListDeps, id: string, actor: Actor): Promise<{ list: WorkList; role: Role }> {
  const found = await stillWritable(deps, id, actor);
  await keepPace(deps.pace, actor.patron);
  return found;
}
