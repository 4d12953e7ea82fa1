import { defaultLocale, type Locale } from '../../config/locales.ts';
import type { fi } from './fi.ts';
import type { fi as pagesFi } from './pages/fi.ts';

/** A message, or its forms for one and for several. */
type Plural = { readonly one: string; readonly other: string };
type Said<Source> = { readonly [Key in keyof Source]: Source[Key] extends string ? string : Plural };

/** What a language must say: every key of the Finnish messages, in the same form (plain or plural). */
export type Messages = Said<typeof fi>;
/** What it must say on pages that only the server draws; a browser need not load it. */
export type PageMessages = Said<typeof pagesFi>;
export type MessageKey = keyof Messages | keyof PageMessages;

/** Gives a message with its values filled in. Numbers are written as the language writes them; `n` chooses the plural. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** The language someone reads in, and all that depends on it. */
export interface Reader {
  readonly locale: Locale;
  readonly t: Translate;
}

const readers = new Map<Locale, Reader>();

/** Makes a language known. The server knows all (`all.ts`), a browser loads only the one of its page. */
export function provideMessages(locale: Locale, messages: Messages & Partial<PageMessages>): void {
  readers.set(locale, { locale, t: translator(locale, messages) });
}

/** The reader of a language; of the default one, or whichever is known, where that language is not. */
export function readerOf(locale: Locale): Reader {
  const reader = readers.get(locale) ?? readers.get(defaultLocale) ?? [...readers.values()][0];
  if (!reader) throw new Error('No messages are known: import ui/messages/all.ts first');
  return reader;
}

/** True for strings that are keys of messages: labels of values that may be unknown are looked up with it. */
export function isMessageKey(reader: Reader, key: string): key is MessageKey {
  return reader.t(key as MessageKey) !== '';
}

function translator(locale: Locale, messages: Readonly<Partial<Record<MessageKey, string | Plural>>>): Translate {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const message = Object.hasOwn(messages, key) ? messages[key] : undefined;
    if (message === undefined) return '';
    const text =
      typeof message === 'string' ? message : message[plural.select(Number(values['n'])) === 'one' ? 'one' : 'other'];
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? number.format(value) : value;
    });
  };
}
