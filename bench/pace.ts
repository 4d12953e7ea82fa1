/** Begins so many tasks a second, whether or not earlier ones have ended, and waits for all of them. */
export async function atPace(
  { perSecond, count }: { perSecond: number; count: number },
  task: (nth: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const wait = began + (nth * 1_000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    running.push(task(nth));
  }
  await Promise.all(running);
}
