import type { Locale } from '../../config/locales.ts';
import { marcLanguage } from '../../config/locales.ts';
import type { Contributor, Term } from '../../domain/catalogue/schema.ts';
import type { EditionDetail } from '../../domain/discovery/schema.ts';
import { facetLabel, languageName } from '../labels.ts';

/** Editions of one format in one language. */
export interface EditionGroup {
  readonly name: string;
  readonly editions: readonly EditionDetail[];
}

/**
 * The editions of a work by format and language: those in the reader's language first, the larger group first among the
 * rest, and in a group the newest edition first. Pure.
 */
export function editionGroups(editions: readonly EditionDetail[], locale: Locale): EditionGroup[] {
  const groups = Map.groupBy(editions, ({ format, languages }) => `${format} ${languages.join(' ')}`);
  const own = (group: readonly EditionDetail[]) => (group[0]?.languages[0] === marcLanguage[locale] ? 1 : 0);
  return [...groups.values()]
    .toSorted((a, b) => own(b) - own(a) || b.length - a.length)
    .map((group) => ({
      name: groupName(group[0], locale),
      editions: group.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0)),
    }));
}

/** Terms in the reader's language, or all where none is; each label once. */
export function termsFor<T extends Term>(terms: readonly T[], locale: Locale): T[] {
  const own = terms.filter(({ language }) => language === marcLanguage[locale]);
  const shown = own.length > 0 ? [...own, ...terms.filter(({ language }) => language === undefined)] : terms;
  return [...new Map(shown.map((term) => [term.label.toLocaleLowerCase(locale), term])).values()];
}

/** Who else made an edition, by what they did: the authors of the work stand at the head of its page. */
export function contributorsByRole(
  edition: EditionDetail,
  authors: readonly string[],
): { role: Contributor['role']; names: string[] }[] {
  const others = edition.contributors.filter(({ name }) => !authors.includes(name));
  return [...Map.groupBy(others, ({ role }) => role)].map(([role, everyone]) => ({
    role,
    names: [...new Set(everyone.map(({ name }) => name))],
  }));
}

function groupName(edition: EditionDetail | undefined, locale: Locale): string {
  if (!edition) return '';
  const languages = edition.languages.map((code) => languageName(code, locale).toLocaleLowerCase(locale));
  return [facetLabel('format', edition.format, locale), ...languages].join(', ');
}
