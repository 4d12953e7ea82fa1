import type { Context } from 'koa';
import { z } from 'zod';
import { locales } from '../../config/locales.ts';
import { municipalities } from '../../config/region/municipalities.ts';
import type { Audit } from '../../domain/audit/service.ts';
import { StaffRefusal } from '../../domain/staff/problems.ts';
import { NewStaff, StaffRole, type StaffAccount } from '../../domain/staff/schema.ts';
import type { Staff } from '../../domain/staff/service.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import type { ProblemName } from '../problems.ts';
import { staffAccountActs } from '../staff-account-acts.ts';

/** Whether somebody can log in: not yet, with their own password, by another house's word, or not any more. */
const state = z.enum(['invited', 'open', 'vouched', 'closed']);
const Account = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  roles: z.array(StaffRole),
  municipality: z.string().optional().describe('Whom they work for'),
  language: z.enum(locales),
  state,
  secondFactor: z.boolean().describe('An authenticator app is set up'),
  recoveryCodes: z.int().describe('How many are left'),
  invitedUntil: z.iso.datetime().optional().describe('An invitation has been sent and can be followed until then'),
  createdAt: z.iso.datetime(),
  closedAt: z.iso.datetime().optional(),
});

const municipality = z.enum(municipalities.map(({ id }) => id)).optional();
const roles = z.array(StaffRole).min(1);
const none = z.strictObject({});

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore
const changing: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong', 'staff-not-found'];
const sending: readonly ProblemName[] = [...changing, 'payload-too-large', 'unsupported-media-type'];

/** Who works here: listed, invited and changed by admins. What proves who somebody is never leaves the house. */
export function staffAccountEndpoints({ staff, audit }: { staff: Staff; audit: Audit }) {
  const acts = staffAccountActs({ staff, audit });
  const idOf = (ctx: Context & { params: Record<string, string> }) => String(ctx.params['id']);

  return [
    endpoint({
      method: 'get',
      path: '/staff/accounts',
      operationId: 'getStaffAccounts',
      summary: 'Who works here, and who has, by name; for admins',
      staff: 'admin',
      query: z.strictObject({ state: state.optional() }),
      answer: z.object({ items: z.array(Account) }),
      problems: reading,
      async handle({ query }) {
        const items = (await staff.all()).map(present);
        return { items: items.filter((one) => query.state === undefined || one.state === query.state) };
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/accounts',
      operationId: 'inviteStaff',
      summary: 'Invites somebody by e-mail, who chooses a password and an authenticator app by its link; for admins',
      staff: 'admin',
      query: none,
      body: NewStaff.omit({ serves: true }).extend({ roles, municipality }).strict(),
      answer: Account,
      problems: [...sending, 'email-taken'],
      async handle({ body: { municipality: serves, ...person }, ctx }) {
        return present(await acts.invite(actorOf(ctx), { ...person, ...(serves !== undefined && { serves }) }));
      },
    }),
    endpoint({
      method: 'get',
      path: '/staff/accounts/:id',
      operationId: 'getStaffAccount',
      summary: 'One account; for admins',
      staff: 'admin',
      query: none,
      answer: Account,
      problems: [...reading, 'staff-not-found'],
      async handle({ ctx }) {
        const account = await staff.find(idOf(ctx));
        if (!account) throw new StaffRefusal('staff-not-found');
        return present(account);
      },
    }),
    endpoint({
      method: 'put',
      path: '/staff/accounts/:id/roles',
      operationId: 'setStaffRoles',
      summary: 'Sets what somebody may do, and for which municipality they work; logs them out. The last admin stays one; for admins', // prettier-ignore
      staff: 'admin',
      query: none,
      body: z.strictObject({ roles, municipality }),
      answer: Account,
      problems: [...sending, 'last-admin', 'told-by-provider'],
      handle: async ({ body, ctx }) =>
        present(await acts.setRoles(actorOf(ctx), idOf(ctx), { roles: body.roles, serves: body.municipality })),
    }),
    endpoint({
      method: 'put',
      path: '/staff/accounts/:id/state',
      operationId: 'setStaffState',
      summary: 'Closes an account, which logs out everywhere and lets nobody in, or opens it again. The last admin stays; for admins', // prettier-ignore
      staff: 'admin',
      query: none,
      body: z.strictObject({ state: z.enum(['open', 'closed']) }),
      answer: Account,
      problems: [...sending, 'last-admin'],
      handle: async ({ body, ctx }) => present(await acts.setOpen(actorOf(ctx), idOf(ctx), body.state === 'open')),
    }),
    endpoint({
      method: 'post',
      path: '/staff/accounts/:id/invitation',
      operationId: 'inviteStaffAgain',
      summary: 'Sends a new link; password and app stay good until it is followed; for admins',
      staff: 'admin',
      query: none,
      answer: Account,
      problems: [...changing, 'told-by-provider'],
      handle: async ({ ctx }) => present(await acts.inviteAgain(actorOf(ctx), idOf(ctx))),
    }),
    endpoint({
      method: 'delete',
      path: '/staff/accounts/:id/second-factor',
      operationId: 'resetSecondFactor',
      summary: 'Takes no code of the app and no recovery code any more, logs out everywhere and sends a new link; for admins', // prettier-ignore
      staff: 'admin',
      query: none,
      answer: Account,
      problems: [...changing, 'told-by-provider'],
      handle: async ({ ctx }) => present(await acts.resetSecondFactor(actorOf(ctx), idOf(ctx))),
    }),
    endpoint({
      method: 'delete',
      path: '/staff/accounts/:id/sessions',
      operationId: 'endStaffSessions',
      summary: 'Logs somebody out everywhere; for admins',
      staff: 'admin',
      query: none,
      answer: Account,
      problems: changing,
      handle: async ({ ctx }) => present(await acts.logOutEverywhere(actorOf(ctx), idOf(ctx))),
    }),
  ];
}

function present(account: StaffAccount): z.input<typeof Account> {
  const { _id: id, email, name, roles: held, serves, language, totp, recoveryCodes, invitation } = account;
  const { passwordHash, provider, createdAt, closedAt } = account;
  return {
    id,
    email,
    name,
    roles: held,
    municipality: serves,
    language,
    state: closedAt ? 'closed' : provider ? 'vouched' : passwordHash === undefined ? 'invited' : 'open',
    secondFactor: totp !== undefined,
    recoveryCodes: recoveryCodes.length,
    invitedUntil: invitation && invitation.expiresAt > new Date() ? invitation.expiresAt.toISOString() : undefined,
    createdAt: createdAt.toISOString(),
    closedAt: closedAt?.toISOString(),
  };
}
