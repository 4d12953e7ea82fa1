import { randomInt } from 'node:crypto';
import type { Command } from 'commander';
import { municipalities } from '../../config/region/municipalities.ts';
import { AccountProblem } from '../../domain/accounts/problems.ts';
import { NewPatron, Role } from '../../domain/accounts/schema.ts';
import { WrongUse, type Context } from '../context.ts';

interface Options {
  readonly card: string;
  readonly name: string;
  readonly role: string;
  readonly municipality: string;
}

export function staffCommands(program: Command, { result, withServices }: Context): void {
  program
    .command('staff')
    .description('People who work in the libraries')
    .command('create')
    .description('Give somebody a card with a role and a PIN, which is printed once')
    .requiredOption('--card <number>', 'card number')
    .requiredOption('--name <name>', 'their name')
    .requiredOption('--municipality <id>', 'the municipality they serve')
    .option('--role <role>', 'staff, moderator or admin', 'staff')
    .action(async ({ card, name, role, municipality }: Options) => {
      if (!municipalities.some(({ id }) => id === municipality))
        throw new WrongUse(`--municipality is one of ${municipalities.map(({ id }) => id).join(', ')}`);
      const given = Role.exclude(['patron']).safeParse(role);
      if (!given.success) throw new WrongUse('--role is staff, moderator or admin');
      const pin = String(randomInt(100_000_000)).padStart(8, '0');
      const person = NewPatron.safeParse({
        cardNumber: card,
        name,
        municipality,
        serves: municipality,
        pin,
        roles: ['patron', given.data],
      });
      if (!person.success) throw new WrongUse('--card takes 4 to 30 letters, digits and hyphens; --name is not empty');
      await withServices(async ({ accounts }) => {
        const { _id: id } = await accounts.add(person.data).catch((error: unknown) => {
          if (error instanceof AccountProblem) throw new WrongUse('The card belongs to somebody already');
          throw error;
        });
        result(`${name} logs in with card ${card} and PIN ${pin}`, { id, cardNumber: card, pin, role: given.data });
      });
    });
}
