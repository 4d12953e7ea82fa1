import type { AuditEntry } from '../domain/audit/schema.ts';
import { csvTable } from './csv-table.ts';
import { isMessageKey, type Reader } from './messages/messages.ts';

/** An entry of the audit log with the name of who has done it. */
export interface NamedEntry extends Pick<AuditEntry, 'at' | 'act' | 'subject' | 'before' | 'after' | 'reason'> {
  readonly by: string;
  readonly name: string;
}

export function actName(reader: Reader, act: string): string {
  const key = `audit.act.${act}`;
  return isMessageKey(reader, key) ? reader.t(key) : act;
}

/** "roles: staff, admin; serves: lahti" */
export const factsText = (facts: AuditEntry['before']): string =>
  Object.entries(facts ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('; ');

/** Instants in UTC, as they are kept. */
export const auditCsv = (reader: Reader, entries: readonly NamedEntry[]): string => {
  const { t } = reader;
  const head = (['when', 'who', 'act', 'subject', 'before', 'after', 'reason'] as const).map((one) =>
    t(`audit.${one}`),
  );
  const rows = entries.map(({ at, name, act, subject, before, after, reason = '' }) => [at.toISOString(), name, actName(reader, act), subject, factsText(before), factsText(after), reason]); // prettier-ignore
  return csvTable([head, ...rows]);
};
