import { localDate } from '../../domain/local-date.ts';
import { plainWeights, SearchWeights, steps, weighedThings } from '../../domain/search-weights/schema.ts';
import { tryWeights } from '../../indexer/relevance/try-weights.ts';
import { weightsPage, type WeightsState } from '../../ui/pages/weights-page.ts';
import { PageProblem } from '../page-problems.ts';
import type { PageDeps } from './deps.ts';
import { field } from './forms.ts';
import { chosen } from './staff-chosen.ts';
import { namesOf } from './staff-names.ts';
import type { StaffFormAnswer, StaffPage, StaffPageRequest } from './staff-page.ts';

const versionsShown = 30;
const mostTried = 100;
const mostOwn = 20;
const mostPopular = 30;

/** How searches are weighed: tried by staff, put to use by admins. */
export function weightsPages({
  audit,
  indexer,
  searchWords,
  staff,
}: Pick<PageDeps, 'audit' | 'indexer' | 'searchWords' | 'staff'>): StaffPage[] {
  const { weights: book } = indexer;
  const address = '/staff/weights';

  async function stateOf({ reader, csrfToken, worker }: StaffPageRequest): Promise<WeightsState> {
    const versions = await book.versions(versionsShown);
    return {
      reader,
      csrfToken,
      things: weighedThings,
      steps,
      draft: versions[0]?.weights ?? plainWeights,
      queries: '',
      most: mostTried,
      mayUse: worker.isAdmin,
      versions,
      names: await namesOf(staff, versions.map(({ by }) => by)), // prettier-ignore
    };
  }

  /** What staff want to see, what they watch, and what readers search for most. */
  async function searchesToTry(own: readonly string[]) {
    const [watched, { popular }] = await Promise.all([
      indexer.watchedSearches.all(),
      searchWords.of(localDate(new Date()).slice(0, 7)),
    ]);
    const searches = [...own.map((query) => ({ query })), ...watched, ...popular.slice(0, mostPopular).map(({ words }) => ({ query: words }))]; // prettier-ignore
    return [...new Map(searches.toReversed().map((one) => [one.query.toLowerCase(), one])).values()].toReversed().slice(0, mostTried); // prettier-ignore
  }

  async function tryOut(request: StaffPageRequest): Promise<StaffFormAnswer> {
    const state = await stateOf(request);
    const draft = weightsIn(request);
    if (!draft) return { main: weightsPage({ ...state, told: request.reader.t('weights.invalid') }), status: 422 };
    const own = ownQueries(request);
    const tried = await tryWeights(await searchesToTry(own), draft, indexer);
    return { main: weightsPage({ ...state, draft, queries: own.join('\n'), tried }) };
  }

  async function use(request: StaffPageRequest): Promise<StaffFormAnswer> {
    const { reader, worker, ctx } = request;
    if (!worker.isAdmin) throw new PageProblem('forbidden');
    const from = field(ctx, 'do') === 'restore' ? Number(field(ctx, 'from')) : undefined;
    const restored = from === 0 ? plainWeights : from === undefined ? undefined : (await book.find(from))?.weights;
    const weights = from === undefined ? weightsIn(request) : restored;
    const state = await stateOf(request);
    if (!weights) return { main: weightsPage({ ...state, told: reader.t('weights.invalid') }), status: 422 };
    const note = field(ctx, 'note').slice(0, 200);
    const used = await book.use(Number(field(ctx, 'version')), { weights, by: worker.id, ...(note && { note }), ...(from && { restores: from }) }); // prettier-ignore
    if (!used)
      return { main: weightsPage({ ...state, draft: weights, told: reader.t('weights.changedMeanwhile') }), status: 409 }; // prettier-ignore
    await audit.note({ by: worker.id, act: 'searchWeightsUsed', subject: 'searchWeights', before: { ...state.versions[0]?.weights }, after: { ...weights } }); // prettier-ignore
    return { goTo: address, note: { tone: 'done', text: reader.t('weights.used', { version: String(used._id) }) } };
  }

  return [
    {
      address,
      group: 'catalogue',
      name: 'weights.title',
      lead: 'weights.lead',
      role: 'staff',
      main: async (request) => weightsPage(await stateOf(request)),
      act: (request) => chosen({ try: tryOut, use, restore: use }, request),
    },
  ];
}

const weightsIn = ({ ctx }: StaffPageRequest): SearchWeights | undefined =>
  SearchWeights.safeParse(
    Object.fromEntries(weighedThings.map((thing) => [thing, Number(field(ctx, thing) || 'none')])),
  ).data;

const ownQueries = ({ ctx }: StaffPageRequest): string[] =>
  field(ctx, 'queries')
    .split(/\r?\n/)
    .map((line) => line.trim().slice(0, 200))
    .filter(Boolean)
    .slice(0, mostOwn);
