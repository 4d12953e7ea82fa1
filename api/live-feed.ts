import { AsyncLocalStorage } from 'node:async_hooks';
import { PassThrough, type Readable } from 'node:stream';

/** What somebody watches live: one reading is shared by all who watch, and nothing is read while nobody does. */
export interface LiveFeed {
  /**
   * Another watcher's server-sent events: the newest reading at once, then each that differs, as JSON. It ends after some
   * minutes, so that the browser asks anew and is judged anew: whoever has logged out or lost a role sees no more.
   */
  watch(): Readable;
}

interface LiveFeedOptions {
  read(): Promise<unknown>;
  readonly everyMs?: number;
  /** Called when nobody watches any more. */
  readonly onLeft?: () => void;
}

/** How long a watcher goes on before the browser has to ask again. */
const longestMs = 5 * 60_000;
/** Proxies close what is silent for longer; the browser asks again after this pause. */
const silenceMs = 15_000;
const pauseMs = 2_000;
/** A watcher that takes nothing for so long that this much waits is let go. */
const mostWaitingBytes = 1_000_000;

export function liveFeed({ read, everyMs = 1_000, onLeft }: LiveFeedOptions): LiveFeed {
  const watchers = new Set<PassThrough>();
  let newest: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastSentAt = 0;
  /** What is read for all is no part of the request that happened to come first. */
  const apart = AsyncLocalStorage.snapshot();

  const send = (text: string, to: Iterable<PassThrough> = watchers) => {
    for (const one of to) {
      if (one.writableLength > mostWaitingBytes) one.destroy();
      else one.write(text);
    }
  };

  async function turn(): Promise<void> {
    const text = await read().then(eventOf, () => away);
    if (text !== newest) send(text);
    else if (Date.now() - lastSentAt > silenceMs) send(':\n\n');
    if (text !== newest || Date.now() - lastSentAt > silenceMs) lastSentAt = Date.now();
    newest = text;
    timer = watchers.size > 0 ? setTimeout(() => void turn(), everyMs) : undefined;
    if (watchers.size > 0) return;
    newest = undefined;
    onLeft?.();
  }

  return {
    watch() {
      const watcher = new PassThrough();
      const end = setTimeout(() => watcher.end(), longestMs);
      watcher.once('close', () => {
        clearTimeout(end);
        watchers.delete(watcher);
      });
      watcher.write(`retry: ${pauseMs}\n\n${newest ?? ''}`);
      const isFirst = watchers.size === 0 && timer === undefined;
      watchers.add(watcher);
      if (isFirst) {
        timer = setTimeout(() => undefined); // taken: two who come at once start one reading
        apart(() => void turn());
      }
      return watcher;
    },
  };
}

/** A feed for each thing that is watched by its id, as long as somebody does. */
export function liveFeeds(read: (id: string) => Promise<unknown>): (id: string) => LiveFeed {
  const feeds = new Map<string, LiveFeed>();
  return (id) => {
    const known = feeds.get(id) ?? liveFeed({ read: () => read(id), onLeft: () => feeds.delete(id) });
    feeds.set(id, known);
    return known;
  };
}

const eventOf = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
/** What is watched cannot be read just now: the watcher keeps what it has, and says so. */
const away = 'event: away\ndata: {}\n\n';
