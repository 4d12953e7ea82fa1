import { randomUUID } from 'node:crypto';
import { hashSlowly } from '../slow-hash.ts';
import { keepingAnAdmin } from './last-admin.ts';
import { hashToken, newInvitationToken, newTotpSecret } from './one-time-codes.ts';
import { StaffRefusal } from './problems.ts';
import type { StaffRepository } from './repository.ts';
import type { NewStaff, StaffAccount, StaffRole } from './schema.ts';
import type { totpSecrets } from './totp-secrets.ts';

/** Sends the link of an invitation; what it needs to know of addresses, languages and mail servers is its own. */
export type SendInvitation = (message: { readonly account: StaffAccount; readonly token: string }) => Promise<void>;

/** Who works here, as admins and providers say it. */
export interface StaffAdministration {
  /** Adds somebody and sends them an invitation. @throws StaffRefusal `email-taken` */
  invite(person: NewStaff): Promise<{ account: StaffAccount; token: string }>;
  /** A new link to set a password and an app anew; what was set stays good until it is followed. @throws StaffRefusal `staff-not-found`, `told-by-provider` */
  inviteAgain(id: string, options?: { readonly send: boolean }): Promise<{ account: StaffAccount; token: string }>;
  /**
   * For whoever has lost a telephone that others may have found: neither its app nor a recovery code is taken any more, all
   * sessions end, and a new link is sent. @throws as `inviteAgain`
   */
  resetSecondFactor(id: string): Promise<{ account: StaffAccount; token: string }>;
  logOutEverywhere(id: string): Promise<StaffAccount>;
  /** Ends their sessions. @throws StaffRefusal `staff-not-found`, `last-admin`, `told-by-provider` */
  setRoles(id: string, roles: readonly StaffRole[], serves?: string): Promise<StaffAccount>;
  /** Closed, nobody logs in with it. @throws as `setRoles` */
  setOpen(id: string, isOpen: boolean, options?: { readonly evenLastAdmin: boolean }): Promise<StaffAccount>;
  /** Whom a provider of OpenID Connect vouches for, with the roles it tells; added at their first log-in. @throws StaffRefusal `no-role`, `email-taken`, `credentials-wrong` of a closed account */
  vouched(person: NewStaff & { issuer: string; subject: string }): Promise<StaffAccount>;
  /** Somebody with a password and an app at once, without an invitation: for the demo and for tests. */
  addReady(person: NewStaff & { password: string; totpSecret: string }): Promise<StaffAccount>;
  /** Seals secrets of apps by the key that seals now; harmless to repeat. `lost` are those that no key opens. */
  sealSecrets(): Promise<{ readonly lost: number }>;
}

interface AdministrationDeps {
  readonly repository: StaffRepository;
  readonly secrets: ReturnType<typeof totpSecrets>;
  readonly sendInvitation: SendInvitation;
}

const invitationDays = 7;

export function staffAdministration({ repository, secrets, sendInvitation }: AdministrationDeps): StaffAdministration {
  const { amend } = repository;

  const newInvitation = (id: string) => {
    const token = newInvitationToken();
    const expiresAt = new Date(Date.now() + invitationDays * 86_400_000);
    const totpSecret = secrets.seal(id, newTotpSecret());
    return { token, invitation: { hash: hashToken(token), expiresAt, totpSecret } };
  };

  return {
    async invite(person) {
      const begun = newAccount(person);
      const { token, invitation } = newInvitation(begun._id);
      const account = { ...begun, invitation };
      await repository.add(account);
      await sendInvitation({ account, token });
      return { account, token };
    },

    async inviteAgain(id, { send } = { send: true }) {
      const { token, invitation } = newInvitation(id);
      const account = await amend(id, (one) => {
        if (one.provider) throw new StaffRefusal('told-by-provider');
        return { ...one, invitation };
      });
      if (send) await sendInvitation({ account, token });
      return { account, token };
    },

    async resetSecondFactor(id) {
      const { token, invitation } = newInvitation(id);
      const account = await amend(id, ({ totp: _totp, ...one }) => {
        if (one.provider) throw new StaffRefusal('told-by-provider');
        return { ...one, recoveryCodes: [], invitation, sessionEpoch: one.sessionEpoch + 1 };
      });
      await sendInvitation({ account, token });
      return { account, token };
    },

    logOutEverywhere: (id) => amend(id, (one) => ({ ...one, sessionEpoch: one.sessionEpoch + 1 })),

    async setRoles(id, roles, serves) {
      const change = () =>
        amend(id, ({ serves: _serves, ...one }) => {
          if (one.provider) throw new StaffRefusal('told-by-provider');
          return {
            ...one,
            roles: [...roles],
            ...(serves !== undefined && { serves }),
            sessionEpoch: one.sessionEpoch + 1,
          };
        });
      return roles.includes('admin') ? change() : keepingAnAdmin(repository, id, change);
    },

    async setOpen(id, isOpen, { evenLastAdmin } = { evenLastAdmin: false }) {
      const change = () =>
        amend(id, (account) => {
          const { closedAt, invitation, ...one } = account;
          if (isOpen) return { ...one, ...(invitation && { invitation }) };
          return { ...one, closedAt: closedAt ?? new Date(), sessionEpoch: one.sessionEpoch + 1 };
        });
      return isOpen || evenLastAdmin ? change() : keepingAnAdmin(repository, id, change);
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
      const begun = newAccount(person);
      const account = {
        ...begun,
        passwordHash: await hashSlowly(password),
        totp: { secret: secrets.seal(begun._id, totpSecret), lastStep: 0 },
      };
      await repository.add(account);
      return account;
    },

    async sealSecrets() {
      let lost = 0;
      for (const account of (await repository.all()).filter(secrets.areOld)) {
        if (secrets.areOld(await amend(account._id, secrets.sealedAnew))) lost += 1;
      }
      return { lost };
    },
  };
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
