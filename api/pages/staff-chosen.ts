import { problem } from '../problems.ts';
import { field } from './forms.ts';
import type { StaffFormAnswer, StaffPageRequest } from './staff-page.ts';

/** Does what a form's field `do` names, of a page with several forms. */
export async function chosen(
  acts: Readonly<Record<string, (request: StaffPageRequest) => Promise<StaffFormAnswer>>>,
  request: StaffPageRequest,
): Promise<StaffFormAnswer> {
  const name = field(request.ctx, 'do');
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!act) throw problem('invalid-request');
  return act(request);
}
