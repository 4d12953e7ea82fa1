import type { Command } from 'commander';
import { locales } from '../../config/locales.ts';
import { municipalities } from '../../config/region/municipalities.ts';
import { staffRoles } from '../../config/staff-roles.ts';
import { invitationLink } from '../../domain/staff/invitation-message.ts';
import { StaffRefusal } from '../../domain/staff/problems.ts';
import { NewStaff } from '../../domain/staff/schema.ts';
import { WrongUse, type Context } from '../context.ts';

interface Options {
  readonly email: string;
  readonly name: string;
  readonly role: readonly string[];
  readonly municipality?: string;
  readonly language: string;
}

export function staffCommands(program: Command, { result, withServices }: Context): void {
  const staffCommand = program.command('staff').description('People who work in the libraries');

  staffCommand
    .command('create')
    .description('Add somebody and print the link with which they choose a password and an authenticator app')
    .requiredOption('--email <address>', 'their e-mail address, which gets the link too')
    .requiredOption('--name <name>', 'their name')
    .option('--municipality <id>', 'the municipality they work for')
    .option('--role <role...>', staffRoles.join(', '), ['staff'])
    .option('--language <code>', `of the e-mail: ${locales.join(', ')}`, 'fi')
    .action(async ({ email, name, role: roles, municipality, language }: Options) => {
      if (municipality !== undefined && !municipalities.some(({ id }) => id === municipality))
        throw new WrongUse(`--municipality is one of ${municipalities.map(({ id }) => id).join(', ')}`);
      const person = NewStaff.safeParse({ email, name, roles, language, ...(municipality !== undefined && { serves: municipality }) }); // prettier-ignore
      if (!person.success)
        throw new WrongUse(`--email takes an address, --name is not empty, --role is of ${staffRoles.join(', ')}`);
      await withServices(async ({ staff, audit, publicUrl }) => {
        const { account, token } = await staff.invite(person.data).catch((error: unknown) => {
          if (error instanceof StaffRefusal) throw new WrongUse('The address has an account already: staff invite renews its link'); // prettier-ignore
          throw error;
        });
        await audit.note({ by, act: 'staffInvited', subject: `staff:${account._id}`, after: { roles: account.roles, serves: account.serves } }); // prettier-ignore
        tell(account, invitationLink(publicUrl, token));
      });
    });

  for (const { name, act, noted, description } of renewals)
    staffCommand
      .command(name)
      .description(description)
      .requiredOption('--email <address>', 'their e-mail address')
      .action(async ({ email }: Pick<Options, 'email'>) => {
        await withServices(async ({ staff, audit, publicUrl }) => {
          const known = await staff.byEmail(email);
          if (!known) throw new WrongUse('Nobody works here with that address');
          if (known.provider) throw new WrongUse('Another house tells who that is: its log-in is renewed there');
          const { account, token } = await staff[act](known._id);
          await audit.note({ by, act: noted, subject: `staff:${account._id}` });
          tell(account, invitationLink(publicUrl, token));
        });
      });

  const tell = ({ _id: id, name, email, roles }: { _id: string; name: string; email: string; roles: readonly string[] }, link: string) => {
    result(`${name} (${roles.join(', ')}) begins at ${link}`, { id, email, roles, link });
  }; // prettier-ignore
}

const renewals = [
  { name: 'invite', act: 'inviteAgain', noted: 'staffInvited', description: 'Print a new link for somebody who has lost their password or their app; both stay good until it is followed' },
  { name: 'reset', act: 'resetSecondFactor', noted: 'secondFactorReset', description: 'The same, and take no code of their app and no recovery code from now on: for a telephone in other hands' },
] as const; // prettier-ignore

/** Who runs the service at its own machine has no account: the audit tells where it was done. */
const by = 'command-line';
