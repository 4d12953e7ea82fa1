import type { AuditEntry } from '../domain/audit/schema.ts';
import type { NamedEntry } from '../ui/audit-words.ts';
import type { Reader } from '../ui/messages/messages.ts';

/** Entries of the audit log with the names of those who have done what they tell. */
export function namedEntries(entries: readonly AuditEntry[], people: readonly { _id: string; name: string }[], reader: Reader): NamedEntry[] {
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  return entries.map((entry) => ({ ...entry, name: names.get(entry.by) ?? nameOf(entry.by, reader) }));
} // prettier-ignore

const nameOf = (by: string, { t }: Reader): string =>
  by === 'staff-token'
    ? t('audit.token')
    : by === 'service'
      ? t('audit.service')
      : by === 'command-line'
        ? t('audit.commandLine')
        : by;
