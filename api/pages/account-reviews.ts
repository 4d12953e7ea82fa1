import { Router } from '@koa/router';
import { z } from 'zod';
import { DisplayName } from '../../domain/accounts/display-name.ts';
import { VoiceProblem } from '../../domain/reviews/problems.ts';
import { localDate } from '../../domain/local-date.ts';
import { plainText } from '../../ui/markdown.ts';
import type { Note } from '../../ui/pages/account/account.ts';
import { ownVoicesPage } from '../../ui/pages/account/reviews.ts';
import { reviewHistoryPage } from '../../ui/pages/account/review-history.ts';
import { PageProblem } from '../page-problems.ts';
import { accountFrame } from './account-frame.ts';
import { namedWorks } from './account-works.ts';
import type { PageDeps } from './deps.ts';
import { field, goOn, readForm, refuseForeignForm, told } from './forms.ts';

const address = '/account/reviews';
const excerptLength = 200;
const unknown = { id: undefined, title: '–', author: undefined };

/** What a patron has said of works, and under which name. */
export function accountReviewRoutes(deps: PageDeps): Router {
  const { accounts, catalogue, publicUrl, reviews, sessions, tags } = deps;
  const router = new Router();
  const { reading, show } = accountFrame(deps);

  router.get(address, async (ctx) => {
    const read = await reading(ctx, address);
    if (!read) return;
    const { account } = read.session;
    const [written, rated, tagged] = await Promise.all([
      reviews.ofPatron(account._id),
      reviews.ratings.ofPatron(account._id),
      tags.ofPatron(account._id),
    ]);
    const ids = [...written.map(({ review }) => review.work), ...rated.map(({ work }) => work), ...tagged.map(({ work }) => work)]; // prettier-ignore
    const named = await namedWorks(catalogue, ids.map((workId) => ({ workId }))); // prettier-ignore
    const workOf = new Map(ids.map((id, nth) => [id, named[nth] ?? unknown]));
    const main = ownVoicesPage(read.state, {
      displayName: account.displayName,
      reviews: written.map(({ review }) => ({
        id: review._id,
        work: workOf.get(review.work) ?? unknown,
        title: review.title,
        excerpt: plainText(review.text, excerptLength),
        changedOn: localDate(review.changedAt),
        state: review.standing.state,
        versions: review.history.length,
      })),
      ratings: rated.map(({ work, stars }) => ({ work: workOf.get(work) ?? unknown, stars })),
      tags: tagged.map(({ key, text, work }) => ({ key, text, work: workOf.get(work) ?? unknown })),
    });
    show(ctx, read, main);
  });

  router.get(`${address}/:id`, async (ctx) => {
    const read = await reading(ctx, address);
    if (!read) return;
    const { review, yours } = await reviews.find(ctx.params['id'] ?? '', read.session.account._id).catch(missing);
    if (!yours) throw new PageProblem('missing');
    const [work = unknown] = await namedWorks(catalogue, [{ workId: review.work }]);
    const versions = [{ ...review, at: review.changedAt }, ...review.history.toReversed()];
    const main = reviewHistoryPage(read.state, {
      work,
      versions: versions.map(({ at, ...version }) => ({ ...version, writtenOn: localDate(at) })),
    });
    show(ctx, read, main);
  });

  router.post(address, readForm, async (ctx) => {
    const read = await reading(ctx, address);
    if (!read) return;
    const { session, state } = read;
    const { reader } = state;
    const leave = (note: Omit<Note, 'about'>) => sessions.leaveNote(ctx, { ...note, about: {} } satisfies Note);
    try {
      refuseForeignForm(ctx, publicUrl, session);
      if (field(ctx, 'do') === 'delete') {
        await reviews.withdraw(session.account._id, field(ctx, 'review'));
        await leave({ tone: 'done', text: reader.t('voices.told.deleted') });
      } else {
        const name = DisplayName.parse(field(ctx, 'displayName'));
        await accounts.setDisplayName(session.account._id, name);
        await leave({ tone: 'done', text: reader.t('voices.told.named', { name }) });
      }
    } catch (error) {
      const text = error instanceof z.ZodError ? reader.t('account.invalid') : told(error, reader).text;
      await leave({ tone: 'refused', text });
    }
    goOn(ctx, address);
  });

  return router;
}

function missing(error: unknown): never {
  throw error instanceof VoiceProblem ? new PageProblem('missing') : error;
}
