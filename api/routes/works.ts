import type { RouterContext } from '@koa/router';
import { z } from 'zod';
import { exportFormats, exportRecord, type ExportFormat } from '../../domain/catalogue/export/export.ts';
import { Edition } from '../../domain/catalogue/schema.ts';
import { workAvailability } from '../../domain/discovery/detail.ts';
import { WorkAvailability, WorkDetail, WorkSummary } from '../../domain/discovery/schema.ts';
import type { Discovery } from '../../domain/discovery/service.ts';
import type { Search } from '../../indexer/search/search.ts';
import { workAddress } from '../../ui/search/work-address.ts';
import { endpoint, Raw } from '../endpoint.ts';
import { problem } from '../problems.ts';

const RecordAnswer = z.object({
  id: z.string(),
  workId: z.string(),
  source: z.string(),
  edition: Edition,
  updatedAt: z.iso.datetime(),
});

const formats = ['json', ...exportFormats] as const;

/** What a client may ask for by Accept, and which format that is. */
const mediaTypes: Record<string, (typeof formats)[number]> = {
  'application/json': 'json',
  'application/marcxml+xml': 'marcxml',
  'application/xml': 'marcxml',
  'application/marc': 'marc',
  'application/x-research-info-systems': 'ris',
  'application/x-bibtex': 'bibtex',
  'application/vnd.citationstyles.csl+json': 'csl-json',
  'application/ld+json': 'jsonld',
};

interface WorkDeps {
  readonly discovery: Discovery;
  readonly search: Pick<Search, 'similar'>;
  readonly publicUrl: string;
}

export const workEndpoints = ({ discovery, search, publicUrl }: WorkDeps) => [
  endpoint({
    method: 'get',
    path: '/works/:id',
    operationId: 'work',
    summary: 'One work with its editions and their copies',
    query: z.strictObject({}),
    answer: WorkDetail,
    problems: ['invalid-request', 'work-not-found', 'storage-unavailable'],
    handle: ({ ctx }) => namedWork(ctx, discovery),
  }),
  endpoint({
    method: 'get',
    path: '/works/:id/similar',
    operationId: 'similarWorks',
    summary: 'Works for the same readers that share subjects, genres, series or authors, the most alike first',
    query: z.strictObject({ size: z.coerce.number().int().min(1).max(50).default(12) }),
    answer: z.object({ items: z.array(WorkSummary) }),
    problems: ['invalid-request', 'work-not-found', 'search-unavailable', 'storage-unavailable'],
    async handle({ ctx, query, signal }) {
      return { items: await search.similar(await namedWork(ctx, discovery), query.size, signal) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/works/:id/availability',
    operationId: 'workAvailability',
    summary: 'How many copies of a work stand on the shelf now, by branch, and by edition',
    query: z.strictObject({}),
    answer: WorkAvailability,
    problems: ['invalid-request', 'work-not-found', 'storage-unavailable'],
    async handle({ ctx }) {
      return workAvailability(await namedWork(ctx, discovery));
    },
  }),
  endpoint({
    method: 'get',
    path: '/records/:id',
    operationId: 'record',
    summary: 'One edition, in the format named by `format` or by Accept',
    query: z.strictObject({ format: z.enum(formats).optional() }),
    answer: RecordAnswer,
    alsoAs: Object.keys(mediaTypes).filter((type) => type !== 'application/json'),
    problems: ['invalid-request', 'record-not-found', 'not-acceptable', 'storage-unavailable'],
    async handle({ ctx, query }) {
      const format = query.format ?? mediaTypes[String(ctx.accepts(Object.keys(mediaTypes)))];
      if (!format) throw problem('not-acceptable', { detail: `These are: ${Object.keys(mediaTypes).join(', ')}` });
      const record = await discovery.record(String(ctx.params['id']));
      if (!record) throw problem('record-not-found');
      if (isExport(format)) {
        const { contentType, body } = exportRecord(record, format, {
          url: workAddress(record.workId, { base: publicUrl }),
        });
        return new Raw(contentType, body);
      }
      const { _id: id, workId, source, edition, updatedAt } = record;
      return { id, workId, source, edition, updatedAt: updatedAt.toISOString() };
    },
  }),
];

const isExport = (format: (typeof formats)[number]): format is ExportFormat => format !== 'json';

/** The work an address names. @throws work-not-found */
async function namedWork(ctx: RouterContext, discovery: Discovery): Promise<WorkDetail> {
  const work = await discovery.workDetail(String(ctx.params['id']));
  if (!work) throw problem('work-not-found');
  return work;
}
