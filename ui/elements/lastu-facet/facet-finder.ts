import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Locale } from '../../../config/locales.ts';
import type { FacetName, FacetValues } from '../../../domain/discovery/schema.ts';
import { noWish, searchParameters } from '../../search/address.ts';
import type { Wish } from '../../search/state.ts';

/** How long letters must rest before they are asked for. */
const rest = 150;

export interface Sought {
  readonly facet: FacetName;
  readonly letters: string;
  readonly wish: Wish;
  readonly locale: Locale;
  /** Where the service is, on a page elsewhere. */
  readonly base: string | undefined;
}

/** Finds among all values of a facet, the last letters typed only; what is listed must do where the API is away. */
export class FacetFinder implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #letters = '';
  #found: FacetValues | undefined;
  #asking = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#asking.abort();
  }

  /** What was found for these letters; nothing as long as it is not known. */
  foundFor(letters: string): FacetValues | undefined {
    return letters === this.#letters ? this.#found : undefined;
  }

  seek(sought: Sought): void {
    this.#asking.abort();
    const mine = new AbortController();
    this.#asking = mine;
    if (sought.letters !== '') setTimeout(() => void this.#ask(sought, mine.signal), rest);
  }

  async #ask({ facet, letters, wish, locale, base = '' }: Sought, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const parameters = searchParameters({ ...wish, page: 1, after: undefined, size: noWish.size, sort: noWish.sort });
    parameters.set('contains', letters.slice(0, 100));
    parameters.set('lang', locale);
    try {
      const response = await fetch(`${base}/api/v1/facets/${facet}?${parameters}`, { signal });
      if (!response.ok) return;
      this.#found = (await response.json()) as FacetValues;
      this.#letters = letters;
      this.#host.requestUpdate();
    } catch {
      // overtaken, or offline: what is listed stays
    }
  }
}
