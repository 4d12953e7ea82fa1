import { parse } from 'node:querystring';
import { z } from 'zod';
import type { Accounts } from '../../domain/accounts/service.ts';
import { SearchQuery, WorkSummary } from '../../domain/discovery/schema.ts';
import { parametersOf } from '../../domain/saved-searches/letter.ts';
import { savedWish, SavedSearchText, type SavedSearch } from '../../domain/saved-searches/schema.ts';
import type { SavedSearches } from '../../domain/saved-searches/service.ts';
import { endpoint } from '../endpoint.ts';
import { sessionOf } from '../guards.ts';
import { invalidRequest, type ProblemName } from '../problems.ts';
import { feedAddress } from '../saved-search-feed.ts';
import { changeSearch, saveSearch } from '../save-search.ts';

const Shown = SavedSearchText.extend({
  id: z.string(),
  /** The search, as the parameters of its address. */
  search: z.string(),
  state: z.enum(['active', 'paused']),
  createdAt: z.iso.datetime(),
  /** When it is looked through next. */
  nextAt: z.iso.datetime(),
  /** Secret address of its feed, for who has it. */
  feedUrl: z.string(),
});
const Change = z.strictObject({
  ...SavedSearchText.partial().shape,
  channel: z.enum(['email', 'feed']).optional(),
  cadence: z.enum(['daily', 'weekly']).optional(),
  state: z.enum(['active', 'paused']).optional(),
});
const Found = z.object({ work: WorkSummary, recordId: z.string(), foundAt: z.iso.datetime() });

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'storage-unavailable'];
const changing: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type']; // prettier-ignore

interface Deps {
  readonly accounts: Pick<Accounts, 'changeSettings'>;
  readonly savedSearches: SavedSearches;
  readonly publicUrl: string;
}

export const savedSearchEndpoints = ({ accounts, savedSearches, publicUrl }: Deps) => {
  const present = ({ _id: id, name, channel, cadence, wish, state, createdAt, nextAt, feedKey }: SavedSearch): z.input<typeof Shown> => ({
    id, name, channel, cadence, state, search: parametersOf(wish).toString(),
    createdAt: createdAt.toISOString(), nextAt: nextAt.toISOString(), feedUrl: feedAddress(feedKey, publicUrl),
  }); // prettier-ignore
  return [
    endpoint({
      method: 'get',
      path: '/me/saved-searches',
      operationId: 'getSavedSearches',
      summary: 'Searches saved to hear of what is new in them',
      patron: true,
      query: z.strictObject({}),
      answer: z.object({ searches: z.array(Shown) }),
      problems: reading,
      async handle({ ctx }) {
        return { searches: (await savedSearches.ofPatron(sessionOf(ctx).account._id)).map(present) };
      },
    }),
    endpoint({
      method: 'post',
      path: '/me/saved-searches',
      operationId: 'saveSearch',
      summary: 'Saves a search, by the parameters of its address; its page, size and cursor do not matter',
      patron: true,
      query: z.strictObject({}),
      body: SavedSearchText.extend({ search: z.string().max(20_000) }),
      answer: Shown,
      problems: [...changing, 'too-many-saved-searches', 'community-not-started'],
      async handle({ body: { search, ...text }, ctx }) {
        const query = SearchQuery.safeParse({ ...parse(search.replace(/^\?/, '')) });
        if (!query.success) throw invalidRequest(query.error);
        return present(await saveSearch({ accounts, savedSearches }, sessionOf(ctx).account, { text, wish: savedWish(query.data) })); // prettier-ignore
      },
    }),
    endpoint({
      method: 'patch',
      path: '/me/saved-searches/:id',
      operationId: 'changeSavedSearch',
      summary: 'Renames a saved search, pauses it, lets it go on, or has its news come otherwise',
      patron: true,
      query: z.strictObject({}),
      body: Change,
      answer: Shown,
      problems: [...changing, 'saved-search-not-found'],
      async handle({ body, ctx }) {
        const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
        return present(await changeSearch({ accounts, savedSearches }, sessionOf(ctx).account, { id: String(ctx.params['id']), change })); // prettier-ignore
      },
    }),
    endpoint({
      method: 'delete',
      path: '/me/saved-searches/:id',
      operationId: 'deleteSavedSearch',
      summary: 'Deletes a saved search; for a day it can be had back',
      patron: true,
      query: z.strictObject({}),
      answer: z.object({ done: z.literal(true) }),
      problems: [...reading, 'cross-site', 'csrf-token-wrong', 'saved-search-not-found'],
      async handle({ ctx }) {
        await savedSearches.remove(String(ctx.params['id']), sessionOf(ctx).account._id);
        return { done: true as const };
      },
    }),
    ...(['restoration', 'feed'] as const).map((what) =>
      endpoint({
        method: 'post',
        path: `/me/saved-searches/:id/${what}`,
        operationId: what === 'feed' ? 'renewSavedSearchFeed' : 'restoreSavedSearch',
        summary: what === 'feed' ? 'Gives its feed another secret address; the old one is worth nothing from now on' : 'Has a deleted one back', // prettier-ignore
        patron: true,
        query: z.strictObject({}),
        answer: Shown,
        problems: [...reading, 'cross-site', 'csrf-token-wrong', 'saved-search-not-found'],
        async handle({ ctx }) {
          const act = what === 'feed' ? savedSearches.renewFeed : savedSearches.restore;
          return present(await act(String(ctx.params['id']), sessionOf(ctx).account._id));
        },
      }),
    ),
    endpoint({
      method: 'get',
      path: '/me/saved-searches/:id/news',
      operationId: 'getSavedSearchNews',
      summary: 'What is new now and has not been told, and what was found before, the latest first',
      patron: true,
      query: z.strictObject({}),
      answer: z.object({ fresh: z.array(Found), found: z.array(Found) }),
      problems: [...reading, 'saved-search-not-found', 'search-unavailable'],
      async handle({ ctx }) {
        const search = await savedSearches.find(String(ctx.params['id']), sessionOf(ctx).account._id);
        const [fresh, found] = await Promise.all([
          savedSearches.newNow(search),
          savedSearches.found(search, mostFound),
        ]);
        const shown = (all: typeof found) => all.map(({ work, record: recordId, foundAt }) => ({ work, recordId, foundAt: foundAt.toISOString() })); // prettier-ignore
        return { fresh: shown(fresh), found: shown(found) };
      },
    }),
  ];
};

const mostFound = 100;
