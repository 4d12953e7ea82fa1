import { bodyParser } from '@koa/bodyparser';
import type { Middleware } from 'koa';
import type { Queue } from 'bullmq';
import { Router, type RouterContext } from '@koa/router';
import type { Accounts } from '../domain/accounts/service.ts';
import type { Staff } from '../domain/staff/service.ts';
import type { Audit } from '../domain/audit/service.ts';
import type { SearchWords } from '../domain/search-words/service.ts';
import type { StatisticsBook } from '../domain/statistics/service.ts';
import type { CostShares } from '../domain/cost-shares/service.ts';
import type { Circulation } from '../domain/circulation/service.ts';
import type { Consortium } from '../domain/consortium/service.ts';
import type { Decisions } from '../domain/catalogue/decisions/service.ts';
import type { Sources } from '../domain/catalogue/sources.ts';
import type { Harvests } from '../domain/harvest/service.ts';
import type { Imports } from '../domain/imports/service.ts';
import type { Discovery } from '../domain/discovery/service.ts';
import type { Comments } from '../domain/comments/service.ts';
import type { Moderation } from '../domain/moderation/service.ts';
import type { Tips } from '../domain/tips/service.ts';
import type { Lists } from '../domain/lists/service.ts';
import type { Recommendations } from '../domain/recommendations/service.ts';
import type { SavedSearches } from '../domain/saved-searches/service.ts';
import type { MemoryLetters } from '../domain/memory-list/letters.ts';
import type { MemoryLists } from '../domain/memory-list/service.ts';
import type { Reviews } from '../domain/reviews/service.ts';
import type { Tags } from '../domain/tags/service.ts';
import type { Search } from '../indexer/search/search.ts';
import type { Suggest } from '../indexer/suggest/suggest.ts';
import { EventStream, Raw, type Endpoint } from './endpoint.ts';
import { openApiDocument } from './openapi.ts';
import { invalidRequest, problem } from './problems.ts';
import { commentEndpoints } from './routes/comments.ts';
import { reportEndpoints } from './routes/reports.ts';
import { staffModerationEndpoints } from './routes/staff-moderation.ts';
import { tipEndpoints } from './routes/tips.ts';
import { listEndpoints } from './routes/lists.ts';
import { publicListEndpoints } from './routes/public-lists.ts';
import { listEntryEndpoints } from './routes/list-entries.ts';
import { memoryListEndpoints } from './routes/memory-list.ts';
import { recommendationEndpoints } from './routes/recommendations.ts';
import { savedSearchEndpoints } from './routes/saved-searches.ts';
import { listedWorkEndpoints } from './routes/listed-works.ts';
import { ratingEndpoints } from './routes/ratings.ts';
import { reviewEndpoints } from './routes/reviews.ts';
import { tagEndpoints } from './routes/tags.ts';
import { regionEndpoints } from './routes/region.ts';
import { searchEndpoints } from './routes/search.ts';
import { suggestEndpoints } from './routes/suggest.ts';
import { harvestEndpoints } from './routes/harvests.ts';
import { sourceEndpoints } from './routes/sources.ts';
import { importEventEndpoints } from './routes/import-events.ts';
import { importEndpoints } from './routes/imports.ts';
import { staffCatalogueEndpoints } from './routes/staff-catalogue.ts';
import { staffWorkEndpoints } from './routes/staff-works.ts';
import { titleListEndpoints } from './routes/title-lists.ts';
import { workEndpoints } from './routes/works.ts';
import { deskEndpoints } from './routes/desk.ts';
import { holdEndpoints } from './routes/my-holds.ts';
import { meEndpoints } from './routes/me.ts';
import { moneyEndpoints } from './routes/my-fees.ts';
import { auditEndpoints } from './routes/audit.ts';
import { originEndpoints } from './routes/origins.ts';
import { searchWordsEndpoints } from './routes/search-words.ts';
import { statisticsEndpoints } from './routes/statistics.ts';
import { costShareEndpoints } from './routes/cost-shares.ts';
import { calendarEndpoints } from './routes/calendars.ts';
import { ruleEndpoints } from './routes/rules.ts';
import { staffReindexEndpoints } from './routes/staff-reindex.ts';
import type { OverviewDeps } from './routes/staff-reindex-view.ts';
import { staffSynonymEndpoints } from './routes/staff-synonyms.ts';
import { staffMergingEndpoints } from './routes/staff-merging.ts';
import { staffPatronEndpoints } from './routes/staff-patrons.ts';
import { rolloutEndpoints } from './routes/rollout.ts';
import { sessionEndpoints } from './routes/session.ts';
import { staffAccountEndpoints } from './routes/staff-accounts.ts';
import { staffJobEndpoints } from './routes/staff-jobs.ts';
import { staffSessionEndpoints } from './routes/staff-session.ts';
import { guardsOver, type Guards } from './guards.ts';
import type { Sessions, StaffSessions } from './sessions.ts';

export interface ApiDeps {
  readonly search: Search;
  readonly suggest: Suggest;
  readonly discovery: Discovery;
  readonly decisions: Decisions;
  readonly imports: Imports;
  readonly harvests: Harvests;
  readonly sources: Sources;
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly staff: Staff;
  readonly queues: Readonly<Record<'index' | 'notices' | 'imports', Queue>>;
  readonly costShares: CostShares;
  readonly statistics: StatisticsBook;
  readonly searchWords: SearchWords;
  readonly circulation: Circulation;
  readonly consortium: Consortium;
  readonly lists: Lists;
  readonly memoryLists: MemoryLists;
  readonly memoryLetters: MemoryLetters;
  readonly savedSearches: SavedSearches;
  readonly recommendations: Recommendations;
  readonly comments: Comments;
  readonly tips: Tips;
  readonly moderation: Moderation;
  readonly reviews: Reviews;
  readonly tags: Tags;
  readonly indexer: OverviewDeps['indexer'] & Parameters<typeof staffSynonymEndpoints>[0]['indexer'];
  readonly catalogue: OverviewDeps['catalogue'] & Parameters<typeof staffCatalogueEndpoints>[0]['catalogue'];
  readonly sessions: Sessions;
  readonly staffSessions: StaffSessions;
  readonly publicUrl: string;
  readonly version: string;
  readonly staffToken: string | undefined;
}

/** Everything under `/api/v1`: parse, call, present, by the table of endpoints; and the document that describes them. */
export function apiRoutes(deps: ApiDeps): Router {
  const endpoints = [
    ...searchEndpoints(deps),
    ...suggestEndpoints(deps),
    ...listedWorkEndpoints(deps),
    ...workEndpoints(deps),
    ...ratingEndpoints(deps),
    ...reviewEndpoints(deps),
    ...tagEndpoints(deps),
    ...titleListEndpoints(deps),
    ...regionEndpoints(),
    ...staffWorkEndpoints(deps),
    ...staffCatalogueEndpoints(deps),
    ...sessionEndpoints(deps),
    ...staffSessionEndpoints(deps),
    ...staffAccountEndpoints(deps),
    ...meEndpoints(deps),
    ...holdEndpoints(deps),
    ...moneyEndpoints(deps),
    ...listEndpoints(deps),
    ...publicListEndpoints(deps),
    ...listEntryEndpoints(deps),
    ...memoryListEndpoints(deps),
    ...savedSearchEndpoints(deps),
    ...recommendationEndpoints(deps),
    ...tipEndpoints(deps),
    ...commentEndpoints(deps),
    ...reportEndpoints(deps),
    ...staffModerationEndpoints(deps),
    ...deskEndpoints(deps),
    ...staffMergingEndpoints(deps),
    ...staffPatronEndpoints(deps),
    ...ruleEndpoints(deps),
    ...rolloutEndpoints(deps),
    ...calendarEndpoints(deps),
    ...costShareEndpoints(deps),
    ...statisticsEndpoints(deps),
    ...searchWordsEndpoints(deps),
    ...originEndpoints(deps),
    ...auditEndpoints(deps),
    ...harvestEndpoints(deps),
    ...staffJobEndpoints({ ...deps, changes: deps.indexer.changes }),
    ...importEventEndpoints(deps),
    ...importEndpoints(deps),
    ...sourceEndpoints(deps),
    ...staffReindexEndpoints(deps),
    ...staffSynonymEndpoints(deps),
  ];
  const router = new Router({ prefix: '/api/v1' });
  const guards = guardsOver(deps);
  for (const endpoint of endpoints) {
    const before = [guardOf(endpoint, guards), ...(endpoint.body ? [jsonBody] : []), ...(endpoint.takesFile ? [fileBody] : [])]; // prettier-ignore
    router[endpoint.method](endpoint.operationId, endpoint.path, ...before, (ctx) => answer(endpoint, ctx));
  }
  const document = openApiDocument(endpoints, deps);
  router.get('/openapi.json', (ctx) => {
    ctx.body = document;
  });
  return router;
}

function guardOf({ staff, patron }: Endpoint, guards: Guards): Middleware {
  if (staff) return guards.staff(staff === true ? 'staff' : staff);
  if (patron === 'if-logged-in') return guards.anybody;
  if (patron === 'or-staff') return guards.patronOrStaff;
  return patron ? guards.patron : guards.ownSite;
}

const parseBody = bodyParser({
  enableTypes: ['json'],
  parsedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  jsonLimit: '1mb',
  onError(error) {
    if ('status' in error && error.status === 413) throw problem('payload-too-large');
    throw problem('invalid-request', { errors: [{ pointer: '', detail: 'is no JSON object' }] });
  },
});

/** Reads the body, which must be sent as JSON: a form of another site cannot be. */
const jsonBody: Middleware = async function jsonBody(ctx, next) {
  if (!ctx.is('json')) throw problem('unsupported-media-type');
  await parseBody(ctx, next);
};

/** A file says that it is one, which a form of another site cannot. */
const fileBody: Middleware = async function fileBody(ctx, next) {
  if (!ctx.is('application/octet-stream')) throw problem('unsupported-media-type');
  await next();
};

async function answer({ patron, staff, query, body, handle }: Endpoint, ctx: RouterContext): Promise<void> {
  const parsed = query.safeParse(ctx.query);
  const sent = body?.safeParse(ctx.request.body);
  const mistakes = [parsed, sent].flatMap((one) => one?.error?.issues ?? []);
  if (!parsed.success || sent?.success === false) throw invalidRequest({ issues: mistakes });
  const isPersonal = patron !== undefined || staff !== undefined || /^\/api\/v1\/(staff\/)?session/.test(ctx.path);
  const gone = new AbortController();
  const abort = () => gone.abort();
  ctx.res.once('close', abort); // the reader has typed on: the engine need not finish
  const given = await handle({ query: parsed.data, body: sent?.data, ctx, signal: gone.signal });
  ctx.res.off('close', abort);
  ctx.set('cache-control', isPersonal ? 'private, no-store' : 'no-cache');
  if (given instanceof EventStream) {
    ctx.compress = false; // each event leaves at once
    ctx.set({ 'cache-control': 'private, no-store', 'x-accel-buffering': 'no' });
    ctx.type = 'text/event-stream';
    ctx.body = given.events;
    return;
  }
  // Written out once, here: tagging, measuring and sending an object would each write it out anew.
  const written = given instanceof Raw ? given : new Raw('application/json', JSON.stringify(given));
  ctx.type = written.type;
  ctx.body = Buffer.from(written.body);
}
