import type { Copy } from '../catalogue/copies.ts';
import type { Item, LocalWish } from '../catalogue/schema.ts';
import { municipalityOfBranch } from '../consortium/distance.ts';
import { holdShelfPlace, isAwaited } from './allocation.ts';
import { refuse } from './refusal.ts';
import { decideItemEdit } from './decisions/item-edit.ts';
import { canBeMissing, decideCheckIn, decideMissing, instructionFor, needsHoldShelf, type Instruction } from './decisions/sorting.ts'; // prettier-ignore
import { refuseUnknownBranch, queueFor, rulesToday, today, untilDone, type CirculationDeps } from './deps.ts';
import { settledCopy } from './settle.ts';

/** What staff do with copies, one scan at a time. */
export interface Desk {
  /**
   * Takes in a copy: brought back, fetched from a shelf, come off the road or found. Tells what to do with it.
   * @throws Refusal
   */
  checkIn(itemId: string, branch: string): Promise<{ item: Item; instruction: Instruction }>;
  /** Puts a copy of the pull list on the road; it may be told twice. @throws Refusal where it does not go anywhere from here */
  send(itemId: string, branch: string): Promise<{ item: Item; instruction: Instruction }>;
  /** Copies to be fetched from the shelves of a branch. */
  pullList(branch: string): Promise<Item[]>;
  /** What is on the road, from or to a branch or everywhere, the longest under way first. */
  onTheRoad(ends?: { from?: string; to?: string }): Promise<Item[]>;
  holdShelf(branch: string): Promise<Item[]>;
  /** A copy is not where it should be; the hold it was meant for gets another. @throws Refusal */
  reportMissing(itemId: string): Promise<Item>;
  /** A copy, and how many wait for it or for what it is a copy of. @throws Refusal where there is none */
  find(itemId: string): Promise<{ copy: Copy; waiting: number }>;
  /**
   * Sets what staff want of a copy. `version` is that of the wish that was read, 0 for the first; where another has come
   * since, nothing is stored, and the copy is given as it stands. @throws Refusal
   */
  edit(
    itemId: string,
    version: number,
    wish: LocalWish,
    by: string,
  ): Promise<{ before: Item; item: Item; stored: boolean }>;
  /** Those of these copies that there are. */
  items(ids: readonly string[]): Promise<Item[]>;
  /** Titles of records, by their ids. */
  titles(recordIds: readonly string[]): Promise<Map<string, string>>;
}

export function createDesk(deps: CirculationDeps): Desk {
  const { copies, now } = deps;

  async function checkIn(itemId: string, at: string) {
    refuseUnknownBranch(at);
    await untilDone(async () => {
      const copy = await settledCopy(deps, itemId);
      const { item } = copy;
      const { floats } = (await rulesToday(deps)).termsFor({ ...copy, acquiredOn: item.acquiredOn });
      const shelf = needsHoldShelf(item, at) ? await holdShelfPlace(deps, at, copy) : undefined;
      const wanted = await isAwaited(deps, copy);
      const next = decideCheckIn(item, { at, now: now(), today: today(deps) }, { wanted, floats, shelf });
      if (next.use === item.use) return true;
      const taken = await copies.swap(copy, next);
      if (taken) countCheckIn(item, taken.item);
      return taken;
    });
    const { item } = await settledCopy(deps, itemId);
    return { item, instruction: instructionFor(item) };
  }

  function countCheckIn({ use: before }: Item, { use }: Item): void {
    const town = (branch: string) => municipalityOfBranch(branch, today(deps));
    if (before?.kind === 'loan') deps.count?.({ kind: 'return' });
    if (use?.kind === 'transit' && before?.kind !== 'transit')
      deps.count?.({ kind: 'transport', from: town(use.at), to: town(use.to) });
  }

  return {
    checkIn,

    async send(itemId, branch) {
      const { item } = await settledCopy(deps, itemId);
      const { use } = item;
      if (use?.kind === 'transit' && use.at === branch) return { item, instruction: instructionFor(item) };
      const to = use?.kind === 'pull' && use.at === branch ? use.hold?.pickupBranch : undefined;
      if (to === undefined || to === branch) throw refuse('not-to-be-sent');
      return checkIn(itemId, branch);
    },

    pullList: (branch) => copies.inUse('pull', branch),
    holdShelf: (branch) => copies.inUse('holdShelf', branch),

    async onTheRoad({ from, to } = {}) {
      const items = await copies.inUse('transit', from);
      const since = ({ use }: Item) => (use?.kind === 'transit' ? use.since.getTime() : 0);
      return items
        .filter(({ use }) => to === undefined || (use?.kind === 'transit' && use.to === to))
        .toSorted((a, b) => since(a) - since(b));
    },

    async find(itemId) {
      const copy = await copies.find(itemId);
      if (!copy) throw refuse('item-not-found');
      return { copy, waiting: (await queueFor(deps, [copy])).length };
    },

    items: (ids) => copies.items(ids),

    async edit(itemId, version, wish, by) {
      if (wish.branch !== undefined) refuseUnknownBranch(wish.branch);
      const { before, stored } = await untilDone(async () => {
        const copy = await settledCopy(deps, itemId);
        if ((copy.item.local?.version ?? 0) !== version) return { before: copy.item, stored: false };
        const swapped = await copies.swap(copy, decideItemEdit(copy.item, wish, { by, now: now() }));
        return swapped && { before: copy.item, stored: true };
      });
      return { before, item: (await settledCopy(deps, itemId)).item, stored };
    },
    titles: (recordIds) => copies.titles([...new Set(recordIds)]),

    async reportMissing(itemId) {
      await untilDone(async () => {
        const copy = await settledCopy(deps, itemId);
        if (copy.item.use?.kind === 'missing') return true;
        if (!canBeMissing(copy.item)) throw refuse('on-loan');
        return copies.swap(copy, decideMissing(copy.item, now()));
      });
      return (await settledCopy(deps, itemId)).item;
    },
  };
}
