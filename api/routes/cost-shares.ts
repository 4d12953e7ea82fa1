import { z } from 'zod';
import { defaultLocale, locales } from '../../config/locales.ts';
import type { Audit } from '../../domain/audit/service.ts';
import { CostFigures, CostStatement, CostVersion, Year } from '../../domain/cost-shares/schema.ts';
import type { CostShares } from '../../domain/cost-shares/service.ts';
import { statementOf } from '../../domain/cost-shares/statement.ts';
import { costSharesTable } from '../../ui/cost-shares.ts';
import { readerOf } from '../../ui/messages/messages.ts';
import { costSharesPdf } from '../cost-shares-pdf.ts';
import { endpoint, Raw } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';
import { storeCosts } from '../store-costs.ts';

const Shown = CostVersion.omit({ _id: true, at: true }).extend({ at: z.iso.datetime(), statement: CostStatement });

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore
const sending: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type', 'costs-not-shareable']; // prettier-ignore

/** The costs and grants of a year, shared by inhabitants. Staff see them, admins set them. */
export const costShareEndpoints = ({ audit, costShares }: { audit: Audit; costShares: CostShares }) => [
  endpoint({
    method: 'get',
    path: '/staff/cost-shares',
    operationId: 'getCostYears',
    summary: 'Years with what the municipalities share in them, the last first',
    staff: true,
    query: z.strictObject({}),
    answer: z.object({ years: z.array(Shown) }),
    problems: reading,
    handle: async () => ({ years: (await costShares.years()).map(shown) }),
  }),
  endpoint({
    method: 'get',
    path: '/staff/cost-shares/:year',
    operationId: 'getCostShares',
    summary: 'The statement of a year with its figures; as a table or to print, of one municipality or of all',
    staff: true,
    query: z.strictObject({
      version: z.coerce.number().int().min(1).optional(),
      format: z.enum(['json', 'csv', 'pdf']).default('json'),
      municipality: z.string().max(40).optional(),
      lang: z.enum(locales).default(defaultLocale),
    }),
    answer: Shown,
    alsoAs: ['text/csv', 'application/pdf'],
    problems: reading,
    async handle({ query: { version, format, municipality, lang }, ctx }) {
      const year = yearOf(ctx.params['year']);
      const versions = await costShares.versions(year);
      const found = version === undefined ? versions[0] : versions.find((one) => one.version === version);
      if (!found) throw problem('not-found');
      if (format === 'json') return shown(found);
      const statement = statementOf(year, found.figures);
      if (municipality !== undefined && !statement.shares.some((one) => one.municipality === municipality))
        throw problem('not-found');
      const reader = readerOf(lang);
      const name = ['lastu', year, municipality].filter(Boolean).join('-');
      ctx.set('content-disposition', `attachment; filename="${name}.${format}"`);
      if (format === 'csv') return new Raw('text/csv; charset=utf-8', costSharesTable(reader, statement));
      const pdf = await costSharesPdf(reader, { statement, figures: found.figures, version: found.version, municipality }); // prettier-ignore
      return new Raw('application/pdf', pdf);
    },
  }),
  endpoint({
    method: 'put',
    path: '/staff/cost-shares/:year',
    operationId: 'setCosts',
    summary: 'Stores the figures of a year as its next version; `version` is the one that was read, 0 for the first',
    staff: 'admin',
    query: z.strictObject({}),
    body: z.strictObject({ version: z.int().min(0), figures: CostFigures }),
    answer: Shown,
    problems: [...sending, 'changed-meanwhile'],
    async handle({ body, ctx }) {
      const stored = await storeCosts({ audit, costShares }, { ...body, year: yearOf(ctx.params['year']), by: actorOf(ctx) }); // prettier-ignore
      if (!stored) throw problem('changed-meanwhile');
      return shown(stored);
    },
  }),
  endpoint({
    method: 'post',
    path: '/staff/cost-shares/:year/trial',
    operationId: 'tryCosts',
    summary: 'What the shares of a year would be by other figures; nothing is stored',
    staff: true,
    query: z.strictObject({}),
    body: CostFigures.strict(),
    answer: CostStatement,
    problems: sending,
    handle: async ({ body, ctx }) => shareable(() => statementOf(yearOf(ctx.params['year']), body)),
  }),
];

const shown = ({ _id, at, ...version }: CostVersion): z.infer<typeof Shown> => ({
  ...version,
  at: at.toISOString(),
  statement: statementOf(version.year, version.figures),
});

function yearOf(text: string | undefined): number {
  const { data } = Year.safeParse(text);
  if (data === undefined) throw problem('not-found');
  return data;
}

function shareable<T>(share: () => T): T {
  try {
    return share();
  } catch (error) {
    throw error instanceof RangeError ? problem('costs-not-shareable') : error;
  }
}
