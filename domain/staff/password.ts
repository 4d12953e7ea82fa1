import type { StaffRefusalName } from './problems.ts';

export const shortestPassword = 12;
const longestPassword = 128;

/**
 * What speaks against a password; undefined where nothing does. Long is what counts (NIST SP 800-63B, 5.1.1.2): no kinds of
 * characters are asked for, but what is guessed first is refused, as are one's own name and address.
 */
export function passwordFault(
  password: string,
  { email, name }: { email: string; name: string },
): Extract<StaffRefusalName, `password-${string}`> | undefined {
  if ([...password].length < shortestPassword) return 'password-short';
  if ([...password].length > longestPassword) return 'password-long';
  if (isPattern(password.toLowerCase()) || restWithout(password, commonWords) < enoughOwn) return 'password-common';
  const own = [...email.split(/[@.\-_+]/), ...name.split(/[\s-]/)].map(plainOf).filter((word) => word.length > 2);
  return restWithout(password, own) < enoughOwn ? 'password-personal' : undefined;
}

/** So many different characters have to be left of a password once words that everybody knows are taken out. */
const enoughOwn = 6;

/** In small letters without accents, with those that digits and signs stand in for: `P4ssw0rd` is `password`. */
const plainOf = (text: string): string =>
  [...text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')].map((one) => standIns[one] ?? one).join('');
const standIns: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '0': 'o', '1': 'i', '!': 'i', '3': 'e', '5': 's', $: 's', '7': 't' }; // prettier-ignore

/** Digits and signs at its ends make a password longer and no better: `2026!`. */
const withoutEnds = (text: string): string => text.replace(/^[^\p{L}]{1,5}/u, '').replace(/[^\p{L}]{1,5}$/u, '');

/** How many different characters are left of a password without these words, the longest taken out first. */
function restWithout(password: string, words: readonly string[]): number {
  let rest = plainOf(withoutEnds(password));
  for (const word of words.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(word, ' ');
  return [...new Set(rest.split(/[\s\-_.]+/))].reduce((sum, part) => sum + new Set(part).size, 0);
}

/** Rows of keys, the alphabet, digits, and short things said over and over. */
function isPattern(password: string): boolean {
  if (/^(.{1,5})\1+.{0,4}$/u.test(password)) return true;
  const rows = ['1234567890', '0987654321', 'qwertyuiopå', 'asdfghjklöä', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyzåäö', '1q2w3e4r5t6y7u8i9o0p', 'qazwsxedcrfvtgbyhnujm']; // prettier-ignore
  const runs = [...rows, ...rows.map((row) => [...row].toReversed().join(''))];
  let rest = password.replace(/[^\p{L}\p{N}]/gu, '');
  for (let length = 12; length >= 4; length -= 1)
    for (const run of runs)
      for (let start = 0; start + length <= run.length; start += 1)
        rest = rest.replaceAll(run.slice(start, start + length), '');
  return [...rest].length < enoughOwn;
}

/** What stands first in the lists of passwords that were found out, and what people here would add to them. */
const commonWords = [
  ...'password passwort passw pass word login logon admin administrator root user guest test testing demo default secret changeme change welcome letmein hello iloveyou love lovely trustno sunshine princess dragon monkey master football baseball basketball superman batman spiderman starwars pokemon shadow michael jordan jennifer ashley charlie thomas computer internet google facebook microsoft windows apple samsung android server system network database access please whatever freedom forever freedom unbelievable qwerty azerty asdf zxcv abcd mustang ferrari mercedes porsche yamaha harley chocolate cookie banana orange cheese pepper summer winter spring autumn january february march april june july august september october november december monday friday sunday'.split(' '),
  ...'salasana salaisuus sala sana tunnus tunnussana kirjautuminen kirjasto kirjastot kirja kirjat paakayttaja kayttaja henkilokunta virkailija tervetuloa rakas rakastan kulta muumi muumit perkele saatana vittu helvetti suomi finland sisu koira kissa kesa talvi syksy kevat tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu joulu juhannus jaakiekko leijonat'.split(' '),
  ...'losenord hemlig bibliotek biblioteket bocker anvandare valkommen sommar vinter sverige library libraries book books lastu lastut'.split(' '),
  ...'lahti lahden heinolan heinola hollolan hollola orimattila asikkala padasjoki hartola sysma karkola iitti myrskyla pukkila nastola paijat hame paijathame'.split(' '),
] as const; // prettier-ignore
