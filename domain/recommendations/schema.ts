/** Works that fewer patrons than this have in common are never recommended for each other. */
export const floor = 5;

/** Of each patron so many works count at most, the last ones: nobody's reading weighs more than others'. */
export const mostOfPatron = 200;
/** Works recommended beside one. */
export const mostBeside = 24;

/** Why a work is known to be liked: it stands in a list of the patron's, was given four stars or more, was borrowed. */
export const reasons = ['listed', 'rated', 'borrowed'] as const;
export type Reason = (typeof reasons)[number];

/** A patron likes a work. */
export interface Liking {
  readonly patron: string;
  readonly work: string;
  readonly at: Date;
}

/** Where likings are known from. Nothing that was not agreed to: histories are there for patrons who keep them. */
export interface LikingSource {
  readonly reason: Reason;
  all(): AsyncIterable<Liking>;
  ofPatron(patron: string): Promise<Liking[]>;
}

/** A work that readers of another one like too. How many they are is not kept. */
export interface Beside {
  readonly work: string;
  readonly score: number;
}
