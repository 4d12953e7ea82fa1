import { z } from 'zod';
import type { Discovery } from '../../domain/discovery/service.ts';
import type { PublicPage } from '../../domain/lists/public.ts';
import { publicSorts } from '../../domain/lists/schema.ts';
import type { Lists } from '../../domain/lists/service.ts';
import { endpoint } from '../endpoint.ts';
import { problem, type ProblemName } from '../problems.ts';
import { actorIn, changingLists, idIn, ListAnswer, presentList } from './lists.ts';

const paging = {
  page: z.coerce.number().int().min(1).max(500).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
};
const Found = z.object({ total: z.int(), items: z.array(ListAnswer) });
const Saved = z.object({ saved: z.boolean() });
const none = z.strictObject({});
const reading: readonly ProblemName[] = ['invalid-request', 'storage-unavailable'];

interface Deps {
  readonly lists: Lists;
  readonly discovery: Pick<Discovery, 'works'>;
  readonly publicUrl: string;
}

/** Lists as everybody finds them: by words, by their works; and those a reader has put by. */
export const publicListEndpoints = ({ lists: { everybodys }, discovery, publicUrl }: Deps) => {
  const shown = ({ lists }: Pick<PublicPage, 'lists'>) =>
    lists.map(({ list, count }) => presentList({ list, count, role: 'reader' }, publicUrl));
  return [
    endpoint({
      method: 'get',
      path: '/lists',
      operationId: 'getPublicLists',
      summary: 'Lists that everybody may find: those that have every word of `q` in any form. `sort`: the last changed first, those of most works, those that most readers have put by', // prettier-ignore
      query: z.strictObject({
        q: z.string().max(200).default(''),
        sort: z.enum(publicSorts).default('newest'),
        ...paging,
      }),
      answer: Found,
      problems: reading,
      async handle({ query }) {
        const found = await everybodys.page(query);
        return { total: found.total, items: shown(found) };
      },
    }),
    endpoint({
      method: 'get',
      path: '/works/:id/lists',
      operationId: 'getListsOfWork',
      summary: 'Lists with a work that everybody may find, those that most readers have put by first',
      query: z.strictObject(paging),
      answer: Found,
      problems: [...reading, 'not-found'],
      async handle({ query, ctx }) {
        const [work] = await discovery.works([idIn(ctx)]);
        if (!work) throw problem('not-found');
        const found = await everybodys.having([work.id], query);
        return { total: found.total, items: shown(found) };
      },
    }),
    endpoint({
      method: 'get',
      path: '/me/saved-lists',
      operationId: 'getMySavedLists',
      summary: 'Lists of others that one has put by and may still read, the last first',
      patron: true,
      query: none,
      answer: z.object({ items: z.array(ListAnswer) }),
      problems: [...reading, 'unauthorized'],
      handle: async ({ ctx }) => ({ items: shown({ lists: await everybodys.savedBy(actorIn(ctx).patron) }) }),
    }),
    endpoint({
      method: 'put',
      path: '/lists/:id/saving',
      operationId: 'saveList',
      summary: 'Puts a list by, to come back to it; how many have is told, not who',
      patron: true,
      query: none,
      answer: Saved,
      problems: [...changingLists, 'too-many-lists'],
      async handle({ ctx }) {
        await everybodys.save(actorIn(ctx), idIn(ctx));
        return { saved: true };
      },
    }),
    endpoint({
      method: 'delete',
      path: '/lists/:id/saving',
      operationId: 'unsaveList',
      summary: 'Does not keep a list any more',
      patron: true,
      query: none,
      answer: Saved,
      problems: [...reading, 'unauthorized', 'cross-site', 'csrf-token-wrong'],
      async handle({ ctx }) {
        await everybodys.unsave(actorIn(ctx).patron, idIn(ctx));
        return { saved: false };
      },
    }),
  ];
};
