import { memoryStore } from './memory-store.ts';
import { syncMemory } from './memory-sync.ts';

/** After a change: others may follow at once. In milliseconds. */
const pause = 1_500;
let follows = false;

/**
 * Keeps the memory list of this browser and that of the service alike, where there is anything to tell: something is on it, or
 * somebody has logged in. Whoever has not is followed on few pages only, the log-in among them: the list stays in the browser.
 */
export function followMemory(): void {
  if (follows) return;
  follows = true;
  const store = memoryStore();
  let later: ReturnType<typeof setTimeout> | undefined;
  const sync = async () => {
    const csrf = document.querySelector<HTMLInputElement>('[action="/logout"] [name=csrf]')?.value;
    const work = () => syncMemory(store, csrf);
    await (navigator.locks ? navigator.locks.request('lastu-memory-list', work) : work());
  };
  const soon = (wait: number) => {
    clearTimeout(later);
    later = setTimeout(() => void sync().catch(() => undefined), wait); // not now: the next page will try
  };
  const { works, account, token } = store.memory();
  if (works.length > 0 || account || token || document.querySelector('[action="/logout"]')) soon(0);
  store.subscribe(() => {
    if (store.memory().changed) soon(pause);
  });
}
