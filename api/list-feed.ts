import { Router } from '@koa/router';
import { displayName } from '../ui/names.ts';
import { escapedXml } from '../ui/covers/xml.ts';
import { workAddress } from '../ui/search/work-address.ts';
import type { ShownEntry } from '../domain/lists/entries.ts';
import type { Lists, SeenList } from '../domain/lists/service.ts';
import { listAddress } from './list-address.ts';

/** Works a feed tells of: what was added last. */
const inFeed = 50;

/** What was added to a list last, as Atom (RFC 4287). Lists that are private have none, not even for their owner. */
export function listFeed({ lists, publicUrl }: { lists: Lists; publicUrl: string }): Router {
  const router = new Router();
  router.get('/feeds/lists/:id.atom', async (ctx) => {
    const id = String(ctx.params['id']);
    const seen = await lists.find(id, undefined);
    const { entries } = await lists.entries.page(id, undefined, { order: 'added', page: 1, size: inFeed });
    ctx.set('cache-control', 'no-cache');
    ctx.type = 'application/atom+xml';
    ctx.body = written(seen, entries, publicUrl);
  });
  return router;
}

function written({ list }: SeenList, entries: readonly ShownEntry[], publicUrl: string): string {
  const address = listAddress(list._id, publicUrl);
  const updated = new Date(Math.max(list.changedAt.getTime(), ...entries.map(({ entry }) => entry.addedAt.getTime())));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${list.language}">`,
    `<id>${escapedXml(address)}</id>`,
    element('title', list.title),
    element('subtitle', list.description),
    `<updated>${updated.toISOString()}</updated>`,
    `<author><name>${escapedXml(list.byline === '' ? 'LASTU' : list.byline)}</name></author>`,
    `<link rel="alternate" href="${escapedXml(address)}"/>`,
    `<link rel="self" href="${escapedXml(`${publicUrl}/feeds/lists/${encodeURIComponent(list._id)}.atom`)}"/>`,
    ...entries.map((one) => entryOf(one, address, publicUrl)),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf({ entry, work }: ShownEntry, list: string, publicUrl: string): string {
  const link = work ? workAddress(work.id, { base: publicUrl }) : list;
  const authors = (work?.authors ?? entry.authors).map(displayName);
  return [
    '<entry>',
    `<id>${escapedXml(`${list}#${entry._id}`)}</id>`,
    element('title', work?.title ?? entry.title),
    `<updated>${entry.addedAt.toISOString()}</updated>`,
    ...authors.map((name) => `<author><name>${escapedXml(name)}</name></author>`),
    `<link rel="alternate" href="${escapedXml(link)}"/>`,
    element('summary', entry.note),
    '</entry>',
  ]
    .filter((line) => line !== '')
    .join('');
}

const element = (name: string, text: string) =>
  text === '' ? '' : `<${name}>${escapedXml(text.replace(/\s+/g, ' '))}</${name}>`;
