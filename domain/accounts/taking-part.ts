import type { Db } from 'mongodb';
import type { Consortium } from '../consortium/service.ts';
import { localDate } from '../local-date.ts';
import { accountRepository } from './repository.ts';

/** Of these patrons those whose likings may be counted, and who want recommendations: both, or neither. */
export function takingPartOf(database: Db, { begun }: Pick<Consortium, 'begun'>) {
  const { findAll } = accountRepository(database);
  return async (patrons: readonly string[]): Promise<Set<string>> => {
    const accounts = (await findAll(patrons)).filter(({ deletedAt, settings }) => !deletedAt && settings.recommendations !== false); // prettier-ignore
    const today = localDate(new Date());
    const towns = [...new Set(accounts.map(({ municipality }) => municipality))];
    const live = await Promise.all(towns.map(async (town) => (await begun('takePart', town, today)).live));
    return new Set(accounts.flatMap(({ _id, municipality }) => (live[towns.indexOf(municipality)] ? [_id] : [])));
  };
}
