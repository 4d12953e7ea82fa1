import type { Staff } from '../../domain/staff/service.ts';

/** How those are called who have done something, by their accounts; one that is no more goes by its id. */
export async function namesOf(staff: Pick<Staff, 'find'>, ids: readonly string[]): Promise<Map<string, string>> {
  const names = [...new Set(ids)].map(async (id) => [id, (await staff.find(id))?.name ?? id] as const);
  return new Map(await Promise.all(names));
}
