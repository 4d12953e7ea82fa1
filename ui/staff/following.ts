import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { askStaff } from './staff-api.ts';

interface FollowingOptions<Value> {
  /** Where the service tells it, below the API; its server-sent events are at `/events` below that. */
  address(): string;
  take(value: Value): void;
  /** Whether it cannot be read just now: what is shown may be old. */
  away(isAway: boolean): void;
}

/** The service has not said anything for so long: something on the way holds its events back, so it is asked. */
const silenceMs = 5_000;

/**
 * Follows what the service tells live, as long as the element is on the page. Where its events do not come through, it asks
 * again and again; whoever is not logged in any more is led to the log-in page by that.
 */
export class Following<Value> implements ReactiveController {
  readonly #options: FollowingOptions<Value>;
  #events: EventSource | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, options: FollowingOptions<Value>) {
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Begins anew where it follows already. */
  start(): void {
    this.stop();
    const { address, take, away } = this.#options;
    const events = new EventSource(`/api/v1${address()}/events`);
    let isHeard = false;
    events.addEventListener('message', ({ data }: MessageEvent<string>) => {
      isHeard = true;
      away(false);
      take(JSON.parse(data) as Value);
    });
    events.addEventListener('away', () => {
      isHeard = true;
      away(true);
    });
    events.addEventListener('error', () => {
      isHeard = false; // it is tried again by itself, unless it was refused
      away(true);
    });
    this.#events = events;
    this.#watch = setInterval(() => {
      if (isHeard) return;
      void this.#ask();
      if (events.readyState === EventSource.CLOSED) this.start();
    }, silenceMs);
  }

  stop(): void {
    this.#events?.close();
    this.#events = undefined;
    clearInterval(this.#watch);
  }

  async #ask(): Promise<void> {
    const { address, take, away } = this.#options;
    const followed = this.#events;
    try {
      const value = await askStaff<Value>('GET', address());
      if (!followed || this.#events === undefined) return; // it has been stopped meanwhile
      away(false);
      take(value);
    } catch {
      away(true);
    }
  }
}
