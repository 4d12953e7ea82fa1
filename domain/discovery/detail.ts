import { placeOf, statusOf } from '../catalogue/item-status.ts';
import type { StoredWork, Term } from '../catalogue/schema.ts';
import { conceptsOf } from './concepts.ts';
import type { DetailTerm, EditionDetail, WorkAvailability, WorkDetail } from './schema.ts';
import { inReadingOrder, summariseEdition, summariseWork } from './summary.ts';

/** A work as its own page shows it; undefined where it has no records. Pure. */
export function detailWork(stored: StoredWork): WorkDetail | undefined {
  const summary = summariseWork(stored);
  if (!summary) return undefined;
  const records = inReadingOrder(stored.records);
  const editions = records.map((record) => record.edition);
  return {
    ...summary,
    contributors: distinctBy(
      editions.flatMap((edition) => edition.contributors),
      ({ name, role }) => `${role}|${name}`,
    ),
    subjects: distinctTerms(editions.flatMap((edition) => edition.subjects)),
    genres: distinctTerms(editions.flatMap((edition) => edition.genres)),
    description: editions.find((edition) => edition.description)?.description,
    editions: records.map((record) => detailEdition(record, stored)),
  };
}

/** Where a work can be had, of all that its page tells. Pure. */
export function workAvailability({ availability, editions }: WorkDetail): WorkAvailability {
  return {
    ...availability,
    editions: editions.map(({ recordId, format, languages, availability: own }) => ({
      recordId,
      format,
      languages,
      availability: own,
    })),
  };
}

function detailEdition(record: StoredWork['records'][number], { items }: StoredWork): EditionDetail {
  const { edition } = record;
  const copies = items.filter((item) => item.recordId === record._id);
  return {
    ...summariseEdition(record, copies),
    part: edition.part,
    responsibility: edition.responsibility,
    contributors: edition.contributors,
    place: edition.place,
    statement: edition.statement,
    extent: edition.extent,
    isbns: edition.isbns,
    issns: edition.issns,
    shelfMarks: edition.shelfMarks,
    contents: edition.contents,
    notes: edition.notes,
    links: edition.links,
    items: copies.map((item) => ({
      id: item._id,
      branch: placeOf(item),
      shelfMark: item.shelfMark,
      status: statusOf(item),
    })),
  };
}

function distinctTerms(terms: readonly Term[]): DetailTerm[] {
  const values = new Map(conceptsOf(terms).flatMap(({ value, terms: same }) => same.map((term) => [term, value])));
  const valued = terms.map((term) => ({ ...term, ...(values.has(term) && { value: values.get(term) }) }));
  return distinctBy(valued, ({ label, language }) => `${language ?? ''}|${label.toLowerCase()}`);
}

function distinctBy<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()].toReversed();
}
