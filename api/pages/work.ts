import { Router } from '@koa/router';
import { generate } from 'lean-qr';
import { toSvgSource } from 'lean-qr/extras/svg';
import { html } from 'lit';
import { cite } from '../../domain/catalogue/citation/cite.ts';
import { facetLabel } from '../../ui/labels.ts';
import { readerOf } from '../../ui/messages/messages.ts';
import { displayName, yearSpan } from '../../ui/names.ts';
import { citePage } from '../../ui/pages/cite-page.ts';
import { listsAddress, listsRow } from '../../ui/pages/list/public-part.ts';
import { tipsOfWork } from '../../ui/pages/tip-part.ts';
import { wayBackPart } from '../../ui/pages/way-back.ts';
import { workPage } from '../../ui/pages/work-page.ts';
import { homeOf } from '../../ui/search/home.ts';
import { workAddress } from '../../ui/search/work-address.ts';
import { workDescription, workJsonLd } from '../../ui/work/description.ts';
import { ratingLine, voicesPart } from '../../ui/pages/voices/voices-part.ts';
import type { ShowCard } from '../show-card.ts';
import { PageProblem } from '../page-problems.ts';
import type { PageDeps } from './deps.ts';
import { recommendedTo } from './recommended.ts';
import { workVoices } from './work-voices.ts';
import { addressLocale } from '../page-request.ts';
import { pageContext, showPage } from '../show-page.ts';
import { wayBack } from '../way-back.ts';

/** The page of a work, and the pictures that links to our pages are shown with where they are shared. */
export function workRoutes(deps: PageDeps, showCard: ShowCard): Router {
  const { catalogue, lists, tips, publicUrl, origins } = deps;
  const router = new Router();
  const recommended = recommendedTo(deps);

  router.get('/works/:id', async (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const { reader, locale, home } = context;
    const work = await catalogue.workDetail(ctx.params['id'] ?? '');
    if (!work) throw new PageProblem('missing');
    if (work.id !== ctx.params['id']) {
      ctx.status = 301; // it was merged into this one
      ctx.set('cache-control', 'no-cache'); // until staff think otherwise
      return ctx.redirect(`${workAddress(work.id)}${ctx.search}`);
    }
    const own = homeOf({ branch: [], municipality: [] }, context.own, locale);
    const [related, tipped, listed, voices] = await Promise.all([
      recommended.beside(ctx, work),
      tips.page({ work: work.id, page: 1, size: tipsShown }),
      lists.everybodys.having([work.id], { page: 1, size: listsShown }),
      workVoices(ctx, work, reader, deps),
    ]);
    showPage(ctx, {
      ...context,
      title: work.title,
      description: workDescription(work, locale),
      kind: 'book',
      script: 'work',
      canonical: workAddress(work.id),
      jsonLd: workJsonLd(work, publicUrl, locale, voices),
      card: `${workAddress(work.id)}/card.png`,
      main: html`${wayBackPart(reader, wayBack(ctx, await origins()))}${workPage({ reader, work, own, home, related, rating: ratingLine(voices), voices: voicesPart(voices) })}${tipsOfWork(reader, { work: work.id, tips: tipped.tips, home })}${listsRow(reader, { name: reader.t('publicLists.ofWork'), lists: listed.lists, all: listsAddress({ work: work.id }) })}`,
    });
  });

  router.get('/works/:id/cite', async (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const { reader, locale, home } = context;
    const cited = await catalogue.cited(ctx.params['id'] ?? '', [ctx.query['record']].flat().at(-1));
    if (!cited) throw new PageProblem('missing');
    const { work, record } = cited;
    const url = workAddress(work.id, { base: publicUrl });
    showPage(ctx, {
      ...context,
      title: `${work.title} – ${reader.t('cite.title')}`,
      description: workDescription(work, locale),
      script: 'cite',
      card: `${workAddress(work.id)}/card.png`,
      main: citePage({
        reader,
        work,
        home,
        record: record._id,
        citations: cite(record._id, record.edition, { url, locale }),
        address: url,
        code: toSvgSource(generate(url), { on: 'currentColor', off: 'none', width: 160, height: 160 }),
      }),
    });
  });

  router.get('/works/:id/card.png', async (ctx) => {
    const locale = addressLocale(ctx);
    const work = await catalogue.workDetail(ctx.params['id'] ?? '');
    if (!work) throw new PageProblem('missing');
    const formats = work.formats.slice(0, 3).map((format) => facetLabel('format', format, locale).toLowerCase());
    await showCard(ctx, {
      id: work.id,
      title: work.title,
      author: work.authors.slice(0, 2).map(displayName).join(', '),
      about: [yearSpan(work), formats.join(', ')].filter(Boolean).join(' · '),
      site: readerOf(locale).t('site.name'),
    });
  });

  router.get('/card.png', async (ctx) => {
    const { t } = readerOf(addressLocale(ctx));
    await showCard(ctx, { id: 'lastu', title: t('site.tagline'), about: '', site: t('site.name') });
  });
  return router;
}

const tipsShown = 4;
const listsShown = 3;
