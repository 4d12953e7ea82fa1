import { localDate } from '../local-date.ts';
import { remembered } from '../settings.ts';
import type { FindWriter } from '../accounts/writers.ts';
import type { Consortium } from '../consortium/service.ts';
import { mostAnHour, standingOf } from './decide.ts';
import { ModerationProblem } from './problems.ts';
import type { ModerationRepository } from './repository.ts';
import { usualPolicy, type AdmissionPolicy, type Standing, type VoiceKind, type WatchedWords } from './schema.ts';
import { startingWords } from './starting-words.ts';
import { wordWatch, type BaseForms } from './watched-words.ts';

/** Somebody who has logged in and writes. */
export interface Author {
  readonly patron: string;
  /** Of staff: the one they serve. */
  readonly municipality: string;
  readonly isStaff: boolean;
}

/** What somebody wants to have written. */
export interface Offered {
  readonly kind: VoiceKind;
  readonly patron: string;
  /** Everything in it that others will read: its title, its text, the name it is written under. */
  readonly texts: readonly string[];
  /** Of a text that is changed: where it stood. */
  readonly before?: Standing | undefined;
}

/** Who may write what, and where it stands then. Whoever keeps texts asks this before each write, and stores the answer with them. */
export interface Admission {
  /**
   * Where a text stands that is written now: published, or pending. A change is stored only where the text still stands as
   * `before` (see `asRead`).
   * @throws ModerationProblem `community-not-started`, `writer-banned`, `writing-too-fast`, `words-not-allowed`
   */
  admit(offered: Offered): Promise<Standing>;
  /** Lets nobody go on who may not write, where they rate or call something helpful. @throws ModerationProblem `writer-banned` */
  refuseBanned(patron: string): Promise<void>;
  /**
   * Whether a name may stand over what somebody writes, and has written: it cannot wait for staff.
   * @throws ModerationProblem `writer-banned`, `words-not-allowed`
   */
  admitName(patron: string, name: string): Promise<void>;
  policy(municipality: string): Promise<AdmissionPolicy>;
  words(): Promise<WatchedWords>;
  /** What was set is seen at once in this process, and in others after ten seconds. */
  forget(): void;
}

/** Counts what is written under a key, for an hour. rate-limiter-flexible is one. */
export interface WritingCounter {
  penalty(key: string, points: number): Promise<{ readonly consumedPoints: number }>;
}

export interface AdmissionDeps {
  readonly repository: ModerationRepository;
  readonly consortium: Pick<Consortium, 'begun'>;
  readonly findWriter: FindWriter;
  readonly writing: WritingCounter;
  readonly baseForms: BaseForms;
}

const maxAgeMs = 10_000;
const hourMs = 3_600_000;

export function admissionOver({ repository, consortium, findWriter, writing, baseForms }: AdmissionDeps): Admission {
  const policies = remembered(() => repository.policies(), maxAgeMs);
  const watched = remembered(async () => {
    const list = (await repository.words()) ?? startingWords;
    return { list, watch: wordWatch(list, baseForms) };
  }, maxAgeMs);

  const policy = async (municipality: string) =>
    (await policies.read()).find(({ _id }) => _id === municipality) ?? usualPolicy(municipality);

  async function refuseTooFast({ kind, patron }: Offered, at: Date): Promise<void> {
    const hour = Math.floor(at.getTime() / hourMs);
    const { consumedPoints } = await writing.penalty(`${kind}:${patron}:${hour}`, 1);
    if (consumedPoints <= mostAnHour[kind]) return;
    throw new ModerationProblem('writing-too-fast', { seconds: Math.ceil(((hour + 1) * hourMs - at.getTime()) / 1_000) }); // prettier-ignore
  }

  async function refuseBanned(patron: string): Promise<void> {
    const ban = await repository.ban(patron);
    if (ban && (!ban.until || ban.until > new Date()))
      throw new ModerationProblem('writer-banned', { until: ban.until && localDate(ban.until) });
  }

  return {
    policy,
    refuseBanned,

    async admitName(patron, name) {
      await refuseBanned(patron);
      const { refuse, hold } = (await watched.read()).watch.find([name]);
      const words = [...refuse, ...hold];
      if (words.length > 0) throw new ModerationProblem('words-not-allowed', { words: words.join(', ') });
    },

    words: async () => (await watched.read()).list,

    async admit(offered) {
      const { kind, patron, texts, before } = offered;
      const at = new Date();
      const writer = await findWriter(patron);
      if (!writer) throw new ModerationProblem('writer-banned');
      const { municipality } = writer;
      const { live, starts } = await consortium.begun('takePart', municipality, localDate(at));
      if (!live) throw new ModerationProblem('community-not-started', { municipality, starts });
      await refuseBanned(patron);
      await refuseTooFast(offered, at);
      const { refuse, hold } = (await watched.read()).watch.find(texts);
      if (refuse.length > 0) throw new ModerationProblem('words-not-allowed', { words: refuse.join(', ') });
      return standingOf({ kind, writer, held: hold, before }, await policy(municipality), at);
    },

    forget() {
      policies.forget();
      watched.forget();
    },
  };
}
