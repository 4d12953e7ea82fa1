import { AccountProblem } from './problems.ts';
import type { AccountRepository } from './repository.ts';
import type { PatronAccount } from './schema.ts';

/** What another subject keeps of a patron: loans, reviews, lists. */
export interface PersonalRecords {
  /** Under which it stands in an export. */
  readonly name: string;
  /** Everything, ready to be written as JSON. */
  export(patron: string): Promise<unknown>;
  /** Why the patron cannot go yet, if so. */
  hindrance(patron: string): Promise<'loans-open' | 'fees-open' | undefined>;
  /** How much there is, by what it is. */
  count(patron: string): Promise<Readonly<Record<string, number>>>;
  /**
   * Gives everything to another account of the same person: nothing is lost, and nothing is there twice. May be repeated, goes on
   * where somebody has died over it, and takes along what has been written under the old id since.
   */
  move(from: string, to: string): Promise<void>;
  /** Removes what may go, and leaves nothing in the rest that tells who it was. May be repeated. */
  erase(patron: string): Promise<void>;
}

/** What a patron may ask of us by law (GDPR, Articles 15, 17 and 20). */
export interface Privacy {
  /** Everything that is kept of a patron, secrets excepted. @throws AccountProblem `patron-not-found` */
  exportAll(id: string): Promise<Record<string, unknown>>;
  /**
   * Deletes an account with all that need not be kept; what must be is nobody's from then on.
   * @throws AccountProblem `loans-open`, `fees-open`, and those of a wrong PIN
   */
  deleteAccount(id: string, proof: { pin: string; address: string }): Promise<void>;
  /** Finishes deletions that somebody has died over. */
  finishDeletions(): Promise<void>;
}

interface Deps {
  readonly repository: AccountRepository;
  readonly records: readonly PersonalRecords[];
  amend(id: string, decide: (account: PatronAccount) => PatronAccount): Promise<PatronAccount>;
  checkPin(id: string, pin: string, address: string): Promise<void>;
  /** What is on its way to an account from another one comes there first, and goes with it. */
  finishMergesInto(id: string): Promise<void>;
}

export function privacyOf({ repository, records, amend, checkPin, finishMergesInto }: Deps): Privacy {
  async function erase(id: string): Promise<void> {
    for (const one of records) await one.erase(id);
    for (const field of ['cardNumber', 'calendarKey'] as const) await repository.forgetMerged(id, field);
    for (;;) {
      const account = await repository.find(id);
      if (!account?.erasing || (await repository.swap(account, { ...account, erasing: undefined }))) return;
    }
  }

  return {
    async exportAll(id) {
      const account = await repository.find(id);
      if (!account || account.deletedAt) throw new AccountProblem('patron-not-found');
      const { pinHash: _pinHash, code: _code, version: _version, calendarKey: _calendarKey, notSameAs: _notSameAs, ...own } = account; // prettier-ignore
      const others = await Promise.all(records.map(async (one) => [one.name, await one.export(id)] as const));
      const formerCards = (await repository.mergedInto(id)).flatMap(({ cardNumber, merge }) => (cardNumber === undefined ? [] : [{ cardNumber, mergedAt: merge?.at }])); // prettier-ignore
      return { account: { ...own, ...(formerCards.length > 0 && { formerCards }) }, ...Object.fromEntries(others) };
    },

    async deleteAccount(id, { pin, address }) {
      await checkPin(id, pin, address);
      await finishMergesInto(id);
      for (const one of records) {
        const hindrance = await one.hindrance(id);
        if (hindrance) throw new AccountProblem(hindrance);
      }
      const { children, guardians } = await amend(id, anonymous);
      for (const child of children) await unlink(child, (one) => ({ ...one, guardians: without(one.guardians, id) }));
      for (const guardian of guardians)
        await unlink(guardian, (one) => ({ ...one, children: without(one.children, id) }));
      await erase(id);
    },

    async finishDeletions() {
      for (const id of await repository.erasing()) await erase(id);
    },
  };

  /** A card that is gone itself has nothing to unlink. */
  async function unlink(id: string, decide: (account: PatronAccount) => PatronAccount): Promise<void> {
    await amend(id, decide).catch((error: unknown) => {
      if (!(error instanceof AccountProblem)) throw error;
    });
  }
}

const without = (all: readonly string[], one: string) => all.filter((id) => id !== one);

/** What is left of an account: its id, to which fees that were paid belong, and where it was, for the region's figures. */
function anonymous({
  _id,
  version,
  municipality,
  children,
  guardians,
  sessionEpoch,
  createdAt,
}: PatronAccount): PatronAccount {
  // prettier-ignore
  return {
    _id,
    version,
    municipality,
    children,
    guardians,
    cardState: 'closed',
    name: '',
    contact: {},
    settings: { language: 'fi', notices: [], keepsHistory: false },
    sessionEpoch: sessionEpoch + 1,
    createdAt,
    deletedAt: new Date(),
    erasing: true,
  };
}
