import type { Context } from 'koa';
import type { RelatedWorks, WorkDetail, WorkSummary } from '../../domain/discovery/schema.ts';
import type { ShownBecause } from '../../ui/pages/account/recommended.ts';
import { closing } from '../closing.ts';
import type { PageDeps } from './deps.ts';
import { visitorOf } from './visitor.ts';

type Deps = Pick<PageDeps, 'recommendations' | 'catalogue' | 'search'>;

/** What pages show of other works. They stand without it, where anything that it comes from is away. */
export function recommendedTo({ recommendations, catalogue, search }: Deps) {
  async function alsoRead(ctx: Context, id: string): Promise<WorkSummary[]> {
    if (visitorOf(ctx)?.account.settings.recommendations === false) return [];
    return catalogue.works(await recommendations.beside(id));
  }
  return {
    /** What stands beside a work on its page. */
    async beside(ctx: Context, work: WorkDetail): Promise<RelatedWorks | undefined> {
      const [related, read] = await Promise.all([
        search.related(work, closing(ctx)).catch(() => undefined),
        alsoRead(ctx, work.id).catch(() => []),
      ]);
      if (!related && read.length === 0) return undefined;
      return { similar: [], byAuthor: undefined, series: [], ...related, alsoRead: read };
    },
    /** Rows for a patron, without what they have at home or wait for. */
    async forPatron(patron: string, know: readonly string[]): Promise<ShownBecause[]> {
      const rows = await recommendations.forPatron(patron, know).catch(() => []);
      const shown = rows.map(async ({ liked: { work, reason }, works }) => {
        const [[liked], found] = await Promise.all([catalogue.works([work]), catalogue.works(works)]);
        return liked ? [{ reason, title: liked.title, works: found }] : [];
      });
      return (await Promise.all(shown)).flat();
    },
  };
}
