import type { Catalogue } from '../catalogue/service.ts';
import type { ChangeLine } from '../changes/change-line.ts';
import type { TipRepository } from './repository.ts';
import type { Tip } from './schema.ts';

export interface AnnounceDeps {
  readonly changes: Pick<ChangeLine, 'recordChange'>;
  readonly catalogue: Pick<Catalogue, 'currentWorkIds'>;
}

/** Tips by whose words their works are found: whatever is written of one is announced to the index. */
export function announced(tips: TipRepository, { changes, catalogue }: AnnounceDeps): TipRepository {
  const current = async (works: Tip['works']) => [
    ...new Set((await catalogue.currentWorkIds(works.map(({ id }) => id))).values()),
  ];
  async function about<T>(works: Tip['works'], write: () => Promise<T>): Promise<T> {
    const before = await current(works);
    const done = await changes.recordChange(before, write);
    const merged = (await current(works)).filter((id) => !before.includes(id)); // into another one meanwhile
    if (merged.length > 0) await changes.recordChange(merged, async () => undefined);
    return done;
  }
  const worksOf = async (id: string) => (await tips.find(id))?.works ?? [];
  return {
    ...tips,
    add: (tip) => about(tip.works, () => tips.add(tip)),
    change: (before, change) => about([...before.works, ...(change.works ?? [])], () => tips.change(before, change)),
    remove: async (id) => about(await worksOf(id), () => tips.remove(id)),
    move: async (read, standing) => about(await worksOf(read.id), () => tips.move(read, standing)),
  };
}
