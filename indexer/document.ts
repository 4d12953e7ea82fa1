import { hash } from 'node:crypto';
import { locales, marcLanguage } from '../config/locales.ts';
import { municipalitiesOfBranch } from '../config/region/region.ts';
import type { StoredWork } from '../domain/catalogue/schema.ts';
import type { HeardWork } from '../domain/discovery/heard-work.ts';
import { conceptsOf, type Concept } from '../domain/discovery/concepts.ts';
import type { EditionSummary, WorkSummary } from '../domain/discovery/schema.ts';
import { inReadingOrder, summariseWork } from '../domain/discovery/summary.ts';
import type { Analysis } from './analysis/analysis.ts';
import type { FacetField } from './index-schema.ts';
import { writeLabel } from './value-labels.ts';
import { sortKey } from '../domain/sort-key.ts';
import { encodeTexts, titleKeys, type EncodedTexts } from './texts.ts';

/** One edition as edition filters see it: all of them must be met by the same one. */
export interface EditionDocument {
  format: string;
  language: readonly string[];
  year?: number | undefined;
  branch: string[];
  municipality: string[];
  availableBranch: string[];
  availableMunicipality: string[];
}

/** A work as it is indexed. Only `summary` is kept as source: all else is there to be found by. */
export interface WorkDocument
  extends
    EncodedTexts,
    Record<FacetField, string[]>,
    Pick<EditionDocument, 'availableBranch' | 'availableMunicipality'> {
  id: string;
  partition: number;
  titleKey: string[];
  valueLabel: string[];
  isbn: string[];
  code: string[];
  shelfMark: string[];
  editions: EditionDocument[];
  year: number[];
  titleSort: string;
  authorSort?: string | undefined;
  loans: number;
  /** How readers like it beside any other work, which is 1; absent where nobody has rated it. */
  liking?: number | undefined;
  arrivedOn?: string | undefined;
  summary: WorkSummary;
}

/** Longest value of a facet or code; longer ones are cut, as no reader could choose them. */
const longestValue = 300;

/** The document of a work, or undefined where nothing is left to find. Pure: the same input gives the same document. */
export function buildDocument(
  stored: HeardWork & { partition: number },
  { analysis }: { analysis: Analysis },
): WorkDocument | undefined {
  const summary = summariseWork(stored);
  if (!summary) return undefined;
  const editions = stored.records.map((record) => record.edition);
  const editionDocuments = summary.editions.map(editionDocument);
  const subjects = conceptsOf(editions.flatMap((edition) => edition.subjects));
  const genres = conceptsOf(editions.flatMap((edition) => edition.genres));

  return {
    id: summary.id,
    partition: stored.partition,
    ...encodeTexts(
      { editions: inReadingOrder(stored.records).map((record) => record.edition), voices: stored.voices },
      analysis,
    ),
    titleKey: titleKeys(editions, analysis),
    isbn: values(editions.flatMap((edition) => edition.isbns)),
    code: values(editions.flatMap((edition) => [...edition.issns, ...edition.codes])),
    shelfMark: values(editions.flatMap((edition) => edition.shelfMarks)),
    editions: editionDocuments,
    format_value: summary.formats.slice(),
    language_value: summary.languages.slice(),
    branch_value: union(editionDocuments, 'branch'),
    municipality_value: union(editionDocuments, 'municipality'),
    availableBranch: union(editionDocuments, 'availableBranch'),
    availableMunicipality: union(editionDocuments, 'availableMunicipality'),
    audience_value: summary.audience ? [summary.audience] : [],
    fiction_value: summary.fiction === undefined ? [] : [String(summary.fiction)],
    genre_value: values(genres.map(({ value }) => value)),
    subject_value: values(subjects.map(({ value }) => value)),
    valueLabel: [...new Set([...subjects, ...genres].flatMap(labelsOf))],
    series_value: values(editions.flatMap((edition) => edition.series.map((one) => one.name))),
    author_value: values(summary.authors),
    year: [...new Set(editions.flatMap((edition) => edition.year ?? []))],
    titleSort: sortKey(editions.find((edition) => summary.title.startsWith(edition.title))?.titleSort ?? summary.title),
    authorSort: summary.authors[0] && sortKey(summary.authors[0]),
    tag_value: values(stored.voices?.tags ?? []),
    loans: stored.items.reduce((sum, item) => sum + item.loans, 0),
    liking: stored.voices?.rating?.liking,
    arrivedOn: arrivedOn(stored),
    summary,
  };
}

/** The day on which the latest edition of a work came: with its first copy, as further ones are no news. */
function arrivedOn({ items }: StoredWork): string | undefined {
  const firstOf = new Map<string, string>();
  for (const { recordId, acquiredOn } of items) {
    const known = firstOf.get(recordId);
    if (acquiredOn && (known === undefined || acquiredOn < known)) firstOf.set(recordId, acquiredOn);
  }
  return [...firstOf.values()].toSorted().at(-1);
}

/** A document as a line of JSON, with its hash among its fields. Writing it out is a good part of the work, and done once. */
export function writeDocument(document: WorkDocument): { line: string; hash: string } {
  const written = JSON.stringify(document);
  const digest = hash('sha1', written, 'base64url');
  return { line: `${written.slice(0, -1)},"hash":"${digest}"}`, hash: digest };
}

/** Tells whether the document that is indexed is stale. */
export const hashOf = (document: WorkDocument | undefined): string | undefined =>
  document && writeDocument(document).hash;

function editionDocument({ format, languages, year, availability }: EditionSummary): EditionDocument {
  const branch = availability.branches.map((one) => one.branch);
  const availableBranch = availability.branches.filter((one) => one.available > 0).map((one) => one.branch);
  return {
    format,
    language: languages,
    year,
    branch,
    municipality: municipalitiesOf(branch),
    availableBranch,
    availableMunicipality: municipalitiesOf(availableBranch),
  };
}

const municipalitiesOf = (branches: readonly string[]) => [...new Set(branches.flatMap(municipalitiesOfBranch))];

/** What a concept is called by readers of other languages than its value's; `value-labels.ts` reads it. */
const labelsOf = ({ value, labels }: Concept): string[] =>
  locales.flatMap((locale) => {
    const label = labels[marcLanguage[locale]];
    return label && label !== value ? [writeLabel({ locale, value: cut(value), label: cut(label) })] : [];
  });

const cut = (value: string) => value.slice(0, longestValue);
const values = (all: readonly string[]) => [...new Set(all.map(cut))];

function union<K extends 'branch' | 'municipality' | 'availableBranch' | 'availableMunicipality'>(
  editions: readonly EditionDocument[],
  key: K,
): string[] {
  return [...new Set(editions.flatMap((edition) => edition[key]))];
}
