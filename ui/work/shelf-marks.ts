import type { EditionDetail } from '../../domain/discovery/schema.ts';

/**
 * Where a work stands in each branch, by the branch's id: the shelf marks of its copies on the shelf, of all its copies where
 * none is; each once, in their order. Pure.
 */
export function shelfMarksByBranch(editions: readonly Pick<EditionDetail, 'items'>[]): Map<string, string[]> {
  const items = Map.groupBy(
    editions.flatMap((edition) => edition.items),
    ({ branch }) => branch,
  );
  return new Map(
    [...items].map(([branch, all]) => {
      const onShelf = all.filter(({ status }) => status === 'available');
      const marks = (onShelf.length > 0 ? onShelf : all).flatMap(({ shelfMark }) => shelfMark ?? []);
      return [branch, [...new Set(marks)].toSorted()];
    }),
  );
}
