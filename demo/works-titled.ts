import { partitionCount } from '../config/queues.ts';
import type { Discovery } from '../domain/discovery/service.ts';

/** The demo's own works are few; in a larger catalogue they are not looked for everywhere. */
const mostLookedAt = 10_000;

/** Works whose titles begin so, by the title that was asked for. */
export async function worksTitled({ workIds, works }: Pick<Discovery, 'workIds' | 'works'>, titles: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  let looked = 0;
  for (let partition = 0; partition < partitionCount && found.size < titles.length && looked < mostLookedAt; partition += 1) {
    const ids: string[] = [];
    for await (const id of workIds(partition)) ids.push(id);
    looked += ids.length;
    for (const { id, title } of await works(ids)) {
      const named = titles.find((one) => title === one || title.startsWith(`${one} `));
      if (named !== undefined && !found.has(named)) found.set(named, id);
    }
  }
  return found;
} // prettier-ignore
