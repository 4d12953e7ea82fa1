import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Locale } from '../../../config/locales.ts';
import type { Suggestion, Suggestions } from '../../../domain/discovery/suggestion.ts';

/** One letter says nothing yet. */
export const shortest = 2;
/** A pause in typing. */
const debounceMs = 120;
const remembered = 50;

interface Host extends ReactiveControllerHost {
  readonly locale: Locale;
  readonly base: string;
}

/**
 * Asks the API for suggestions while a reader types, one request at a time: only the last one counts. Where the API is away or
 * has none, there are none: the search box works without.
 */
export class SuggestionsController implements ReactiveController {
  /** Those for the text asked last; those before it until they have come. */
  items: readonly Suggestion[] = [];
  /** The text they are for; undefined while there is none. */
  of: string | undefined;
  readonly #host: Host;
  readonly #known = new Map<string, readonly Suggestion[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  /** Asks for suggestions for what has been typed, once the reader pauses. */
  ask(text: string): void {
    this.#stop();
    const q = text.trim().replace(/\s+/g, ' ');
    if (q.length < shortest) return this.clear();
    const known = this.#known.get(q);
    if (known) this.#show(q, known);
    else this.#timer = setTimeout(() => void this.#fetch(q), debounceMs);
  }

  /** Takes the suggestions away and asks for none. */
  clear(): void {
    this.#stop();
    this.#show(undefined, []);
  }

  async #fetch(q: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const parameters = new URLSearchParams({ q: q.slice(0, 200), lang: this.#host.locale });
      const answer = await fetch(`${this.#host.base}/api/v1/suggest?${parameters}`, { signal: asking.signal });
      if (!answer.ok) return this.clear();
      const { items } = (await answer.json()) as Suggestions;
      if (this.#known.size >= remembered) this.#known.clear();
      this.#known.set(q, items);
      if (!asking.signal.aborted) this.#show(q, items);
    } catch {
      if (!asking.signal.aborted) this.clear();
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  #show(of: string | undefined, items: readonly Suggestion[]): void {
    this.of = of;
    this.items = items;
    this.#host.requestUpdate();
  }
}
