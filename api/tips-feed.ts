import { Router } from '@koa/router';
import { Audience } from '../domain/catalogue/schema.ts';
import type { ShownTip, Tips } from '../domain/tips/service.ts';
import { escapedXml } from '../ui/covers/xml.ts';
import { plainText } from '../ui/markdown.ts';
import { readerOf, type Reader } from '../ui/messages/messages.ts';
import { tipAddress, tipName, tipsAddress } from '../ui/pages/tip-part.ts';
import { tipsFeed } from '../ui/pages/tips-page.ts';
import { addressLocale } from './page-request.ts';

const inFeed = 50;

/** The newest tips as Atom (RFC 4287), of an audience where one is named: `/feeds/tips.atom?audience=child`. */
export function tipsFeedRoutes({ tips, publicUrl }: { tips: Tips; publicUrl: string }): Router {
  const router = new Router();
  router.get('/feeds/tips.atom', async (ctx) => {
    const audience = Audience.optional().catch(undefined).parse([ctx.query['audience']].flat().at(-1));
    const { tips: found } = await tips.page({ audience, page: 1, size: inFeed });
    ctx.set('cache-control', 'no-cache');
    ctx.type = 'application/atom+xml';
    ctx.body = written(found, { audience, reader: readerOf(addressLocale(ctx)), publicUrl });
  });
  return router;
}

interface Wish {
  readonly audience: Audience | undefined;
  readonly reader: Reader;
  readonly publicUrl: string;
}

function written(tips: readonly ShownTip[], { audience, reader: { t, locale }, publicUrl }: Wish): string {
  const feed = `${publicUrl}${tipsFeed(audience)}`;
  const updated = new Date(Math.max(0, ...tips.map(({ tip }) => (tip.editedAt ?? tip.writtenAt).getTime())));
  const title = audience === undefined ? t('tips.title') : `${t('tips.title')} – ${t(`tips.${audience}`)}`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    `<id>${escapedXml(feed)}</id>`,
    element('title', title),
    element('subtitle', t('tips.intro')),
    `<updated>${updated.toISOString()}</updated>`,
    `<author><name>${escapedXml(t('site.name'))}</name></author>`,
    `<link rel="alternate" href="${escapedXml(`${publicUrl}${tipsAddress({ audience })}`)}"/>`,
    `<link rel="self" href="${escapedXml(feed)}"/>`,
    ...tips.map((one) => entryOf(one, publicUrl)),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf(shown: ShownTip, publicUrl: string): string {
  const { tip } = shown;
  const address = escapedXml(`${publicUrl}${tipAddress(tip._id)}`);
  return [
    `<entry xml:lang="${tip.language}">`,
    `<id>${address}</id>`,
    element('title', tipName(shown)),
    `<published>${tip.writtenAt.toISOString()}</published>`,
    `<updated>${(tip.editedAt ?? tip.writtenAt).toISOString()}</updated>`,
    `<author><name>${escapedXml(tip.byline)}</name></author>`,
    ...tip.audiences.map((one) => `<category term="${one}"/>`),
    `<link rel="alternate" href="${address}"/>`,
    element('summary', plainText(tip.text)),
    '</entry>',
  ].join('');
}

const element = (name: string, text: string) => `<${name}>${escapedXml(text.replace(/\s+/g, ' '))}</${name}>`;
