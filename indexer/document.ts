import { createHash } from 'node:crypto';
import { municipalitiesOfBranch } from '../config/region/region.ts';
import type { StoredWork, Term } from '../domain/catalogue/schema.ts';
import type { EditionSummary, WorkSummary } from '../domain/discovery/schema.ts';
import { summariseWork } from '../domain/discovery/summary.ts';
import type { Analysis } from './analysis/analysis.ts';
import { baseOf, textFields, type BaseField, type TextField } from './fields.ts';
import type { FacetField } from './index-schema.ts';
import { sortKey } from './sort-key.ts';

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
    Record<TextField, string[]>,
    Record<BaseField, string[]>,
    Record<FacetField, string[]>,
    Pick<EditionDocument, 'availableBranch' | 'availableMunicipality'> {
  id: string;
  partition: number;
  titleKey: string[];
  isbn: string[];
  code: string[];
  shelfMark: string[];
  editions: EditionDocument[];
  year: number[];
  titleSort: string;
  authorSort?: string | undefined;
  loans: number;
  summary: WorkSummary;
  /** Hash of all else: tells a stale document. */
  hash: string;
}

/** Longest value of a facet or code; longer ones are cut, as no reader could choose them. */
const longestValue = 300;

/** The document of a work, or undefined where nothing is left to find. Pure: the same input gives the same document. */
export function buildDocument(
  stored: StoredWork & { partition: number },
  { analysis }: { analysis: Analysis },
): WorkDocument | undefined {
  const summary = summariseWork(stored);
  if (!summary) return undefined;
  const editions = stored.records.map((record) => record.edition);
  const editionDocuments = summary.editions.map(editionDocument);
  const subjects = editions.flatMap((edition) => edition.subjects);
  const genres = editions.flatMap((edition) => edition.genres);

  const text = gatherTexts();
  for (const edition of editions) {
    const { languages } = edition;
    text.add('title', edition.part ? `${edition.title}. ${edition.part}` : edition.title, languages);
    for (const title of edition.otherTitles) text.add('otherTitle', title, languages);
    if (edition.originalTitle) text.add('otherTitle', edition.originalTitle, originalLanguages(edition));
    for (const { name, main, role } of edition.contributors) {
      text.add(main || role === 'author' ? 'author' : 'contributor', name, []);
    }
    for (const { name } of edition.series) text.add('series', name, languages);
    if (edition.publisher) text.add('publisher', edition.publisher, []);
    for (const words of [edition.description ?? '', ...edition.contents]) text.add('description', words, languages);
  }
  for (const term of subjects) text.add('subject', term.label, languagesOf(term));
  for (const term of genres) text.add('genre', term.label, languagesOf(term));

  const document = {
    id: summary.id,
    partition: stored.partition,
    ...text.exact(),
    ...text.encoded(analysis),
    titleKey: values(editions.map((edition) => edition.title.toLowerCase())),
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
    genre_value: labels(genres),
    subject_value: labels(subjects),
    series_value: values(editions.flatMap((edition) => edition.series.map((one) => one.name))),
    author_value: values(summary.authors),
    year: [...new Set(editions.flatMap((edition) => edition.year ?? []))],
    titleSort: sortKey(
      editions.find((edition) => edition.title === summary.editions[0]?.title)?.titleSort ?? summary.title,
    ),
    authorSort: summary.authors[0] && sortKey(summary.authors[0]),
    loans: stored.items.reduce((sum, item) => sum + item.loans, 0),
    summary,
  };
  return { ...document, hash: createHash('sha1').update(JSON.stringify(document)).digest('base64url') };
}

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

/** Gathers each field's texts with their language, every text once. */
function gatherTexts() {
  const texts = new Map<TextField, Map<string, readonly string[]>>(textFields.map(({ name }) => [name, new Map()]));
  const each = <K extends string>(
    nameOf: (field: TextField) => K,
    make: (text: string, languages: readonly string[]) => string,
  ) =>
    Object.fromEntries(
      textFields.map(({ name }) => [
        nameOf(name),
        [...(texts.get(name) ?? [])].map(([text, languages]) => make(text, languages)),
      ]),
    ) as Record<K, string[]>;
  return {
    add(field: TextField, text: string, languages: readonly string[]) {
      if (text) texts.get(field)?.set(text, languages);
    },
    exact: () =>
      each(
        (field) => field,
        (text) => text,
      ),
    encoded: (analysis: Analysis) => each(baseOf, (text, languages) => analysis.encode(text, languages)),
  };
}

const originalLanguages = (edition: { originalLanguage?: string | undefined }) =>
  edition.originalLanguage ? [edition.originalLanguage] : [];

const languagesOf = (term: Term) => (term.language ? [term.language] : []);

/** Facet labels: Finnish and untold ones; those of other languages only where they are all there is. */
function labels(terms: readonly Term[]): string[] {
  const finnish = terms.filter((term) => term.language === undefined || term.language === 'fin');
  return values((finnish.length > 0 ? finnish : terms).map((term) => term.label));
}

const values = (all: readonly string[]) => [...new Set(all.map((value) => value.slice(0, longestValue)))];

function union<K extends 'branch' | 'municipality' | 'availableBranch' | 'availableMunicipality'>(
  editions: readonly EditionDocument[],
  key: K,
): string[] {
  return [...new Set(editions.flatMap((edition) => edition[key]))];
}
