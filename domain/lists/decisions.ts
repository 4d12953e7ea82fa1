import { ListProblem } from './problems.ts';
import type { ListText, Member, Role, WorkList } from './schema.ts';

/** Who a list is to somebody; undefined where it is not there for them. Pure, as all of this file. */
export function roleOf(list: WorkList, patron: string | undefined): Role | undefined {
  if (patron !== undefined) {
    if (list.owner === patron) return 'owner';
    const member = list.members.find((one) => one.patron === patron);
    if (member) return member.role;
  }
  const isOpen = list.standing === undefined || list.standing.state === 'published';
  return list.visibility !== 'private' && isOpen ? 'reader' : undefined;
}

const may = {
  read: ['reader', 'writer', 'owner'],
  write: ['writer', 'owner'],
  own: ['owner'],
} as const satisfies Record<string, readonly Role[]>;

/** @throws ListProblem `list-not-found` for whom it is not there, `list-not-yours` where reading is all they may */
export function allowed(
  list: WorkList | undefined,
  patron: string | undefined,
  what: keyof typeof may,
): { list: WorkList; role: Role } {
  const role = list && roleOf(list, patron);
  if (!list || !role) throw new ListProblem('list-not-found');
  if (!may[what].some((one) => one === role)) throw new ListProblem('list-not-yours');
  return { list, role };
}

/** What only the owner may change of a list. */
export const ownersOnly = ['visibility', 'byline'] as const satisfies readonly (keyof ListText)[];

/** Whether a change would say anything that is not there already: made twice, it is no conflict. */
export const changes = <T extends object>(now: T, wish: Partial<T>): boolean =>
  Object.entries(wish).some(([name, value]) => value !== undefined && now[name as keyof T] !== value);

/** What a list says once it is changed so. */
export const changed = <T extends object>(now: T, wish: Partial<T>): T => ({
  ...now,
  ...Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)),
});

/** Two notes on one work as one; a note that stands in the other already is not written twice. */
export function joinNotes(first: string, second: string): string {
  const parts = first.split('\n\n');
  if (second === '' || second.split('\n\n').every((one) => parts.includes(one))) return first;
  return first === '' ? second : `${first}\n\n${second}`;
}

/** Who a list goes to when its owner's account is deleted: whoever has written with them the longest. */
export const heirOf = ({ members }: WorkList): Member | undefined =>
  members.filter(({ role }) => role === 'writer').toSorted((a, b) => a.since.getTime() - b.since.getTime())[0];
