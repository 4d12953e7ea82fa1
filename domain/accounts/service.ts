import { randomBytes, randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import type { Audit } from '../audit/service.ts';
import type { LocalDate } from '../local-date.ts';
import { hashSlowly, isHashOf } from '../slow-hash.ts';
import { familyOf, type Family } from './family.ts';
import type { Attempt, LockOut } from './lock-out.ts';
import { AccountProblem } from './problems.ts';
import { displayNameHindrance, displayNameKey } from './display-name.ts';
import { displayNamesOf } from './display-names.ts';
import { accountRepository, CardNumberTaken, DisplayNameTaken } from './repository.ts';
import { hashCode, isCode, newCode } from './secrets.ts';
import { mergingOf, type Merging } from './merging.ts';
import { type PersonalRecords, privacyOf, type Privacy } from './privacy.ts';
import type { Code, Contact, NewPatron, PatronAccount, Settings } from './schema.ts';

/** Sends a code to an address; whatever it needs to know of languages and mail servers is its own. */
export type SendCode = (message: {
  readonly to: string;
  readonly code: string;
  readonly purpose: Code['purpose'];
  readonly language: Settings['language'];
}) => Promise<void>;

/** Cards, the people they belong to, and how these prove who they are. */
export interface Accounts extends Family, Merging, Privacy {
  ensureIndexes(): Promise<void>;
  find(id: string): Promise<PatronAccount | undefined>;
  byCard(cardNumber: string): Promise<PatronAccount | undefined>;
  byCalendarKey(key: string): Promise<PatronAccount | undefined>;
  /** Patrons whose names have words that begin so, twenty at most; for staff. */
  named(name: string): Promise<PatronAccount[]>;
  /** @throws AccountProblem `card-number-taken` */
  add(patron: NewPatron): Promise<PatronAccount>;
  /**
   * Who a card and its PIN belong to.
   * @throws AccountProblem `credentials-wrong`, in the same words and time whether or not there is such a card;
   * `too-many-attempts`
   */
  logIn(credentials: { cardNumber: string; pin: string; address: string; device?: string | undefined }): Promise<PatronAccount>; // prettier-ignore
  /**
   * Sends a code to the e-mail address of a card, for its web account or a new PIN. Says nothing of whether there is such
   * a card, or such a birth date. @throws AccountProblem `too-many-attempts`
   */
  requestCode(wish: {
    purpose: Code['purpose'];
    cardNumber: string;
    birthDate: LocalDate;
    address: string;
  }): Promise<void>;
  /** Sets a PIN with the code that was sent, and logs out everywhere. @throws AccountProblem `code-wrong`, `too-many-attempts` */
  redeemCode(wish: { cardNumber: string; code: string; pin: string; address: string }): Promise<PatronAccount>;
  /** Logs out everywhere else. @throws AccountProblem `credentials-wrong`, `too-many-attempts` */
  changePin(id: string, wish: { pin: string; newPin: string; address: string }): Promise<PatronAccount>;
  /** Ends all sessions. */
  logOutEverywhere(id: string): Promise<PatronAccount>;
  changeSettings(id: string, settings: Partial<Settings>): Promise<PatronAccount>;
  changeContact(id: string, contact: Contact): Promise<PatronAccount>;
  /** @throws AccountProblem `display-name-taken`, `display-name-tells-who`, `display-name-tells-nothing`, `display-name-official`, and those of `admitName` */
  setDisplayName(id: string, name: string): Promise<PatronAccount>;
  /** The names these patrons have chosen; those who have none are missing. */
  displayNames(ids: readonly string[]): Promise<Map<string, string>>;
  /** Gives the calendar of due dates another secret address; the old one is worth nothing from now on. */
  renewCalendar(id: string): Promise<PatronAccount>;
  /** The old card is worth nothing from now on. @throws AccountProblem `card-number-taken` */
  replaceCard(id: string, cardNumber: string): Promise<PatronAccount>;
  setCardState(id: string, state: PatronAccount['cardState']): Promise<PatronAccount>;
  /** Lends and holds nothing to a patron until the end of a day, or until it is lifted. */
  setBlock(id: string, block: PatronAccount['block']): Promise<PatronAccount>;
}

export interface AccountDeps {
  readonly database: Db;
  readonly lockOut: LockOut;
  readonly sendCode: SendCode;
  /** Lets a name through that others may read over what a patron writes; throws where they may not. */
  readonly admitName: (patron: string, name: string) => Promise<void>;
  /** What other subjects keep of patrons. */
  readonly records: readonly PersonalRecords[];
  /** Where merges are noted. */
  readonly audit?: Pick<Audit, 'note'>;
  readonly now?: () => Date;
}

const codeMinutes = 15;
const codeTries = 5;

export function createAccounts({
  database,
  lockOut,
  sendCode,
  admitName,
  records,
  audit,
  now = () => new Date(),
}: AccountDeps): Accounts {
  const repository = accountRepository(database);
  void isHashOf(undefined, ''); // the first who is unknown must not wait longer than others

  /** Read, decide, compare-and-swap. */
  async function amend(id: string, decide: (account: PatronAccount) => PatronAccount): Promise<PatronAccount> {
    for (;;) {
      const before = await repository.find(id);
      if (!before || before.deletedAt) throw new AccountProblem('patron-not-found');
      const after = await repository.swap(before, decide(before));
      if (after) return after;
    }
  }

  const withPin = async (pin: string) => {
    const pinHash = await hashSlowly(pin);
    return (account: PatronAccount): PatronAccount => ({
      ...account,
      pinHash,
      sessionEpoch: account.sessionEpoch + 1,
      code: undefined,
      webSince: account.webSince ?? new Date(),
    });
  };

  async function checked(
    attempt: Attempt,
    isRight: () => Promise<boolean>,
    reason: 'credentials-wrong' | 'code-wrong',
  ) {
    const begun = await lockOut.begin(attempt);
    if (await isRight()) return begun.succeeded();
    await begun.failed();
    throw new AccountProblem(reason);
  }

  async function issueCode(wish: {
    purpose: Code['purpose'];
    cardNumber: string;
    birthDate: LocalDate;
  }): Promise<void> {
    const { purpose, cardNumber, birthDate } = wish;
    const account = await repository.byCard(cardNumber);
    const email = account?.contact.email;
    if (!account || account.cardState !== 'valid' || account.birthDate !== birthDate || email === undefined) return;
    const code = newCode();
    const expiresAt = new Date(Date.now() + codeMinutes * 60_000);
    const sent: Code = { purpose, hash: hashCode(code, account._id), expiresAt, triesLeft: codeTries };
    await amend(account._id, (one) => ({ ...one, code: sent }));
    await sendCode({ to: email, code, purpose, language: account.settings.language });
  }

  /** @throws AccountProblem `credentials-wrong`, `too-many-attempts` */
  async function checkPin(id: string, pin: string, address: string): Promise<void> {
    const account = await repository.find(id);
    const attempt = { card: account?.cardNumber ?? id, address };
    await checked(attempt, () => isHashOf(account?.pinHash, pin), 'credentials-wrong');
  }

  const merging = mergingOf({
    repository,
    records,
    amend,
    now,
    note: async ({ from, into, by }) =>
      audit?.note({ id: `patronsMerged:${from}`, by, act: 'patronsMerged', subject: `patron:${into}`, after: { from } }), // prettier-ignore
  });

  return {
    ...familyOf({ find: repository.find, amend }),
    ...merging,
    ...privacyOf({ repository, records, amend, checkPin, finishMergesInto: merging.finishMergesInto }),
    ensureIndexes: () => repository.ensureIndexes(),
    find: (id) => repository.find(id),
    byCard: (cardNumber) => repository.byCard(cardNumber),
    byCalendarKey: (key) => repository.byCalendarKey(key),

    async named(name) {
      const words = name.split(/\s+/).filter(Boolean).slice(0, 5);
      return words.length === 0 ? [] : repository.named(words, 20);
    },

    async add({ pin, language, ...patron }) {
      const account: PatronAccount = {
        ...patron,
        _id: randomUUID(),
        version: 1,
        cardState: 'valid',
        settings: {
          language,
          notices: ['readyForPickup', 'dueSoon', 'overdue', 'holdExpired', 'moderation'],
          keepsHistory: false,
        },
        pinHash: pin === undefined ? undefined : await hashSlowly(pin),
        guardians: [],
        children: [],
        sessionEpoch: 1,
        calendarKey: newCalendarKey(),
        createdAt: new Date(),
      };
      if (!(await repository.add(account))) throw new AccountProblem('card-number-taken');
      return account;
    },

    async logIn({ cardNumber, pin, address, device }) {
      let account: PatronAccount | undefined;
      const isRight = async () => {
        const found = await repository.byCard(cardNumber);
        account = found?.cardState === 'valid' ? found : undefined;
        return isHashOf(account?.pinHash, pin);
      };
      await checked({ card: cardNumber, address, device }, isRight, 'credentials-wrong');
      if (!account) throw new AccountProblem('credentials-wrong');
      return account;
    },

    async requestCode({ purpose, cardNumber, birthDate, address }) {
      const begun = await lockOut.begin({ card: `code:${cardNumber}`, address });
      await begun.failed(); // each request counts: codes are neither guessed nor sent without end
      // not awaited: how long it takes would tell whether there is such a card
      void issueCode({ purpose, cardNumber, birthDate }).catch(() => undefined);
    },

    async redeemCode({ cardNumber, code, pin, address }) {
      let right: PatronAccount | undefined;
      const look = async () => {
        const account = await repository.byCard(cardNumber);
        if (!account?.code) return;
        // the try is used up before it is looked at, so that no two look at the same one
        let tried: Code | undefined;
        await amend(account._id, (one) => {
          tried = one.code && one.code.triesLeft > 0 && one.code.expiresAt > new Date() ? one.code : undefined;
          return { ...one, code: tried && { ...tried, triesLeft: tried.triesLeft - 1 } };
        });
        right = tried && isCode(code, account._id, tried.hash) ? account : undefined;
      };
      let set: Awaited<ReturnType<typeof withPin>> | undefined;
      const isRight = async () => {
        // hashed meanwhile, which takes longer: the time does not tell for which cards a code has been sent
        [set] = await Promise.all([withPin(pin), look()]);
        return right !== undefined;
      };
      await checked({ card: cardNumber, address }, isRight, 'code-wrong');
      if (!right || !set) throw new AccountProblem('code-wrong');
      return amend(right._id, set);
    },

    async changePin(id, { pin, newPin, address }) {
      await checkPin(id, pin, address);
      return amend(id, await withPin(newPin));
    },

    logOutEverywhere: (id) => amend(id, (account) => ({ ...account, sessionEpoch: account.sessionEpoch + 1 })),
    changeSettings: (id, settings) =>
      amend(id, (account) => ({ ...account, settings: { ...account.settings, ...settings } })),
    changeContact: (id, contact) => amend(id, (account) => ({ ...account, contact })),
    async setDisplayName(id, displayName) {
      await admitName(id, displayName);
      try {
        return await amend(id, (account) => {
          const hindrance = displayNameHindrance(displayName, account);
          if (hindrance) throw new AccountProblem(hindrance);
          return { ...account, displayName, displayNameKey: displayNameKey(displayName) };
        });
      } catch (error) {
        if (error instanceof DisplayNameTaken) throw new AccountProblem('display-name-taken');
        throw error;
      }
    },
    displayNames: displayNamesOf(database),
    async renewCalendar(id) {
      await repository.forgetMerged(id, 'calendarKey');
      return amend(id, (account) => ({ ...account, calendarKey: newCalendarKey() }));
    },
    setBlock: (id, block) => amend(id, (account) => ({ ...account, block })),
    setCardState: (id, cardState) =>
      amend(id, (account) => ({ ...account, cardState, sessionEpoch: account.sessionEpoch + 1 })),

    async replaceCard(id, cardNumber) {
      try {
        await repository.forgetMerged(id, 'cardNumber');
        const renewed = { cardNumber, cardState: 'valid' as const };
        return await amend(id, (account) => ({ ...account, ...renewed, sessionEpoch: account.sessionEpoch + 1 }));
      } catch (error) {
        if (error instanceof CardNumberTaken) throw new AccountProblem('card-number-taken');
        throw error;
      }
    },
  };
}

const newCalendarKey = () => randomBytes(24).toString('base64url');
