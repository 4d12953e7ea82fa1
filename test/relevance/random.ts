/** Choices that are the same each time, so that two runs ask the same. */
export interface Choices {
  /** A whole number from 0. */
  below(limit: number): number;
  /** One of them; undefined of none. */
  one<T>(all: readonly T[]): T | undefined;
  shuffled<T>(all: readonly T[]): T[];
}

/** Park and Miller's numbers. */
export function choices(seed: number): Choices {
  let state = seed;
  const below = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * limit);
  };
  return {
    below,
    one: (all) => all[below(all.length)],
    shuffled(all) {
      const drawn = [...all];
      for (let at = drawn.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [drawn[at], drawn[other]] = [drawn[other] as never, drawn[at] as never];
      }
      return drawn;
    },
  };
}

/** One letter left out, doubled, exchanged with its neighbour, or another one; seldom the first. */
export function slip(word: string, { below, one }: Choices): string {
  const at = below(20) === 0 ? 0 : 1 + below(word.length - 1);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const slips = [
    before + after,
    before + letter + letter + after,
    after === '' ? before : before + after.charAt(0) + letter + after.slice(1),
    `${before}${'aeiklnostu'.charAt(below(10))}${after}`,
  ];
  return one(slips.filter((slipped) => slipped !== word)) ?? word;
}
