import type { SearchWeights } from '../../domain/search-weights/schema.ts';
import type { SearchWeightBook } from '../../domain/search-weights/service.ts';

const freshMs = 5_000;

/**
 * The weights that searches use, asked anew every few seconds. A search never waits for them but the first one; where they cannot be
 * read, the last ones known go on to be used.
 */
export function weightsInUse(
  book: Pick<SearchWeightBook, 'current'> | undefined,
): () => Promise<SearchWeights | undefined> {
  let known: SearchWeights | undefined;
  let freshUntil = 0;
  let first: Promise<void> | undefined;
  const read = async () => {
    freshUntil = Date.now() + freshMs;
    known = await book?.current().then((one) => one?.weights, () => known); // prettier-ignore
  };
  return async () => {
    if (Date.now() >= freshUntil) {
      const reading = read();
      await (first ??= reading);
    }
    return known;
  };
}
