import { branchById } from '../../config/region/branches.ts';
import type { Audience, Contributor, Edition, Item } from '../catalogue/schema.ts';
import { placeOf, statusOf } from '../catalogue/item-status.ts';
import type { Availability, EditionSummary, WorkSummary } from './schema.ts';
import type { HeardWork } from './heard-work.ts';

/** What the result list says of a work. Undefined for a work without records: it is nowhere to be found. */
export function summariseWork({ id, records, items, voices }: HeardWork): WorkSummary | undefined {
  const ordered = inReadingOrder(records);
  const face = faceOf(ordered.map((record) => record.edition));
  if (!face) return undefined;
  const itemsOf = Map.groupBy(items, (item) => item.recordId);
  const editions = ordered.map((record) => summariseEdition(record, itemsOf.get(record._id) ?? []));
  const years = ordered.flatMap(({ edition }) => edition.year ?? []);
  return {
    id,
    title: titleOf(face),
    originalTitle: ordered.find(({ edition }) => edition.originalTitle)?.edition.originalTitle,
    authors: authorsOf(face),
    yearFrom: years.length > 0 ? Math.min(...years) : undefined,
    yearTo: years.length > 0 ? Math.max(...years) : undefined,
    formats: distinct(editions.map((edition) => edition.format)),
    languages: distinct(editions.flatMap((edition) => edition.languages)),
    series: face.series,
    audience: mostCommon(ordered.flatMap(({ edition }) => edition.audience ?? [])),
    fiction: mostCommon(ordered.flatMap(({ edition }) => edition.fiction ?? [])),
    editions,
    availability: availabilityOf(items),
    ...(voices?.rating && { rating: { average: voices.rating.average, count: voices.rating.count } }),
  };
}

/**
 * The edition that gives the work its title and names: of those in the first language, one that bears the title most of
 * them bear, in its shortest form ("Kalevala", though the newest edition is a "Koru-Kalevala").
 */
function faceOf(ordered: readonly Edition[]): Edition | undefined {
  const [first] = ordered;
  if (!first) return undefined;
  const candidates = ordered.filter((edition) => languageRank(edition) === languageRank(first));
  const bearers = [...Map.groupBy(candidates, mainTitleOf).values()].toSorted((a, b) => b.length - a.length)[0];
  return bearers?.toSorted((a, b) => titleOf(a).length - titleOf(b).length)[0];
}

const mainTitleOf = (edition: Edition) => (titleOf(edition).split(' : ')[0] ?? '').toLowerCase();

/**
 * The editions of a work in the order a Finnish reader wants them: Finnish, Swedish, English, then other languages; the
 * newest first.
 */
export function inReadingOrder<T extends { edition: Edition; _id: string }>(records: readonly T[]): T[] {
  return records.toSorted(
    (a, b) =>
      languageRank(a.edition) - languageRank(b.edition) ||
      (b.edition.year ?? 0) - (a.edition.year ?? 0) ||
      (a._id < b._id ? -1 : 1),
  );
}

export function summariseEdition(record: { _id: string; edition: Edition }, items: readonly Item[]): EditionSummary {
  const { edition } = record;
  return {
    recordId: record._id,
    title: titleOf(edition),
    format: edition.format,
    languages: edition.languages,
    year: edition.year,
    publisher: edition.publisher,
    isbn: edition.isbns[0],
    availability: availabilityOf(items),
  };
}

/** Copies by branch in the order of the region's branches; lost ones and those on order are no copies yet. */
export function availabilityOf(items: readonly Item[]): Availability {
  const held = items
    .map((item) => ({ branch: placeOf(item), status: statusOf(item) }))
    .filter(({ status }) => status !== 'lost' && status !== 'onOrder');
  const branches = [...Map.groupBy(held, (copy) => copy.branch)].map(([branch, copies]) => ({
    branch,
    total: copies.length,
    available: copies.filter(({ status }) => status === 'available').length,
  }));
  return {
    total: held.length,
    available: branches.reduce((sum, { available }) => sum + available, 0),
    branches: branches.toSorted(
      (a, b) => b.available - a.available || finnish.compare(nameOf(a.branch), nameOf(b.branch)),
    ),
  };
}

/** Names of those who made the work, the main entry first; others only where there is none. */
export function authorsOf(edition: Edition): string[] {
  const main = edition.contributors.filter((one) => one.main);
  const chosen = main.length > 0 ? main : [];
  const others = edition.contributors.filter((one) => !one.main && makers.has(one.role));
  return distinct([...chosen, ...others].map((one) => one.name));
}

const makers: ReadonlySet<Contributor['role']> = new Set(['author', 'composer', 'director']);

const titleOf = (edition: Edition) => (edition.part ? `${edition.title}. ${edition.part}` : edition.title);

const languageOrder = ['fin', 'swe', 'eng'];
function languageRank(edition: Edition): number {
  const rank = languageOrder.indexOf(edition.languages[0] ?? '');
  return rank === -1 ? languageOrder.length : rank;
}

const finnish = new Intl.Collator('fi');
const nameOf = (branch: string) => branchById(branch)?.name.fi ?? branch;

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

function mostCommon<T extends Audience | boolean>(values: readonly T[]): T | undefined {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, same]) => ({ value, count: same.length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.value;
}
