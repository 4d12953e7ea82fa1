import { z } from 'zod';
import { ForbiddenAddress } from '../../config/outbound.ts';
import type { Audit } from '../../domain/audit/service.ts';
import { sourceId } from '../../domain/catalogue/import-schema.ts';
import { FileTooLarge } from '../../domain/imports/files.ts';
import { WrongFile, type Imports } from '../../domain/imports/service.ts';
import { endpoint, Raw } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';
import { brokenFile, Import, presentImport, presentProblem, presentRetried, presentSample, RecordProblem, Retried, Sample } from './import-views.ts'; // prettier-ignore

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore
const ofOne: readonly ProblemName[] = [...reading, 'import-not-found'];
const changing: readonly ProblemName[] = ['cross-site', 'csrf-token-wrong'];
const sending: readonly ProblemName[] = [...reading, ...changing, 'payload-too-large', 'unsupported-media-type'];
const wrongFiles = ['empty-file', 'not-marc', 'not-marc-json', 'not-marc-text', 'not-marc-xml', 'unknown-compression'] as const; // prettier-ignore

interface Deps {
  readonly imports: Imports;
  readonly audit: Audit;
}

/** Imports: what was taken in when, what was broken in it, and new ones. For those who run the service. */
export const importEndpoints = ({ imports, audit }: Deps) => [
  endpoint({
    method: 'get',
    path: '/staff/imports',
    operationId: 'getImports',
    summary: 'The latest imports, the newest first, and the size in bytes that a file may have',
    staff: 'admin',
    query: z.strictObject({ size: z.coerce.number().int().min(1).max(200).default(50) }),
    answer: z.object({ items: z.array(Import), limit: z.int() }),
    problems: reading,
    handle: async ({ query: { size } }) => ({
      items: (await imports.latest(size)).map(presentImport),
      limit: imports.mostBytes,
    }),
  }),
  endpoint({
    method: 'post',
    path: '/staff/imports/files',
    operationId: 'uploadImport',
    summary: 'Takes in a file of records, which waits then until somebody has looked at its sample and starts it',
    staff: 'admin',
    query: z.strictObject({ source: sourceId, name: z.string().min(1).max(300) }),
    takesFile: true,
    answer: Import,
    problems: [...sending, ...wrongFiles, 'file-too-large'],
    async handle({ query, ctx }) {
      const given = { ...query, by: actorOf(ctx), bytes: ctx.req };
      return presentImport(await told(imports.upload(given)));
    },
  }),
  endpoint({
    method: 'post',
    path: '/staff/imports',
    operationId: 'fetchImport',
    summary: 'Has a file of records fetched from an address, which waits then as an uploaded one does',
    staff: 'admin',
    query: z.strictObject({}),
    body: z.strictObject({ source: sourceId, url: z.string().min(1).max(2_000) }),
    answer: Import,
    problems: [...sending, 'address-not-allowed'],
    handle: async ({ body, ctx }) => presentImport(await told(imports.fetch({ ...body, by: actorOf(ctx) }))),
  }),
  endpoint({
    method: 'get',
    path: '/staff/imports/:id',
    operationId: 'getImport',
    summary: 'One import, as far as it has come',
    staff: 'admin',
    query: z.strictObject({}),
    answer: Import,
    problems: ofOne,
    handle: async ({ ctx }) => presentImport(found(await imports.find(String(ctx.params['id'])))),
  }),
  endpoint({
    method: 'get',
    path: '/staff/imports/:id/sample',
    operationId: 'getImportSample',
    summary: 'What an import that waits to be started would make of its first twenty records',
    staff: 'admin',
    query: z.strictObject({}),
    answer: Sample,
    problems: [...ofOne, 'import-has-ended'],
    async handle({ ctx }) {
      const id = String(ctx.params['id']);
      const sample = await imports.sample(id);
      if (sample) return presentSample(sample);
      found(await imports.find(id));
      throw problem('import-has-ended');
    },
  }),
  ...(['start', 'stop'] as const).map((act) =>
    endpoint({
      method: 'post',
      path: `/staff/imports/:id/${act}`,
      operationId: `${act}Import`,
      summary:
        act === 'start'
          ? 'Has an import taken that waits for it'
          : 'Ends an import after the batch in hand; what has landed stays',
      staff: 'admin',
      query: z.strictObject({}),
      answer: Import,
      problems: [...ofOne, ...changing, 'import-has-ended'],
      async handle({ ctx }) {
        const id = String(ctx.params['id']);
        const changed = await imports[act](id);
        if (!changed) {
          found(await imports.find(id));
          throw problem('import-has-ended');
        }
        const { source, file } = changed;
        await audit.note({ by: actorOf(ctx), act: act === 'start' ? 'importBegun' : 'importStopped', subject: `import:${id}`, after: { source, file } }); // prettier-ignore
        return presentImport(changed);
      },
    }),
  ),
  endpoint({
    method: 'delete',
    path: '/staff/imports/:id',
    operationId: 'forgetImport',
    summary: 'Forgets an import with its file and its problems; what it has brought stays in the catalogue',
    staff: 'admin',
    query: z.strictObject({}),
    answer: z.object({}),
    problems: [...ofOne, ...changing, 'import-under-way'],
    async handle({ ctx }) {
      const id = String(ctx.params['id']);
      const { source, file } = found(await imports.find(id));
      if (!(await imports.remove(id))) throw problem('import-under-way');
      await audit.note({ by: actorOf(ctx), act: 'importForgotten', subject: `import:${id}`, before: { source, file } });
      return {};
    },
  }),
  endpoint({
    method: 'get',
    path: '/staff/imports/:id/problems',
    operationId: 'getImportProblems',
    summary:
      'What was broken in an import, or lost something on the way in, with the bytes about the place of the fault',
    staff: 'admin',
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0).describe('Running number in the file to begin with'),
      size: z.coerce.number().int().min(1).max(100).default(20),
    }),
    answer: z.object({ items: z.array(RecordProblem) }),
    problems: ofOne,
    async handle({ query, ctx }) {
      const { _id } = found(await imports.find(String(ctx.params['id'])));
      return { items: (await imports.problems(_id, query)).map(presentProblem) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/staff/imports/:id/problems/:index/retry',
    operationId: 'retryBrokenRecord',
    summary: 'Reads a broken record once more, as records are read today, and stores what comes of it',
    staff: 'admin',
    query: z.strictObject({}),
    answer: Retried,
    problems: [...ofOne, ...changing],
    async handle({ ctx }) {
      const id = String(ctx.params['id']);
      const index = Number(ctx.params['index']);
      const report = found(await imports.find(id));
      const retried = Number.isSafeInteger(index) ? await imports.retry(id, index) : undefined;
      if (!retried) throw problem('not-found');
      await audit.note({ by: actorOf(ctx), act: 'brokenRecordRetried', subject: `import:${id}`, after: { file: report.file, record: index + 1, outcome: retried.outcome } }); // prettier-ignore
      return { ...presentRetried(retried), import: presentImport(found(await imports.find(id))) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/staff/imports/:id/broken',
    operationId: 'getBrokenRecords',
    summary: 'The broken records of an import as they came, in one file, to be mended and imported again',
    staff: 'admin',
    query: z.strictObject({}),
    answer: z.unknown(),
    alsoAs: ['application/octet-stream'],
    problems: ofOne,
    async handle({ ctx }) {
      const { _id, file } = found(await imports.find(String(ctx.params['id'])));
      const { bytes, extension } = brokenFile(await imports.problems(_id, { size: mostInFile }));
      ctx.attachment(`${file.replace(/(\.gz|\.mrc|\.xml)+$/i, '')}-broken.${extension}`);
      return new Raw('application/octet-stream', bytes);
    },
  }),
];

/** A megabyte of each at most is kept. */
const mostInFile = 1_000;

function found<T>(report: T | undefined): T {
  if (report === undefined) throw problem('import-not-found');
  return report;
}

async function told<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof WrongFile) throw problem(error.reason);
    if (error instanceof FileTooLarge) throw problem('file-too-large', { about: { limit: error.limit } });
    if (error instanceof ForbiddenAddress) throw problem('address-not-allowed', { detail: error.message });
    throw error;
  }
}
