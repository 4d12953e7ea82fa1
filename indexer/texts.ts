import type { Contributor, Edition, Term } from '../domain/catalogue/schema.ts';
import { locales, marcLanguage } from '../config/locales.ts';
import type { Voices } from '../domain/discovery/heard-work.ts';
import type { Analysis, EncodedText } from './analysis/analysis.ts';
import { foldPlain } from './analysis/fold.ts';
import { formField, forms, textFields, type FormField, type TextField } from './fields.ts';

/** The texts of a work as the index holds them: each field in each form, and all words of all fields at one place. */
export type EncodedTexts = Partial<Record<FormField, string[]>> & { anywhere: string };

/** Marks the guesses among the words of `anywhere`: stems, and words without their dots. */
export const guess = '~';

/**
 * Encodes everything a work is found by, of editions in reading order: the first one's language is the language of its title,
 * titles in others stand beside it; and of what readers say. Text past the bounds of `textFields` is left out.
 */
export function encodeTexts(sources: Sources, analysis: Analysis): EncodedTexts {
  const anywhere = new Set<string>();
  const encoded: Partial<Record<FormField, string[]>> = {};
  for (const { name, longest, forms: weighed } of textFields) {
    const texts = bounded(textsOf[name](sources.editions, sources.voices), longest).map(({ text, languages }) =>
      analysis.encode(text, languages),
    );
    for (const { name: form } of forms) {
      const values = texts.map((text) => text[form]).filter(Boolean);
      if (values.length > 0 && weighed.some((one) => one === form)) encoded[formField(name, form)] = values;
      for (const value of values)
        for (const token of value.split(/[ |]/)) anywhere.add(form === 'loose' ? `${guess}${token}` : token);
    }
  }
  return { ...encoded, anywhere: [...anywhere].join(' ') };
}

interface Sources {
  readonly editions: readonly Edition[];
  readonly voices?: Voices | undefined;
}

interface Text {
  readonly text: string;
  /** ISO 639-2/B codes; empty where it may be any of Finnish, Swedish and English. */
  readonly languages: readonly string[] | 'name';
}

const textsOf: Record<TextField, (editions: readonly Edition[], voices: Voices | undefined) => Text[]> = {
  title: (editions) => editions.filter((edition) => isLikeFirst(edition, editions)).map(titleText),
  otherTitle: (editions) => [
    ...editions.filter((edition) => !isLikeFirst(edition, editions)).map(titleText),
    ...editions.flatMap(({ otherTitles, originalTitle, originalLanguage }) => [
      ...otherTitles.map((text) => ({ text, languages: [] })), // parallel titles are in any language but the edition's
      ...(originalTitle ? [{ text: originalTitle, languages: originalLanguage ? [originalLanguage] : [] }] : []),
    ]),
  ],
  author: (editions) => names(editions, true),
  contributor: (editions) => names(editions, false),
  subject: (editions) => editions.flatMap(({ subjects }) => subjects.map(textOfTerm)),
  genre: (editions) => editions.flatMap(({ genres }) => genres.map(textOfTerm)),
  series: (editions) =>
    editions.flatMap(({ series, languages }) => series.map(({ name }) => ({ text: name, languages }))),
  description: (editions) =>
    editions.flatMap(({ description, contents, languages }) =>
      [description ?? '', ...contents].map((text) => ({ text, languages })),
    ),
  tag: (_, voices) => (voices?.tags ?? []).map((text) => ({ text, languages: [] })),
  review: (_, voices) => (voices?.reviews ?? []).map(({ text, language }) => ({ text, languages: locales.filter((locale) => locale === language).map((locale) => marcLanguage[locale]) })), // prettier-ignore
  publisher: (editions) =>
    editions.flatMap(({ publisher }) => (publisher ? [{ text: publisher, languages: 'name' }] : [])),
};

const titleText = (edition: Edition): Text => {
  const { title, part } = edition;
  return { text: part ? `${title}. ${part}` : title, languages: languagesOfTitle(edition) };
};

/** Films, games and music bear Finnish titles whatever is spoken in them. */
const languagesOfTitle = ({ format, languages }: Edition) => (written.has(format) ? languages : []);
const written = new Set<Edition['format']>([
  'book', 'ebook', 'audiobook', 'eaudiobook', 'magazine', 'newspaper', 'article', 'online', 'manuscript',
]); // prettier-ignore

const isLikeFirst = ({ languages }: Edition, [first]: readonly Edition[]) => languages[0] === first?.languages[0];

/**
 * Those who made it first, others apart: who wrote the book a film was made from is no author of the film, but whoever wrote a
 * book together with its first author is one.
 */
const names = (editions: readonly Edition[], authors: boolean): Text[] =>
  editions.flatMap(({ contributors }) => {
    const others = contributors.some(({ main, role }) => role === 'director' || (main && role !== 'author'));
    const makes = new Set<Contributor['role']>(others ? ['director', 'composer'] : ['author', 'composer']);
    return contributors
      .filter(({ main, role }) => (main || makes.has(role)) === authors)
      .map(({ name }) => ({ text: name, languages: 'name' as const }));
  });

const textOfTerm = ({ label, language, kind }: Term): Text => ({
  text: label,
  languages: kind === 'person' || kind === 'organisation' ? 'name' : language ? [language] : [],
});

/** Every text once, up to `longest` characters in all. */
function bounded(texts: readonly Text[], longest: number): Text[] {
  const kept = new Map<string, Text>();
  let left = longest;
  for (const { text, languages } of texts) {
    const cut = text.length <= left ? text : text.slice(0, left);
    if (cut === '' || kept.has(cut)) continue;
    kept.set(cut, { text: cut, languages });
    left -= cut.length;
  }
  return [...kept.values()];
}

/**
 * Keys a whole title is known by: as it stands, in base forms (marked `~`), and without dots, blanks and hyphens (marked
 * `_`); each of the whole title, of what stands before a colon, of a part's own name, and without a leading article.
 */
export function titleKeys(editions: readonly Edition[], analysis: Analysis): string[] {
  const variants = new Map<string, readonly string[]>();
  for (const edition of editions) {
    const { title, titleSort, part } = edition;
    const ownName = part?.replace(/^[\p{N}IVX]+\s*[,.:]\s*/u, '');
    for (const text of [
      title,
      titleSort,
      title.split(' : ')[0],
      titleSort.split(' : ')[0],
      ownName,
      part && `${title} ${part}`,
    ])
      if (text && text.length <= longestKey) variants.set(text, languagesOfTitle(edition));
  }
  return [...new Set([...variants].flatMap(([text, languages]) => keysOf(analysis.encode(text, languages))))];
}

const longestKey = 200;

/** The keys of one text, be it a title or what a reader typed. */
export function keysOf({ exact, lemma }: Pick<EncodedText, 'exact' | 'lemma'>): string[] {
  const first = (words: string) => words.replace(/\|[^ ]*/g, '');
  if (exact === '') return [];
  return [exact, `~${first(lemma)}`, `_${foldPlain(exact.replace(/[- ]/g, ''))}`];
}
