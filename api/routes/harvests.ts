import { z } from 'zod';
import { ForbiddenAddress } from '../../config/outbound.ts';
import type { Audit } from '../../domain/audit/service.ts';
import { HarvestSetting, type HarvestWish } from '../../domain/harvest/schema.ts';
import type { Harvests } from '../../domain/harvest/service.ts';
import type { Imports } from '../../domain/imports/service.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';
import { Import, presentImport } from './import-views.ts';

const { shape } = HarvestSetting;
const Wish = z.strictObject({
  name: shape.name,
  url: shape.url,
  set: shape.set,
  metadataPrefix: shape.metadataPrefix,
  source: shape.source,
  everyHours: shape.everyHours,
});

/** A repository that is harvested. */
export const Harvest = Wish.extend({
  id: z.string(),
  version: z.int(),
  harvestedUntil: z.string().optional(),
  nextAt: z.iso.datetime().optional(),
  /** The latest harvest. */
  import: z.string().optional(),
});
export type Harvest = z.infer<typeof Harvest>;

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore
const changing: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong'];
const sending: readonly ProblemName[] = [...changing, 'payload-too-large', 'unsupported-media-type', 'address-not-allowed']; // prettier-ignore

interface Deps {
  readonly harvests: Harvests;
  readonly imports: Imports;
  readonly audit: Audit;
}

/** Repositories that are harvested again and again, and the deriving of all records anew. For those who run the service. */
export const harvestEndpoints = ({ harvests, imports, audit }: Deps) => [
  endpoint({
    method: 'get',
    path: '/staff/harvests',
    operationId: 'getHarvests',
    summary: 'Repositories that are harvested by OAI-PMH',
    staff: 'admin',
    query: z.strictObject({}),
    answer: z.object({ items: z.array(Harvest) }),
    problems: reading,
    handle: async () => ({ items: (await harvests.settings()).map(presentHarvest) }),
  }),
  endpoint({
    method: 'post',
    path: '/staff/harvests',
    operationId: 'addHarvest',
    summary: 'Sets up the harvest of a repository; `everyHours` of 0 leaves each to be begun by hand',
    staff: 'admin',
    query: z.strictObject({}),
    body: Wish,
    answer: Harvest,
    problems: sending,
    handle: ({ body, ctx }) => set(harvests, audit, { id: undefined, version: 0, wish: body, by: actorOf(ctx) }),
  }),
  endpoint({
    method: 'put',
    path: '/staff/harvests/:id',
    operationId: 'setHarvest',
    summary: 'Changes the harvest of a repository; `version` is the one that was read',
    staff: 'admin',
    query: z.strictObject({}),
    body: Wish.extend({ version: z.int().min(1) }),
    answer: Harvest,
    problems: [...sending, 'changed-meanwhile'],
    handle: ({ body: { version, ...wish }, ctx }) =>
      set(harvests, audit, { id: String(ctx.params['id']), version, wish, by: actorOf(ctx) }),
  }),
  endpoint({
    method: 'delete',
    path: '/staff/harvests/:id',
    operationId: 'removeHarvest',
    summary: 'Ends the harvests of a repository; what they have brought stays in the catalogue',
    staff: 'admin',
    query: z.strictObject({}),
    answer: z.object({}),
    problems: changing,
    async handle({ ctx }) {
      const removed = await harvests.remove(String(ctx.params['id']));
      if (!removed) throw problem('not-found');
      await audit.note({ by: actorOf(ctx), act: 'harvestRemoved', subject: `harvest:${removed._id}`, before: { name: removed.name, url: removed.url } }); // prettier-ignore
      return {};
    },
  }),
  endpoint({
    method: 'post',
    path: '/staff/harvests/:id/runs',
    operationId: 'beginHarvest',
    summary: 'Begins a harvest of what has changed since the last one; gives the one under way where one is',
    staff: 'admin',
    query: z.strictObject({}),
    answer: Import,
    problems: changing,
    async handle({ ctx }) {
      const begun = await harvests.begin(String(ctx.params['id']), actorOf(ctx));
      if (!begun) throw problem('not-found');
      await audit.note({ by: actorOf(ctx), act: 'importBegun', subject: `import:${begun._id}`, after: { source: begun.source, file: begun.file } }); // prettier-ignore
      return presentImport(begun);
    },
  }),
  endpoint({
    method: 'post',
    path: '/staff/imports/rederivation',
    operationId: 'rederive',
    summary: 'Derives all records anew from their MARC, as after a change of what is made of it',
    staff: 'admin',
    query: z.strictObject({}),
    answer: Import,
    problems: changing,
    async handle({ ctx }) {
      const by = actorOf(ctx);
      const latest = (await imports.latest(50)).find(({ kind, status }) => kind === 'rederivation' && (status === 'running' || status === 'waiting')); // prettier-ignore
      const begun = latest ?? (await imports.ask({ kind: 'rederivation', source: 'all', file: 'all records', by }));
      await audit.note({ by, act: 'importBegun', subject: `import:${begun._id}`, after: { file: begun.file } });
      return presentImport(begun);
    },
  }),
];

interface Setting {
  readonly id: string | undefined;
  readonly version: number;
  readonly wish: HarvestWish;
  readonly by: string;
}

async function set(harvests: Harvests, audit: Audit, { id, version, wish, by }: Setting): Promise<Harvest> {
  try {
    const stored = await harvests.set(id, version, wish);
    if (!stored) throw problem('changed-meanwhile');
    await audit.note({ by, act: 'harvestSet', subject: `harvest:${stored._id}`, after: { ...wish } });
    return presentHarvest(stored);
  } catch (error) {
    if (error instanceof ForbiddenAddress) throw problem('address-not-allowed', { detail: error.message });
    throw error;
  }
}

function presentHarvest({ _id, nextAt, everyHours: hours, ...setting }: HarvestSetting): Harvest {
  return { ...setting, id: _id, everyHours: hours, nextAt: hours === 0 ? undefined : nextAt?.toISOString() };
}
