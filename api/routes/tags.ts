import { z } from 'zod';
import { locales, type Locale } from '../../config/locales.ts';
import { FacetQuery, type FacetName } from '../../domain/discovery/schema.ts';
import { TagText, tagKey } from '../../domain/tags/schema.ts';
import type { Tags } from '../../domain/tags/service.ts';
import type { Search } from '../../indexer/search/search.ts';
import { endpoint } from '../endpoint.ts';
import { sessionOf } from '../guards.ts';
import { actorIn, idIn, readerIn } from './lists.ts';
import { takingPart } from './ratings.ts';

const WorkTag = z.object({
  /** What it is told apart and searched by. */
  key: z.string(),
  /** As most readers write it. */
  text: z.string(),
  count: z.int(),
  yours: z.boolean(),
  /** Seen by its writer alone until staff have looked. */
  waits: z.boolean(),
});
const WorkTags = z.object({ items: z.array(WorkTag) });
const none = z.strictObject({});

/** Words of readers for works. */
export const tagEndpoints = ({ tags, search }: { tags: Tags; search: Pick<Search, 'facet'> }) => {
  const values = async (
    name: FacetName,
    wish: { contains?: string; size: number; lang?: Locale },
    signal: AbortSignal,
  ) => (await search.facet(name, FacetQuery.parse(wish), signal)).values;
  return [
    endpoint({
      method: 'get',
      path: '/works/:id/tags',
      operationId: 'getTags',
      summary: 'What readers call a work, the words of most of them first',
      patron: 'if-logged-in',
      query: none,
      answer: WorkTags,
      problems: ['invalid-request', 'voiced-work-not-found', 'storage-unavailable'],
      handle: async ({ ctx }) => ({ items: await tags.ofWork(idIn(ctx), readerIn(ctx)) }),
    }),
    endpoint({
      method: 'post',
      path: '/works/:id/tags',
      operationId: 'addTag',
      summary: 'Calls a work something; capitals and blanks make no other tag',
      patron: true,
      query: none,
      body: z.strictObject({ text: TagText }),
      answer: WorkTags,
      problems: [...takingPart, 'payload-too-large', 'unsupported-media-type', 'voiced-work-not-found', 'too-many-tags', 'writer-banned', 'writing-too-fast', 'words-not-allowed'], // prettier-ignore
      async handle({ ctx, body }) {
        await tags.add(actorIn(ctx), idIn(ctx), body.text);
        return { items: await tags.ofWork(idIn(ctx), readerIn(ctx)) };
      },
    }),
    endpoint({
      method: 'delete',
      path: '/works/:id/tags/:tag',
      operationId: 'removeTag',
      summary: 'Takes one’s own word for a work back',
      patron: true,
      query: none,
      answer: WorkTags,
      problems: ['invalid-request', 'unauthorized', 'cross-site', 'csrf-token-wrong', 'voiced-work-not-found', 'storage-unavailable'], // prettier-ignore
      async handle({ ctx }) {
        await tags.remove(sessionOf(ctx).account._id, idIn(ctx), String(ctx.params['tag']));
        return { items: await tags.ofWork(idIn(ctx), readerIn(ctx)) };
      },
    }),
    endpoint({
      method: 'get',
      path: '/me/tags',
      operationId: 'getMyTags',
      summary: 'One’s own words for works, the last first',
      patron: true,
      query: none,
      answer: z.object({ items: z.array(z.object({ workId: z.string(), text: z.string(), at: z.iso.datetime() })) }),
      problems: ['invalid-request', 'unauthorized', 'storage-unavailable'],
      async handle({ ctx }) {
        const own = await tags.ofPatron(sessionOf(ctx).account._id);
        return { items: own.map(({ work: workId, text, at }) => ({ workId, text, at: at.toISOString() })) };
      },
    }),
    endpoint({
      method: 'get',
      path: '/tags',
      operationId: 'getAllTags',
      summary: 'The tags that most works have, and how many',
      query: z.strictObject({ size: z.coerce.number().int().min(1).max(200).default(100) }),
      answer: z.object({ items: z.array(z.object({ key: z.string(), works: z.int() })) }),
      problems: ['invalid-request', 'search-unavailable'],
      async handle({ query, signal }) {
        const found = await values('tag', query, signal);
        return { items: found.map(({ value: key, count: works }) => ({ key, works })) };
      },
    }),
    endpoint({
      method: 'get',
      path: '/tags/suggestions',
      operationId: 'suggestTags',
      summary:
        'Words to choose from while a tag is written: those of other readers, then subjects of the catalogue (YSO)',
      query: z.strictObject({ q: z.string().trim().min(1).max(60), lang: z.enum(locales).default('fi') }),
      answer: z.object({ items: z.array(z.string()) }),
      problems: ['invalid-request', 'search-unavailable'],
      async handle({ query: { q, lang }, signal }) {
        const [own, subjects] = await Promise.all([
          values('tag', { contains: q, size: most, lang }, signal),
          values('subject', { contains: q, size: most, lang }, signal),
        ]);
        const words = new Map<string, string>();
        for (const { label } of [...own, ...subjects]) if (!words.has(tagKey(label))) words.set(tagKey(label), label);
        const begins = (key: string) => (key.startsWith(tagKey(q)) ? 0 : 1);
        const sorted = [...words].toSorted(([one], [other]) => begins(one) - begins(other));
        return { items: sorted.map(([, label]) => label).slice(0, most) };
      },
    }),
  ];
};

const most = 10;
