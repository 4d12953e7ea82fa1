import { z } from 'zod';
import type { Audit } from '../../domain/audit/service.ts';
import { sourceId } from '../../domain/catalogue/import-schema.ts';
import { Source as StoredSource, type SourceOverview, type Sources } from '../../domain/catalogue/sources.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';

const { name, defaults } = StoredSource.shape;

/** A source of records, as staff see it. */
export const Source = z.object({ id: z.string(), version: z.int(), name, defaults, records: z.int() });
export type Source = z.infer<typeof Source>;

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore

/** Where records come from, and what is taken for what they leave open. For those who run the service. */
export const sourceEndpoints = ({ sources, audit }: { sources: Sources; audit: Audit }) => [
  endpoint({
    method: 'get',
    path: '/staff/sources',
    operationId: 'getSources',
    summary: 'Sources of records, how many records each has, and what is taken for what they leave open',
    staff: 'admin',
    query: z.strictObject({}),
    answer: z.object({ items: z.array(Source) }),
    problems: reading,
    handle: async () => ({ items: (await sources.overview()).map(present) }),
  }),
  endpoint({
    method: 'put',
    path: '/staff/sources/:id',
    operationId: 'setSource',
    summary: 'Names a source and sets its defaults; `version` is the one that was read, 0 for the first',
    staff: 'admin',
    query: z.strictObject({}),
    body: z.strictObject({ version: z.int().min(0), name, defaults: defaults.strict() }),
    answer: z.object({}),
    problems: [...reading, 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type', 'changed-meanwhile'], // prettier-ignore
    async handle({ body: { version, ...wish }, ctx }) {
      const id = sourceId.safeParse(ctx.params['id']).data;
      if (id === undefined) throw problem('not-found');
      if (!(await sources.set(id, version, wish))) throw problem('changed-meanwhile');
      const { language } = wish.defaults;
      await audit.note({ by: actorOf(ctx), act: 'sourceSet', subject: `source:${id}`, after: { name: wish.name, ...(language && { language }) } }); // prettier-ignore
      return {};
    },
  }),
];

const present = ({ _id: id, ...rest }: SourceOverview): Source => ({ id, ...rest });
