import type { Item } from '../domain/catalogue/schema.ts';
import type { AuditEntry } from '../domain/audit/schema.ts';

/** What the log says of an edit of a copy; undefined where nothing was changed. Pure. */
export function itemEditEntry(
  before: Item,
  after: Item,
): Pick<AuditEntry, 'act' | 'subject' | 'before' | 'after'> | undefined {
  if (before.local?.version === after.local?.version) return undefined;
  return { act: 'itemEdited', subject: `item:${after._id}`, before: { ...before.local?.wish }, after: { ...after.local?.wish } }; // prettier-ignore
}
