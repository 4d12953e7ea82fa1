import type { Audit } from '../domain/audit/service.ts';
import type { Circulation } from '../domain/circulation/service.ts';
import type { RuleSet } from '../domain/circulation/rules/schema.ts';
import type { BranchCalendar, Rollout } from '../domain/consortium/schema.ts';
import type { Consortium } from '../domain/consortium/service.ts';
import { localDate } from '../domain/local-date.ts';
import { problem } from './problems.ts';

interface Deps {
  readonly audit: Audit;
  readonly consortium: Consortium;
}

/** Sets the first days of a municipality's phases and notes who has; false where another was quicker. */
export async function storeRollout(
  { audit, consortium }: Deps,
  { municipality, version, starts, by }: { municipality: string; version: number; starts: Rollout['starts']; by: string }, // prettier-ignore
): Promise<boolean> {
  const before = (await consortium.rollouts()).find(({ _id }) => _id === municipality)?.starts;
  if (!(await consortium.setRollout(municipality, version, starts))) return false;
  await audit.note({ by, act: 'rolloutSet', subject: `municipality:${municipality}`, before: { version, ...before }, after: { version: version + 1, ...starts } }); // prettier-ignore
  return true;
}

/** Sets when a branch is open and notes who has; `version` is the one that was read. False where another was quicker. */
export async function storeCalendar(
  { audit, consortium }: Deps,
  { by, ...calendar }: BranchCalendar & { by: string },
): Promise<boolean> {
  const { _id: branch, version } = calendar;
  const before = await consortium.calendar(branch);
  if (!(await consortium.setCalendar({ ...calendar, version: version + 1 }, by))) return false;
  const facts = ({ version, week, exceptions, closedOnHolidays }: BranchCalendar) => ({
    version,
    week: week.map((day) => (day ? `${day.from}-${day.to}` : '')),
    closedOnHolidays,
    exceptions: exceptions.map(({ from, to, hours }) => `${from}/${to} ${hours ? `${hours.from}-${hours.to}` : ''}`.trim()), // prettier-ignore
  });
  await audit.note({ by, act: 'calendarSet', subject: `branch:${branch}`, before: facts(before), after: facts({ ...calendar, version: version + 1 }) }); // prettier-ignore
  return true;
}

/** Sets the sites of a town that may show widgets and notes who has; false where another was quicker. */
export async function storeOrigins(
  { audit, consortium }: Deps,
  { municipality, version, origins, by }: { municipality: string; version: number; origins: string[]; by: string },
): Promise<boolean> {
  const { origins: before } = await consortium.originsOf(municipality);
  if (!(await consortium.setOrigins({ _id: municipality, version: version + 1, origins }))) return false;
  await audit.note({ by, act: 'originsSet', subject: `municipality:${municipality}`, before: { version, origins: before }, after: { version: version + 1, origins } }); // prettier-ignore
  return true;
}

/**
 * Sets rules of use from a day on, and notes who has.
 * @throws ProblemError `date-gone-by`
 */
export async function storeRules(
  { audit, circulation }: { audit: Audit; circulation: Circulation },
  { by, ...rules }: Omit<RuleSet, '_id'> & { by: string },
): Promise<RuleSet> {
  const today = localDate(new Date());
  if (rules.from < today) throw problem('date-gone-by');
  const set = await circulation.rules.set(rules, today);
  await audit.note({ by, act: 'rulesSet', subject: `rules:${set._id}`, after: { from: set.from } });
  return set;
}
