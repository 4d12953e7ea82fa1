import { z } from 'zod';
import { locales } from '../../config/locales.ts';
import { exportRecords, listFormats } from '../../domain/catalogue/export/export.ts';
import { SearchQuery, WorkSummary } from '../../domain/discovery/schema.ts';
import type { Discovery } from '../../domain/discovery/service.ts';
import { columnNames, columns, type Column } from '../../domain/lists/columns.ts';
import type { ShownEntry } from '../../domain/lists/entries.ts';
import { Move, Note, Order, Position, type ListEntry } from '../../domain/lists/schema.ts';
import type { Lists } from '../../domain/lists/service.ts';
import type { Search } from '../../indexer/search/search.ts';
import { csvTable } from '../../ui/csv-table.ts';
import { workAddress } from '../../ui/search/work-address.ts';
import { endpoint, Raw } from '../endpoint.ts';
import { problem } from '../problems.ts';
import { actorIn, changingLists, idIn, readerIn } from './lists.ts';

const Entry = z.object({
  id: z.string(),
  /** Counts changes of the note. */
  version: z.int(),
  workId: z.string(),
  /** As they were kept when the work was added: all there is where it is gone. */
  title: z.string(),
  authors: z.array(z.string()),
  year: z.int().optional(),
  note: z.string(),
  addedAt: z.iso.datetime(),
});
const EntryWithWork = Entry.extend({
  /** The catalogue does not have it any more. */
  gone: z.boolean(),
  work: WorkSummary.optional(),
});

const { q, in: scope, format, language, branch, municipality, audience, fiction, genre, subject, author, series, tag, available, yearFrom, yearTo } = SearchQuery.shape; // prettier-ignore
const narrowing = { q, in: scope, format, language, branch, municipality, audience, fiction, genre, subject, author, series, tag, available, yearFrom, yearTo }; // prettier-ignore
const EntryQuery = z.strictObject({
  ...narrowing,
  order: Order.optional(),
  page: z.coerce.number().int().min(1).max(2_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
const none = z.strictObject({});
const missing = ['list-entry-not-found'] as const;

/** What is in a list: each work an entry with a note. */
export const listEntryEndpoints = ({
  lists: { entries, find },
  discovery,
  search,
  publicUrl,
}: {
  lists: Lists;
  discovery: Pick<Discovery, 'citedRecords'>;
  search: Pick<Search, 'among'>;
  publicUrl: string;
}) => [
  endpoint({
    method: 'get',
    path: '/lists/:id/entries',
    operationId: 'getListEntries',
    summary:
      'A page of a list, in its own order or another; searched in and narrowed as the catalogue is, the order stays',
    patron: 'if-logged-in',
    query: EntryQuery,
    answer: z.object({ total: z.int(), items: z.array(EntryWithWork) }),
    problems: ['invalid-request', 'list-not-found', 'storage-unavailable', 'search-unavailable'],
    async handle({ query: { order, page, size, ...wish }, ctx }) {
      const narrows = Object.entries(wish).some(([name, value]) => name !== 'in' && isSaid(value));
      const narrow = narrows ? (works: readonly string[]) => search.among(works, wish) : undefined;
      const found = await entries.page(idIn(ctx), readerIn(ctx), { order, page, size, narrow });
      return { total: found.total, items: found.entries.map(presentShown) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/lists/:id/entries',
    operationId: 'addToList',
    summary: 'Adds a work, at the end unless `position` says where; one that is there already stays as it is',
    patron: true,
    query: none,
    body: z.strictObject({ workId: z.string().min(1).max(300), note: Note.default(''), position: Position.optional() }),
    answer: EntryWithWork.extend({ added: z.boolean() }),
    problems: [...changingLists, 'listed-work-not-found', 'list-full', ...missing],
    async handle({ body: { workId: work, ...wish }, ctx }) {
      const { added, ...shown } = await entries.add(idIn(ctx), actorIn(ctx), { work, ...wish });
      return { ...presentShown(shown), added };
    },
  }),
  endpoint({
    method: 'patch',
    path: '/lists/:id/entries/:entry',
    operationId: 'annotateListEntry',
    summary:
      'Writes a note on a work. `version` is the one that was read: where somebody has written another since, both are told',
    patron: true,
    query: none,
    body: z.strictObject({ version: z.int(), note: Note }),
    answer: Entry,
    problems: [...changingLists, ...missing, 'changed-meanwhile'],
    async handle({ body, ctx }) {
      const { done, entry } = await entries.annotate(idIn(ctx), actorIn(ctx), String(ctx.params['entry']), body);
      if (!done) throw problem('changed-meanwhile', { current: present(entry), yours: body });
      return present(entry);
    },
  }),
  endpoint({
    method: 'put',
    path: '/lists/:id/entries/:entry/position',
    operationId: 'moveListEntry',
    summary: 'Moves a work in the order by hand: first, last, before or after another, or past the next one up or down',
    patron: true,
    query: none,
    body: Move,
    answer: Entry,
    problems: [...changingLists, ...missing],
    handle: async ({ body, ctx }) => present(await entries.move(idIn(ctx), actorIn(ctx), String(ctx.params['entry']), body)), // prettier-ignore
  }),
  endpoint({
    method: 'delete',
    path: '/lists/:id/entries/:entry',
    operationId: 'removeFromList',
    summary: 'Removes a work; with `version` only while its note is as it was read',
    patron: true,
    query: z.strictObject({ version: z.coerce.number().int().optional() }),
    answer: z.object({ done: z.literal(true) }),
    problems: [...changingLists, 'changed-meanwhile'],
    async handle({ query: { version }, ctx }) {
      const { current } = await entries.remove(idIn(ctx), actorIn(ctx), String(ctx.params['entry']), version);
      if (current) throw problem('changed-meanwhile', { current: present(current), yours: { version } });
      return { done: true as const };
    },
  }),
  endpoint({
    method: 'get',
    path: '/lists/:id/export',
    operationId: 'exportList',
    summary:
      'A whole list as `json` or `csv`, with its notes, or as `ris`, `bibtex` or `csl-json` the edition cited for each work',
    patron: 'if-logged-in',
    query: z.strictObject({ format: z.enum(['json', 'csv', ...listFormats]).default('json'), lang: z.enum(locales).default('fi') }), // prettier-ignore
    answer: z.object({
      title: z.string(),
      description: z.string(),
      language: z.enum(locales),
      byline: z.string(),
      entries: z.array(
        Entry.omit({ id: true, version: true }).extend({ isbn: z.string().optional(), address: z.url() }),
      ),
    }),
    alsoAs: [
      'text/csv',
      'application/x-research-info-systems',
      'application/x-bibtex',
      'application/vnd.citationstyles.csl+json',
    ],
    problems: ['invalid-request', 'list-not-found', 'storage-unavailable'],
    async handle({ query, ctx }) {
      const patron = readerIn(ctx);
      const { list } = await find(idIn(ctx), patron);
      const shown = await entries.all(list._id, patron);
      const addressOf = (work: string) => workAddress(work, { base: publicUrl });
      if (query.format === 'csv') {
        const head = columnNames.map((name) => columns[name][query.lang]);
        const rows = shown.map((one) => columnNames.map((name) => cellsOf(one, addressOf)[name]));
        return new Raw('text/csv; charset=utf-8', csvTable([head, ...rows]));
      }
      if (query.format !== 'json') {
        const records = await discovery.citedRecords(shown.map(({ entry }) => entry.work));
        const { contentType, body } = exportRecords(records, query.format, ({ workId }) => addressOf(workId));
        return new Raw(contentType, body);
      }
      const { title, description, language: written, byline } = list;
      const items = shown.map((one) => {
        const { id: _id, version: _version, ...entry } = present(one.entry);
        return { ...entry, isbn: isbnOf(one), address: addressOf(entry.workId) };
      });
      return { title, description, language: written, byline, entries: items };
    },
  }),
];

const isSaid = (value: unknown) => value !== undefined && value !== '' && value !== false && (!Array.isArray(value) || value.length > 0); // prettier-ignore

function present({
  _id: id,
  version,
  work: workId,
  title,
  authors,
  year,
  note,
  addedAt,
}: ListEntry): z.infer<typeof Entry> {
  return {
    id,
    version,
    workId,
    title,
    authors,
    ...(year !== undefined && { year }),
    note,
    addedAt: addedAt.toISOString(),
  };
}

const presentShown = ({ entry, work }: ShownEntry): z.infer<typeof EntryWithWork> => ({
  ...present(entry),
  gone: work === undefined,
  ...(work && { work }),
});

const isbnOf = ({ work }: ShownEntry) => work?.editions.find(({ isbn }) => isbn !== undefined)?.isbn;

function cellsOf(shown: ShownEntry, addressOf: (work: string) => string): Record<Column, string> {
  const { entry, work } = shown;
  const year = work?.yearTo ?? entry.year;
  return {
    title: work?.title ?? entry.title,
    author: (work?.authors ?? entry.authors).join(' & '),
    year: year === undefined ? '' : String(year),
    isbn: isbnOf(shown) ?? '',
    address: addressOf(entry.work),
    note: entry.note,
  };
}
