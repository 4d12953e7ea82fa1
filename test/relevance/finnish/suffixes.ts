import { inHarmony } from './sounds.ts';

/**
 * A form of a noun with each suffix that tells whose it is, and with clitics: "kirjassa" as kirjassani, kirjassasikin. Of the
 * cases whose ending stays as it is before them; none of other forms.
 */
export const withSuffixes = (form: string): string[] =>
  /(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle)$/.test(form)
    ? persons
        .flatMap((person) => clitics.map((clitic) => `${form}${inHarmony(form, person)}${inHarmony(form, clitic)}`))
        .slice(1)
    : [];

const persons = ['', 'ni', 'si', 'nsa', 'mme', 'nne'] as const;
const clitics = ['', 'kin', 'kaan', 'han', 'ko', 'pa'] as const;
