import { isDeepStrictEqual } from 'node:util';
import type { Item, LocalEdit, LocalWish } from './schema.ts';

/** A copy that staff keep from being lent, wherever it stands. */
export const isHeldBack = ({ local }: Pick<Item, 'local'>): boolean =>
  local?.wish.status === 'inRepair' || local?.wish.status === 'withdrawn';

/** A copy that is no part of the collection any more, by staff's word: nobody but they see it. */
export const isTakenOut = ({ local }: Pick<Item, 'local'>): boolean => local?.wish.status === 'withdrawn';

/** A copy as its record lists it, with what staff have set of it in the place of that. Pure. */
export function withLocal<T extends Omit<Item, 'version'>>(listed: T, local: LocalEdit | undefined): T {
  if (!local) return listed;
  const { branch, shelfMark, status } = listed;
  const { wish } = local;
  return {
    ...listed,
    ...(wish.branch !== undefined && { branch: wish.branch }),
    ...(wish.shelfMark !== undefined && { shelfMark: wish.shelfMark }),
    // where a copy is missing stands with its use: whoever finds it checks it in
    ...(wish.status !== undefined && wish.status !== 'lost' && { status: wish.status === 'withdrawn' ? 'lost' : wish.status }), // prettier-ignore
    local: { ...local, listed: { branch, status, ...(shelfMark !== undefined && { shelfMark }) } },
  };
}

/** The copy as its record lists it. Pure. */
export function asListed({ local, ...item }: Omit<Item, 'version'>): Omit<Item, 'version'> {
  if (!local) return item;
  const { shelfMark: _, ...rest } = item;
  return { ...rest, ...local.listed };
}

const mostEarlier = 20;

/** The copy with another wish, which is the next version of what staff have set; what differs nowhere is left as it is. Pure. */
export function edited<T extends Item>(
  item: T,
  wish: LocalWish,
  { by, at }: { by: string; at: Date },
): Omit<Item, 'version'> {
  const { version: _, ...stored } = item;
  const { local } = item;
  if (isDeepStrictEqual(local?.wish ?? {}, wish)) return stored;
  const listed = asListed(stored);
  const before = local && { version: local.version, wish: local.wish, by: local.by, at: local.at };
  return withLocal(listed, {
    version: (local?.version ?? 0) + 1,
    wish,
    by,
    at,
    earlier: [...(before ? [before] : []), ...(local?.earlier ?? [])].slice(0, mostEarlier),
    listed: { branch: listed.branch, status: listed.status },
  });
}
