import type { RouterContext } from '@koa/router';
import type { StaffRole } from '../../domain/staff/schema.ts';
import type { Reader } from '../../ui/messages/messages.ts';
import type { StaffDoor, Worker } from '../../ui/pages/staff-pages.ts';
import type { Page } from '../../ui/render.ts';

/** A page of staff: where it is, who may open it, and what stands in its frame. */
export interface StaffPage extends StaffDoor {
  /** The role it is for; admins may open every page. */
  readonly role: StaffRole;
  /** Further addresses below it, as the router writes them: `/staff/imports/:id`. */
  readonly alsoAt?: readonly string[];
  main(request: StaffPageRequest): Page['main'] | Promise<Page['main']>;
}

export interface StaffPageRequest {
  readonly reader: Reader;
  readonly worker: Worker;
  readonly ctx: RouterContext;
}
