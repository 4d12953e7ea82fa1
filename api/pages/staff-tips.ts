import { TipProblem } from '../../domain/tips/problems.ts';
import type { ShownTip } from '../../domain/tips/service.ts';
import { municipalityName } from '../../ui/labels.ts';
import { staffTipAddress, staffTipPage, staffTipsAddress, staffTipsPage } from '../../ui/pages/staff-tips-page.ts';
import { PageProblem } from '../page-problems.ts';
import type { PageDeps } from './deps.ts';
import type { StaffPage, StaffPageRequest } from './staff-page.ts';
import { tipDrafts, type TipWriting } from './tip-draft.ts';

/** Where library staff write tips, in the name of the municipality they work for. */
export function tipPages(deps: PageDeps): StaffPage[] {
  const { tips } = deps;
  const drafts = tipDrafts(deps);

  const idIn = ({ ctx }: StaffPageRequest): string | undefined => ctx.params['id'];
  async function own(request: StaffPageRequest): Promise<ShownTip | undefined> {
    const id = idIn(request);
    if (id === undefined) return undefined;
    const shown = await tips.find(id, request.worker.id).catch((error: unknown) => {
      throw error instanceof TipProblem ? new PageProblem('missing') : error;
    });
    if (!shown.own) throw new PageProblem('forbidden');
    return shown;
  }
  function writing(request: StaffPageRequest): TipWriting | undefined {
    const { reader, csrfToken, worker } = request;
    if (worker.serves === undefined) return undefined;
    const id = idIn(request);
    const first = worker.name.split(' ')[0] ?? worker.name;
    return {
      author: { patron: worker.id, municipality: worker.serves, isStaff: true },
      reader,
      csrfToken,
      address: id === undefined ? staffTipsAddress : staffTipAddress(id),
      byline: `${first}, ${municipalityName(worker.serves, reader.locale)}`,
    };
  }

  return [
    {
      address: staffTipsAddress,
      alsoAt: [`${staffTipsAddress}/:id`],
      group: 'community',
      name: 'tips.staff',
      lead: 'tips.staff.lead',
      role: 'staff',
      async main(request) {
        const shown = await own(request);
        const by = writing(request);
        if (shown && by) {
          const { tip } = shown;
          const typed = { ...tip, find: '' };
          return staffTipPage(await drafts.begin(by, { works: tip.works.map(({ id }) => id), version: tip.version, typed })); // prettier-ignore
        }
        const form = by && (await drafts.begin(by, { works: [] }));
        return staffTipsPage({ reader: request.reader, form, tips: await tips.ofAuthor(request.worker.id) });
      },
      async act(request) {
        const by = writing(request);
        if (!by) return { goTo: staffTipsAddress };
        const came = await drafts.take(request.ctx, by, await own(request));
        if ('form' in came) return { main: staffTipPage(came.form), status: came.status };
        return { goTo: staffTipsAddress, note: { tone: 'done', text: request.reader.t(`tips.${came.done}`) } };
      },
    },
  ];
}
