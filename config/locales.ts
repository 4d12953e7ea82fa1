/** Languages of the interface, the default first. */
export const locales = ['fi', 'sv', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'fi';

/** ISO 639-2/B, as MARC writes languages, of each interface language. */
export const marcLanguage = { fi: 'fin', sv: 'swe', en: 'eng' } as const satisfies Record<Locale, string>;

export type Localized = Readonly<Record<Locale, string>>;
