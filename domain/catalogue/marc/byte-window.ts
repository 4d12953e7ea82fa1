/**
 * A window that slides over a stream of bytes: what is in sight can be searched, more can be fetched, what is done with
 * is dropped. Memory is bounded by what the caller keeps in sight.
 */
export interface ByteWindow {
  /** The bytes in sight. Valid until the next `more`. */
  readonly bytes: Buffer;
  /** Offset of the first byte in sight from the start of the stream. */
  readonly position: number;
  /** Fetches the next chunk; false at the end of the stream, also where it ended in an error. */
  more(): Promise<boolean>;
  drop(count: number): void;
  /** What ended the stream, where it was an error. */
  readonly failure: Error | undefined;
  /** Lets go of the stream before its end. */
  close(): void;
}

export function byteWindow(chunks: AsyncIterable<Uint8Array>): ByteWindow {
  const iterator = chunks[Symbol.asyncIterator]();
  let bytes: Buffer = Buffer.alloc(0);
  /** Where `bytes` lies with room behind it, so that what grows piece by piece is not copied every time. */
  let store: Buffer | undefined;
  let storeEnd = 0;
  let position = 0;
  let ended = false;
  let failure: Error | undefined;
  return {
    get bytes() {
      return bytes;
    },
    get position() {
      return position;
    },
    get failure() {
      return failure;
    },
    async more() {
      if (ended) return false;
      const next = await iterator.next().catch((error: unknown) => {
        failure = error instanceof Error ? error : new Error(String(error));
      });
      if (!next || next.done) {
        ended = true;
        return false;
      }
      const chunk = asBuffer(next.value);
      if (bytes.length === 0) {
        bytes = chunk;
        store = undefined;
        return true;
      }
      const length = bytes.length + chunk.length;
      if (!store || storeEnd + chunk.length > store.length) {
        store = Buffer.allocUnsafe(Math.max(length, 2 * bytes.length));
        bytes.copy(store);
        storeEnd = bytes.length;
      }
      chunk.copy(store, storeEnd);
      storeEnd += chunk.length;
      bytes = store.subarray(storeEnd - length, storeEnd);
      return true;
    },
    drop(count) {
      bytes = bytes.subarray(count);
      position += count;
    },
    close() {
      if (ended) return;
      ended = true;
      iterator.return?.().catch(() => undefined); // nobody waits for it: its next chunk may never come
    },
  };
}

const asBuffer = (chunk: Uint8Array) => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
