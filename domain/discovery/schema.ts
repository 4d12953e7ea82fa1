import { z } from 'zod';
import { locales } from '../../config/locales.ts';
import { Audience, Contributor, Format, LanguageCode, SeriesStatement, Term } from '../catalogue/schema.ts';

/** What a search asks and answers: shared by the API (validation, OpenAPI), the query builder and the interface. */

/** Fields `q` is looked for in. */
export const searchFields = ['all', 'title', 'author', 'subject', 'series', 'isbn', 'shelfMark'] as const;

export const sorts = ['relevance', 'arrivals', 'newest', 'oldest', 'title', 'author', 'popular', 'rating'] as const;

/**
 * The facets. `edition` facets must be met by one edition together; `work` facets by the work as a whole.
 * Values of one facet are OR-ed, facets are AND-ed; a facet's counts ignore its own selection. An answer lists the
 * `listed` most frequent values of each. `open` facets have as many values as the catalogue brings, found among by the
 * engine; the others are few and known. Values of `translated` ones have labels in other languages in the records.
 */
export const facets = [
  { name: 'format', of: 'edition', listed: 100, open: false, translated: false },
  { name: 'language', of: 'edition', listed: 100, open: false, translated: false },
  { name: 'municipality', of: 'edition', listed: 100, open: false, translated: false },
  { name: 'branch', of: 'edition', listed: 100, open: false, translated: false },
  { name: 'audience', of: 'work', listed: 100, open: false, translated: false },
  { name: 'fiction', of: 'work', listed: 100, open: false, translated: false },
  { name: 'genre', of: 'work', listed: 50, open: true, translated: true },
  { name: 'subject', of: 'work', listed: 50, open: true, translated: true },
  { name: 'author', of: 'work', listed: 50, open: true, translated: false },
  { name: 'series', of: 'work', listed: 30, open: true, translated: false },
  { name: 'tag', of: 'work', listed: 30, open: true, translated: false },
] as const;
export const facetNames = facets.map((facet) => facet.name) as [FacetName, ...FacetName[]];
export type FacetName = (typeof facets)[number]['name'];
export type Facet = (typeof facets)[number];

/** What an answer counts: the facets, and the decades of publication, which are chosen by `yearFrom` and `yearTo`. */
export const countedNames = [...facetNames, 'year'] as [CountedName, ...CountedName[]];
export type CountedName = FacetName | 'year';

/** Deepest hit that pages reach; `after` goes on from there. */
export const deepestHit = 10_000;

const many = <T extends z.ZodType>(value: T) =>
  z.preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(value).max(50));
const yearsInOrder = ({ yearFrom = 0, yearTo = Infinity }: { yearFrom?: number; yearTo?: number }) =>
  yearFrom <= yearTo;
const yearsTurned = { error: 'must not be before yearFrom', path: ['yearTo'] };

const facetValue = z.string().trim().min(1).max(300);
const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .pipe(z.boolean());

export const SearchQuery = z
  .strictObject({
    q: z.string().max(10_000).default(''),
    in: z.enum(searchFields).default('all'),
    format: many(Format),
    language: many(LanguageCode),
    branch: many(facetValue),
    municipality: many(facetValue),
    audience: many(Audience),
    fiction: many(z.enum(['true', 'false'])),
    genre: many(facetValue),
    subject: many(facetValue),
    author: many(facetValue),
    series: many(facetValue),
    /** Words that readers have given works, in small letters. */
    tag: many(facetValue),
    /** Only works with a copy on the shelf, in the chosen branches where some are chosen. */
    available: flag.default(false),
    yearFrom: z.coerce.number().int().min(0).max(2100).optional(),
    yearTo: z.coerce.number().int().min(0).max(2100).optional(),
    sort: z.enum(sorts).default('relevance'),
    page: z.coerce.number().int().min(1).default(1),
    size: z.coerce.number().int().min(0).max(100).default(20),
    /** Cursor of the answer before: goes on past where pages end. */
    after: z.string().max(2_000).optional(),
    lang: z.enum(locales).default('fi'),
    /** Which facets to count; all where absent. Repeatable or comma-separated. */
    facets: z.preprocess(
      (given) =>
        given === undefined
          ? undefined
          : (Array.isArray(given) ? given : [given]).flatMap((one) => String(one).split(',')).filter(Boolean),
      z.array(z.enum(countedNames)).optional(),
    ),
  })
  .refine((query) => query.after !== undefined || query.page * query.size <= deepestHit, {
    error: `pages reach the first ${deepestHit} works; narrow the search or go on with "after"`,
    path: ['page'],
  })
  .refine(yearsInOrder, yearsTurned);
export type SearchQuery = z.infer<typeof SearchQuery>;

const { page: _page, size: _size, after: _after, sort: _sort, facets: _facets, ...filters } = SearchQuery.shape;

/** Which values of a facet to find: those that contain some letters, counted under the search's filters. */
export const FacetQuery = z
  .strictObject({
    ...filters,
    /** Letters of the value, in capitals or not, with or without accents. All values where empty. */
    contains: z.string().trim().max(100).default(''),
    size: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(yearsInOrder, yearsTurned);
export type FacetQuery = z.infer<typeof FacetQuery>;

/** Copies of one branch: how many there are, how many stand on the shelf now. */
export const BranchAvailability = z.object({ branch: z.string(), total: z.int(), available: z.int() });
export const Availability = z.object({ total: z.int(), available: z.int(), branches: z.array(BranchAvailability) });
export type Availability = z.infer<typeof Availability>;

export const EditionSummary = z.object({
  recordId: z.string(),
  title: z.string(),
  format: Format,
  languages: z.array(LanguageCode),
  year: z.int().optional(),
  publisher: z.string().optional(),
  isbn: z.string().optional(),
  availability: Availability,
});
export type EditionSummary = z.infer<typeof EditionSummary>;

/** A work as the result list shows it. */
export const WorkSummary = z.object({
  id: z.string(),
  title: z.string(),
  originalTitle: z.string().optional(),
  /** Names as catalogued ("Waltari, Mika"), the main author first. */
  authors: z.array(z.string()),
  /** First and last year of publication of its editions. */
  yearFrom: z.int().optional(),
  yearTo: z.int().optional(),
  formats: z.array(Format),
  languages: z.array(LanguageCode),
  series: z.array(SeriesStatement),
  audience: Audience.optional(),
  fiction: z.boolean().optional(),
  editions: z.array(EditionSummary),
  availability: Availability,
  /** What readers give it, of five stars; absent where nobody has. */
  rating: z.object({ average: z.number(), count: z.int() }).optional(),
});
export type WorkSummary = z.infer<typeof WorkSummary>;

/** A value of a facet and how many works have it. Of `year` a value is a decade by its first year ("1990"). */
export const FacetValue = z.object({ value: z.string(), label: z.string(), count: z.int(), selected: z.boolean() });
export type FacetValue = z.infer<typeof FacetValue>;

export const FacetValues = z.object({
  values: z.array(FacetValue),
  /** Whether more values match than are given. */
  more: z.boolean(),
});
export type FacetValues = z.infer<typeof FacetValues>;

/**
 * What the works of an answer were found by: `all` the words typed; `suggestion`, since no work has them all, instead; or
 * only `some` of them, or words spelt nearly like them, since nothing better is known.
 */
export const matched = ['all', 'suggestion', 'some'] as const;

export const SearchResult = z.object({
  /** Number of works found, exact. */
  total: z.int(),
  matched: z.enum(matched),
  items: z.array(WorkSummary),
  facets: z.partialRecord(z.enum(countedNames), z.array(FacetValue)),
  /** Another wording that finds more: with `matched` "suggestion" its works are those given, otherwise it is only proposed. */
  suggestion: z.string().optional(),
  /** Cursor of the next page, absent on the last one. */
  next: z.string().optional(),
  tookMs: z.int(),
});
export type SearchResult = z.infer<typeof SearchResult>;

/** One edition on the work page, with its copies. */
export const EditionDetail = EditionSummary.extend({
  part: z.string().optional(),
  responsibility: z.string().optional(),
  contributors: z.array(Contributor),
  place: z.string().optional(),
  statement: z.string().optional(),
  extent: z.string().optional(),
  isbns: z.array(z.string()),
  issns: z.array(z.string()),
  shelfMarks: z.array(z.string()),
  contents: z.array(z.string()),
  notes: z.array(z.string()),
  links: z.array(z.object({ url: z.string(), text: z.string().optional() })),
  items: z.array(
    z.object({ id: z.string(), branch: z.string(), shelfMark: z.string().optional(), status: z.string() }),
  ),
});
export type EditionDetail = z.infer<typeof EditionDetail>;

/** A term, and the facet value it is counted under, where it is: its twin in another language may be instead. */
export const DetailTerm = Term.extend({ value: z.string().optional() });
export type DetailTerm = z.infer<typeof DetailTerm>;

/** A work as its own page shows it. */
export const WorkDetail = WorkSummary.extend({
  contributors: z.array(Contributor),
  subjects: z.array(DetailTerm),
  genres: z.array(DetailTerm),
  description: z.string().optional(),
  editions: z.array(EditionDetail),
});
export type WorkDetail = z.infer<typeof WorkDetail>;

/** Where a work can be had now, in all and by edition. */
export const WorkAvailability = Availability.extend({
  editions: z.array(EditionSummary.pick({ recordId: true, format: true, languages: true, availability: true })),
});
export type WorkAvailability = z.infer<typeof WorkAvailability>;

/** Works beside a work. */
export interface RelatedWorks {
  readonly similar: readonly WorkSummary[];
  /** What readers of it like too; absent where nothing is known of that, or it is not wanted. */
  readonly alsoRead?: readonly WorkSummary[];
  /** Others by its first author, the most borrowed first. */
  readonly byAuthor: { readonly name: string; readonly works: readonly WorkSummary[] } | undefined;
  /** The series it belongs to, in their order, itself included. */
  readonly series: readonly { readonly name: string; readonly works: readonly WorkSummary[] }[];
}
