/**
 * How often somebody may do something: counts one more under `who`, and tells how many seconds they have to wait, none where
 * they need not. Where it counts, the domain does not know.
 */
export type Pace = (who: string) => Promise<number>;

/** More than people do by hand in so short a time. */
export class TooFast extends Error {
  override readonly name = 'TooFast';
  readonly seconds: number;
  constructor(seconds: number) {
    super(`Wait for ${seconds} seconds`);
    this.seconds = seconds;
  }
}

/** @throws TooFast */
export async function keepPace(pace: Pace, who: string): Promise<void> {
  const seconds = await pace(who);
  if (seconds > 0) throw new TooFast(seconds);
}
