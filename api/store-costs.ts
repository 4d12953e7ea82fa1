import type { Audit } from '../domain/audit/service.ts';
import type { CostFigures, CostVersion } from '../domain/cost-shares/schema.ts';
import type { CostShares } from '../domain/cost-shares/service.ts';
import { sumOf } from '../domain/cost-shares/statement.ts';
import { problem } from './problems.ts';

/**
 * Stores the figures of a year for somebody and notes that they did; undefined where another was quicker.
 * @throws ProblemError `costs-not-shareable` where nobody would bear them
 */
export async function storeCosts(
  { audit, costShares }: { audit: Audit; costShares: CostShares },
  wish: { year: number; version: number; figures: CostFigures; by: string; restores?: number | undefined },
): Promise<CostVersion | undefined> {
  const stored = await costShares.store(wish).catch((error: unknown) => {
    throw error instanceof RangeError ? problem('costs-not-shareable') : error;
  });
  if (!stored) return undefined;
  const { _id, version, figures } = stored;
  const before = (await costShares.versions(wish.year)).find((one) => one.version === version - 1)?.figures;
  const facts = (of: CostFigures) => ({ costsCents: sumOf(of.costs), grantsCents: sumOf(of.grants) });
  await audit.note({
    by: wish.by,
    act: 'costsSet',
    subject: `costs:${_id}`,
    ...(before && { before: { version: version - 1, ...facts(before) } }),
    after: { version, ...facts(figures) },
    id: `costs:${_id}`,
  });
  return stored;
}
