import type { PageDeps } from './deps.ts';
import { branchPages } from './staff-branches.ts';
import { costSharesPages } from './staff-cost-shares.ts';
import { originPages } from './staff-origins.ts';
import type { StaffPage } from './staff-page.ts';
import { rolloutPages } from './staff-rollout.ts';
import { rulesPages } from './staff-rules.ts';
import { statisticsPages } from './staff-statistics.ts';

/** What the municipalities decide together, in the order in which it is offered. */
export const regionPages = (deps: PageDeps): readonly StaffPage[] => [
  ...rulesPages(deps),
  ...branchPages(deps),
  ...rolloutPages(deps),
  ...originPages(deps),
  ...costSharesPages(deps),
  ...statisticsPages(deps),
];
