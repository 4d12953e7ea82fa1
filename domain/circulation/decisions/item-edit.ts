import { edited, isHeldBack } from '../../catalogue/local-edit.ts';
import type { Item, LocalWish } from '../../catalogue/schema.ts';
import { refuse } from '../refusal.ts';
import { decideMissing } from './sorting.ts';

/**
 * A copy as staff want it from now on. Its place, mark and note may change at any time; its status only while nobody has it
 * and it is not on its way to anybody. One that was to be fetched from its shelf for a hold and is held back instead lets the
 * hold go, which waits again; one that is set free is offered to who waits.
 * @throws Refusal
 */
export function decideItemEdit(
  item: Item,
  wish: LocalWish,
  { by, now }: { by: string; now: Date },
): Omit<Item, 'version'> {
  const next = edited(item, wish, { by, at: now });
  const moved = moveTo(next, item.branch);
  const status = (one: LocalWish | undefined) => one?.status ?? '';
  if (status(wish) === status(item.local?.wish)) return moved;
  const { use } = item;
  if (use?.kind === 'loan') throw refuse('on-loan');
  if (use?.kind === 'transit' || use?.kind === 'holdShelf') throw refuse('check-in-first');
  const at = moved.use?.at ?? moved.branch;
  const { use: gone, following = [] } = decideMissing({ ...moved, version: item.version }, now);
  if (wish.status === 'lost') return { ...moved, ...(gone && { use: gone }), following };
  if (isHeldBack(next)) return { ...moved, ...(use && { use: { kind: 'shelf', at } }), following };
  return { ...moved, ...(use && { use: { kind: 'shelf', at } }), following: [...following, { step: 'offer' }] };
}

/** A copy on its shelf that belongs to another branch now stands there. */
const moveTo = (next: Omit<Item, 'version'>, from: string): Omit<Item, 'version'> =>
  next.use?.kind === 'shelf' && next.branch !== from ? { ...next, use: { kind: 'shelf', at: next.branch } } : next;
