import { z } from 'zod';
import { searchFields, type WorkSummary } from '../../domain/discovery/schema.ts';

/** What a reader types, and the works that answer it: `Title` or `Title / Beginning of the first author`, with a grade. */
export const RankedSearch = z.strictObject({
  query: z.string(),
  in: z.enum(searchFields).optional(),
  /** What the search is an example of; figures are told by kind. */
  kind: z.string(),
  /** 3: the work that is meant; 2: one that serves as well; 1: one that is related. */
  wanted: z.record(z.string(), z.int().min(1).max(3)).refine((wanted) => Object.keys(wanted).length > 0),
});
export type RankedSearch = z.infer<typeof RankedSearch>;

export type Named = Pick<WorkSummary, 'title' | 'authors'>;

export function isNamed(name: string, { title, authors }: Named): boolean {
  const [wantedTitle, author] = name.split(' / ');
  return title === wantedTitle && (author === undefined || (authors[0]?.startsWith(author) ?? false));
}

export interface Judged {
  /** Discounted gain of the first ten against that of the best order there is: 1 is perfect. */
  readonly ndcg: number;
  /** One over the place of the first work of the highest grade wanted; 0 where it is not among the first ten. */
  readonly reciprocalRank: number;
  /** Share of the works wanted, ten at most, that are among the first ten. */
  readonly recall: number;
}

/** Judges the first ten works of an answer. */
export function judge({ wanted }: Pick<RankedSearch, 'wanted'>, found: readonly Named[]): Judged {
  const left = new Map(Object.entries(wanted));
  const grades = found.slice(0, 10).map((work) => {
    const name = [...left.keys()].find((one) => isNamed(one, work));
    const grade = name === undefined ? 0 : (left.get(name) ?? 0);
    if (name !== undefined) left.delete(name);
    return grade;
  });
  return judgeGrades(grades, Object.values(wanted));
}

/** Judges an answer in which any one of these works is enough, or each of them counts. */
export function judgeIds(wanted: ReadonlySet<string>, anyOne: boolean, found: readonly string[]): Judged {
  const first = found.findIndex((id) => wanted.has(id));
  return anyOne
    ? judgeGrades(found.map((_id, place) => (place === first ? 1 : 0)), [1])
    : judgeGrades(found.map((id) => (wanted.has(id) ? 1 : 0)), [...wanted].map(() => 1)); // prettier-ignore
}

function judgeGrades(found: readonly number[], wanted: readonly number[]): Judged {
  const grades = found.slice(0, 10);
  const ideal = wanted.toSorted((a, b) => b - a).slice(0, 10);
  const best = grades.indexOf(ideal[0] ?? 0);
  return {
    ndcg: gain(grades) / gain(ideal),
    reciprocalRank: best < 0 ? 0 : 1 / (best + 1),
    recall: grades.filter((grade) => grade > 0).length / ideal.length,
  };
}

const gain = (grades: readonly number[]) =>
  grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);

export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
