import { municipalitiesOn, municipalityOn } from '../../config/region/municipalities.ts';
import { populations } from '../../config/region/populations.ts';
import { apportion } from './apportion.ts';
import type { CostFigures, CostRow, CostStatement } from './schema.ts';

/** The municipalities that bear a year's costs: those that stand on their own on its first day, as mergers begin with a year. */
export const bearersOf = (year: number): readonly string[] => municipalitiesOn(firstDay(year)).map(({ id }) => id);

/**
 * The statement of a year. Costs are shared by inhabitants, and so is what is left of them after the grants; the share of the
 * grants is the difference, so that every row and every column adds up to the cent. Inhabitants that the figures give for a
 * municipality which has become part of another one count for that one. Pure.
 *
 * @throws RangeError where nobody lives anywhere
 */
export function statementOf(year: number, figures: CostFigures): CostStatement {
  const bearers = bearersOf(year);
  const inhabitants = bearers.map((id) => inhabitantsOf(id, year, figures));
  const [costs, grants] = [sumOf(figures.costs), sumOf(figures.grants)];
  const costShares = apportion(costs, inhabitants);
  const toPay = apportion(costs - grants, inhabitants);
  const shares = bearers.map((municipality, place) => {
    const [cost = 0, pay = 0] = [costShares[place], toPay[place]];
    return { municipality, inhabitants: inhabitants[place] ?? 0, costs: cost, grants: cost - pay, toPay: pay };
  });
  return {
    year,
    shares,
    total: { inhabitants: inhabitants.reduce((sum, one) => sum + one, 0), costs, grants, toPay: costs - grants },
  };
}

/**
 * The inhabitants that a new year begins with: the last ones known by the day before it, those of municipalities that have
 * become part of another one added to it. They are for staff to check.
 */
export function knownInhabitants(year: number): Pick<CostFigures, 'inhabitants' | 'countedOn'> {
  const known = Object.entries(populations).flatMap(([id, counts]) => {
    const last = counts.findLast(({ on }) => on < firstDay(year));
    // Whoever has merged since is counted in the other one by a count after the merger, and beside it by one before.
    const successor = municipalityOn(id, firstDay(year))?.id;
    const others = populations[successor ?? '']?.findLast(({ on }) => on < firstDay(year));
    const counted = last && (successor === id || municipalityOn(id, others?.on ?? '')?.id === id);
    return counted && successor ? [{ successor, ...last }] : [];
  });
  const inhabitants: Record<string, number> = {};
  for (const { successor, inhabitants: some } of known) inhabitants[successor] = (inhabitants[successor] ?? 0) + some;
  return { inhabitants, countedOn: known.reduce((last, { on }) => (on > last ? on : last), '') };
}

const firstDay = (year: number) => `${year}-01-01`;

export const sumOf = (rows: readonly CostRow[]): number => rows.reduce((sum, { cents }) => sum + cents, 0);

const inhabitantsOf = (bearer: string, year: number, { inhabitants }: CostFigures): number =>
  Object.entries(inhabitants)
    .filter(([id]) => municipalityOn(id, firstDay(year))?.id === bearer)
    .reduce((sum, [, some]) => sum + some, 0);
