import { locales } from '../../config/locales.ts';
import { provideMessages } from './messages.ts';
import { parts } from './parts.ts';

/** Makes every language known, whole: for the server, and for tests. */
for (const locale of locales) for (const part of Object.values(parts)) provideMessages(locale, part[locale]);
