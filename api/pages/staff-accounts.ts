import { z } from 'zod';
import { municipalities } from '../../config/region/municipalities.ts';
import { NewStaff, StaffRole } from '../../domain/staff/schema.ts';
import { staffAccountsPage } from '../../ui/pages/staff-accounts-page.ts';
import type { PageDeps } from './deps.ts';
import { field, fields } from './forms.ts';
import { chosen } from './staff-chosen.ts';
import type { StaffFormAnswer, StaffPage, StaffPageRequest } from './staff-page.ts';

/** Who works here: invited, given roles and closed by admins. Each act is noted. */
export function accountsPages({ staff, audit }: Pick<PageDeps, 'staff' | 'audit'>): StaffPage[] {
  const note = ({ worker }: StaffPageRequest, subject: string, entry: Omit<Parameters<typeof audit.note>[0], 'by' | 'subject'>) =>
    audit.note({ ...entry, by: worker.id, subject: `staff:${subject}` }); // prettier-ignore
  const done = (text: string): StaffFormAnswer => ({ goTo: '/staff/accounts', note: { tone: 'done', text } });

  const acts: Readonly<Record<string, (request: StaffPageRequest) => Promise<StaffFormAnswer>>> = {
    invite: async (request) => {
      const { ctx, reader } = request;
      const person = NewStaff.parse({
        email: field(ctx, 'email'),
        name: field(ctx, 'name'),
        language: field(ctx, 'language') || undefined,
        ...rolesIn(request),
      });
      const { account } = await staff.invite(person);
      const { roles, serves } = account;
      await note(request, account._id, { act: 'staffInvited', after: { roles, serves } });
      return done(reader.t('staffAccount.invited', { email: account.email }));
    },
    roles: async (request) => {
      const id = field(request.ctx, 'id');
      const { roles, serves } = rolesIn(request);
      const before = await staff.find(id);
      const after = await staff.setRoles(id, roles, serves);
      await note(request, id, { act: 'rolesSet', before: { roles: before?.roles ?? [], serves: before?.serves }, after: { roles, serves } }); // prettier-ignore
      return done(request.reader.t('staffAccount.rolesSet', { name: after.name }));
    },
    invitation: async (request) => {
      const { account } = await staff.inviteAgain(field(request.ctx, 'id'));
      await note(request, account._id, { act: 'staffInvited' });
      return done(request.reader.t('staffAccount.invited', { email: account.email }));
    },
    state: async (request) => {
      const isOpen = field(request.ctx, 'state') === 'open';
      const account = await staff.setOpen(field(request.ctx, 'id'), isOpen);
      await note(request, account._id, { act: isOpen ? 'staffReopened' : 'staffClosed' });
      return done(request.reader.t(isOpen ? 'staffAccount.reopened' : 'staffAccount.closedNow', { name: account.name })); // prettier-ignore
    },
  };

  return [
    {
      address: '/staff/accounts',
      group: 'upkeep',
      name: 'staffAccount.all',
      lead: 'staffAccount.all.lead',
      role: 'admin',
      main: async ({ reader, csrfToken, worker }) =>
        staffAccountsPage(reader, { accounts: await staff.all(), csrfToken, own: worker.id }),
      act: (request) => chosen(acts, request),
    },
  ];
}

const Serves = z.enum(municipalities.map(({ id }) => id)).optional();

function rolesIn({ ctx }: StaffPageRequest) {
  return {
    roles: z.array(StaffRole).min(1).parse(fields(ctx, 'role')),
    serves: Serves.parse(field(ctx, 'serves') || undefined),
  };
}
