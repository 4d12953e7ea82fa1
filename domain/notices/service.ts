import { createHash } from 'node:crypto';
import { MailRefused, type SendMail } from '../../config/mail.ts';
import type { Addressee, FindAddressees } from '../accounts/addressees.ts';
import type { Copies } from '../catalogue/copies.ts';
import type { Circulation } from '../circulation/service.ts';
import type { Correspondent } from './correspondent.ts';
import { localDate, localHour, plusDays } from '../local-date.ts';
import { letterText, type TitledOccasion } from './letter-text.ts';
import { dueDatesToTellOf, longestEndedDays, occasionsIn, type Occasion } from './occasions.ts';
import type { LetterRepository } from './repository.ts';
import type { Letter, LetterKind } from './schema.ts';

/**
 * Letters about loans and holds, each subject told once. Circulation does not know of them: they are found by looking at how
 * things stand, written down, and sent by whoever claims them. Letters that others write are worded by their correspondents.
 */
export interface Notices {
  ensureIndexes(): Promise<void>;
  /** Writes the letters there are to write; nothing is sent. Harmless to repeat, and for many to do at the same time. */
  write(about: 'holds' | 'loans'): Promise<void>;
  /** Puts back what somebody has died over, once; what dies twice is given up. */
  putBack(): Promise<void>;
  /** Letters to be sent now. `lateMs`: those that should have been sent so long ago. */
  due(lateMs?: number): Promise<string[]>;
  /** Sends a letter that waits; does nothing where another has it, or it need not be sent. Tells what has come of it. */
  deliver(id: string): Promise<Letter['state'] | undefined>;
  /** What accounts export and erase of a patron. */
  readonly records: ReturnType<typeof letterRecords>;
  counts: LetterRepository['counts'];
}

export interface NoticeDeps {
  readonly repository: LetterRepository;
  readonly circulation: Pick<Circulation, 'borrower' | 'holdsEndedSince'>;
  readonly copies: Pick<Copies, 'inUse' | 'dueBetween' | 'items' | 'titles' | 'workOf' | 'ofWork'>;
  readonly addressees: FindAddressees;
  /** Who words what other subjects write. */
  readonly correspondents?: readonly Correspondent[];
  readonly sendMail: SendMail;
  readonly publicUrl: string;
  readonly now: () => Date;
}

/** Whoever has not said for this long what came of a letter is dead: no mail server is waited for that long. */
const deadAfterMs = 10 * 60_000;
/** Minutes until a letter is tried again, after each attempt; after the last one it is given up: a day and a half. */
const pauses = [1, 4, 15, 60, 240, 360, 360, 360, 360, 360] as const;
/** Nobody is woken by a reminder. */
const [firstHour, lastHour] = [8, 20];

export function noticesOver(deps: NoticeDeps): Notices {
  const { repository, circulation, copies, addressees, now } = deps;

  async function occasions(about: 'holds' | 'loans'): Promise<Occasion[]> {
    const on = localDate(now());
    if (about === 'loans') return occasionsIn(await copies.dueBetween(...dueDatesToTellOf(on)), [], on);
    const [shelves, ended] = await Promise.all([
      copies.inUse('holdShelf'),
      circulation.holdsEndedSince(plusDays(on, -longestEndedDays)),
    ]);
    return occasionsIn(shelves, ended, on);
  }

  /** What a letter tells of, as far as it is still true. */
  async function stillTrue({ patron, subjects }: Letter): Promise<Occasion[]> {
    const borrower = await circulation.borrower(patron);
    const theirs = [...borrower.loans.map(({ item }) => item), ...borrower.holds.flatMap(({ copy }) => copy?.item ?? [])]; // prettier-ignore
    const all = occasionsIn(await copies.items(theirs), [borrower], localDate(now()));
    return all.filter((one) => one.patron === patron && subjects.includes(one.subject));
  }

  async function titled(all: readonly Occasion[]): Promise<TitledOccasion[]> {
    const titles = await copies.titles(all.flatMap((one) => one.record ?? []));
    return Promise.all(
      all.map(async (one) => {
        if (one.kind !== 'holdExpired' || one.record !== undefined)
          return { ...one, title: titles.get(one.record ?? '') ?? '' };
        const work = await copies.workOf(one.target);
        const found = work === undefined ? [] : await copies.ofWork(work);
        const named = found.find(({ targets }) => targets.includes(one.target)) ?? found[0];
        return { ...one, title: named?.title ?? one.target };
      }),
    );
  }

  /** Undefined where there is nothing to say any more. */
  async function wordsOf(letter: Letter, reader: Addressee) {
    const { kind } = letter;
    if (kind === 'newArrivals' || kind === 'moderation')
      return deps.correspondents?.find((one) => one.kind === kind)?.word(letter, reader);
    const all = await stillTrue(letter);
    return all.length === 0 ? undefined : letterText(kind, await titled(all), { ...reader, publicUrl: deps.publicUrl });
  }

  async function messageOf(letter: Letter) {
    const to = (await addressees([letter.patron])).get(letter.patron);
    if (!to?.wants.includes(letter.kind)) return undefined;
    const said = await wordsOf(letter, to);
    if (!said) return undefined;
    const messageId = `<${createHash('sha256').update(letter._id).digest('hex').slice(0, 40)}@${new URL(deps.publicUrl).hostname}>`; // prettier-ignore
    return { to: to.to, messageId, ...said };
  }

  async function end(letter: Letter, change: Partial<Letter>): Promise<Letter['state'] | undefined> {
    return (await repository.change(letter, change)) ? change.state : undefined;
  }

  function tryLater(letter: Letter, reason: string): Promise<Letter['state'] | undefined> {
    const minutes = pauses[letter.attempts - 1];
    if (minutes === undefined) return end(letter, { state: 'failed', reason });
    return end(letter, { state: 'waiting', notBefore: new Date(now().getTime() + minutes * 60_000), reason });
  }

  return {
    records: letterRecords(repository),
    counts: () => repository.counts(),
    ensureIndexes: () => repository.ensureIndexes(),

    async write(about) {
      const hour = localHour(now());
      if (about === 'loans' && (hour < firstHour || hour >= lastHour)) return;
      const all = await occasions(about);
      const told = await repository.told(all.map(({ subject }) => subject));
      const untold = all.filter(({ subject }) => !told.has(subject));
      const readers = await addressees([...new Set(untold.map(({ patron }) => patron))]);
      const wanted = untold.filter((one) => isWanted(one, readers.get(one.patron)));
      for (const [, some] of Map.groupBy(wanted, ({ patron, kind }) => `${kind} ${patron}`)) {
        const letter = letterAbout(some, now());
        // where another has just told of one of them, the rest is told of the next time
        if (letter) await repository.add(letter);
      }
    },

    async putBack() {
      const reason = 'the process that sent it has died';
      for (const letter of await repository.abandoned(new Date(now().getTime() - deadAfterMs))) {
        const again = { state: 'waiting' as const, doubtful: true as const, notBefore: now(), reason };
        await end(letter, letter.doubtful ? { state: 'failed', reason: `${reason}, twice` } : again);
      }
    },

    async due(lateMs = 0) {
      return (await repository.due(new Date(now().getTime() - lateMs))).map(({ _id }) => _id);
    },

    async deliver(id) {
      const letter = await repository.claim(id, now());
      if (!letter) return undefined;
      let message: Awaited<ReturnType<typeof messageOf>>;
      try {
        message = await messageOf(letter);
        if (!message) return await end(letter, { state: 'void' });
        await deps.sendMail(message);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return error instanceof MailRefused ? end(letter, { state: 'failed', reason }) : tryLater(letter, reason);
      }
      return end(letter, { state: 'sent', sentAt: now() });
    },
  };
}

function isWanted(occasion: Occasion, reader: Addressee | undefined): boolean {
  if (!reader?.wants.includes(occasion.kind)) return false;
  return occasion.kind !== 'dueSoon' || occasion.daysLeft <= reader.dueSoonDays;
}

function letterAbout(occasions: readonly Occasion[], at: Date): Letter | undefined {
  const [first] = occasions.toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
  if (!first) return undefined;
  const { subject: _id, kind, patron } = first;
  const subjects = occasions.map(({ subject }) => subject);
  return { _id, kind, patron, subjects, state: 'waiting', writtenAt: at, attempts: 0, notBefore: at };
}

/** What is kept of a patron here, for exports and deletions. */
function letterRecords(repository: LetterRepository) {
  return {
    name: 'notices',
    async export(patron: string) {
      const letters = await repository.ofPatron(patron);
      return letters.map(({ kind, state, writtenAt, sentAt }): Record<string, LetterKind | string | Date | undefined> => ({ kind, state, writtenAt, sentAt })); // prettier-ignore
    },
    hindrance: async () => undefined,
    count: async (patron: string) => ({ letters: (await repository.ofPatron(patron)).length }),
    move: (from: string, to: string) => repository.move(from, to),
    erase: (patron: string) => repository.erase(patron),
  };
}
