import { municipalities } from './region/municipalities.ts';

/** What somebody who works in the libraries may do: serve patrons, moderate what patrons write, or run the service. */
export const staffRoles = ['staff', 'moderator', 'admin'] as const;

/** What a value of a provider's claim gives: a role, and of whose municipality. */
export interface RoleGrant {
  readonly value: string;
  readonly role: (typeof staffRoles)[number];
  readonly municipality: string | undefined;
}

/**
 * Reads `kirjasto-lahti=staff:lahti kirjasto-hallinta=admin`: the value of a claim, a role, and for whom a municipality
 * counts, that. Gives what is wrong with it in words.
 */
export function readRoleGrants(text: string): readonly RoleGrant[] | { readonly wrong: string } {
  const grants: RoleGrant[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const [, value = '', named, municipality] = /^(.+)=([a-z]+)(?::([a-z]+))?$/.exec(word) ?? [];
    const role = staffRoles.find((one) => one === named);
    if (!role) return { wrong: `must say a value and one of the roles ${staffRoles.join(', ')}, not "${word}"` };
    if (municipality !== undefined && !municipalities.some(({ id }) => id === municipality))
      return { wrong: `must name a municipality after the colon, not "${municipality}"` };
    grants.push({ value, role, municipality });
  }
  return grants;
}
