/**
 * A window that slides over a stream of bytes: what is in sight can be searched, more can be fetched, what is done with
 * is dropped. Memory is bounded by what the caller keeps in sight.
 */
export interface ByteWindow {
  /** The bytes in sight. Valid until the next `more`. */
  readonly bytes: Buffer;
  /** Offset of the first byte in sight from the start of the stream. */
  readonly position: number;
  /** Fetches the next chunk; false at the end of the stream. */
  more(): Promise<boolean>;
  drop(count: number): void;
  /** Lets go of the stream before its end. */
  close(): void;
}

export function byteWindow(chunks: AsyncIterable<Uint8Array>): ByteWindow {
  const iterator = chunks[Symbol.asyncIterator]();
  let bytes: Buffer = Buffer.alloc(0);
  let position = 0;
  let ended = false;
  return {
    get bytes() {
      return bytes;
    },
    get position() {
      return position;
    },
    async more() {
      if (ended) return false;
      const next = await iterator.next();
      if (next.done) {
        ended = true;
        return false;
      }
      bytes = bytes.length === 0 ? asBuffer(next.value) : Buffer.concat([bytes, next.value]);
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
