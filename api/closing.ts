/** Aborted when the reader has gone before the answer was there. */
export function closing({ res }: { res: NodeJS.EventEmitter & { writableFinished: boolean } }): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => res.writableFinished || gone.abort());
  return gone.signal;
}
