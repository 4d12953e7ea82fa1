import { costBearers, draftOf, emptyDraft, readDraft } from './cost-draft.ts';
import { Year, type CostVersion } from '../../domain/cost-shares/schema.ts';
import { statementOf } from '../../domain/cost-shares/statement.ts';
import { costSharesPage } from '../../ui/pages/cost-shares-page.ts';
import type { CostSharesState } from '../../ui/pages/cost-shares-state.ts';
import { PageProblem } from '../page-problems.ts';
import { storeCosts } from '../store-costs.ts';
import type { PageDeps } from './deps.ts';
import { field } from './forms.ts';
import type { StaffPage, StaffPageRequest } from './staff-page.ts';

/** The costs of a year: what each municipality bears, a trial of other figures, and every version that was stored. */
export function costSharesPages(deps: Pick<PageDeps, 'audit' | 'costShares' | 'staff'>): StaffPage[] {
  const { costShares, staff } = deps;
  const address = '/staff/cost-shares';

  async function stateOf({ reader, worker, ctx, csrfToken }: StaffPageRequest): Promise<CostSharesState> {
    const years = await costShares.years();
    const asked = ctx.query['year'] === undefined ? undefined : Year.safeParse(ctx.query['year']).data;
    if (asked === undefined && ctx.query['year'] !== undefined) throw new PageProblem('missing');
    const year = asked ?? years[0]?.year ?? new Date().getFullYear();
    const versions = await costShares.versions(year);
    const shown = versions.find(({ version }) => String(version) === ctx.query['version']) ?? versions[0];
    const names = new Map(await Promise.all([...new Set(versions.map(({ by }) => by))].map(nameOf)));
    return {
      reader,
      csrfToken,
      mayChange: worker.isAdmin,
      years: years.map((one) => one.year),
      year,
      bearers: costBearers(year),
      latest: versions[0]?.version ?? 0,
      shown: shown && { ...shown, statement: statementOf(year, shown.figures) },
      versions: versions.map(({ version, at, by, restores }) => ({ version, at, by: names.get(by) ?? by, restores })),
      draft: shown ? draftOf(year, shown.figures) : emptyDraft(year),
      isProposal: shown === undefined,
      mistakes: {},
      trial: undefined,
      told: undefined,
    };
  }
  const nameOf = async (id: string) => [id, (await staff.find(id))?.name ?? id] as const;

  return [
    {
      address,
      group: 'region',
      name: 'region.costs',
      lead: 'region.costs.lead',
      role: 'staff',
      main: async (request) => costSharesPage(await stateOf(request)),
      async act(request) {
        const { reader, worker, ctx } = request;
        if (!worker.isAdmin) throw new PageProblem('forbidden');
        const state = await stateOf(request);
        const { year, latest } = state;
        const back = `${address}?year=${year}`;
        const store = (wish: Pick<CostVersion, 'figures'> & { version: number; restores?: number }) =>
          storeCosts(deps, { ...wish, year, by: worker.id });

        const restores = Number(field(ctx, 'restore'));
        if (restores > 0) {
          const from = (await costShares.versions(year)).find(({ version }) => version === restores);
          const stored = from && (await store({ figures: from.figures, version: Number(field(ctx, 'version')), restores })); // prettier-ignore
          return stored
            ? { goTo: back, note: { tone: 'done', text: reader.t('region.costs.restored', { from: restores, version: stored.version }) } } // prettier-ignore
            : { goTo: back, note: { tone: 'refused', text: reader.t('region.changedMeanwhile') } };
        }

        const { draft, figures, mistakes } = readDraft(year, (name) => field(ctx, name));
        if (!figures)
          return {
            main: costSharesPage({ ...state, draft, mistakes, told: reader.t('region.mistakes') }),
            status: 422,
          };
        if (field(ctx, 'do') === 'try')
          return { main: costSharesPage({ ...state, draft, trial: statementOf(year, figures) }) };
        const stored = await store({ figures, version: Number(field(ctx, 'version')) });
        if (!stored) {
          const told = reader.t('region.changedMeanwhile');
          return { main: costSharesPage({ ...(await stateOf(request)), draft, told, latest }), status: 409 };
        }
        const text = reader.t('region.costs.stored', { year: String(year), version: stored.version });
        return { goTo: back, note: { tone: 'done', text } };
      },
    },
  ];
}
