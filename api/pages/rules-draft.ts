import { z } from 'zod';
import { municipalitiesOn } from '../../config/region/municipalities.ts';
import { audiences, formats } from '../../domain/catalogue/schema.ts';
import { RegionalHolds, RuleSet, type MaterialRule, type Terms } from '../../domain/circulation/rules/schema.ts';
import { aspects, limits, type RulesDraft, type RulesMistakes } from '../../ui/pages/rules-state.ts';
import { centsOf, countOf } from './amounts.ts';

const Drafted = RuleSet.omit({ _id: true });
type Drafted = z.infer<typeof Drafted>;

const mostMaterials = 20;
const isMoney = (name: string) => name.includes('Cents');

/** Rules as the form writes them. */
export function rulesDraftOf({ from, patrons, regionalHolds, standard, materials }: Drafted): RulesDraft {
  const draft: Record<string, string> = { from, regional: regionalHolds.usual };
  const write = (name: string, value: number | boolean | undefined) => {
    if (value === undefined) return;
    const isWhole = typeof value === 'number' && value % 100 === 0;
    draft[name] = typeof value === 'boolean' ? (value ? 'yes' : 'no') : isMoney(name) ? (value / 100).toFixed(isWhole ? 0 : 2).replace('.', ',') : String(value); // prettier-ignore
  };
  for (const limit of limits) write(`patrons-${limit}`, patrons[limit]);
  for (const aspect of aspects) write(`standard-${aspect}`, standard[aspect]);
  for (const [id, kind] of Object.entries(regionalHolds.byMunicipality)) draft[`regional-${id}`] = kind;
  for (const [at, rule] of materials.entries()) {
    draft[`material-${at}-name`] = rule.name;
    write(`material-${at}-acquiredWithinDays`, rule.acquiredWithinDays);
    for (const format of rule.formats ?? []) draft[`material-${at}-format-${format}`] = 'yes';
    for (const audience of rule.audiences ?? []) draft[`material-${at}-audience-${audience}`] = 'yes';
    for (const aspect of aspects) write(`material-${at}-${aspect}`, rule.terms[aspect]);
  }
  return draft;
}

/** How many rules for some material a draft has room for: one more than it says. */
export const materialsOf = (draft: RulesDraft): number =>
  Math.min(mostMaterials, Array.from({ length: mostMaterials }, (_, at) => (draft[`material-${at}-name`] ? at + 1 : 0)).reduce((a, b) => Math.max(a, b), 0) + 1); // prettier-ignore

/** Reads the form: what was typed, with the rules it makes or the mistakes in it by the names of their fields. */
export function readRulesDraft(
  sent: Readonly<Record<string, string>>,
  today: string,
): { draft: RulesDraft; rules: Drafted | undefined; mistakes: RulesMistakes; wrong: string | undefined } {
  const mistakes: Record<string, RulesMistakes[string]> = {};
  const value = (name: string): number | boolean | undefined => {
    const text = sent[name] ?? '';
    if (text === '') return undefined;
    if (name.endsWith('-floats')) return text === 'yes';
    const number = isMoney(name) ? centsOf(text) : countOf(text);
    if (number === undefined) mistakes[name] = 'region.rules.notNumber';
    return number;
  };
  const read = (start: string, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, value(`${start}-${name}`)]).filter(([, one]) => one !== undefined));
  const needed = (start: string, names: readonly string[]) => {
    for (const name of names) if (!sent[`${start}-${name}`]) mistakes[`${start}-${name}`] = 'region.rules.notNumber';
    return read(start, names);
  };
  const chosen = <T extends string>(start: string, all: readonly T[]) => all.filter((one) => sent[`${start}-${one}`]);
  const materials = Array.from({ length: mostMaterials }, (_, at) => at).flatMap((at) => {
    const name = sent[`material-${at}-name`] ?? '';
    if (name === '') return [];
    if (!/^[a-z][a-z0-9-]*$/.test(name)) mistakes[`material-${at}-name`] = 'region.rules.notName';
    const [ofFormats, ofAudiences] = [chosen(`material-${at}-format`, formats), chosen(`material-${at}-audience`, audiences)]; // prettier-ignore
    const within = value(`material-${at}-acquiredWithinDays`);
    return [{
      name,
      ...(ofFormats.length > 0 && { formats: ofFormats }),
      ...(ofAudiences.length > 0 && { audiences: ofAudiences }),
      ...(within !== undefined && { acquiredWithinDays: within }),
      terms: read(`material-${at}`, aspects) as Partial<Terms>,
    } satisfies Omit<MaterialRule, 'acquiredWithinDays'>]; // prettier-ignore
  });
  const byMunicipality = municipalitiesOn(today).flatMap(({ id }) => {
    const { data } = RegionalHolds.safeParse(sent[`regional-${id}`]);
    return data ? [[id, data] as const] : [];
  });
  const composed = Drafted.safeParse({
    from: sent['from'],
    patrons: needed('patrons', limits),
    regionalHolds: { usual: sent['regional'], byMunicipality: Object.fromEntries(byMunicipality) },
    standard: needed('standard', aspects),
    materials,
  });
  for (const { path } of composed.error?.issues ?? []) {
    const [part, ...rest] = path.map(String);
    const name = part === 'materials' ? `material-${rest[0]}-${rest.at(-1)}` : [part, ...rest].join('-');
    if (name in sent || name === 'from') mistakes[name] ??= 'region.rules.notNumber';
  }
  const wrong = composed.success || Object.keys(mistakes).length > 0 ? undefined : z.prettifyError(composed.error);
  const rules = composed.success && Object.keys(mistakes).length === 0 ? composed.data : undefined;
  return { draft: sent, rules, mistakes, wrong };
}
