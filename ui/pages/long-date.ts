import type { Locale } from '../../config/locales.ts';

/** "25. marraskuuta 2026" of a calendar date, as each language writes it. */
export const longDate = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
