import { type Locale } from '../config/locales.ts';
import { branchById } from '../config/region/branches.ts';
import { municipalities } from '../config/region/municipalities.ts';
import type { CountedName, FacetName, SearchQuery } from '../domain/discovery/schema.ts';
import { isMessageKey, readerOf, type Translate } from './messages/messages.ts';

/**
 * Names of values in the reader's language. Pure, and never failing: what is unknown is shown as it stands. On the
 * server import `ui/messages/all.ts` (or `ui/present.ts`, which does) first.
 */
export function facetLabel(name: CountedName, value: string, locale: Locale): string {
  switch (name) {
    case 'format':
      return messageOr(`format.${value}`, value, locale);
    case 'audience':
      return messageOr(`audience.${value}`, value, locale);
    case 'fiction':
      return messageOr(`fiction.${value}`, value, locale);
    case 'language':
      return languageName(value, locale);
    case 'municipality':
      return municipalityName(value, locale);
    case 'branch':
      return branchName(value, locale);
    case 'year':
      return readerOf(locale).t('filters.decade', { decade: value });
    default:
      return value;
  }
}

export const facetName = (name: FacetName, locale: Locale): string => readerOf(locale).t(`facet.${name}`);

export const sortName = (sort: SearchQuery['sort'], locale: Locale): string => readerOf(locale).t(`sort.${sort}`);

/** "suomi", "ruotsi": the name of an ISO 639-2 code (B or T), with the capital that begins a label. */
export function languageName(code: string, locale: Locale): string {
  const key = `${locale} ${code}`;
  const known = languageNames.get(key);
  if (known !== undefined) return known;
  const name = capitalized(findLanguageName(code, locale), locale);
  languageNames.set(key, name);
  return name;
}

export const branchName = (id: string, locale: Locale): string => branchById(id)?.name[locale] ?? id;

export const municipalityName = (id: string, locale: Locale): string => municipalityById.get(id)?.name[locale] ?? id;

/** "1990–1999", "1990 ja uudemmat", or nothing: the years a search is narrowed to. */
export function spanLabel(
  { yearFrom, yearTo }: { yearFrom?: number | undefined; yearTo?: number | undefined },
  t: Translate,
): string | undefined {
  const [from, to] = [String(yearFrom), String(yearTo)];
  if (yearFrom === undefined) return yearTo === undefined ? undefined : t('filters.yearUntil', { to });
  if (yearTo === undefined) return t('filters.yearSince', { from });
  return yearFrom === yearTo ? from : `${from}–${to}`;
}

/** The BCP 47 tag of an ISO 639-2 code, for `lang` attributes. */
export const languageTag = (code: string): string => {
  try {
    return Intl.getCanonicalLocales(terminological[code] ?? code)[0] ?? code;
  } catch {
    return code;
  }
};

const languageNames = /* @__PURE__ */ new Map<string, string>();
const displayNames = /* @__PURE__ */ new Map<Locale, Intl.DisplayNames>();
const municipalityById = /* @__PURE__ */ new Map(municipalities.map((one) => [one.id, one]));

/** The twenty languages whose bibliographic code (which MARC writes) differs from the terminological one. */
const terminological: Record<string, string> = {
  alb: 'sqi', arm: 'hye', baq: 'eus', bur: 'mya', chi: 'zho', cze: 'ces', dut: 'nld', fre: 'fra', geo: 'kat', ger: 'deu',
  gre: 'ell', ice: 'isl', mac: 'mkd', mao: 'mri', may: 'msa', per: 'fas', rum: 'ron', slo: 'slk', tib: 'bod', wel: 'cym',
}; // prettier-ignore

function findLanguageName(code: string, locale: Locale): string {
  const names = displayNames.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  displayNames.set(locale, names);
  try {
    return names.of(languageTag(code)) ?? code;
  } catch {
    return code;
  }
}

const capitalized = (text: string, locale: Locale) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

function messageOr(key: string, otherwise: string, locale: Locale): string {
  const reader = readerOf(locale);
  return isMessageKey(reader, key) ? reader.t(key) : otherwise;
}
