import type { ShownEntry } from '../../../domain/lists/entries.ts';
import type { ListText, Member, Order, Role, WorkList } from '../../../domain/lists/schema.ts';
import type { Reader } from '../../messages/messages.ts';
import type { Home } from '../../search/home.ts';
import type { Visitor } from '../visitor-part.ts';

/** How a list is looked at: what the address tells. */
export interface ListView {
  readonly q: string;
  readonly available: boolean;
  /** Absent where it is the list's own. */
  readonly order: Order | undefined;
  readonly page: number;
}

/** What came of a form. `undo` takes back that a work was removed; `moved` is the entry that was, and `text` its title. */
export interface ListNote {
  readonly tone: 'done' | 'refused';
  readonly text: string;
  readonly moved?: string | undefined;
  readonly undo?: { readonly work: string; readonly note: string; readonly before?: string | undefined } | undefined;
}

/** A note, or what is said of a list, that somebody else has changed meanwhile: what stands there now, and what was to. */
export type ListConflict =
  | { readonly entry: string; readonly version: number; readonly current: string; readonly yours: string }
  | { readonly version: number; readonly current: ListText; readonly yours: Partial<ListText> };

/** What was typed in a form that was refused: it stands there still. */
export type ListTyped =
  { readonly entry: string; readonly note: string } | Pick<ListText, 'title' | 'description' | 'byline'>;

/** All that the page of a list is drawn from. */
export interface ListState {
  readonly reader: Reader;
  readonly visitor: Visitor | undefined;
  readonly list: Pick<WorkList, keyof ListText | 'version' | 'changedAt' | 'standing' | 'saves'> & {
    readonly id: string;
  };
  readonly role: Role;
  /** Works in the whole list. */
  readonly count: number;
  readonly view: ListView;
  /** Works that fit, and those of this page. */
  readonly total: number;
  readonly entries: readonly ShownEntry[];
  readonly pageSize: number;
  readonly own: Home | undefined;
  readonly home: string | undefined;
  /** The list on the public address of the service, and the service itself. */
  readonly address: string;
  readonly publicUrl: string;
  readonly members: readonly (Pick<Member, 'id' | 'name' | 'role'> & { readonly you: boolean })[];
  readonly invitations: readonly { readonly id: string; readonly role: Member['role']; readonly expiresAt: Date }[];
  /** An invitation just made, told this once. */
  readonly invited?: { readonly address: string; readonly expiresAt: Date } | undefined;
  readonly note?: ListNote | undefined;
  readonly conflict?: ListConflict | undefined;
  readonly typed?: ListTyped | undefined;
  /** Why the patron's municipality cannot write yet. */
  readonly waiting?: string | undefined;
  /** The reader has put the list by. */
  readonly saved: boolean;
  /** The search was away: what was asked for could not be looked for. */
  readonly searchAway?: boolean;
}

export const listPath = (id: string): string => `/lists/${encodeURIComponent(id)}`;

/** The address of a view of a list: what is as usual is left out. */
export function viewAddress(id: string, { q, available, order, page }: Partial<ListView>): string {
  const parameters = new URLSearchParams({
    ...(q && { q }),
    ...(available && { available: 'true' }),
    ...(order && { order }),
    ...(page && page > 1 && { page: String(page) }),
  });
  return `${listPath(id)}${parameters.size > 0 ? `?${parameters}` : ''}`;
}

/** Whether others may read it: there is nothing to hand on before that, nor while staff have hidden it. */
export const isOpen = ({ visibility, standing }: Pick<WorkList, 'visibility' | 'standing'>): boolean =>
  visibility !== 'private' && (standing === undefined || standing.state === 'published');

export const mayWrite = ({ role, waiting }: Pick<ListState, 'role' | 'waiting'>): boolean =>
  (role === 'owner' || role === 'writer') && waiting === undefined;

/** Works can be moved where the order by hand is seen, whole. */
export const canMove = (state: ListState): boolean =>
  mayWrite(state) && orderOf(state) === 'hand' && state.view.q === '' && !state.view.available;

export const orderOf = ({ view, list }: Pick<ListState, 'view' | 'list'>): Order => view.order ?? list.order;
