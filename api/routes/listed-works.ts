import { z } from 'zod';
import { exportRecords, listFormats } from '../../domain/catalogue/export/export.ts';
import { WorkSummary } from '../../domain/discovery/schema.ts';
import type { Discovery } from '../../domain/discovery/service.ts';
import { workAddress } from '../../ui/search/work-address.ts';
import { endpoint, Raw } from '../endpoint.ts';

const mostWorks = 100;
const ids = z.preprocess((given) => [given].flat(), z.array(z.string().min(1).max(300)).min(1).max(mostWorks));

/** Several works by their ids: what a reader's own list shows of them, and takes along. */
export const listedWorkEndpoints = ({ discovery, publicUrl }: { discovery: Discovery; publicUrl: string }) => [
  endpoint({
    method: 'get',
    path: '/works',
    operationId: 'works',
    summary: `Up to ${mostWorks} works by their ids, in the order asked; as \`ris\`, \`bibtex\` or \`csl-json\` the edition cited for each`,
    query: z.strictObject({ id: ids, format: z.enum(['json', ...listFormats]).default('json') }),
    answer: z.object({ items: z.array(WorkSummary.extend({ asked: z.string() })) }),
    alsoAs: ['application/x-research-info-systems', 'application/x-bibtex', 'application/vnd.citationstyles.csl+json'],
    problems: ['invalid-request', 'storage-unavailable'],
    async handle({ query: { id, format } }) {
      if (format === 'json') return { items: await discovery.works(id) };
      const records = await discovery.citedRecords(id);
      const { contentType, body } = exportRecords(records, format, ({ workId }) =>
        workAddress(workId, { base: publicUrl }),
      );
      return new Raw(contentType, body);
    },
  }),
];
