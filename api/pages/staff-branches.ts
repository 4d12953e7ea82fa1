import { branches } from '../../config/region/branches.ts';
import { hoursOn } from '../../domain/consortium/calendar.ts';
import { municipalityOfBranch } from '../../domain/consortium/distance.ts';
import { localDate, plusDays } from '../../domain/local-date.ts';
import { branchName } from '../../ui/labels.ts';
import { branchesPage } from '../../ui/pages/branches-page.ts';
import type { BranchesState } from '../../ui/pages/branches-state.ts';
import { storeCalendar } from '../consortium-acts.ts';
import { PageProblem } from '../page-problems.ts';
import { calendarDraftOf, readCalendarDraft } from './calendar-draft.ts';
import type { PageDeps } from './deps.ts';
import { field } from './forms.ts';
import type { StaffPage, StaffPageRequest } from './staff-page.ts';
import { mayChange } from './staff-rollout.ts';

/** When branches are open: their weeks, what differs from them, and what was set before. */
export function branchPages(deps: Pick<PageDeps, 'staff' | 'audit' | 'consortium'>): StaffPage[] {
  const { consortium, staff } = deps;

  async function stateOf({ reader, worker, ctx, csrfToken }: StaffPageRequest): Promise<BranchesState> {
    const today = localDate(new Date());
    const ids = branches.map(({ id }) => id);
    const asked = ctx.query['branch'];
    if (asked !== undefined && !ids.includes(String(asked))) throw new PageProblem('missing');
    const own = branches.find(({ municipality }) => municipality === worker.serves)?.id;
    const branch = asked === undefined ? (own ?? ids[0] ?? '') : String(asked);
    const calendar = await consortium.calendar(branch);
    const versions = await Promise.all(
      (await consortium.calendarVersions(branch)).map(async ({ version, at, by }) => ({ version, at, by: (await staff.find(by))?.name ?? by })), // prettier-ignore
    );
    const days = Array.from({ length: 14 }, (_, at) => plusDays(today, at));
    return {
      reader,
      csrfToken,
      branches: ids,
      branch,
      mayChange: mayChange(worker, municipalityOfBranch(branch, today) ?? '', today),
      version: calendar.version,
      draft: calendarDraftOf(calendar),
      mistakes: {},
      next: days.map((on) => ({ on, hours: hoursOn(calendar, on) })),
      versions,
      told: undefined,
    };
  }

  return [
    {
      address: '/staff/branches',
      group: 'region',
      name: 'region.branches',
      lead: 'region.branches.lead',
      role: 'staff',
      main: async (request) => branchesPage(await stateOf(request)),
      async act(request) {
        const { reader, worker, ctx } = request;
        const state = await stateOf(request);
        const { branch } = state;
        if (!state.mayChange) throw new PageProblem('forbidden');
        const version = Number(field(ctx, 'version'));
        const restores = Number(field(ctx, 'restore'));
        const earlier = restores > 0 ? (await consortium.calendarVersions(branch)).find((one) => one.version === restores) : undefined; // prettier-ignore
        const read = earlier ? undefined : readCalendarDraft((name) => field(ctx, name));
        const calendar = earlier ?? read?.calendar;
        if (!calendar)
          return { main: branchesPage({ ...state, draft: read?.draft ?? state.draft, mistakes: read?.mistakes ?? {}, told: reader.t('region.mistakes') }), status: 422 }; // prettier-ignore
        const { week, closedOnHolidays, exceptions } = calendar;
        const stored = await storeCalendar(deps, { _id: branch, version, week, closedOnHolidays, exceptions, by: worker.id }); // prettier-ignore
        if (!stored)
          return { main: branchesPage({ ...(await stateOf(request)), draft: read?.draft ?? state.draft, told: reader.t('region.changedMeanwhile') }), status: 409 }; // prettier-ignore
        const text = reader.t('region.branches.stored', { branch: branchName(branch, reader.locale) });
        return { goTo: `/staff/branches?branch=${branch}`, note: { tone: 'done', text } };
      },
    },
  ];
}
