/** Calls `end` when the process that started this one is gone, where that one has asked for it (`stack/bootstrap.mjs`). */
export function endWithParent(end: () => void): void {
  if (!process.env['LASTU_WATCH_PARENT']) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 500).unref();
}
