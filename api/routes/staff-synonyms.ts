import { z } from 'zod';
import type { Audit } from '../../domain/audit/service.ts';
import { SynonymGroup, SynonymGroups } from '../../domain/synonyms/schema.ts';
import type { Synonyms } from '../../domain/synonyms/service.ts';
import { withSynonyms } from '../../indexer/analysis/synonyms.ts';
import { AnswerComparison } from '../../indexer/reindex/schema.ts';
import type { ReindexDeps } from '../../indexer/reindex/deps.ts';
import { compareAnswers } from '../../indexer/relevance/compare-answers.ts';
import { WatchedSearch, type WatchedSearches } from '../../indexer/relevance/watched-searches.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';

interface Deps {
  readonly audit: Audit;
  readonly indexer: ReindexDeps & { readonly synonyms: Synonyms; readonly watchedSearches: WatchedSearches };
}

const SynonymsView = z.object({
  /** The version saved last; 0 before the first. */
  version: z.int(),
  groups: z.array(SynonymGroup),
  /** The version that readers' searches use. */
  used: z.int().optional(),
  versions: z.array(
    z.object({ version: z.int(), size: z.int(), by: z.string(), at: z.iso.datetime(), note: z.string().optional(), restores: z.int().optional() }),
  ),
}); // prettier-ignore
export type SynonymsView = z.infer<typeof SynonymsView>;

const versionsShown = 30;
const note = z.string().trim().max(200).optional();

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore
const acting: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type', 'changed-meanwhile', 'search-unavailable']; // prettier-ignore

/** Words that mean the same, and the searches by which staff see what a change does. */
export function staffSynonymEndpoints({ audit, indexer }: Deps) {
  const { aliases, analysis, elasticsearch, synonyms, watchedSearches } = indexer;

  async function view(): Promise<SynonymsView> {
    const [latest, meta, versions] = await Promise.all([synonyms.latest(), aliases.meta(), synonyms.versions(versionsShown)]); // prettier-ignore
    return {
      version: latest?._id ?? 0,
      groups: latest?.groups ?? [],
      ...(meta?.synonyms !== undefined && { used: meta.synonyms }),
      versions: versions.map(({ _id, at, ...version }) => ({ version: _id, at: at.toISOString(), ...version })),
    };
  }

  return [
    endpoint({
      method: 'get',
      path: '/staff/synonyms',
      operationId: 'getSynonyms',
      summary: 'Words that mean the same, as they were saved last, and which version searches use',
      staff: true,
      query: z.strictObject({}),
      answer: SynonymsView,
      problems: reading,
      handle: view,
    }),
    endpoint({
      method: 'put',
      path: '/staff/synonyms',
      operationId: 'saveSynonyms',
      summary:
        'Saves the next version; `version` is the one that was read, 0 for the first. Searches go on using theirs',
      staff: true,
      query: z.strictObject({}),
      body: z.strictObject({ version: z.int().min(0), groups: SynonymGroups, note }),
      answer: SynonymsView,
      problems: acting,
      async handle({ body: { version, groups, note: said }, ctx }) {
        const saved = await synonyms.save(version, { groups, by: actorOf(ctx), ...(said && { note: said }) });
        if (!saved) throw problem('changed-meanwhile');
        await audit.note({ by: actorOf(ctx), act: 'synonymsSaved', subject: 'synonyms', before: { version }, after: { version: saved._id, groups: groups.length } }); // prettier-ignore
        return view();
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/synonyms/restore',
      operationId: 'restoreSynonyms',
      summary: 'Saves the groups of an older version anew, as the next one',
      staff: true,
      query: z.strictObject({}),
      body: z.strictObject({ version: z.int().min(1), from: z.int().min(1) }),
      answer: SynonymsView,
      problems: acting,
      async handle({ body: { version, from }, ctx }) {
        const old = await synonyms.find(from);
        if (!old) throw problem('not-found');
        const saved = await synonyms.save(version, { groups: old.groups, by: actorOf(ctx), restores: from });
        if (!saved) throw problem('changed-meanwhile');
        await audit.note({ by: actorOf(ctx), act: 'synonymsSaved', subject: 'synonyms', before: { version }, after: { version: saved._id, restores: from } }); // prettier-ignore
        return view();
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/synonyms/use',
      operationId: 'useSynonyms',
      summary: 'Lets searches use a version from now on: all processes do within seconds, and no document is written',
      staff: true,
      query: z.strictObject({}),
      body: z.strictObject({ version: z.int().min(1) }),
      answer: SynonymsView,
      problems: acting,
      async handle({ body: { version }, ctx }) {
        const [index, meta, set] = await Promise.all([aliases.serving(), aliases.meta(), synonyms.find(version)]);
        if (!set || index === undefined) throw problem('not-found');
        await aliases.setSynonyms(index, version);
        await synonyms.markUsed(version);
        await audit.note({ by: actorOf(ctx), act: 'synonymsUsed', subject: 'synonyms', before: { version: meta?.synonyms }, after: { version } }); // prettier-ignore
        return view();
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/synonyms/preview',
      operationId: 'previewSynonyms',
      summary: 'What searches would find with these groups and find now: those that are watched, and `queries`',
      staff: true,
      query: z.strictObject({}),
      body: z.strictObject({
        groups: SynonymGroups,
        queries: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
      }),
      answer: AnswerComparison,
      problems: acting,
      async handle({ body: { groups, queries } }) {
        const [index, meta, watched] = await Promise.all([aliases.serving(), aliases.meta(), watchedSearches.all()]);
        if (index === undefined) throw problem('search-unavailable');
        const used = meta?.synonyms === undefined ? undefined : await synonyms.find(meta.synonyms);
        const searches = [...queries.map((query) => ({ query })), ...watched];
        return compareAnswers(
          elasticsearch,
          searches,
          { index, analysis: withSynonyms(analysis, used?.groups ?? []) },
          { index, analysis: withSynonyms(analysis, groups) },
        );
      },
    }),
    endpoint({
      method: 'get',
      path: '/staff/watched-searches',
      operationId: 'getWatchedSearches',
      summary: 'Searches whose answers are compared before an index is swapped',
      staff: true,
      query: z.strictObject({}),
      answer: z.object({ searches: z.array(WatchedSearch) }),
      problems: reading,
      handle: async () => ({ searches: await watchedSearches.all() }),
    }),
    endpoint({
      method: 'put',
      path: '/staff/watched-searches',
      operationId: 'setWatchedSearches',
      summary: 'Watches these searches and no others',
      staff: true,
      query: z.strictObject({}),
      body: z.strictObject({ searches: z.array(WatchedSearch).max(300) }),
      answer: z.object({ searches: z.array(WatchedSearch) }),
      problems: acting,
      async handle({ body: { searches }, ctx }) {
        const before = await watchedSearches.all();
        await watchedSearches.replace(searches);
        await audit.note({ by: actorOf(ctx), act: 'watchedSearchesSet', subject: 'watchedSearches', before: { searches: before.length }, after: { searches: searches.length } }); // prettier-ignore
        return { searches };
      },
    }),
  ];
}
