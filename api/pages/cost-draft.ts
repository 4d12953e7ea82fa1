import type { CostFigures, CostRow } from '../../domain/cost-shares/schema.ts';
import { bearersOf, knownInhabitants } from '../../domain/cost-shares/statement.ts';
import { LocalDate } from '../../domain/local-date.ts';
import type { CostDraft, CostMistakes, DraftRow } from '../../ui/pages/cost-shares-state.ts';
import { centsOf, countOf } from './amounts.ts';

export const costBearers = bearersOf;

/** Rows for more than there are. */
const spareRows = 3;
const mostRows = 60;

/** Figures as the form writes them. */
export function draftOf(year: number, { costs, grants, inhabitants, countedOn, source }: CostFigures): CostDraft {
  const rows = (all: readonly CostRow[]) =>
    spared(all.map(({ name, cents }) => ({ name, sum: `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}` }))); // prettier-ignore
  return {
    cost: rows(costs),
    grant: rows(grants),
    inhabitants: Object.fromEntries(bearersOf(year).map((id) => [id, String(inhabitants[id] ?? '')])),
    countedOn,
    source,
  };
}

/** What the form of a new year begins with. */
export const emptyDraft = (year: number): CostDraft =>
  draftOf(year, { costs: [], grants: [], source: '', ...knownInhabitants(year) });

/** Reads the form: what was typed, with the figures it makes or the mistakes in it by the names of their fields. */
export function readDraft(
  year: number,
  field: (name: string) => string,
): { draft: CostDraft; figures: CostFigures | undefined; mistakes: CostMistakes } {
  const mistakes: Record<string, CostMistakes[string]> = {};
  const typed = (part: 'cost' | 'grant'): DraftRow[] =>
    Array.from({ length: mostRows }, (_, at) => ({ name: field(`${part}-${at}-name`), sum: field(`${part}-${at}-sum`) }))
      .filter(({ name, sum }) => name !== '' || sum !== ''); // prettier-ignore
  const rows = (part: 'cost' | 'grant', drafts: readonly DraftRow[]): CostRow[] =>
    drafts.flatMap(({ name, sum }, at) => {
      const cents = centsOf(sum);
      if (name === '') mistakes[`${part}-${at}-name`] = 'region.costs.notWords';
      if (cents === undefined) mistakes[`${part}-${at}-sum`] = 'region.costs.notSum';
      return name === '' || cents === undefined ? [] : [{ name: name.slice(0, 120), cents }];
    });
  const counted = bearersOf(year).map((id) => [id, field(`inhabitants-${id}`)] as const);
  const [cost, grant] = [typed('cost'), typed('grant')];
  const draft: CostDraft = {
    cost: spared(cost),
    grant: spared(grant),
    inhabitants: Object.fromEntries(counted),
    countedOn: field('countedOn'),
    source: field('source').slice(0, 200),
  };
  const inhabitants: Record<string, number> = {};
  for (const [id, text] of counted) {
    const count = text === '' ? 0 : countOf(text);
    if (count === undefined) mistakes[`inhabitants-${id}`] = 'region.costs.notCount';
    else inhabitants[id] = count;
  }
  const [costs, grants] = [rows('cost', cost), rows('grant', grant)];
  if (cost.length === 0) mistakes['cost-0-name'] = 'region.costs.noCosts';
  const [first = ''] = bearersOf(year);
  if (counted.every(([id]) => !inhabitants[id])) mistakes[`inhabitants-${first}`] ??= 'region.costs.noInhabitants';
  if (!LocalDate.safeParse(draft.countedOn).success) mistakes['countedOn'] = 'region.costs.notDate';
  const figures = { costs, grants, inhabitants, countedOn: draft.countedOn, source: draft.source };
  return { draft, figures: Object.keys(mistakes).length === 0 ? figures : undefined, mistakes };
}

const spared = (rows: readonly DraftRow[]): DraftRow[] =>
  [...rows, ...Array.from({ length: spareRows }, () => ({ name: '', sum: '' }))].slice(0, mostRows);
