import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { localDate } from '../../domain/local-date.ts';
import { SavedSearchProblem } from '../../domain/saved-searches/problems.ts';
import { savedWish, SavedSearchText, type SavedSearch } from '../../domain/saved-searches/schema.ts';
import type { FoundWork } from '../../domain/saved-searches/service.ts';
import type { Note } from '../../ui/pages/account/account.ts';
import { dayText } from '../../ui/pages/account/account.ts';
import { savedSearchesPage, savedSearchPage, saveSearchPage, stopSearchPage, type ShownSearch } from '../../ui/pages/account/saved-searches.ts'; // prettier-ignore
import { closing } from '../closing.ts';
import { pageSearch } from '../page-request.ts';
import { PageProblem } from '../page-problems.ts';
import { feedAddress } from '../saved-search-feed.ts';
import { changeSearch, saveSearch } from '../save-search.ts';
import { pageContext, showPage } from '../show-page.ts';
import { accountFrame, type Reading } from './account-frame.ts';
import type { PageDeps } from './deps.ts';
import { field, goOn, readForm, refuseForeignForm, told } from './forms.ts';

const address = '/account/searches';
const mostFound = 100;

/** Saved searches: the patron's own pages of them, and the one that stops letters for whoever has such a letter. */
export function savedSearchRoutes(deps: PageDeps): Router {
  const { savedSearches, search, sessions, publicUrl } = deps;
  const { reading, show } = accountFrame(deps);
  const router = new Router();

  const shown = ({ _id: id, name, wish, channel, cadence, state, nextAt, feedKey }: SavedSearch): ShownSearch => ({
    id, name, wish, channel, cadence, paused: state === 'paused', nextOn: localDate(nextAt), feedUrl: feedAddress(feedKey, publicUrl),
  }); // prettier-ignore
  const lettersOf = ({ session: { account } }: Reading) => ({
    email: account.contact.email,
    wanted: account.settings.notices.includes('newArrivals'),
  });

  router.get(address, async (ctx) => {
    const read = await reading(ctx, address);
    if (!read) return;
    const { account } = read.session;
    const [searches, deleted] = await Promise.all([
      savedSearches.ofPatron(account._id),
      lastOf(ctx, 'deleted') === undefined ? undefined : savedSearches.deleted(lastOf(ctx, 'deleted') ?? '', account._id),
    ]); // prettier-ignore
    show(ctx, read, savedSearchesPage(read.state, { searches: searches.map(shown), deleted: deleted && shown(deleted), letters: lettersOf(read) })); // prettier-ignore
  });

  router.get(`${address}/new`, async (ctx) => {
    const read = await reading(ctx, address);
    if (!read) return;
    const { locale } = read.state.reader;
    const query = pageSearch(ctx.query, locale);
    if (query === 'beyond') throw new PageProblem('beyond');
    // where no work has the words, those are watched for that were meant
    const result = await search.search({ ...query, size: 1, page: 1, facets: [] }, closing(ctx)).catch(() => undefined);
    const meant = result?.matched === 'suggestion' && result.suggestion !== undefined ? { ...query, q: result.suggestion } : query; // prettier-ignore
    const total = result?.matched === 'some' ? 0 : result?.total;
    show(ctx, read, saveSearchPage(read.state, { wish: savedWish(meant), total, letters: lettersOf(read) }));
  });

  router.get(`${address}/:id`, async (ctx) => {
    const read = await reading(ctx, address);
    if (!read) return;
    const one = await savedSearches.find(String(ctx.params['id']), read.session.account._id).catch(orMissing);
    const [fresh, found] = await Promise.all([
      savedSearches.newNow(one).catch(() => undefined),
      savedSearches.found(one, mostFound),
    ]);
    const news = ({ work: { id, title, authors }, foundAt }: FoundWork) => ({ work: { id, title, author: authors[0] }, foundOn: localDate(foundAt) }); // prettier-ignore
    show(ctx, read, savedSearchPage(read.state, { search: shown(one), fresh: fresh?.map(news), found: found.map(news) })); // prettier-ignore
  });

  router.post(address, readForm, async (ctx) => {
    const read = await reading(ctx, address);
    if (!read) return;
    let back: string = address;
    try {
      refuseForeignForm(ctx, publicUrl, read.session);
      const { note, goTo } = await act(ctx, read);
      if (note !== undefined) await sessions.leaveNote(ctx, { tone: 'done', text: note, about: {} } satisfies Note);
      back = goTo ?? address;
    } catch (error) {
      const { reader } = read.state;
      const text = error instanceof z.ZodError ? reader.t('account.invalid') : told(error, reader).text;
      await sessions.leaveNote(ctx, { tone: 'refused', text, about: {} } satisfies Note);
    }
    goOn(ctx, back);
  });

  /** Does what a form asks for, and says what came of it. */
  async function act(
    ctx: Context,
    { session: { account }, state }: Reading,
  ): Promise<{ note?: string; goTo?: string }> {
    // prettier-ignore
    const { t, locale } = state.reader;
    const id = field(ctx, 'id');
    const text = () => SavedSearchText.parse({ name: field(ctx, 'name'), channel: field(ctx, 'channel'), cadence: field(ctx, 'cadence') }); // prettier-ignore
    switch (field(ctx, 'do')) {
      case 'save': {
        const { searchParams } = new URL(field(ctx, 'search').slice(0, 20_000), publicUrl);
        const given = Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)])); // prettier-ignore
        const query = pageSearch(given, locale);
        if (query === 'beyond') throw new PageProblem('beyond');
        const { nextAt } = await saveSearch(deps, account, { text: text(), wish: savedWish(query) });
        return { note: t('saved.saved', { date: dayText(localDate(nextAt), locale) }) };
      }
      case 'change':
        await changeSearch(deps, account, { id, change: text() });
        return { note: t('saved.changed') };
      case 'pause':
        await savedSearches.change(id, account._id, { state: 'paused' });
        return { note: t('saved.pausedNote') };
      case 'resume':
        await savedSearches.change(id, account._id, { state: 'active' });
        return { note: t('saved.resumedNote') };
      case 'delete':
        await savedSearches.remove(id, account._id);
        return { goTo: `${address}?deleted=${encodeURIComponent(id)}` };
      case 'restore':
        await savedSearches.restore(id, account._id);
        return { note: t('saved.restoredNote') };
      case 'feed':
        await savedSearches.renewFeed(id, account._id);
        return { note: t('saved.feedRenewed') };
      default:
        return {};
    }
  }

  async function showStop(ctx: Context): Promise<void> {
    const context = pageContext(ctx, publicUrl);
    const one = await savedSearches.byStopKey(String(ctx.params['key']));
    if (!one) throw new PageProblem('missing');
    const main = stopSearchPage(context.reader, { name: one.name, stopped: one.state === 'paused' });
    showPage(ctx, { ...context, title: context.reader.t('saved.stopTitle'), script: 'account', main });
    ctx.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  }
  router.get('/searches/stop/:key', showStop);
  // Mail programs send this too, from no page and without a session (RFC 8058): whoever has the address may.
  router.post('/searches/stop/:key', readForm, async (ctx) => {
    const one = await savedSearches.byStopKey(String(ctx.params['key']));
    if (!one) throw new PageProblem('missing');
    await savedSearches.change(one._id, one.patron, { state: field(ctx, 'do') === 'resume' ? 'active' : 'paused' });
    if (field(ctx, 'List-Unsubscribe') !== '') ctx.body = '';
    else goOn(ctx, ctx.path);
  });

  return router;
}

const lastOf = (ctx: Context, name: string): string | undefined => [ctx.query[name]].flat().at(-1);

function orMissing(error: unknown): never {
  throw error instanceof SavedSearchProblem ? new PageProblem('missing') : error;
}
