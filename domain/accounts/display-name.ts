import { line } from '../written-text.ts';
import type { PatronAccount } from './schema.ts';
import type { AccountProblemName } from './problems.ts';

/** The name that others read over what somebody writes. Never the one on the card, unless its owner only goes by the first. */
export const DisplayName = line(40).min(2);

/** Names that look the same to readers are the same. */
export const displayNameKey = (name: string): string =>
  name.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''); // prettier-ignore

/**
 * Why somebody may not go by a name: it says who they are, or that they are the library. Whoever wants to be known by their whole
 * name may not either: what they once wrote as a reader is found for ever.
 */
export function displayNameHindrance(
  name: string,
  { name: real, cardNumber = '' }: Pick<PatronAccount, 'name' | 'cardNumber'>,
): AccountProblemName | undefined {
  const key = displayNameKey(name);
  if (key.length < 2) return 'display-name-tells-nothing';
  const parts = real.split(/[\s-]+/).map(displayNameKey).filter(Boolean); // prettier-ignore
  const isWhole = parts.length > 1 ? parts.every((part) => key.includes(part)) : false;
  const isCard = cardNumber !== '' && key.includes(displayNameKey(cardNumber));
  if (isWhole || isCard || key === displayNameKey(real)) return 'display-name-tells-who';
  const words = name.split(/[^\p{L}\p{N}]+/u).map(displayNameKey); // prettier-ignore
  return [...words, key].some((word) => official.test(word)) ? 'display-name-official' : undefined;
}

/** Names by which readers would take somebody for the library. */
const official = /^(.*(kirjasto|bibliotek|biblioteket|library)|kirjastonhoitaja|bibliotekarie|librarian|yllapito|moderaattori|moderator|admin|administrator|lastu)$/; // prettier-ignore
