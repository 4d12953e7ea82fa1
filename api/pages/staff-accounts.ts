import { z } from 'zod';
import { municipalities } from '../../config/region/municipalities.ts';
import { NewStaff, StaffRole } from '../../domain/staff/schema.ts';
import { staffAccountsPage } from '../../ui/pages/staff-accounts-page.ts';
import { staffAccountActs } from '../staff-account-acts.ts';
import type { PageDeps } from './deps.ts';
import { field, fields } from './forms.ts';
import { chosen } from './staff-chosen.ts';
import type { StaffFormAnswer, StaffPage, StaffPageRequest } from './staff-page.ts';

/** Who works here: invited, given roles and closed by admins. Each act is noted. */
export function accountsPages({ staff, audit }: Pick<PageDeps, 'staff' | 'audit'>): StaffPage[] {
  const acts = staffAccountActs({ staff, audit });
  const done = (text: string, about?: string): StaffFormAnswer => ({
    goTo: about === undefined ? '/staff/accounts' : `/staff/accounts?about=${encodeURIComponent(about)}`,
    note: { tone: 'done', text },
  });
  const idIn = ({ ctx }: StaffPageRequest) => field(ctx, 'id');

  const forms: Readonly<Record<string, (request: StaffPageRequest) => Promise<StaffFormAnswer>>> = {
    invite: async (request) => {
      const { ctx, reader, worker } = request;
      const person = NewStaff.parse({
        email: field(ctx, 'email'),
        name: field(ctx, 'name'),
        language: field(ctx, 'language') || undefined,
        ...rolesIn(request),
      });
      const { email } = await acts.invite(worker.id, person);
      return done(reader.t('staffAccount.invited', { email }));
    },
    roles: async (request) => {
      const { name } = await acts.setRoles(request.worker.id, idIn(request), rolesIn(request));
      return done(request.reader.t('staffAccount.rolesSet', { name }), idIn(request));
    },
    invitation: async (request) => {
      const { email } = await acts.inviteAgain(request.worker.id, idIn(request));
      return done(request.reader.t('staffAccount.invited', { email }), idIn(request));
    },
    'second-factor': async (request) => {
      const { email } = await acts.resetSecondFactor(request.worker.id, idIn(request));
      return done(request.reader.t('staffAccount.resetNow', { email }), idIn(request));
    },
    sessions: async (request) => {
      const { name } = await acts.logOutEverywhere(request.worker.id, idIn(request));
      return done(request.reader.t('staffAccount.loggedOut', { name }), idIn(request));
    },
    state: async (request) => {
      const isOpen = field(request.ctx, 'state') === 'open';
      const { name } = await acts.setOpen(request.worker.id, idIn(request), isOpen);
      return done(
        request.reader.t(isOpen ? 'staffAccount.reopened' : 'staffAccount.closedNow', { name }),
        idIn(request),
      );
    },
  };

  return [
    {
      address: '/staff/accounts',
      group: 'upkeep',
      name: 'staffAccount.all',
      lead: 'staffAccount.all.lead',
      role: 'admin',
      main: async ({ ctx, reader, csrfToken, worker }) =>
        staffAccountsPage(reader, {
          accounts: await staff.all(),
          csrfToken,
          own: worker.id,
          typed: field(ctx, 'do') === 'invite' ? { name: field(ctx, 'name'), email: field(ctx, 'email') } : undefined,
          about: field(ctx, 'id') || new URLSearchParams(ctx.querystring).get('about') || undefined,
        }),
      act: (request) => chosen(forms, request),
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
