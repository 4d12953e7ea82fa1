import type { Term } from '../schema.ts';
import { nameOf } from './contributors.ts';
import { first, type DataField, type MarcFields } from './marc-fields.ts';
import { defined, says, withoutFinalStop, withoutIsbd } from './text.ts';

/** Subjects (600-662): https://www.loc.gov/marc/bibliographic/bd6xx.html */
export const subjectsOf = (fields: MarcFields): Term[] =>
  foldTwins(fields.data(...subjectTags).flatMap((field) => term(field, kinds[field.tag] ?? kindOfUncontrolled(field))));

/** Genres and forms (655, and 653 that says it is one). */
export const genresOf = (fields: MarcFields): Term[] =>
  foldTwins([
    ...fields.data('655').flatMap((field) => term(field, 'genre')),
    ...fields
      .data('653')
      .filter((field) => field.ind2 === '6')
      .flatMap((field) => term(field, 'genre')),
  ]);

const kinds: Readonly<Record<string, Term['kind']>> = {
  600: 'person', 610: 'organisation', 611: 'organisation', 630: 'title', 647: 'topic', 648: 'time', 650: 'topic',
  651: 'place', 656: 'topic', 657: 'topic', 662: 'place',
}; // prettier-ignore
const subjectTags = [...Object.keys(kinds), '653'];

function kindOfUncontrolled({ ind2 }: DataField): Term['kind'] {
  return uncontrolled[ind2] ?? 'topic';
}
const uncontrolled: Readonly<Record<string, Term['kind']>> = {
  1: 'person', 2: 'organisation', 3: 'organisation', 4: 'time', 5: 'place', 6: 'genre',
}; // prettier-ignore

function term(field: DataField, kind: Term['kind']): Term[] {
  if (field.tag === '653') {
    if (field.ind2 === '6' && kind !== 'genre') return [];
    const labels = field.subfields.filter(({ code }) => code === 'a').map(({ value }) => withoutIsbd(value));
    return labels.filter(says).map((label) => ({ label, kind }));
  }
  const title = titleIn(field);
  const heading = [headingOf(field), title && withoutIsbd(title)].filter(says).join('. ');
  const subdivisions = field.subfields
    .filter(({ code }) => 'xyzv'.includes(code))
    .map(({ value }) => withoutIsbd(value));
  const label = [heading, ...subdivisions].filter(says).join(' -- ');
  if (!says(label)) return [];
  const { vocabulary, language } = vocabularyOf(field);
  return [defined({ label, language, vocabulary, uri: uriOf(field), kind: title ? 'title' : kind })];
}

function headingOf(field: DataField): string {
  if (['600', '610', '611'].includes(field.tag)) return nameOf(field);
  const codes = field.tag === '630' ? 'anp' : field.tag === '662' ? 'abcdfgh' : 'abcd';
  const parts = field.subfields.filter(({ code }) => codes.includes(code)).map(({ value }) => withoutIsbd(value));
  return withoutFinalStop(parts.filter(says).join(field.tag === '662' ? ', ' : '. '));
}

const titleIn = (field: DataField) =>
  field.tag.startsWith('60') || field.tag.startsWith('61') ? first(field, 't') : undefined;

function uriOf(field: DataField): string | undefined {
  const uri = field.subfields.find(
    ({ code, value }) => (code === '0' || code === '1') && /^https?:\/\//.test(value.trim()),
  );
  return uri?.value.trim();
}

/** The thesaurus by the second indicator and $2: "yso/fin" names its language, others are in one language. */
function vocabularyOf(field: DataField): { vocabulary?: string; language?: string } {
  const told = field.ind2 === '7' || first(field, '2') ? first(field, '2')?.trim().toLowerCase() : undefined;
  const [code, language] = told?.split('/') ?? [];
  const vocabulary = code || byIndicator[field.ind2];
  if (!vocabulary) return {};
  return {
    vocabulary: renamed[vocabulary] ?? vocabulary,
    language: isLanguage(language) ? language : languageOf[vocabulary],
  };
}

const isLanguage = (text: string | undefined) => text !== undefined && /^[a-z]{3}$/.test(text);
const byIndicator: Readonly<Record<string, string>> = {
  0: 'lcsh',
  1: 'lcshac',
  2: 'mesh',
  3: 'nal',
  5: 'cash',
  6: 'rvm',
};
const renamed: Readonly<Record<string, string>> = { kaunokki: 'kauno' };
const languageOf: Readonly<Record<string, string>> = {
  ysa: 'fin', kauno: 'fin', kaunokki: 'fin', musa: 'fin', yso: 'fin', slm: 'fin', seko: 'fin', allars: 'swe', bella: 'swe',
  cilla: 'swe', sao: 'swe', barn: 'swe', lcsh: 'eng', lcshac: 'eng', lcgft: 'eng', mesh: 'eng', fast: 'eng', gsafd: 'eng',
  nal: 'eng', cash: 'eng', bisacsh: 'eng', rvm: 'fre', gnd: 'ger', swd: 'ger',
}; // prettier-ignore

/**
 * The same label in the same language is one term, whichever vocabularies name it: records carry every subject in YSO
 * and again in kauno, ysa or allars. YSO is kept, then what has an address.
 */
function foldTwins(terms: readonly Term[]): Term[] {
  const kept = new Map<string, Term>();
  for (const term of terms) {
    const key = `${term.kind} ${term.language ?? ''} ${term.label.toLowerCase()}`;
    const known = kept.get(key);
    if (!known || weight(term) > weight(known)) kept.set(key, term);
  }
  return [...kept.values()];
}

const weight = ({ vocabulary, uri }: Term) => (vocabulary === 'yso' || vocabulary === 'slm' ? 2 : 0) + (uri ? 1 : 0);
