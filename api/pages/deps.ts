import type { Catalogue } from '../../domain/catalogue/service.ts';
import type { tryWeights } from '../../indexer/relevance/try-weights.ts';
import type { WatchedSearches } from '../../indexer/relevance/watched-searches.ts';
import type { inspectWork } from '../../indexer/inspect-work.ts';
import type { Accounts } from '../../domain/accounts/service.ts';
import type { Audit } from '../../domain/audit/service.ts';
import type { SearchWords } from '../../domain/search-words/service.ts';
import type { StatisticsBook } from '../../domain/statistics/service.ts';
import type { CostShares } from '../../domain/cost-shares/service.ts';
import type { Comments } from '../../domain/comments/service.ts';
import type { Moderation } from '../../domain/moderation/service.ts';
import type { Tips } from '../../domain/tips/service.ts';
import type { Circulation } from '../../domain/circulation/service.ts';
import type { TestPaymentProvider } from '../../domain/circulation/test-payments.ts';
import type { Consortium } from '../../domain/consortium/service.ts';
import type { Recommendations } from '../../domain/recommendations/service.ts';
import type { SavedSearches } from '../../domain/saved-searches/service.ts';
import type { Staff } from '../../domain/staff/service.ts';
import type { StaffProvider } from '../staff-provider.ts';
import type { Sessions, StaffSessions } from '../sessions.ts';
import type { Reviews } from '../../domain/reviews/service.ts';
import type { Tags } from '../../domain/tags/service.ts';
import type { WidgetOrigin } from '../../config/widget-origins.ts';
import type { Lists } from '../../domain/lists/service.ts';
import type { Search } from '../../indexer/search/search.ts';
import type {
  FacetName,
  FacetQuery,
  FacetValues,
  RelatedWorks,
  SearchQuery,
  SearchResult,
  WorkDetail,
} from '../../domain/discovery/schema.ts';
import type { Imports } from '../../domain/imports/service.ts';
import type { Discovery } from '../../domain/discovery/service.ts';

/** What the pages are drawn from. */
export interface PageDeps {
  readonly search: {
    search(query: SearchQuery, signal?: AbortSignal): Promise<SearchResult>;
    related(work: WorkDetail, signal?: AbortSignal): Promise<RelatedWorks>;
    readonly among: Search['among'];
    facet(name: FacetName, query: FacetQuery, signal?: AbortSignal): Promise<FacetValues>;
  };
  readonly catalogue: Pick<Discovery, 'workDetail' | 'workIds' | 'cited' | 'works' | 'records'>;
  /** Records as they are stored, for staff. */
  readonly records: Pick<
    Catalogue,
    'record' | 'readWorks' | 'suppressedRecords' | 'suppress' | 'currentWorkId' | 'decisions'
  >;
  readonly imports: Pick<Imports, 'latest' | 'find'>;
  readonly indexer: Parameters<typeof inspectWork>[1] &
    Parameters<typeof tryWeights>[2] & { readonly watchedSearches: Pick<WatchedSearches, 'all'> };
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly costShares: CostShares;
  readonly statistics: StatisticsBook;
  readonly searchWords: SearchWords;
  readonly circulation: Circulation;
  readonly consortium: Consortium;
  readonly comments: Comments;
  readonly tips: Tips;
  readonly moderation: Moderation;
  readonly savedSearches: SavedSearches;
  readonly recommendations: Recommendations;
  readonly lists: Lists;
  readonly reviews: Reviews;
  readonly tags: Tags;
  readonly sessions: Sessions;
  readonly staff: Staff;
  readonly staffSessions: StaffSessions;
  /** Another house that tells who staff are; none where absent. */
  readonly staffProvider?: StaffProvider | undefined;
  readonly testPayments: TestPaymentProvider;
  /** The service's address as the outside knows it, for canonical links. */
  readonly publicUrl: string;
  /** Sites of municipalities that works lead back to. */
  readonly origins: () => Promise<readonly WidgetOrigin[]>;
  /** Those of them that the installation's settings name. */
  readonly fixedOrigins: readonly WidgetOrigin[];
}
