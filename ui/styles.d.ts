/** Style sheets are imported for the build to find them. */
declare module '*.css';

/** Their text, for shadow roots. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}

/** Made by the build (`vite.words.ts`): what each widget says in each language, by its name. */
declare module 'virtual:words' {
  import type { Locale } from '../config/locales.ts';
  import type { Messages } from './messages/messages.ts';
  export const words: Readonly<
    Record<string, Readonly<Record<Locale, () => Promise<{ words: Messages }>>> | undefined>
  >;
}
