import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WorkSummary } from '../../domain/discovery/schema.ts';

/** Works the service tells of in one answer. */
const inOneAnswer = 100;

/**
 * Fetches what the catalogue says today of works that are known by their ids. Each id is asked for once, until it is asked for
 * again by `retry`.
 */
export class WorkDetails implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #found = new Map<string, WorkSummary | 'gone'>();
  #end = new AbortController();
  #asking = false;
  #failed = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Nothing while it is not known. */
  of = (id: string): WorkSummary | 'gone' | undefined => this.#found.get(id);

  /** Whether the last answer did not come. */
  get failed(): boolean {
    return this.#failed;
  }

  hostDisconnected(): void {
    this.#end.abort();
    this.#end = new AbortController();
  }

  /** Asks for those of these works that are not known yet. `base` is the origin of the service; the page's own where absent. */
  async ask(ids: readonly string[], base = ''): Promise<void> {
    const missing = ids.filter((id) => !this.#found.has(id)).slice(0, inOneAnswer);
    if (missing.length === 0 || this.#asking || this.#failed) return;
    this.#asking = true;
    const { signal } = this.#end;
    try {
      const query = new URLSearchParams(missing.map((id) => ['id', id]));
      const response = await fetch(`${base}/api/v1/works?${query}`, { signal });
      if (!response.ok) throw new Error(`The service answered ${response.status}`);
      const { items } = (await response.json()) as { items: (WorkSummary & { asked: string })[] };
      const byId = new Map(items.map((item) => [item.asked, item]));
      for (const id of missing) this.#found.set(id, byId.get(id) ?? 'gone');
    } catch {
      this.#failed = !signal.aborted;
    } finally {
      this.#asking = false;
      this.#host.requestUpdate();
    }
  }

  retry(): void {
    this.#failed = false;
    this.#host.requestUpdate();
  }
}
