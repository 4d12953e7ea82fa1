import { z } from 'zod';
import type { Imports } from '../../domain/imports/service.ts';
import { endpoint, EventStream } from '../endpoint.ts';
import { liveFeed, liveFeeds } from '../live-feed.ts';
import { problem, type ProblemName } from '../problems.ts';
import { Import, presentImport } from './import-views.ts';

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore

/** Imports as they go. Their addresses come before that of one import, whose id anything might be. */
export function importEventEndpoints({ imports }: { imports: Pick<Imports, 'latest' | 'find' | 'mostBytes'> }) {
  async function one(id: string) {
    const report = await imports.find(id);
    if (!report) throw problem('import-not-found');
    return presentImport(report);
  }
  const feed = liveFeed({
    read: async () => ({ items: (await imports.latest(50)).map(presentImport), limit: imports.mostBytes }),
  });
  const feedOf = liveFeeds(one);
  return [
    endpoint({
      method: 'get',
      path: '/staff/imports/events',
      operationId: 'watchImports',
      summary: 'The latest fifty as server-sent events, anew whenever something has changed',
      staff: 'admin',
      query: z.strictObject({}),
      answer: z.object({ items: z.array(Import), limit: z.int() }),
      alsoAs: ['text/event-stream'],
      problems: reading,
      handle: async () => new EventStream(feed.watch()),
    }),
    endpoint({
      method: 'get',
      path: '/staff/imports/:id/events',
      operationId: 'watchImport',
      summary: 'One import as server-sent events, anew whenever it has come further',
      staff: 'admin',
      query: z.strictObject({}),
      answer: Import,
      alsoAs: ['text/event-stream'],
      problems: [...reading, 'import-not-found'],
      async handle({ ctx }) {
        const { id } = await one(String(ctx.params['id']));
        return new EventStream(feedOf(id).watch());
      },
    }),
  ];
}
