import { z } from 'zod';
import { SearchQuery, WorkSummary } from '../../domain/discovery/schema.ts';
import type { Search } from '../../indexer/search/search.ts';
import { branchById } from '../../config/region/branches.ts';
import { isMunicipality } from '../../ui/search/home.ts';
import { endpoint } from '../endpoint.ts';
import { problem } from '../problems.ts';

/** The lists, and the order of the catalogue each is the beginning of. */
const titleLists = { new: 'arrivals', popular: 'popular' } as const satisfies Record<string, SearchQuery['sort']>;
const isTitleList = (name: string): name is keyof typeof titleLists => Object.hasOwn(titleLists, name);

const Query = z.strictObject({
  municipality: z.string().refine(isMunicipality, { error: 'is no municipality of the region' }).optional(),
  branch: z
    .string()
    .refine((id) => branchById(id) !== undefined, { error: 'is no branch of the region' })
    .optional(),
  size: z.coerce.number().int().min(1).max(50).default(12),
});

export const titleListEndpoints = ({ search }: { search: Pick<Search, 'search'> }) => [
  endpoint({
    method: 'get',
    path: '/title-lists/:name',
    operationId: 'titleList',
    summary: `Works to be shown side by side: ${Object.keys(titleLists).join(', ')}; of one municipality or branch where it is named`,
    query: Query,
    answer: z.object({ items: z.array(WorkSummary) }),
    problems: ['invalid-request', 'title-list-not-found', 'search-unavailable'],
    async handle({ ctx, query: { municipality, branch, size }, signal }) {
      const name = String(ctx.params['name']);
      if (!isTitleList(name))
        throw problem('title-list-not-found', { detail: `These are: ${Object.keys(titleLists).join(', ')}` });
      const places = { municipality: municipality ?? [], branch: branch ?? [] };
      const asked = SearchQuery.parse({ ...places, sort: titleLists[name], size, facets: [] });
      const { items } = await search.search(asked, signal);
      return { items };
    },
  }),
];
