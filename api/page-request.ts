import type { ParsedUrlQuery } from 'node:querystring';
import type { Context } from 'koa';
import { defaultLocale, locales, type Locale } from '../config/locales.ts';
import { SearchQuery } from '../domain/discovery/schema.ts';
import { homeCookie, writtenHomeCookie } from '../ui/search/home-cookie.ts';
import { isMunicipality, placeOf } from '../ui/search/home.ts';

const languageCookie = 'lastu-lang';

/** The language of a page: `?lang=`, then the cookie, then what the browser accepts, then Finnish. A choice is remembered. */
export function pageLocale(ctx: Context): Locale {
  const asked = known(last(ctx.query['lang']));
  if (asked) {
    ctx.cookies.set(languageCookie, asked, {
      maxAge: 365 * 24 * 3600 * 1000,
      sameSite: 'lax',
      httpOnly: true,
      overwrite: true,
    });
    return asked;
  }
  return (
    known(ctx.cookies.get(languageCookie)) ?? known(ctx.acceptsLanguages([...locales]) || undefined) ?? defaultLocale
  );
}

/** The municipality or branch the reader calls their own by `?home=`, where the region knows it. */
export const pageHome = (ctx: Context): string | undefined => knownPlace(last(ctx.query['home']));

/** The one the reader had this device remember. */
export const rememberedHome = (ctx: Context): string | undefined => knownPlace(ctx.cookies.get(homeCookie));

/**
 * Takes `?remember=`: `yes` keeps the `home` of the address on the device, anything else forgets the one kept. Gives the
 * address without either, which says the same from now on; nothing where nothing was asked.
 */
export function takeRemember(ctx: Context): string | undefined {
  const asked = last(ctx.query['remember']);
  if (asked === undefined) return undefined;
  const home = asked === 'yes' ? pageHome(ctx) : undefined;
  ctx.set('set-cookie', writtenHomeCookie(home));
  const parameters = new URLSearchParams(ctx.search);
  parameters.delete('remember');
  if (asked === 'yes') parameters.delete('home');
  return `${ctx.path}${parameters.size === 0 ? '' : `?${parameters}`}`;
}

/** The language that an address names by itself, whoever asks; Finnish where it names none. */
export const addressLocale = (ctx: Context): Locale => known(last(ctx.query['lang'])) ?? defaultLocale;

/** A municipality chosen by `?municipality=`, where the region knows it. */
export function pageMunicipality(ctx: Context): string | undefined {
  const municipality = last(ctx.query['municipality']);
  return municipality !== undefined && isMunicipality(municipality) ? municipality : undefined;
}

/**
 * The search a page's address means. What does not belong to a search is ignored, and so is a value no search takes;
 * a page past the deepest hit has no meaning that could be guessed, and is told.
 */
export function pageSearch(parameters: ParsedUrlQuery, locale: Locale): SearchQuery | 'beyond' {
  const given = new Map(
    Object.entries(parameters).flatMap(([name, value]): [string, unknown][] => {
      if (!Object.hasOwn(SearchQuery.shape, name) || name === 'lang' || name === 'facets' || value === undefined)
        return [];
      const values = [value].flat().filter((one) => one.trim() !== '');
      if (values.length === 0) return [];
      return [[name, repeatable.has(name) ? values.slice(0, 50) : values.at(-1)]];
    }),
  );
  const [from, to] = [Number(given.get('yearFrom')), Number(given.get('yearTo'))];
  // Years the wrong way round are taken as they were meant.
  if (from > to) given.set('yearFrom', to).set('yearTo', from);
  for (;;) {
    const parsed = SearchQuery.safeParse({ ...Object.fromEntries(given), lang: locale });
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    if (name === 'page' && issue?.code === 'custom') return 'beyond';
    const values = given.get(name);
    const at = issue?.path[1];
    // One wrong value of a facet leaves the right ones.
    if (Array.isArray(values) && typeof at === 'number' && values.length > 1) given.set(name, values.toSpliced(at, 1));
    else if (!given.delete(name)) return SearchQuery.parse({ lang: locale });
  }
}

const repeatable = new Set(
  Object.entries(SearchQuery.parse({}))
    .filter(([, value]) => Array.isArray(value))
    .map(([name]) => name),
);

const knownPlace = (id: string | undefined): string | undefined => (placeOf(id) ? id : undefined);

const last = (value: string | string[] | undefined): string | undefined => [value].flat().at(-1) || undefined;

const known = (language: string | undefined): Locale | undefined => locales.find((locale) => locale === language);
