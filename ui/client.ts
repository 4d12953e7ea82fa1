// First of all: it teaches Lit to take over what the server has drawn.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import './styles/index.css';
import { locales, defaultLocale } from '../config/locales.ts';
import { provideMessages, type Messages } from './messages/messages.ts';

/** The browser's way in: the words of the page's language, then the elements, then the search page where it is one. */
const languages = {
  fi: async (): Promise<Messages> => (await import('./messages/fi.ts')).fi,
  sv: async (): Promise<Messages> => (await import('./messages/sv.ts')).sv,
  en: async (): Promise<Messages> => (await import('./messages/en.ts')).en,
};

const locale = locales.find((one) => one === document.documentElement.lang) ?? defaultLocale;
provideMessages(locale, await languages[locale]());
// Elements wake as soon as they are defined, and speak from then on.
const { takeOverSearch } = await import('./client/search-session.ts');
takeOverSearch();
