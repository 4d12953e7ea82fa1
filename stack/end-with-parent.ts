/**
 * Aborted when this process should end: by Ctrl-C, SIGTERM, a closed terminal, or the death of the process that started
 * it, where that one has asked for this (`stack/bootstrap.mjs`). A second Ctrl-C ends it at once; engines end even then.
 */
export function stopRequested(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort());
  endWithParent(() => stopping.abort());
  return stopping.signal;
}

/** Calls `end` when the process that started this one is gone, where that one has asked for it. */
export function endWithParent(end: () => void): void {
  if (!process.env['LASTU_WATCH_PARENT']) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 500).unref();
}
