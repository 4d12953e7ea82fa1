import type { RouterContext } from '@koa/router';
import type { StaffRole } from '../../domain/staff/schema.ts';
import type { Reader } from '../../ui/messages/messages.ts';
import type { StaffDoor, StaffNote, Worker } from '../../ui/pages/staff-pages.ts';
import type { Page } from '../../ui/render.ts';

/** A page of staff: where it is, who may open it, and what stands in its frame. */
export interface StaffPage extends StaffDoor {
  /** The role it is for, or `any`; admins may open every page. */
  readonly role: StaffRole | 'any';
  /** Further addresses below it, as the router writes them: `/staff/imports/:id`. */
  readonly alsoAt?: readonly string[];
  main(request: StaffPageRequest): Page['main'] | Promise<Page['main']>;
  /**
   * What a form of the page does that was sent to the page's address by `POST`: it has come from this site, with the session's
   * token, from somebody who may open the page. Forms need no script.
   */
  act?(request: StaffPageRequest): Promise<StaffFormAnswer>;
}

/** Where to go on, with what the page there tells once; or the page anew, where what was sent is not taken yet. */
export type StaffFormAnswer =
  { readonly goTo: string; readonly note?: StaffNote } | { readonly main: Page['main']; readonly status?: number };

export interface StaffPageRequest {
  readonly reader: Reader;
  readonly worker: Worker;
  /** What forms bring as `csrf`. */
  readonly csrfToken: string;
  readonly ctx: RouterContext;
}
