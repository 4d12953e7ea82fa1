import { openConnections, type Connections } from './config/connections.ts';
import { isLocal, type Environment } from './config/environment.ts';
import { openSealing } from './config/sealing.ts';
import { openPace } from './config/pace.ts';
import type { Tracing } from './config/tracing.ts';
import type { Logger } from 'pino';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { openMail } from './config/mail.ts';
import { codeMessage } from './domain/accounts/code-message.ts';
import { lockOut, type LockOut } from './domain/accounts/lock-out.ts';
import { createAccounts, type Accounts } from './domain/accounts/service.ts';
import { invitationLink, invitationMessage } from './domain/staff/invitation-message.ts';
import { createStaff, type Staff } from './domain/staff/service.ts';
import { createAudit, type Audit } from './domain/audit/service.ts';
import { createSearchWeights, type SearchWeightBook } from './domain/search-weights/service.ts';
import { createSearchWords, type SearchWords } from './domain/search-words/service.ts';
import { createStatistics, type StatisticsBook } from './domain/statistics/service.ts';
import { createCostShares, type CostShares } from './domain/cost-shares/service.ts';
import { copiesOf } from './domain/catalogue/copies.ts';
import { checkedUrl, openOutbound } from './config/outbound.ts';
import { harvestStep } from './domain/harvest/harvest.ts';
import { harvestRepository } from './domain/harvest/repository.ts';
import { createHarvests, type Harvests } from './domain/harvest/service.ts';
import { createImports, type Imports } from './domain/imports/service.ts';
import { createCatalogue, type Catalogue } from './domain/catalogue/service.ts';
import { addresseesOf } from './domain/accounts/addressees.ts';
import { displayNamesOf } from './domain/accounts/display-names.ts';
import { writersOf } from './domain/accounts/writers.ts';
import { patronsOf } from './domain/accounts/patrons.ts';
import { createCirculation, type Circulation } from './domain/circulation/service.ts';
import { testPaymentProvider, type TestPaymentProvider } from './domain/circulation/test-payments.ts';
import { letterRepository } from './domain/notices/repository.ts';
import { noticesOver, type Notices } from './domain/notices/service.ts';
import { createConsortium, type Consortium } from './domain/consortium/service.ts';
import { createLists, type Lists } from './domain/lists/service.ts';
import { createSavedSearches, type SavedSearches } from './domain/saved-searches/service.ts';
import { listLikings } from './domain/lists/likings.ts';
import { loanLikings } from './domain/circulation/likings.ts';
import { ratingLikings } from './domain/reviews/likings.ts';
import { takingPartOf } from './domain/accounts/taking-part.ts';
import { recommendationRepository } from './domain/recommendations/repository.ts';
import { recommendationsOver, type Recommendations } from './domain/recommendations/service.ts';
import { memoryLettersOver, type MemoryLetters } from './domain/memory-list/letters.ts';
import { createMemoryLists, type MemoryLists } from './domain/memory-list/service.ts';
import { admissionOver, type Admission } from './domain/moderation/admission.ts';
import { moderationRepository } from './domain/moderation/repository.ts';
import { moderationCorrespondent } from './domain/moderation/letters.ts';
import { createModeration, type Moderation } from './domain/moderation/service.ts';
import { commentedOver } from './domain/comments/commented.ts';
import { createComments, type Comments } from './domain/comments/service.ts';
import { createTips, type Tips } from './domain/tips/service.ts';
import { createReviews, type Reviews } from './domain/reviews/service.ts';
import { createTags, type Tags } from './domain/tags/service.ts';
import { hearing } from './domain/reviews/hearing.ts';
import { createDiscovery, type Discovery } from './domain/discovery/service.ts';
import { changeLine, type ChangeLine } from './domain/changes/change-line.ts';
import { changeRepository } from './domain/changes/repository.ts';
import { aliasesOf } from './indexer/aliases.ts';
import { createAnalysis } from './indexer/analysis/analysis.ts';
import { documentThreads } from './indexer/threads/document-threads.ts';
import { openVoikko } from './indexer/analysis/voikko.ts';
import { listWords } from './indexer/list-words.ts';
import { indexClock } from './indexer/clock.ts';
import type { ReindexDeps } from './indexer/reindex/reindex.ts';
import { watchedSearches, type WatchedSearches } from './indexer/relevance/watched-searches.ts';
import { createSynonyms, type Synonyms } from './domain/synonyms/service.ts';
import { reindexRuns } from './indexer/reindex/runs.ts';
import { createSuggest, type Suggest } from './indexer/suggest/suggest.ts';
import { suggestionIndex, type SuggestionIndex } from './indexer/suggest/suggestion-index.ts';
import { createSearch, type Search } from './indexer/search/search.ts';
import { openQueues, type Queues } from './workers/queues.ts';
import type { WorkerDeps } from './workers/start.ts';

/** Everything the roles and the operator's tool are made of, wired once over one set of connections. */
export interface Services {
  readonly connections: Connections;
  /** The address patrons see, without a slash at its end. */
  readonly publicUrl: string;
  readonly queues: Queues;
  readonly changes: ChangeLine;
  readonly catalogue: Catalogue;
  readonly imports: Imports;
  readonly harvests: Harvests;
  readonly discovery: Discovery;
  readonly consortium: Consortium;
  readonly circulation: Circulation;
  /** Circulation as at another time, for the demo's past. */
  circulationAt(now: () => Date): Circulation;
  /** Stands in for the payment service of the libraries. */
  readonly testPayments: TestPaymentProvider;
  readonly accounts: Accounts;
  readonly staff: Staff;
  readonly notices: Notices;
  readonly audit: Audit;
  readonly costShares: CostShares;
  readonly statistics: StatisticsBook;
  readonly searchWords: SearchWords;
  readonly lists: Lists;
  readonly memoryLists: MemoryLists;
  readonly memoryLetters: MemoryLetters;
  readonly savedSearches: SavedSearches;
  readonly recommendations: Recommendations;
  /** Says of what patrons write whether it may be, and where it stands. */
  readonly admission: Admission;
  readonly moderation: Moderation;
  readonly comments: Comments;
  readonly tips: Tips;
  readonly reviews: Reviews;
  readonly tags: Tags;
  readonly indexer: ReturnType<typeof indexerOver>;
  readonly search: Search;
  readonly suggestions: SuggestionIndex;
  readonly suggest: Suggest;
  /** Makes the collections' indexes; harmless to repeat. */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

interface ServiceOptions {
  /** For processes with workers, which wait on Redis for as long as it takes. */
  readonly blocking: boolean;
  readonly tracing?: Tracing | undefined;
}

export function openServices(environment: Environment, options: ServiceOptions): Services {
  const sealing = openSealing(environment);
  const connections = openConnections(environment, options);
  const { database, elasticsearch, names, redis } = connections;
  const queues = openQueues(redis, names.keys, options.tracing?.jobs);
  const changes = changeLine({ database, wake: queues.wake });
  const catalogue = createCatalogue({ database, changes });
  const morphology = openVoikko();
  const analysis = createAnalysis(morphology);
  const suggestions = suggestionIndex(elasticsearch, names.suggestions);
  const outbound = openOutbound({ privateHosts: environment.OUTBOUND_PRIVATE_HOSTS });
  const harvesting = harvestRepository(database);
  const imports = createImports({
    database,
    catalogue,
    outbound,
    wake: queues.takeImports,
    steps: {
      harvest: harvestStep({ catalogue, repository: harvesting, outbound, pauseMs: 2_000 }),
      rederivation: (report, options) => catalogue.rederive(report, options),
    },
    mostBytes: environment.IMPORT_LIMIT_MB * 1_000_000,
    checkUrl: checkedUrl,
  });
  const harvests = createHarvests({ repository: harvesting, imports, checkUrl: checkedUrl });
  const consortium = createConsortium({ database });
  const copies = copiesOf({ database, changes });
  const audit = createAudit({ database });
  const statistics = createStatistics({ database, countCopies: copies.countByBranch });
  const searchWords = createSearchWords({ database });
  const testPayments = testPaymentProvider(database, { isOpen: isLocal(environment.PUBLIC_URL) });
  const ports = {
    database,
    copies,
    consortium,
    patrons: patronsOf(database),
    payments: testPayments,
    audit,
    count: statistics.count,
  };
  const circulation = createCirculation(ports);
  const publicUrl = environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`;
  const sendMail = openMail(environment);
  const discovery = createDiscovery(catalogue);
  const guesses = lockOutOver(connections);
  const staff = createStaff({
    database,
    lockOut: guesses,
    sealing,
    sendInvitation: ({ account: { email: to, ...who }, token }) =>
      sendMail({ to, ...invitationMessage({ ...who, link: invitationLink(publicUrl, token) }) }),
  });
  const moderated = moderationRepository(database);
  const findWriter = writersOf(database, staff.find);
  const admission = admissionOver({
    repository: moderated,
    consortium,
    findWriter,
    writing: counterOver(connections, 'writing', 3_600),
    baseForms: (word) => morphology.voikko?.analyse(word).map(({ baseform }) => baseform) ?? [],
  });
  const voiced = { database, catalogue, discovery, consortium, changes, admission, findWriter };
  const reviews = createReviews({
    ...voiced,
    displayNames: displayNamesOf(database),
    pace: openPace(redis, { prefix: `${names.keys}:pace:ratings`, times: 300, seconds: 300 }),
  });
  const tags = createTags(voiced);
  const tips = createTips({
    database,
    admission,
    discovery,
    catalogue,
    changes,
    namesOfWork: async (id) => (await catalogue.namesOfWorks([id])).get(id) ?? [id],
  });
  const source = { ...catalogue, readWorks: hearing({ catalogue, reviews, tags, tips }) };
  const documents = documentThreads(environment.INDEX_THREADS, analysis);
  const indexer = indexerOver(connections, { analysis, source, writeDocuments: documents.write });
  const search = createSearch({ ...indexer, voikko: morphology.voikko });
  const lists = createLists({
    database,
    catalogue,
    discovery,
    consortium,
    worksWithIsbns: search.withIsbns,
    words: listWords(analysis),
    admission,
    findWriter,
    removeAbout: (id) => comments.removeAllOn({ kind: 'list', id }),
    pace: openPace(redis, { prefix: `${names.keys}:pace:lists`, times: 600, seconds: 300 }),
  });
  const memoryLists = createMemoryLists({ database, secret: environment.SESSION_SECRET });
  const recommendations = recommendationsOver({
    repository: recommendationRepository(database),
    sources: [listLikings(database), ratingLikings(database), loanLikings(database, catalogue)],
    catalogue,
    takingPart: takingPartOf(database, consortium),
    now: () => new Date(),
  });
  const letters = letterRepository(database);
  const memoryLetters = memoryLettersOver({
    discovery,
    sendMail,
    publicUrl,
    pace: {
      sender: openPace(redis, { prefix: `${names.keys}:pace:letters`, times: 10, seconds: 3_600, uncounted: 60 }),
      addressee: openPace(redis, { prefix: `${names.keys}:pace:addressees`, times: 5, seconds: 86_400, uncounted: 60 }),
    },
  });
  const savedSearches = createSavedSearches({
    database,
    catalogue,
    discovery,
    consortium,
    letters,
    unindexed: indexer.changes.pendingWorks,
    having: search.having,
    publicUrl,
    now: () => new Date(),
  });
  const notices = noticesOver({
    repository: letters,
    circulation,
    copies,
    addressees: addresseesOf(database),
    correspondents: [savedSearches.correspondent, moderationCorrespondent(moderated, publicUrl)],
    sendMail,
    publicUrl,
    now: () => new Date(),
  });
  const costShares = createCostShares({ database });
  const comments = createComments({ database, admission, commented: commentedOver({ tips, lists }) });
  const keepers = { review: reviews.keeper, tag: tags.keeper, comment: comments.keeper, tip: tips.keeper, list: lists.keeper }; // prettier-ignore
  const moderation = createModeration({ repository: moderated, admission, keepers, audit, outbox: letters });
  const accounts = createAccounts({
    database,
    audit,
    lockOut: guesses,
    sendCode: ({ to, ...message }) => sendMail({ to, ...codeMessage(message) }),
    admitName: admission.admitName,
    records: [
      circulation.records,
      notices.records,
      lists.records,
      memoryLists.records,
      savedSearches.records,
      moderation.records,
      comments.records,
      tips.records,
      reviews.records,
      tags.records,
    ],
  });
  return {
    connections,
    publicUrl,
    queues,
    changes,
    catalogue,
    imports,
    harvests,
    discovery,
    consortium,
    circulation,
    circulationAt: (now) => createCirculation({ ...ports, now }),
    testPayments,
    accounts,
    staff,
    notices,
    audit,
    costShares,
    statistics,
    searchWords,
    lists,
    memoryLists,
    memoryLetters,
    savedSearches,
    recommendations,
    admission,
    moderation,
    comments,
    tips,
    reviews,
    tags,
    indexer,
    search,
    suggestions,
    suggest: createSuggest({ elasticsearch, suggestions }),
    async prepare() {
      await Promise.all([
        catalogue.ensureIndexes(),
        harvests.ensureIndexes(),
        circulation.ensureIndexes(),
        accounts.ensureIndexes(),
        staff.ensureIndexes(),
        notices.ensureIndexes(),
        audit.ensureIndexes(),
        costShares.ensureIndexes(),
        statistics.ensureIndexes(),
        searchWords.ensureIndexes(),
        lists.ensureIndexes(),
        memoryLists.ensureIndexes(),
        savedSearches.ensureIndexes(),
        recommendations.ensureIndexes(),
        moderation.ensureIndexes(),
        comments.ensureIndexes(),
        tips.ensureIndexes(),
        reviews.ensureIndexes(),
        tags.ensureIndexes(),
        indexer.changes.ensureIndexes(),
        indexer.runs.ensureIndexes(),
      ]);
    },
    async close() {
      await Promise.all([statistics.flush(), searchWords.flush()]).catch(() => undefined);
      await Promise.all([queues.close(), documents.close()]);
      await connections.close();
    },
  };
}

/** Guesses are counted in one place, whoever is guessed at: an address that guesses has to wait for all. */
function lockOutOver(connections: Connections): LockOut {
  const counter = (name: string) => counterOver(connections, name, 86_400);
  return lockOut({ failures: counter('login-failures'), waits: counter('login-waits') });
}

/** Counts under keys, and forgets each so many seconds after its first. */
const counterOver = ({ redis, names }: Connections, name: string, duration: number) =>
  new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `${names.keys}:${name}`,
    points: Number.MAX_SAFE_INTEGER,
    duration,
  });

/** What the workers of a process work with. */
export function workersOver(services: Services, logger: Logger, tracing?: Tracing): WorkerDeps {
  const { accounts, catalogue, circulation, connections, indexer, lists, notices, queues } = services;
  return {
    ...indexer,
    suggestions: services.suggestions,
    decisions: catalogue.decisions,
    imports: services.imports,
    harvests: services.harvests,
    takeImports: queues.takeImports,
    finishWithdrawals: catalogue.finishWithdrawals,
    circulation,
    accounts,
    lists,
    notices,
    statistics: services.statistics,
    savedSearches: services.savedSearches,
    recommendations: services.recommendations,
    reviews: services.reviews,
    post: queues.post,
    redis: connections.redis,
    queuePrefix: connections.names.keys,
    ...(tracing && { telemetry: tracing.jobs }),
    logger,
  };
}

/** What drains and reindexes work with, over one set of connections. */
export function indexerOver(
  { database, elasticsearch, names }: Connections,
  { analysis, source, writeDocuments }: Pick<ReindexDeps, 'analysis' | 'source' | 'writeDocuments'>,
): ReindexDeps & {
  readonly synonyms: Synonyms;
  readonly watchedSearches: WatchedSearches;
  readonly weights: SearchWeightBook;
} {
  return {
    elasticsearch,
    aliases: aliasesOf(elasticsearch, names.works),
    analysis,
    ...(writeDocuments && { writeDocuments }),
    clock: indexClock(database),
    source,
    changes: changeRepository(database),
    runs: reindexRuns(database),
    synonyms: createSynonyms({ database }),
    watchedSearches: watchedSearches(database),
    weights: createSearchWeights({ database }),
  };
}
