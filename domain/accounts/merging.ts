import { alikeAccounts, type AlikeBy } from './doubles.ts';
import { displayNameKey } from './display-name.ts';
import { AccountProblem } from './problems.ts';
import { DisplayNameTaken, type AccountRepository } from './repository.ts';
import type { PersonalRecords } from './privacy.ts';
import type { PatronAccount } from './schema.ts';

/** Two accounts that look like one person's. */
export interface Double {
  readonly accounts: readonly [PatronAccount, PatronAccount];
  readonly by: readonly AlikeBy[];
}

/** An account as it stands before a merge: how much each subject keeps of it. */
export interface MergeSide {
  readonly account: PatronAccount;
  readonly counts: Readonly<Record<string, number>>;
}

/** One person, two accounts: found, looked at side by side, and made one. A merge cannot be undone. */
export interface Merging {
  /** Those that look like one person's, the surest first. */
  doubles(): Promise<Double[]>;
  /** They are two people's: they are not among the doubles any more. */
  keepApart(one: string, other: string): Promise<void>;
  /** @throws AccountProblem `patron-not-found` */
  mergeSide(id: string): Promise<MergeSide>;
  /**
   * Gives all that is kept of `from` to `into`, and makes its card lead there. What was begun is finished by whoever comes next,
   * wherever somebody dies; asking again is asking once.
   * @throws AccountProblem `patron-not-found`; `not-allowed` for an account and itself, for a guardian and their child, and where
   * the card of the account that stays must not be used
   */
  merge(from: string, into: string, by: string): Promise<PatronAccount>;
  /** Finishes what is being merged into an account. */
  finishMergesInto(id: string): Promise<void>;
  /** Finishes merges that somebody has died over, and looks once more for what was written while they went on. */
  finishMerges(): Promise<void>;
}

interface Deps {
  readonly repository: AccountRepository;
  readonly records: readonly PersonalRecords[];
  /** Told of each merge, once or again. */
  note(merge: { from: string; into: string; by: string }): Promise<void>;
  amend(id: string, decide: (account: PatronAccount) => PatronAccount): Promise<PatronAccount>;
  now(): Date;
}

const mostDoubles = 100;

/** So long after a merge nobody is writing any more who has read the old account before it. */
const settlingMs = 5 * 60_000;

export function mergingOf({ repository, records, note, amend, now }: Deps): Merging {
  async function present(id: string): Promise<PatronAccount> {
    const account = await repository.find(id);
    if (!account || account.deletedAt) throw new AccountProblem('patron-not-found');
    return account;
  }

  /** As `amend`, of an account that counts as deleted already. */
  async function mark(id: string, decide: (account: PatronAccount) => PatronAccount): Promise<PatronAccount> {
    for (;;) {
      const before = await repository.find(id);
      if (!before) throw new AccountProblem('patron-not-found');
      const next = decide(before);
      const after = next === before ? before : await repository.swap(before, next);
      if (after) return after;
    }
  }

  /** Carries a merge on from where it is. */
  async function carryOn(from: string): Promise<void> {
    let account = await repository.find(from);
    if (account?.merge?.state === 'asked') account = await begin(account);
    if (!account?.merge || account.mergedInto === undefined) return;
    const { merge } = account;
    let heir = await repository.find(account.mergedInto);
    while (heir?.mergedInto !== undefined) heir = await repository.find(heir.mergedInto);
    const into = heir?._id ?? account.mergedInto;
    await note({ from, into, by: merge.by });
    if (heir?.deletedAt) {
      for (const one of records) await one.erase(from); // whoever it belongs to wanted all of it deleted
      await mark(from, (one) => ({ ...emptied(one), cardNumber: undefined, calendarKey: undefined, merge: undefined }));
      return;
    }
    for (const one of records) await one.move(from, into);
    if (merge.state === 'moving') {
      await takeOver(account, into);
      await mark(from, (one) => (one.merge?.state === 'moving' ? { ...emptied(one), merge: { ...one.merge, state: 'settling' } } : one)); // prettier-ignore
    } else if (now().getTime() - merge.at.getTime() > settlingMs)
      await mark(from, (one) => (one.merge?.state === 'settling' ? { ...one, merge: undefined } : one));
  }

  async function finishMergesInto(id: string): Promise<void> {
    for (const { _id, merge } of await repository.mergedInto(id)) if (merge) await carryOn(_id);
  }

  /** Nothing has gone over yet. Where the other account is gone itself, as two who merge each into the other see, this one stays. */
  async function begin({ _id, mergedInto = '' }: PatronAccount): Promise<PatronAccount> {
    const heir = await repository.find(mergedInto);
    const stays = heir !== undefined && !heir.deletedAt;
    const decided = await mark(_id, (one) => {
      if (one.merge?.state !== 'asked') return one;
      if (stays) return { ...one, merge: { ...one.merge, state: 'moving' } };
      const { displayName } = one;
      return { ...one, mergedInto: undefined, merge: undefined, deletedAt: undefined, ...(displayName !== undefined && { displayNameKey: displayNameKey(displayName) }) }; // prettier-ignore
    });
    return decided;
  }

  /** What the account itself says, where the one that stays says nothing; and the family. */
  async function takeOver(from: PatronAccount, into: string): Promise<void> {
    await amend(into, (one) => heirOf(one, from));
    if (from.displayName !== undefined) {
      const { displayName } = from;
      const named = (one: PatronAccount) =>
        one.displayName === undefined ? { ...one, displayName, displayNameKey: displayNameKey(displayName) } : one;
      await amend(into, named).catch((error: unknown) => {
        if (!(error instanceof DisplayNameTaken)) throw error; // somebody has chosen it in between
      });
    }
    const renamed = (all: readonly string[]) => [...new Set(all.map((id) => (id === from._id ? into : id)))].filter((id) => id !== from._id); // prettier-ignore
    for (const child of from.children) await link(child, (one) => ({ ...one, guardians: renamed(one.guardians) }));
    for (const guardian of from.guardians) await link(guardian, (one) => ({ ...one, children: renamed(one.children) }));
  }

  /** A card that is gone itself has no family. */
  async function link(id: string, decide: (account: PatronAccount) => PatronAccount): Promise<void> {
    await amend(id, decide).catch((error: unknown) => {
      if (!(error instanceof AccountProblem)) throw error;
    });
  }

  return {
    async doubles() {
      const alike = await alikeAccounts(repository.identities(), mostDoubles);
      const accounts = new Map(
        (await repository.findAll(alike.flatMap(({ ids }) => ids))).map((one) => [one._id, one]),
      );
      return alike.flatMap(({ ids: [one, other], by }) => {
        const [first, second] = [accounts.get(one), accounts.get(other)];
        return first && second && !first.deletedAt && !second.deletedAt ? [{ accounts: [first, second] as const, by }] : []; // prettier-ignore
      });
    },

    async keepApart(one, other) {
      await present(other);
      await amend(one, (account) => ({ ...account, notSameAs: [...new Set([...(account.notSameAs ?? []), other])] }));
    },

    async mergeSide(id) {
      const account = await present(id);
      const counts = await Promise.all(records.map((record) => record.count(id)));
      return { account, counts: Object.assign({}, ...counts) };
    },

    async merge(from, into, by) {
      const known = await repository.find(from);
      if (known?.mergedInto !== into) {
        const [one, other] = [await present(from), await present(into)];
        const isFamily = one.children.includes(into) || one.guardians.includes(into);
        if (from === into || isFamily || other.cardState !== 'valid') throw new AccountProblem('not-allowed');
        await finishMergesInto(from);
        const at = now();
        await amend(from, (account) => ({
          ...account,
          displayNameKey: undefined, // so that the other account may have the name
          mergedInto: into,
          merge: { by, at, state: 'asked' },
          deletedAt: at,
          sessionEpoch: account.sessionEpoch + 1,
        }));
      }
      await carryOn(from);
      const done = await repository.find(from);
      if (done?.mergedInto !== into) throw new AccountProblem('not-allowed');
      return present(into);
    },

    finishMergesInto,

    async finishMerges() {
      const failures: unknown[] = [];
      for (const { _id } of await repository.merging()) await carryOn(_id).catch((error: unknown) => failures.push(error)); // prettier-ignore
      if (failures.length > 0) throw new AggregateError(failures, 'Some merges of patrons are not finished');
    },
  };
}

/** The account that stays, with what it lacks. Of two blocks the longer stands; whoever wanted no recommendations gets none. */
function heirOf(one: PatronAccount, from: PatronAccount): PatronAccount {
  const { _id: own } = one;
  const refuses = [one, from].some(({ settings }) => settings.recommendations === false);
  const blocks = [one.block, from.block].flatMap((block) => block ?? []);
  const longest = blocks.toSorted((a, b) => ((a.until ?? '9999') < (b.until ?? '9999') ? 1 : -1))[0];
  return {
    ...one,
    birthDate: one.birthDate ?? from.birthDate,
    contact: { ...from.contact, ...withoutGaps(one.contact) },
    settings: { ...one.settings, ...(refuses && { recommendations: false }) },
    pinHash: one.pinHash ?? from.pinHash,
    webSince: one.webSince ?? from.webSince,
    guardians: others([...one.guardians, ...from.guardians], own, from._id),
    children: others([...one.children, ...from.children], own, from._id),
    block: longest,
    createdAt: from.createdAt < one.createdAt ? from.createdAt : one.createdAt,
  };
}

const withoutGaps = (contact: PatronAccount['contact']) =>
  Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined && value !== ''));

const others = (ids: readonly string[], ...own: readonly string[]) =>
  [...new Set(ids)].filter((id) => !own.includes(id));

/** What is left of an account that was merged into another: its id and card, which lead there. */
function emptied(one: PatronAccount): PatronAccount {
  const { _id, version, cardNumber, cardState, municipality, calendarKey, sessionEpoch, createdAt, deletedAt, mergedInto, merge } = one; // prettier-ignore
  const nothing = { name: '', contact: {}, guardians: [], children: [], settings: { language: 'fi' as const, notices: [], keepsHistory: false } }; // prettier-ignore
  return { _id, version, cardNumber, cardState, municipality, calendarKey, sessionEpoch, createdAt, deletedAt, mergedInto, merge, ...nothing }; // prettier-ignore
}
