import type { Audit } from '../domain/audit/service.ts';
import type { AuditEntry } from '../domain/audit/schema.ts';
import type { NewStaff, StaffAccount, StaffRole } from '../domain/staff/schema.ts';
import type { Staff } from '../domain/staff/service.ts';

interface Deps {
  readonly staff: Staff;
  readonly audit: Audit;
}

/** What admins do with accounts of staff, by their page and by the API; each act is noted. @throws StaffRefusal */
export function staffAccountActs({ staff, audit }: Deps) {
  const note = (by: string, account: StaffAccount, entry: Pick<AuditEntry, 'act' | 'before' | 'after'>) =>
    audit.note({ ...entry, by, subject: `staff:${account._id}` });
  const held = ({ roles, serves }: Pick<StaffAccount, 'roles' | 'serves'>) => ({ roles, serves });

  return {
    async invite(by: string, person: NewStaff): Promise<StaffAccount> {
      const { account } = await staff.invite(person);
      await note(by, account, { act: 'staffInvited', after: held(account) });
      return account;
    },
    async inviteAgain(by: string, id: string): Promise<StaffAccount> {
      const { account } = await staff.inviteAgain(id);
      await note(by, account, { act: 'staffInvited' });
      return account;
    },
    async setRoles(by: string, id: string, { roles, serves }: { roles: readonly StaffRole[]; serves?: string | undefined }) {
      const before = await staff.find(id);
      const after = await staff.setRoles(id, roles, serves);
      await note(by, after, { act: 'rolesSet', ...(before && { before: held(before) }), after: held(after) });
      return after;
    },
    async setOpen(by: string, id: string, isOpen: boolean): Promise<StaffAccount> {
      const account = await staff.setOpen(id, isOpen);
      await note(by, account, { act: isOpen ? 'staffReopened' : 'staffClosed' });
      return account;
    },
    async resetSecondFactor(by: string, id: string): Promise<StaffAccount> {
      const { account } = await staff.resetSecondFactor(id);
      await note(by, account, { act: 'secondFactorReset' });
      return account;
    },
    async logOutEverywhere(by: string, id: string): Promise<StaffAccount> {
      const account = await staff.logOutEverywhere(id);
      await note(by, account, { act: 'staffLoggedOut' });
      return account;
    },
  }; // prettier-ignore
}
