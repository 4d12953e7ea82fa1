import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Asks again and again, as long as the element is on the page and the page is looked at. */
export class Polling implements ReactiveController {
  readonly #ask: () => Promise<number | undefined>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOn = false;

  /** `ask` gives the pause until the next time, in milliseconds; undefined where nothing will change any more. */
  constructor(host: ReactiveControllerHost, ask: () => Promise<number | undefined>) {
    this.#ask = ask;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Asks at once, and goes on. */
  start(): void {
    this.#isOn = true;
    clearTimeout(this.#timer);
    void this.#turn();
  }

  stop(): void {
    this.#isOn = false;
    clearTimeout(this.#timer);
  }

  async #turn(): Promise<void> {
    const pause = document.hidden ? 2_000 : await this.#ask().catch(() => 5_000);
    if (!this.#isOn || pause === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#turn(), pause);
  }
}
