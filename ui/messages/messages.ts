import { defaultLocale, type Locale } from '../../config/locales.ts';
import type { parts } from './parts.ts';
import type { Plural } from './said.ts';

type Parts = typeof parts;
export type MessageKey = { [Part in keyof Parts]: keyof Parts[Part]['fi'] }[keyof Parts];

/** Gives a message with its values filled in. Numbers are written as the language writes them; `n` chooses the plural. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** The language someone reads in, and all that depends on it. */
export interface Reader {
  readonly locale: Locale;
  readonly t: Translate;
}

/** The messages of some parts: what one of the files of `ui/messages` says. */
export type Messages = Readonly<Partial<Record<MessageKey, string | Plural>>>;

const known = new Map<Locale, { reader: Reader; messages: Messages }>();

/** Makes messages known, beside those known before. The server knows all (`all.ts`), a browser those of the parts it shows. */
export function provideMessages(locale: Locale, ...parts: readonly Messages[]): void {
  const messages: Messages = Object.assign({}, known.get(locale)?.messages, ...parts);
  known.set(locale, { reader: { locale, t: translator(locale, messages) }, messages });
}

/** The reader of a language; of the default one, or whichever is known, where that language is not. */
export function readerOf(locale: Locale): Reader {
  const one = known.get(locale) ?? known.get(defaultLocale) ?? [...known.values()][0];
  if (!one) throw new Error('No messages are known: import ui/messages/all.ts first');
  return one.reader;
}

/** True for strings that are keys of messages: labels of values that may be unknown are looked up with it. */
export function isMessageKey(reader: Reader, key: string): key is MessageKey {
  return reader.t(key as MessageKey) !== '';
}

function translator(locale: Locale, messages: Messages): Translate {
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
