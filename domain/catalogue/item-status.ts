import { isHeldBack, withLocal } from './local-edit.ts';
import type { Item, ItemStatus } from './schema.ts';

/**
 * What a copy is to patrons. Once circulation has had it in hand, that counts, and no longer what the record says; but a
 * copy for use in the library, or one that staff hold back, stays one.
 */
export function statusOf({
  status,
  use,
  withdrawn,
  local,
}: Pick<Item, 'status' | 'use' | 'withdrawn' | 'local'>): ItemStatus {
  switch (use?.kind) {
    case undefined:
      return status;
    case 'loan':
      return 'onLoan';
    case 'holdShelf':
      return 'onHoldShelf';
    case 'pull':
      return use.hold?.pickupBranch === use.at ? 'onHoldShelf' : 'inTransit';
    case 'transit':
    case 'sorting':
      return 'inTransit';
    case 'missing':
      return 'lost';
    case 'shelf':
      if (withdrawn) return 'lost';
      return status === 'reference' || isHeldBack({ local }) ? status : 'available';
  }
}

/** The branch where patrons find a copy: the one it has come to rest in, or the one that owns it. */
export const placeOf = ({ branch, use }: Pick<Item, 'branch' | 'use'>): string =>
  use?.kind === 'shelf' ? use.at : branch;

/** The next version of an item that a record lists, with what circulation knows of it and what staff have set of it kept. */
export function relisted(listed: Omit<Item, 'version'>, before: Item | undefined): Item {
  const version = (before?.version ?? 0) + 1;
  const item = withLocal(listed, before?.local);
  if (!before?.use) return { ...item, version };
  const { use, following, unsettled, loans } = before;
  return { ...item, version, loans, use, ...(following && { following }), ...(unsettled && { unsettled }) };
}

/**
 * What becomes of an item that its record does not list any more: nothing is left of one that stands on its shelf, but
 * one that somebody has, or is to get, stays until it is back.
 */
export function delisted(before: Item): Item | undefined {
  if (!before.use || (before.use.kind === 'shelf' && !before.unsettled)) return undefined;
  return { ...before, withdrawn: true, version: before.version + 1 };
}
