import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import type { LockOut } from '../accounts/lock-out.ts';
import { hashSlowly, isHashOf } from '../slow-hash.ts';
import {
  hashCode,
  hashToken,
  newInvitationToken,
  newRecoveryCodes,
  newTotpSecret,
  totpStep,
} from './one-time-codes.ts';
import { passwordFault } from './password.ts';
import { StaffRefusal } from './problems.ts';
import { staffRepository } from './repository.ts';
import type { NewStaff, StaffAccount, StaffRole } from './schema.ts';

/** Sends the link of an invitation; what it needs to know of addresses, languages and mail servers is its own. */
export type SendInvitation = (message: { readonly account: StaffAccount; readonly token: string }) => Promise<void>;

/** Who works in the libraries, and how they prove who they are: a password and a code of their app, or another house's word. */
export interface Staff {
  ensureIndexes(): Promise<void>;
  find(id: string): Promise<StaffAccount | undefined>;
  byEmail(email: string): Promise<StaffAccount | undefined>;
  /** By name, whether they still work here or not. */
  all(): Promise<StaffAccount[]>;
  /** Adds somebody and sends them an invitation. @throws StaffRefusal `email-taken` */
  invite(person: NewStaff): Promise<{ account: StaffAccount; token: string }>;
  /** A new link to set a password and an app anew; what was set stays good until it is followed. @throws StaffRefusal `staff-not-found` */
  inviteAgain(id: string, options?: { readonly send: boolean }): Promise<{ account: StaffAccount; token: string }>;
  /** Whom a link was sent to, and what their app is to take. @throws StaffRefusal `invitation-over` */
  invited(token: string): Promise<{ account: StaffAccount; totpSecret: string }>;
  /**
   * Sets a password and an app, by the link that was sent, and logs out everywhere. The recovery codes are told once.
   * @throws StaffRefusal `invitation-over`, `code-wrong` and those of a password; AccountProblem `too-many-attempts`
   */
  enrol(wish: { token: string; password: string; code: string; address: string }): Promise<Enrolled>;
  /**
   * Who an e-mail address, its password and a code of its app belong to; a recovery code does in the place of the other.
   * @throws StaffRefusal `credentials-wrong`, in the same words whatever was wrong; AccountProblem `too-many-attempts`
   */
  logIn(credentials: Credentials): Promise<{ account: StaffAccount; byRecoveryCode: boolean }>;
  /** Logs out everywhere else. @throws StaffRefusal `credentials-wrong` and those of a password; AccountProblem `too-many-attempts` */
  changePassword(id: string, wish: { password: string; newPassword: string; address: string }): Promise<StaffAccount>;
  /** New codes in the place of all that were left. @throws as `changePassword` */
  renewRecoveryCodes(id: string, proof: { password: string; address: string }): Promise<string[]>;
  /** @throws as `changePassword` */
  checkPassword(id: string, proof: { password: string; address: string }): Promise<StaffAccount>;
  logOutEverywhere(id: string): Promise<StaffAccount>;
  /** Ends their sessions. @throws StaffRefusal `staff-not-found`, `last-admin` */
  setRoles(id: string, roles: readonly StaffRole[], serves?: string): Promise<StaffAccount>;
  /** Closed, nobody logs in with it. @throws as `setRoles` */
  setOpen(id: string, isOpen: boolean, options?: { readonly evenLastAdmin: boolean }): Promise<StaffAccount>;
  /** Whom a provider of OpenID Connect vouches for, with the roles it tells; added at their first log-in. @throws StaffRefusal `no-role`, `email-taken`, `credentials-wrong` of a closed account */
  vouched(person: NewStaff & { issuer: string; subject: string }): Promise<StaffAccount>;
  /** Somebody with a password and an app at once, without an invitation: for the demo and for tests. */
  addReady(person: NewStaff & { password: string; totpSecret: string }): Promise<StaffAccount>;
}

export interface Enrolled {
  readonly account: StaffAccount;
  readonly recoveryCodes: readonly string[];
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly code: string;
  readonly address: string;
  readonly device?: string | undefined;
}

interface StaffDeps {
  readonly database: Db;
  readonly lockOut: LockOut;
  readonly sendInvitation: SendInvitation;
}

const invitationDays = 7;

export function createStaff({ database, lockOut, sendInvitation }: StaffDeps): Staff {
  const repository = staffRepository(database);
  void isHashOf(undefined, ''); // the first who is unknown must not wait longer than others

  /** Read, decide, compare-and-swap. */
  async function amend(id: string, decide: (account: StaffAccount) => StaffAccount | Promise<StaffAccount>) {
    for (;;) {
      const before = await repository.find(id);
      if (!before) throw new StaffRefusal('staff-not-found');
      const after = await repository.swap(before, await decide(before));
      if (after) return after;
    }
  }

  /** Tries count by the address they were made with, apart from the cards of patrons. */
  async function checked(who: Pick<Credentials, 'email' | 'address' | 'device'>, isRight: () => Promise<boolean>, reason: 'credentials-wrong' | 'code-wrong' = 'credentials-wrong') {
    const { email, address, device } = who;
    const begun = await lockOut.begin({ card: `staff:${email}`, address, device });
    if (await isRight()) return begun.succeeded();
    await begun.failed();
    throw new StaffRefusal(reason);
  } // prettier-ignore

  /** Takes a code of the app, or a recovery code, so that nobody takes it again; false where it is neither. */
  async function takeCode(id: string, code: string): Promise<'app' | 'recovery' | undefined> {
    let taken: 'app' | 'recovery' | undefined;
    await amend(id, (account) => {
      const { totp, recoveryCodes } = account;
      const step = totp && totpStep(code.replaceAll(' ', ''), totp);
      const hashed = hashCode(code, id);
      taken = step !== undefined ? 'app' : recoveryCodes.includes(hashed) ? 'recovery' : undefined;
      return {
        ...account,
        ...(totp && step !== undefined && { totp: { ...totp, lastStep: step } }),
        recoveryCodes: taken === 'recovery' ? recoveryCodes.filter((one) => one !== hashed) : recoveryCodes,
      };
    });
    return taken;
  }

  const newAccount = ({ email, name, roles, serves, language }: NewStaff): StaffAccount => ({
    _id: randomUUID(),
    version: 1,
    email,
    name,
    roles,
    ...(serves !== undefined && { serves }),
    language,
    recoveryCodes: [],
    sessionEpoch: 1,
    createdAt: new Date(),
  });

  const newInvitation = () => {
    const token = newInvitationToken();
    const expiresAt = new Date(Date.now() + invitationDays * 86_400_000);
    return { token, invitation: { hash: hashToken(token), expiresAt, totpSecret: newTotpSecret() } };
  };

  async function invited(token: string) {
    const account = await repository.byInvitation(hashToken(token));
    const invitation = account?.invitation;
    if (!account || !invitation || account.closedAt || invitation.expiresAt < new Date())
      throw new StaffRefusal('invitation-over');
    return { account, totpSecret: invitation.totpSecret };
  }

  async function refuseWithoutAdmin(changed: string): Promise<void> {
    const others = (await repository.all()).filter(({ _id, closedAt }) => _id !== changed && !closedAt);
    if (!others.some(({ roles }) => roles.includes('admin'))) throw new StaffRefusal('last-admin');
  }

  async function checkPassword(id: string, { password, address }: { password: string; address: string }) {
    const account = await repository.find(id);
    if (!account) throw new StaffRefusal('staff-not-found');
    await checked({ email: account.email, address }, () => isHashOf(account.passwordHash, password));
    return account;
  }

  return {
    ensureIndexes: repository.ensureIndexes,
    find: repository.find,
    byEmail: (email) => repository.byEmail(email.toLowerCase()),
    all: repository.all,
    invited,
    checkPassword,

    async invite(person) {
      const { token, invitation } = newInvitation();
      const account = { ...newAccount(person), invitation };
      await repository.add(account);
      await sendInvitation({ account, token });
      return { account, token };
    },

    async inviteAgain(id, { send } = { send: true }) {
      const { token, invitation } = newInvitation();
      const account = await amend(id, (one) => ({ ...one, invitation }));
      if (send) await sendInvitation({ account, token });
      return { account, token };
    },

    async enrol({ token, password, code, address }) {
      const { account, totpSecret } = await invited(token);
      const fault = passwordFault(password, account);
      if (fault) throw new StaffRefusal(fault);
      let lastStep: number | undefined;
      const isRight = async () => {
        lastStep = totpStep(code.replaceAll(' ', ''), { secret: totpSecret, lastStep: 0 });
        return lastStep !== undefined;
      };
      await checked({ email: account.email, address }, isRight, 'code-wrong');
      const [passwordHash, recoveryCodes] = [await hashSlowly(password), newRecoveryCodes()];
      const enrolled = await amend(account._id, ({ invitation, ...one }) => {
        if (invitation?.hash !== hashToken(token)) throw new StaffRefusal('invitation-over');
        return {
          ...one,
          passwordHash,
          totp: { secret: totpSecret, lastStep: lastStep ?? 0 },
          recoveryCodes: recoveryCodes.map((each) => hashCode(each, one._id)),
          sessionEpoch: one.sessionEpoch + 1,
        };
      });
      return { account: enrolled, recoveryCodes };
    },

    async logIn({ email: given, password, code, address, device }) {
      const email = given.toLowerCase();
      let by: 'app' | 'recovery' | undefined;
      let account: StaffAccount | undefined;
      const isRight = async () => {
        const found = await repository.byEmail(email);
        account = found?.closedAt ? undefined : found;
        const isPassword = await isHashOf(account?.passwordHash, password);
        by = isPassword && account ? await takeCode(account._id, code) : undefined;
        return by !== undefined;
      };
      await checked({ email, address, device }, isRight);
      if (!account || by === undefined) throw new StaffRefusal('credentials-wrong');
      return { account, byRecoveryCode: by === 'recovery' };
    },

    async changePassword(id, { password, newPassword, address }) {
      const account = await checkPassword(id, { password, address });
      const fault = passwordFault(newPassword, account);
      if (fault) throw new StaffRefusal(fault);
      const passwordHash = await hashSlowly(newPassword);
      return amend(id, (one) => ({ ...one, passwordHash, sessionEpoch: one.sessionEpoch + 1 }));
    },

    async renewRecoveryCodes(id, proof) {
      await checkPassword(id, proof);
      const codes = newRecoveryCodes();
      await amend(id, (one) => ({ ...one, recoveryCodes: codes.map((code) => hashCode(code, id)) }));
      return codes;
    },

    logOutEverywhere: (id) => amend(id, (one) => ({ ...one, sessionEpoch: one.sessionEpoch + 1 })),

    async setRoles(id, roles, serves) {
      if (!roles.includes('admin')) await refuseWithoutAdmin(id);
      return amend(id, ({ serves: _serves, ...one }) => ({
        ...one,
        roles: [...roles],
        ...(serves !== undefined && { serves }),
        sessionEpoch: one.sessionEpoch + 1,
      }));
    },

    async setOpen(id, isOpen, { evenLastAdmin } = { evenLastAdmin: false }) {
      if (!isOpen && !evenLastAdmin) await refuseWithoutAdmin(id);
      return amend(id, (account) => {
        const { closedAt, invitation, ...one } = account;
        if (isOpen) return { ...one, ...(invitation && { invitation }) };
        return { ...one, closedAt: closedAt ?? new Date(), sessionEpoch: one.sessionEpoch + 1 };
      });
    },

    async vouched({ issuer, subject, ...person }) {
      if (person.roles.length === 0) throw new StaffRefusal('no-role');
      const known = await repository.byProvider(issuer, subject);
      if (!known) {
        const account = { ...newAccount(person), provider: { issuer, subject } };
        await repository.add(account);
        return account;
      }
      if (known.closedAt) throw new StaffRefusal('credentials-wrong');
      return amend(known._id, ({ serves, ...one }) => {
        const same = one.roles.join() === person.roles.join() && serves === person.serves;
        return {
          ...one,
          email: person.email,
          name: person.name,
          roles: person.roles,
          ...(person.serves !== undefined && { serves: person.serves }),
          sessionEpoch: one.sessionEpoch + (same ? 0 : 1), // whoever has other roles now begins anew everywhere
        };
      });
    },

    async addReady({ password, totpSecret, ...person }) {
      const account = {
        ...newAccount(person),
        passwordHash: await hashSlowly(password),
        totp: { secret: totpSecret, lastStep: 0 },
      };
      await repository.add(account);
      return account;
    },
  };
}
