import { municipalitiesOn } from '../../config/region/municipalities.ts';
import { originOf } from '../../config/widget-origins.ts';
import { localDate } from '../../domain/local-date.ts';
import { municipalityName } from '../../ui/labels.ts';
import { originsPage, type OriginsState } from '../../ui/pages/origins-page.ts';
import { storeOrigins } from '../consortium-acts.ts';
import type { PageDeps } from './deps.ts';
import { field } from './forms.ts';
import type { StaffPage, StaffPageRequest } from './staff-page.ts';
import { changedMunicipality, mayChange } from './staff-rollout.ts';

const earlierShown = 8;

/** The sites of each town that may show widgets. */
export function originPages(
  deps: Pick<PageDeps, 'audit' | 'consortium' | 'fixedOrigins' | 'origins' | 'staff'>,
): StaffPage[] {
  // prettier-ignore
  const { audit, consortium, fixedOrigins, origins, staff } = deps;

  async function stateOf(
    { reader, worker, csrfToken }: StaffPageRequest,
    sent?: { municipality: string; text: string; mistake: string },
  ): Promise<OriginsState> {
    const today = localDate(new Date());
    const towns = await Promise.all(
      municipalitiesOn(today).map(async ({ id }) => {
        const stored = await consortium.originsOf(id);
        const typed = sent?.municipality === id ? sent : undefined;
        return {
          id,
          version: stored.version,
          text: typed?.text ?? stored.origins.join(' '),
          fixed: fixedOrigins.filter(({ municipality }) => municipality === id).map(({ origin }) => origin),
          mayChange: mayChange(worker, id, today),
          mistake: typed?.mistake,
          earlier: (await setBefore(id)).filter(({ version }) => version !== stored.version),
        };
      }),
    );
    return { reader, csrfToken, towns, isHeld: (await origins()).length > 0 };
  }

  async function setBefore(municipality: string) {
    const entries = await audit.entries({ subject: `municipality:${municipality}`, size: 40 });
    const set = entries.filter(({ act }) => act === 'originsSet').slice(0, earlierShown);
    return Promise.all(
      set.map(async ({ at, by, after }) => ({
        at,
        by: (await staff.find(by))?.name ?? by,
        version: after?.['version'],
        origins: [after?.['origins'] ?? []].flat().map(String),
      })),
    );
  }

  return [
    {
      address: '/staff/origins',
      group: 'region',
      name: 'region.origins',
      lead: 'region.origins.lead',
      role: 'staff',
      main: async (request) => originsPage(await stateOf(request)),
      async act(request) {
        const { reader, worker, ctx } = request;
        const municipality = changedMunicipality(request, localDate(new Date()));
        const text = field(ctx, 'origins');
        const again = async (mistake: string, status: number) => ({ main: originsPage(await stateOf(request, { municipality, text, mistake })), status }); // prettier-ignore
        const addresses = text.split(/\s+/).filter(Boolean).slice(0, 50);
        const wrong = addresses.find((address) => originOf(address) === undefined);
        if (wrong !== undefined) return again(reader.t('region.origins.wrong', { address: wrong }), 422);
        const named = [...new Set(addresses.flatMap((address) => originOf(address) ?? []))];
        const stored = await storeOrigins(deps, { municipality, version: Number(field(ctx, 'version')), origins: named, by: worker.id }); // prettier-ignore
        if (!stored) return again(reader.t('staff.refused.changed-meanwhile'), 409);
        const name = municipalityName(municipality, reader.locale);
        return { goTo: '/staff/origins', note: { tone: 'done', text: reader.t('region.origins.stored', { municipality: name }) } }; // prettier-ignore
      },
    },
  ];
}
