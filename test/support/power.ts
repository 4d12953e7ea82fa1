import { Collection } from 'mongodb';

const writes = ['insertOne', 'insertMany', 'updateOne', 'updateMany', 'replaceOne', 'deleteOne', 'deleteMany', 'findOneAndUpdate', 'findOneAndDelete', 'bulkWrite'] as const; // prettier-ignore

/** The machine has died: nothing more is written. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

/**
 * Does something on the real database until so many writes are done: the next one, and all after it, come to nothing.
 * @returns whether it came to its end before
 */
export async function withPowerFor(most: number, act: () => Promise<unknown>): Promise<boolean> {
  const prototype: Record<string, unknown> = Object.getPrototypeOf(Object.create(Collection.prototype));
  const real = new Map(writes.map((name) => [name, prototype[name]] as const));
  let done = 0;
  for (const [name, write] of real)
    prototype[name] = async function powered(this: unknown, ...given: unknown[]) {
      if (typeof write !== 'function') throw new TypeError(name);
      if ((done += 1) > most) throw new PowerCut();
      return write.apply(this, given);
    };
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof PowerCut) return false;
    throw error;
  } finally {
    for (const [name, write] of real) prototype[name] = write;
  }
}
