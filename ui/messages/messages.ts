import { defaultLocale, type Locale } from '../../config/locales.ts';
import type { fi } from './fi.ts';

/** A message, or its forms for one and for several. */
export type Plural = { readonly one: string; readonly other: string };

/** What a language must say: every key of the Finnish messages, in the same form (plain or plural). */
export type Messages = { readonly [Key in keyof typeof fi]: (typeof fi)[Key] extends string ? string : Plural };
export type MessageKey = keyof typeof fi;

/** Gives a message with its values filled in. Numbers are written as the language writes them; `n` chooses the plural. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** The language someone reads in, and all that depends on it. */
export interface Reader {
  readonly locale: Locale;
  readonly t: Translate;
}

const readers = new Map<Locale, Reader>();

/** Makes a language known. The server knows all (`all.ts`), a browser loads only the one of its page. */
export function provideMessages(locale: Locale, messages: Messages): void {
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

function translator(locale: Locale, messages: Messages): Translate {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    if (!Object.hasOwn(messages, key)) return '';
    const message: string | Plural = messages[key];
    const text =
      typeof message === 'string' ? message : message[plural.select(Number(values['n'])) === 'one' ? 'one' : 'other'];
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? number.format(value) : value;
    });
  };
}
