/** Thrown where something has not come about in time. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** What a promise gives, or what it fails with; @throws TooLate after so long. It goes on by itself then, and is listened to no more. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate(`Nothing has come within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
