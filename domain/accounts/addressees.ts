import type { Db } from 'mongodb';
import type { Locale } from '../../config/locales.ts';
import { accountRepository } from './repository.ts';
import { usualDueSoonDays, type PatronAccount } from './schema.ts';

/** Where the e-mail about a card goes, and what its owner wants to be told. */
export interface Addressee {
  readonly to: string;
  readonly language: Locale;
  /** Whose card it is about, where that is not the reader's own. */
  readonly child?: string;
  readonly wants: PatronAccount['settings']['notices'];
  readonly dueSoonDays: number;
}

/** Tells where to write to; those who cannot be written to are missing. A child without an address: to a guardian. */
export type FindAddressees = (patrons: readonly string[]) => Promise<Map<string, Addressee>>;

export function addresseesOf(database: Db): FindAddressees {
  const { findAll } = accountRepository(database);
  return async (patrons) => {
    const accounts = (await findAll(patrons)).filter(({ deletedAt }) => !deletedAt);
    const young = accounts.filter(({ contact, guardians }) => contact.email === undefined && guardians.length > 0);
    const guardians = young.length > 0 ? await findAll(young.flatMap((child) => child.guardians)) : [];
    return new Map(
      accounts.flatMap((account) => {
        const addressee = addresseeOf(account, guardians);
        return addressee ? [[account._id, addressee]] : [];
      }),
    );
  };
}

function addresseeOf(account: PatronAccount, guardians: readonly PatronAccount[]): Addressee | undefined {
  const { notices: wants, dueSoonDays = usualDueSoonDays, language } = account.settings;
  const { email: own } = account.contact;
  if (own !== undefined) return { to: own, language, wants, dueSoonDays };
  const guardian = guardians.find(
    ({ _id, contact, children, deletedAt }) =>
      account.guardians.includes(_id) && children.includes(account._id) && contact.email !== undefined && !deletedAt,
  );
  const to = guardian?.contact.email;
  if (!guardian || to === undefined) return undefined;
  return { to, language: guardian.settings.language, child: account.name, wants, dueSoonDays };
}
