import etag from '@koa/etag';
import type { Queue } from 'bullmq';
import Koa from 'koa';
import compress from 'koa-compress';
import conditional from 'koa-conditional-get';
import type { Logger } from 'pino';
import type { Connections } from '../config/connections.ts';
import type { Tracing } from '../config/tracing.ts';
import type { TrustedProxies } from '../config/trusted-proxies.ts';
import type { WidgetOrigin } from '../config/widget-origins.ts';
import type { Accounts } from '../domain/accounts/service.ts';
import type { Audit } from '../domain/audit/service.ts';
import type { SearchWords } from '../domain/search-words/service.ts';
import type { StatisticsBook } from '../domain/statistics/service.ts';
import type { CostShares } from '../domain/cost-shares/service.ts';
import type { Circulation } from '../domain/circulation/service.ts';
import type { TestPaymentProvider } from '../domain/circulation/test-payments.ts';
import type { Consortium } from '../domain/consortium/service.ts';
import type { Lists } from '../domain/lists/service.ts';
import type { Comments } from '../domain/comments/service.ts';
import type { Moderation } from '../domain/moderation/service.ts';
import type { Tips } from '../domain/tips/service.ts';
import type { Reviews } from '../domain/reviews/service.ts';
import type { Tags } from '../domain/tags/service.ts';
import type { Recommendations } from '../domain/recommendations/service.ts';
import type { SavedSearches } from '../domain/saved-searches/service.ts';
import type { MemoryLetters } from '../domain/memory-list/letters.ts';
import type { MemoryLists } from '../domain/memory-list/service.ts';
import type { Catalogue } from '../domain/catalogue/service.ts';
import type { Staff } from '../domain/staff/service.ts';
import type { Notices } from '../domain/notices/service.ts';
import type { Harvests } from '../domain/harvest/service.ts';
import type { Imports } from '../domain/imports/service.ts';
import type { Discovery } from '../domain/discovery/service.ts';
import type { PageDeps } from './pages/deps.ts';
import type { Search } from '../indexer/search/search.ts';
import type { Suggest } from '../indexer/suggest/suggest.ts';
import { apiRoutes, type ApiDeps } from './api-routes.ts';
import { calendarRoutes } from './calendar.ts';
import { listFeed } from './list-feed.ts';
import { tipsFeedRoutes } from './tips-feed.ts';
import { savedSearchFeed } from './saved-search-feed.ts';
import { healthRoutes } from './health.ts';
import { jobBoard } from './job-board.ts';
import { createMetrics } from './metrics.ts';
import { clientAddress } from './middleware/client-address.ts';
import { observe } from './middleware/observe.ts';
import { otherSites } from './middleware/other-sites.ts';
import { protect } from './middleware/protect.ts';
import { renderProblems } from './middleware/render-problems.ts';
import { visitors } from './pages/visitor.ts';
import { pageProblems } from './page-problems.ts';
import { redisSessions } from './sessions.ts';
import { staffProvider, type ProviderSettings } from './staff-provider.ts';
import { pageRoutes } from './pages.ts';

export interface AppDeps {
  readonly services: {
    readonly connections: Connections;
    readonly imports: Imports;
    readonly harvests: Harvests;
    readonly catalogue: Pick<
      Catalogue,
      'decisions' | 'sources' | 'imports' | 'record' | 'readWorks' | 'suppressedRecords' | 'suppress' | 'currentWorkId'
    >;
    readonly discovery: Discovery;
    readonly accounts: Accounts;
    readonly staff: Staff;
    readonly audit: Audit;
    readonly costShares: CostShares;
    readonly statistics: StatisticsBook;
    readonly searchWords: SearchWords;
    readonly circulation: Circulation;
    readonly testPayments: TestPaymentProvider;
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
    readonly search: Search;
    readonly suggest: Suggest;
    readonly indexer: ApiDeps['indexer'] & PageDeps['indexer'];
    readonly queues: { readonly index: Queue; readonly notices: Queue; readonly imports: Queue };
    readonly notices: Pick<Notices, 'counts'>;
  };
  readonly logger: Logger;
  /** The address patrons see, without a slash at its end. */
  readonly publicUrl: string;
  readonly version: string;
  /** Sites of municipalities that may read the API; any site where there are none. */
  readonly widgetOrigins?: readonly WidgetOrigin[];
  /** Proxies that tell where requests come from; none where absent. */
  readonly trustedProxies?: TrustedProxies;
  /** Opens the API of staff to scripts; closed where undefined. */
  readonly staffToken: string | undefined;
  /** Another house that tells who staff are. */
  readonly provider?: ProviderSettings | undefined;
  readonly tracing?: Tracing | undefined;
}

/** The Koa application: everything that speaks HTTP. It opens no connection of its own. */
export function createApp({
  services,
  logger,
  publicUrl,
  version,
  staffToken,
  provider,
  tracing,
  widgetOrigins = [],
  trustedProxies = { hops: 0 },
}: AppDeps): Koa {
  const { accounts, audit, circulation, connections, consortium, catalogue, discovery, indexer, queues } = services;
  const {
    comments,
    lists,
    memoryLists,
    memoryLetters,
    savedSearches,
    recommendations,
    moderation,
    reviews,
    tags,
    tips,
    search,
    staff,
    suggest,
    testPayments,
  } = services;
  const { costShares, searchWords, statistics } = services;
  /** Those of the settings, and those that towns have named; while MongoDB is away, those of the settings. */
  const origins = async () => [...widgetOrigins, ...(await consortium.widgetOrigins().catch(() => []))];
  const metrics = createMetrics({
    ...indexer,
    notices: services.notices,
    queues: [queues.index, queues.notices, queues.imports],
  });
  const kept = { prefix: connections.names.keys, publicUrl };
  const sessions = redisSessions(connections.redis, {
    ...kept,
    name: 'session',
    find: living(accounts.find, 'deletedAt'),
  });
  const staffSessions = redisSessions(connections.redis, {
    ...kept,
    name: 'staff',
    find: living(staff.find, 'closedAt'),
  });
  const app = new Koa();
  app.on('error', (error: unknown) => logger.debug({ err: error }, 'An answer could not be sent'));
  app.use(clientAddress(trustedProxies));
  app.use(observe({ logger, metrics, tracing }));
  app.use(protect({ publicUrl }));
  app.use(renderProblems({ logger }));
  app.use(compress({ threshold: 2_048, br: { params: { [brotliQuality]: 5 } } }));
  app.use(conditional());
  app.use(etag());
  app.use(visitors({ sessions, staffSessions }));
  app.use(pageProblems({ logger, publicUrl }));
  app.use(jobBoard({ queues: [queues.index, queues.notices, queues.imports], analysis: indexer.analysis, publicUrl }));

  app.use(otherSites(origins));
  for (const router of [
    healthRoutes({ connections, metrics, ...indexer }),
    apiRoutes({
      staff,
      queues: { index: queues.index, notices: queues.notices, imports: queues.imports },
      search,
      suggest,
      discovery,
      decisions: catalogue.decisions,
      imports: services.imports,
      sources: catalogue.sources,
      harvests: services.harvests,
      accounts,
      audit,
      costShares,
      statistics,
      searchWords,
      circulation,
      consortium,
      lists,
      memoryLists,
      memoryLetters,
      savedSearches,
      recommendations,
      comments,
      tips,
      moderation,
      reviews,
      tags,
      indexer,
      catalogue,
      sessions,
      staffSessions,
      publicUrl,
      version,
      staffToken,
    }),
    calendarRoutes({ accounts, circulation }),
    listFeed({ lists, publicUrl }),
    tipsFeedRoutes({ tips, publicUrl }),
    savedSearchFeed({ savedSearches, publicUrl }),
    pageRoutes({
      search,
      catalogue: discovery,
      records: catalogue,
      imports: services.imports,
      indexer,
      accounts,
      audit,
      costShares,
      statistics,
      searchWords,
      circulation,
      comments,
      tips,
      moderation,
      consortium,
      lists,
      reviews,
      tags,
      sessions,
      savedSearches,
      staff,
      staffSessions,
      staffProvider: provider && staffProvider(provider, { redis: connections.redis, ...kept, logger }),
      recommendations,
      testPayments,
      publicUrl,
      origins,
      fixedOrigins: widgetOrigins,
    }),
  ]) {
    app.use(router.routes());
    app.use(router.allowedMethods());
  }
  return app;
}

/** Whom an id belongs to, unless the account is at its end. */
const living =
  <Ended extends string, Account extends { readonly [end in Ended]?: Date | undefined }>(
    find: (id: string) => Promise<Account | undefined>,
    ended: Ended,
  ) =>
  async (id: string) => {
    const account = await find(id);
    return account?.[ended] ? undefined : account;
  };

/** zlib's BROTLI_PARAM_QUALITY: 5 packs nearly as well as the highest, in a tenth of its time. */
const brotliQuality = 1;
