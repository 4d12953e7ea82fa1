import type { Locale } from '../../config/locales.ts';

/** Light or dark by the reader's wish, whatever the device says. */
export type Scheme = 'light' | 'dark';

/** All that the gallery is drawn from, on the server and in the browser alike. */
export interface GalleryState {
  readonly locale: Locale;
  readonly municipality?: string | undefined;
  readonly scheme?: Scheme | undefined;
  /** Scripts run: elements that only they draw are shown too. */
  readonly isAlive?: boolean;
  /** Id of a work there is. */
  readonly work?: string | undefined;
}
