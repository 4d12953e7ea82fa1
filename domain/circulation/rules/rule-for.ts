import type { Audience, Format } from '../../catalogue/schema.ts';
import { daysBetween, type LocalDate } from '../../local-date.ts';
import type { Aspect, MaterialRule, PatronRules, RegionalHolds, RuleSet, Terms } from './schema.ts';

/** What is lent, as far as rules look at it. */
export interface Material {
  readonly format: Format;
  readonly audience?: Audience | undefined;
  readonly acquiredOn?: LocalDate | undefined;
}

/** The rules as they stand on a day, ready to be asked. Each answer can name the rule it comes from. */
export interface Rules {
  readonly on: LocalDate;
  readonly patrons: PatronRules;
  termsFor(material: Material): MaterialTerms;
  regionalHolds(municipality: string | undefined): RegionalHolds;
  /** How a rule for all patrons is named in a refusal: `loanLimit@1`. */
  nameOf(rule: keyof PatronRules): string;
}

export interface MaterialTerms extends Terms {
  /** Which rule an aspect comes from, as a refusal names it: `loanDays/new@1`. */
  ruleOf(aspect: Aspect): string;
}

/** The rules in force on a day: of those that have begun, the ones that began last. @throws RangeError before all rules */
export function rulesOn(sets: readonly RuleSet[], on: LocalDate): Rules {
  const begun = sets.filter(({ from }) => from <= on);
  const [set] = begun.toSorted((a, b) => (a.from === b.from ? b._id - a._id : a.from < b.from ? 1 : -1));
  if (!set) throw new RangeError(`no rules are in force on ${on}`);
  return {
    on,
    patrons: set.patrons,
    regionalHolds: (municipality) => set.regionalHolds.byMunicipality[municipality ?? ''] ?? set.regionalHolds.usual,
    nameOf: (rule) => `${rule}@${set._id}`,
    termsFor(material) {
      const own = set.materials.filter((rule) => concerns(rule, material, on));
      const terms = Object.assign({ ...set.standard }, ...own.map((rule) => rule.terms)) as Terms;
      const nameOf = (aspect: Aspect) => own.findLast((rule) => rule.terms[aspect] !== undefined)?.name ?? 'standard';
      return { ...terms, ruleOf: (aspect) => `${aspect}/${nameOf(aspect)}@${set._id}` };
    },
  };
}

/** The terms of some material on a day. */
export const ruleFor = (sets: readonly RuleSet[], { on, ...material }: Material & { on: LocalDate }): MaterialTerms =>
  rulesOn(sets, on).termsFor(material);

function concerns(rule: MaterialRule, { format, audience, acquiredOn }: Material, on: LocalDate): boolean {
  if (rule.formats && !rule.formats.includes(format)) return false;
  if (rule.audiences && !(audience && rule.audiences.includes(audience))) return false;
  if (rule.acquiredWithinDays === undefined) return true;
  if (acquiredOn === undefined) return false;
  const age = daysBetween(acquiredOn, on);
  return age >= 0 && age <= rule.acquiredWithinDays;
}
