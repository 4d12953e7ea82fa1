import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far an answer has come. `missing` is what the service does not know; offline, it may come by itself. */
export type Answer<T> = { value: T } | 'loading' | 'missing' | 'unavailable' | 'offline';

/**
 * Asks the service for what an element shows: whenever the address is another one, when the element comes back into a page
 * without having had its answer, and when the network does. Removing the element ends the request.
 */
export class AnswerController<T> implements ReactiveController {
  answer: Answer<T> = 'loading';
  /** True while another answer is asked for; the one before stays until it has come. */
  isAsking = false;
  /** Settles when what was asked last has come or failed. */
  done: Promise<void> = Promise.resolve();
  readonly #host: ReactiveControllerHost;
  #address: string | undefined;
  #asking: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.retry);
    if (this.#address !== undefined && (this.isAsking || typeof this.answer === 'string')) this.done = this.#ask();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.retry);
    this.#asking?.abort();
  }

  /** Asks, unless this address has been asked already. */
  askFor(address: string): void {
    if (address === this.#address) return;
    this.#address = address;
    this.done = this.#ask();
  }

  readonly retry = (): void => {
    if (typeof this.answer === 'string') this.done = this.#ask();
  };

  async #ask(): Promise<void> {
    this.#asking?.abort();
    const mine = new AbortController();
    this.#asking = mine;
    const tell = (answer: Answer<T>) => {
      if (mine.signal.aborted) return;
      this.answer = answer;
      this.isAsking = answer === 'loading';
      this.#host.requestUpdate();
    };
    if (typeof this.answer === 'string') tell('loading');
    this.isAsking = true;
    try {
      const response = await fetch(this.#address ?? '', { signal: mine.signal });
      if (response.ok) return tell({ value: (await response.json()) as T });
      tell(response.status === 404 || response.status === 400 ? 'missing' : 'unavailable');
      await response.body?.cancel();
    } catch {
      tell(navigator.onLine ? 'unavailable' : 'offline');
    }
  }
}
