import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { memoryStore, type MemoryStore } from './memory-store.ts';

/**
 * Draws its element anew whenever the memory list changes. On the server, and until an element has taken over what the server
 * drew, `store` is absent: both must draw the same.
 */
export class MemoryController implements ReactiveController {
  store: MemoryStore | undefined;
  readonly #host: ReactiveControllerHost;
  #end: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.store) this.#follow();
  }

  hostUpdated(): void {
    if (this.store) return;
    this.store = memoryStore();
    this.#follow();
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = undefined;
  }

  #follow(): void {
    this.#end?.();
    this.#end = this.store?.subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }
}
