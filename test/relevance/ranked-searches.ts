import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { RankedSearch } from '../../indexer/relevance/judge.ts';

/** The searches of all files beside this one; those of a file share its name as language. */
export function rankedSearches(): (RankedSearch & { language: string })[] {
  const folder = new URL('./', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.toSorted().flatMap((name) =>
    z
      .array(RankedSearch)
      .parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
      .map((search) => ({ ...search, language: name.replace('.json', '') })),
  );
}
