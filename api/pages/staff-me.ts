import { z } from 'zod';
import { meFormPart, recoveryCodesPart } from '../../ui/pages/staff-me-page.ts';
import type { PageDeps } from './deps.ts';
import { field } from './forms.ts';
import { chosen } from './staff-chosen.ts';
import type { StaffFormAnswer, StaffPage, StaffPageRequest } from './staff-page.ts';

/** One's own account of staff: its password, its app and its recovery codes. */
export function mePages({
  staff,
  staffSessions,
  audit,
}: Pick<PageDeps, 'staff' | 'staffSessions' | 'audit'>): StaffPage[] {
  const proofOf = ({ ctx }: StaffPageRequest) => ({ password: secret(field(ctx, 'password')), address: ctx.ip });
  const note = ({ worker }: StaffPageRequest, act: 'passwordSet' | 'recoveryCodesRenewed') =>
    audit.note({ act, by: worker.id, subject: `staff:${worker.id}` });

  const done = (text: string): StaffFormAnswer => ({ goTo: '/staff/me', note: { tone: 'done', text } });
  const acts: Readonly<Record<string, (request: StaffPageRequest) => Promise<StaffFormAnswer>>> = {
    password: async (request) => {
      const { ctx, reader, worker } = request;
      const changed = await staff.changePassword(worker.id, { ...proofOf(request), newPassword: secret(field(ctx, 'newPassword')) }); // prettier-ignore
      await note(request, 'passwordSet');
      await staffSessions.begin(ctx, changed);
      return done(reader.t('staffAccount.password.done'));
    },
    'recovery-codes': async (request) => {
      const codes = await staff.renewRecoveryCodes(request.worker.id, proofOf(request));
      await note(request, 'recoveryCodesRenewed');
      return { main: recoveryCodesPart(request.reader, codes) };
    },
    device: async (request) => {
      await staff.checkPassword(request.worker.id, proofOf(request));
      const { account } = await staff.inviteAgain(request.worker.id);
      return done(request.reader.t('staffAccount.invited', { email: account.email }));
    },
    everywhere: async ({ ctx, reader, worker }) => {
      await staffSessions.begin(ctx, await staff.logOutEverywhere(worker.id));
      return done(reader.t('staffAccount.everywhere.done'));
    },
  };

  return [
    {
      address: '/staff/me',
      group: 'upkeep',
      name: 'staffAccount.title',
      lead: 'staffAccount.lead',
      role: 'any',
      async main({ reader, worker, csrfToken }) {
        const account = await staff.find(worker.id);
        return meFormPart(reader, {
          csrfToken,
          email: account?.email ?? '',
          recoveryCodes: account?.recoveryCodes.length ?? 0,
          isVouched: account?.provider !== undefined,
        });
      },
      act: (request) => chosen(acts, request),
    },
  ];
}

const secret = (text: string) => z.string().min(1).max(500).parse(text);
