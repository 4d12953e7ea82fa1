import type { Identity } from './repository.ts';

/** What two accounts have in common that makes them look like one person's. */
export const alikeBy = ['nameAndBirthDate', 'nameAndEmail', 'emailAndBirthDate'] as const;
export type AlikeBy = (typeof alikeBy)[number];

export interface Alike {
  readonly ids: readonly [string, string];
  readonly by: readonly AlikeBy[];
}

/** Pairs of accounts that look like one person's and were not found to be two people's, the surest first. Pure but for reading. */
export async function alikeAccounts(accounts: AsyncIterable<Identity>, most: number): Promise<Alike[]> {
  const known = new Map<string, Identity[]>();
  const pairs = new Map<string, { ids: [string, string]; by: AlikeBy[] }>();
  for await (const account of accounts) {
    for (const [by, key] of keysOf(account)) {
      const same = known.get(key) ?? [];
      for (const other of same) {
        if (other.notSameAs?.includes(account._id) || account.notSameAs?.includes(other._id)) continue;
        const ids: [string, string] = other._id < account._id ? [other._id, account._id] : [account._id, other._id];
        const pair = pairs.get(ids.join(' ')) ?? { ids, by: [] };
        pairs.set(ids.join(' '), { ...pair, by: [...pair.by, by] });
      }
      known.set(key, [...same, account]);
    }
  }
  const surest = ({ by }: Alike) => Math.min(...by.map((one) => alikeBy.indexOf(one)));
  return [...pairs.values()]
    .toSorted((a, b) => surest(a) - surest(b) || b.by.length - a.by.length || (a.ids[0] < b.ids[0] ? -1 : 1))
    .slice(0, most);
}

function keysOf({ name, birthDate, contact }: Identity): [AlikeBy, string][] {
  const [own, email] = [nameKey(name), contact.email?.toLowerCase()];
  const keys: [AlikeBy, string | undefined, string | undefined][] = [
    ['nameAndBirthDate', own || undefined, birthDate],
    ['nameAndEmail', own || undefined, email],
    ['emailAndBirthDate', email, birthDate],
  ];
  return keys.flatMap(([by, one, other]): [AlikeBy, string][] => (one === undefined || other === undefined ? [] : [[by, JSON.stringify([by, one, other])]])); // prettier-ignore
}

/** "Ahola, Aino", "aino  AHOLA" and "Aino Ahola" are one name. */
const nameKey = (name: string): string =>
  name
    .normalize('NFC')
    .toLocaleLowerCase('fi')
    .split(/[^\p{L}\p{M}\p{N}'-]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ');
