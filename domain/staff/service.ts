import type { Db } from 'mongodb';
import type { Sealing } from '../../config/sealing.ts';
import type { LockOut } from '../accounts/lock-out.ts';
import { hashSlowly, isHashOf } from '../slow-hash.ts';
import { staffAdministration, type SendInvitation, type StaffAdministration } from './administration.ts';
import { hashCode, hashToken, newRecoveryCodes, totpStep } from './one-time-codes.ts';
import { passwordFault } from './password.ts';
import { StaffRefusal } from './problems.ts';
import { staffRepository } from './repository.ts';
import type { StaffAccount } from './schema.ts';
import { totpSecrets } from './totp-secrets.ts';

/** Who works in the libraries, and how they prove who they are: a password and a code of their app, or another house's word. */
export interface Staff extends StaffAdministration {
  ensureIndexes(): Promise<void>;
  find(id: string): Promise<StaffAccount | undefined>;
  byEmail(email: string): Promise<StaffAccount | undefined>;
  /** By name, whether they still work here or not. */
  all(): Promise<StaffAccount[]>;
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
  readonly sealing: Sealing;
  readonly sendInvitation: SendInvitation;
}

export function createStaff({ database, lockOut, sealing, sendInvitation }: StaffDeps): Staff {
  const repository = staffRepository(database);
  const secrets = totpSecrets(sealing);
  void isHashOf(undefined, ''); // the first who is unknown must not wait longer than others

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
    await repository.amend(id, (account) => {
      const { totp, recoveryCodes } = account;
      const secret = totp && secrets.open(id, totp.secret);
      const step = secret && totpStep(code.replaceAll(' ', ''), { secret, lastStep: totp.lastStep });
      const hashed = hashCode(code, id);
      taken = step ? 'app' : recoveryCodes.includes(hashed) ? 'recovery' : undefined;
      return {
        ...account,
        ...(totp && step && { totp: { ...totp, lastStep: step } }),
        recoveryCodes: taken === 'recovery' ? recoveryCodes.filter((one) => one !== hashed) : recoveryCodes,
      };
    });
    return taken;
  }

  async function invited(token: string) {
    const account = await repository.byInvitation(hashToken(token));
    const invitation = account?.invitation;
    if (!account || !invitation || account.closedAt || invitation.expiresAt < new Date())
      throw new StaffRefusal('invitation-over');
    const totpSecret = secrets.open(account._id, invitation.totpSecret);
    if (totpSecret === undefined) throw new StaffRefusal('invitation-over');
    return { account, totpSecret };
  }

  async function checkPassword(id: string, { password, address }: { password: string; address: string }) {
    const account = await repository.find(id);
    if (!account) throw new StaffRefusal('staff-not-found');
    await checked({ email: account.email, address }, () => isHashOf(account.passwordHash, password));
    return account;
  }

  return {
    ...staffAdministration({ repository, secrets, sendInvitation }),
    ensureIndexes: repository.ensureIndexes,
    find: repository.find,
    byEmail: (email) => repository.byEmail(email.toLowerCase()),
    all: repository.all,
    invited,
    checkPassword,

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
      const enrolled = await repository.amend(account._id, ({ invitation, ...one }) => {
        if (invitation?.hash !== hashToken(token)) throw new StaffRefusal('invitation-over');
        return {
          ...one,
          passwordHash,
          totp: { secret: secrets.seal(one._id, totpSecret), lastStep: lastStep ?? 0 },
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
      return repository.amend(id, (one) => ({ ...one, passwordHash, sessionEpoch: one.sessionEpoch + 1 }));
    },

    async renewRecoveryCodes(id, proof) {
      await checkPassword(id, proof);
      const codes = newRecoveryCodes();
      await repository.amend(id, (one) => ({ ...one, recoveryCodes: codes.map((code) => hashCode(code, id)) }));
      return codes;
    },
  };
}
