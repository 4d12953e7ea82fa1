import { municipalitiesOn, municipalityOn } from '../../config/region/municipalities.ts';
import { phaseOfAct, type PatronAct } from '../../domain/consortium/acts.ts';
import { Phase, phases, Rollout } from '../../domain/consortium/schema.ts';
import { LocalDate, localDate } from '../../domain/local-date.ts';
import { municipalityName } from '../../ui/labels.ts';
import type { Worker } from '../../ui/pages/staff-pages.ts';
import { rolloutPage, type RolloutPreview, type RolloutState } from '../../ui/pages/rollout-page.ts';
import { storeRollout } from '../consortium-acts.ts';
import { PageProblem } from '../page-problems.ts';
import type { PageDeps } from './deps.ts';
import { field } from './forms.ts';
import type { StaffPage, StaffPageRequest } from './staff-page.ts';

/** The switches of each municipality, with what its patrons can do on a day. */
export function rolloutPages(deps: Pick<PageDeps, 'staff' | 'audit' | 'consortium'>): StaffPage[] {
  const { audit, consortium, staff } = deps;

  async function stateOf({ reader, worker, ctx, csrfToken }: StaffPageRequest): Promise<RolloutState> {
    const today = localDate(new Date());
    const rollouts = await consortium.rollouts();
    const municipalities = await Promise.all(
      municipalitiesOn(today).map(async ({ id }) => {
        const rollout = rollouts.find(({ _id }) => _id === id);
        const earlier = (await setBefore(id)).filter(({ version }) => version !== rollout?.version);
        return { id, version: rollout?.version ?? 0, starts: rollout?.starts ?? {}, mayChange: mayChange(worker, id, today), earlier }; // prettier-ignore
      }),
    );
    const [as, on] = [String(ctx.query['as'] ?? ''), LocalDate.safeParse(ctx.query['on']).data ?? today];
    const known = municipalities.some(({ id }) => id === as);
    return {
      reader,
      csrfToken,
      today,
      phases,
      municipalities,
      told: undefined,
      preview: known ? await previewOf(as, on) : undefined,
    };
  }

  /** What was set before, from the audit, the last first. */
  async function setBefore(municipality: string) {
    const entries = await audit.entries({ subject: `municipality:${municipality}`, size: 8 });
    return Promise.all(
      entries.flatMap(({ act, at, by, after }) => {
        const starts = Rollout.shape.starts.safeParse(Object.fromEntries(Object.entries(after ?? {}).filter(([key]) => Phase.safeParse(key).success))); // prettier-ignore
        if (act !== 'rolloutSet' || !starts.success) return [];
        const named = async () => (await staff.find(by))?.name ?? by;
        return [named().then((name) => ({ at, by: name, version: after?.['version'], starts: starts.data }))];
      }),
    );
  }

  async function previewOf(municipality: string, on: string): Promise<RolloutPreview> {
    const acts: PatronAct[] = ['placeHold', 'changeHold', 'renewLoan', 'payFees', 'takePart'];
    const found = await Promise.all(
      acts.map(async (act) => ({ act, phase: phaseOfAct[act], ...(await consortium.begun(act, municipality, on)) })),
    );
    const joined = await consortium.phase(municipality, 'catalogue', on);
    return {
      municipality,
      on,
      acts: [{ act: 'browse', live: true }, { act: 'pickUp', phase: 'catalogue', ...joined }, ...found],
    };
  }

  return [
    {
      address: '/staff/rollout',
      group: 'region',
      name: 'region.rollout',
      lead: 'region.rollout.lead',
      role: 'staff',
      main: async (request) => rolloutPage(await stateOf(request)),
      async act(request) {
        const { reader, worker, ctx } = request;
        const municipality = changedMunicipality(request, localDate(new Date()));
        const given = phases.map((phase) => [phase, field(ctx, phase)] as const).filter(([, date]) => date !== '');
        const starts = Rollout.shape.starts.safeParse(Object.fromEntries(given));
        if (!starts.success)
          return { main: rolloutPage({ ...(await stateOf(request)), told: reader.t('region.rollout.notDate') }), status: 422 }; // prettier-ignore
        const stored = await storeRollout(deps, { municipality, version: Number(field(ctx, 'version')), starts: starts.data, by: worker.id }); // prettier-ignore
        if (!stored)
          return { main: rolloutPage({ ...(await stateOf(request)), told: reader.t('staff.refused.changed-meanwhile') }), status: 409 }; // prettier-ignore
        const text = reader.t('region.rollout.stored', { municipality: municipalityName(municipality, reader.locale) });
        return { goTo: '/staff/rollout', note: { tone: 'done', text } };
      },
    },
  ];
}

/**
 * The municipality that a form names, for which whoever sent it may decide.
 * @throws PageProblem `missing` where there is none such today, `forbidden` where it is not theirs
 */
export function changedMunicipality({ ctx, worker }: StaffPageRequest, today: string): string {
  const municipality = field(ctx, 'municipality');
  if (!municipalitiesOn(today).some(({ id }) => id === municipality)) throw new PageProblem('missing');
  if (!mayChange(worker, municipality, today)) throw new PageProblem('forbidden');
  return municipality;
}

/** Admins set what any town decides for itself, its own staff what theirs does. */
export const mayChange = ({ isAdmin, serves }: Worker, municipality: string, on: string): boolean =>
  isAdmin || municipalityOn(serves ?? '', on)?.id === municipalityOn(municipality, on)?.id;
