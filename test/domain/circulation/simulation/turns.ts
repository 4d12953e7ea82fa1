/**
 * Lets actors act at the same time, and yet just so again: each asks for a turn before it touches anything shared, and
 * the seed decides who goes next. Nothing else runs meanwhile.
 */
export interface Turns {
  /** Resolves when it is this caller's turn; the turn is over when `act` is done. */
  take<T>(act: () => Promise<T>): Promise<T>;
  /** Plays until all actors have come to their end. */
  play(actors: readonly (() => Promise<void>)[]): Promise<void>;
}

export function takeTurns(random: () => number): Turns {
  let waiting: (() => Promise<void>)[] = [];
  return {
    take: (act) =>
      new Promise((resolve, reject) => {
        waiting.push(() => act().then(resolve, reject));
      }),
    async play(actors) {
      const failures: unknown[] = [];
      const running = actors.map((actor) => actor().catch((error: unknown) => failures.push(error)));
      let ended = false;
      const all = Promise.all(running).then(() => (ended = true));
      for (;;) {
        // all that follows from the turn before has been done when the event loop comes round
        await new Promise((resolve) => setImmediate(resolve));
        if (ended) break;
        const [next] = waiting.splice(Math.floor(random() * waiting.length), 1);
        if (!next) throw new Error('somebody waits for what is no turn');
        await next();
      }
      await all;
      waiting = [];
      if (failures.length > 0) throw failures[0];
    },
  };
}
