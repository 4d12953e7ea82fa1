import { z } from 'zod';
import { FollowUp, ItemUse } from './item-use.ts';

/**
 * Works, records and items: the catalogue's documents as they are stored.
 * A work (Täällä Pohjantähden alla) has records (its editions), a record has items (copies, each owned by a branch).
 */

/** Material types patrons tell apart. Derived from MARC leader/06-07, 007, 008, 300, 336-338. */
export const formats = [
  'book', 'ebook', 'audiobook', 'eaudiobook', 'magazine', 'newspaper', 'article', 'dvd', 'bluray', 'video', 'cd', 'vinyl',
  'recording', 'score', 'game', 'boardgame', 'map', 'image', 'online', 'kit', 'object', 'manuscript', 'other',
] as const; // prettier-ignore
export const Format = z.enum(formats);
export type Format = z.infer<typeof Format>;

export const audiences = ['adult', 'young', 'child'] as const;
export const Audience = z.enum(audiences);
export type Audience = z.infer<typeof Audience>;

/** ISO 639-2/B code, three lower-case letters. */
export const LanguageCode = z.string().regex(/^[a-z]{3}$/);

export const contributorRoles = [
  'author', 'translator', 'illustrator', 'editor', 'narrator', 'director', 'actor', 'screenwriter', 'composer', 'lyricist',
  'performer', 'publisher', 'contributor',
] as const; // prettier-ignore

export const Contributor = z.object({
  /** As catalogued, in inverted order for persons: "Waltari, Mika". */
  name: z.string(),
  role: z.enum(contributorRoles),
  kind: z.enum(['person', 'organisation', 'meeting']),
  /** True for the main entry (1xx). */
  main: z.boolean(),
  dates: z.string().optional(),
});
export type Contributor = z.infer<typeof Contributor>;

/** A term of a subject or genre vocabulary. Twins of one concept in two languages are two terms. */
export const Term = z.object({
  label: z.string(),
  /** Language of the label (fin, swe, eng), where the vocabulary tells. */
  language: LanguageCode.optional(),
  /** MARC source code without its language: yso, kauno, slm, ysa, allars, lcsh, … */
  vocabulary: z.string().optional(),
  uri: z.string().optional(),
  kind: z.enum(['topic', 'person', 'organisation', 'place', 'time', 'title', 'genre']),
});
export type Term = z.infer<typeof Term>;

export const SeriesStatement = z.object({ name: z.string(), number: z.string().optional() });
export type SeriesStatement = z.infer<typeof SeriesStatement>;

/** What one record says of its edition, derived from MARC, all text in NFC. */
export const Edition = z.object({
  /** 245 $a $b without ISBD punctuation. */
  title: z.string(),
  /** The title without its non-filing characters, for sorting. */
  titleSort: z.string(),
  /** 245 $n $p, which keep the parts of a multipart work apart. */
  part: z.string().optional(),
  responsibility: z.string().optional(),
  /** 246, 740, 880 of 245: other titles it is found by. */
  otherTitles: z.array(z.string()),
  /** 240, 130, 765 $t: the title in the language it was first written in. */
  originalTitle: z.string().optional(),
  contributors: z.array(Contributor),
  format: Format,
  /** Language of the content, the main one first. Empty where unknown. */
  languages: z.array(LanguageCode),
  originalLanguage: LanguageCode.optional(),
  subtitleLanguages: z.array(LanguageCode).optional(),
  /** Year of publication; absent where unknown or impossible. */
  year: z.int().min(1000).max(2100).optional(),
  publisher: z.string().optional(),
  place: z.string().optional(),
  statement: z.string().optional(),
  extent: z.string().optional(),
  /** ISBN-13 without hyphens. */
  isbns: z.array(z.string()),
  issns: z.array(z.string()),
  /** EAN, ISMN, publisher numbers: other codes printed on it. */
  codes: z.array(z.string()),
  subjects: z.array(Term),
  genres: z.array(Term),
  series: z.array(SeriesStatement),
  audience: Audience.optional(),
  ageLimit: z.int().optional(),
  fiction: z.boolean().optional(),
  /** Classes, YKL (084) before others (080, 082, 050). */
  shelfMarks: z.array(z.string()),
  description: z.string().optional(),
  contents: z.array(z.string()),
  notes: z.array(z.string()),
  links: z.array(z.object({ url: z.string(), text: z.string().optional() })),
});
export type Edition = z.infer<typeof Edition>;

/** A record whole, as MARC-in-JSON. Control fields have `value`; data fields have indicators and subfields in their order. */
export const Marc = z.object({
  leader: z.string(),
  fields: z.array(
    z.union([
      z.object({ tag: z.string(), value: z.string() }),
      z.object({
        tag: z.string(),
        ind1: z.string(),
        ind2: z.string(),
        subfields: z.array(z.object({ code: z.string(), value: z.string() })),
      }),
    ]),
  ),
});
export type Marc = z.infer<typeof Marc>;

export const Work = z.object({
  _id: z.string(),
  version: z.int(),
  /** Which partition of the change line it belongs to; see `partitionOf`. */
  partition: z.int(),
  createdAt: z.date(),
  /** The work it was merged into: it has no records of its own any more, and its id leads there. */
  mergedInto: z.string().optional(),
  /** True where all its records are gone or hidden: nobody finds it. */
  withdrawn: z.literal(true).optional(),
});
export type Work = z.infer<typeof Work>;

/** Why a record is hidden from everybody but staff. */
export const Suppression = z.object({
  /** Finds them all by an index. */
  stands: z.literal(true),
  by: z.string(),
  at: z.date(),
  reason: z.string(),
});
export type Suppression = z.infer<typeof Suppression>;

export const CatalogueRecord = z.object({
  /** `<source>.<control number>`, or `<source>.<hash of content>` for records without one. */
  _id: z.string(),
  version: z.int(),
  source: z.string(),
  workId: z.string(),
  /** True where somebody decided to which work it belongs: it stays there, whatever its keys say. */
  pinned: z.boolean().optional(),
  /**
   * Where its source has deleted it: `leaving` as long as somebody has a copy or is to get one, then `gone`, which nobody
   * finds. It is kept for the titles of loans, fees and holds, and an import brings it back.
   */
  withdrawn: z.enum(['leaving', 'gone']).optional(),
  /** Where staff have hidden it; no import brings it back. */
  suppressed: Suppression.optional(),
  /** `Marc` as a JSON string: kept whole, so that nothing is lost when the derivation improves. */
  marc: z.string(),
  /** SHA-256 of `marc`: an import with the same one changes nothing. */
  hash: z.string(),
  /** `derivationVersion` of the code that made `edition`. */
  derivation: z.int(),
  edition: Edition,
  importedAt: z.date(),
  updatedAt: z.date(),
});
export type CatalogueRecord = z.infer<typeof CatalogueRecord>;

export const itemStatuses = [
  'available',
  'onLoan',
  'inTransit',
  'onHoldShelf',
  'onOrder',
  'reference',
  'inRepair',
  'lost',
] as const;
export const ItemStatus = z.enum(itemStatuses);
export type ItemStatus = z.infer<typeof ItemStatus>;

/** What staff can say of a copy, whatever its record says. */
export const localStatuses = ['available', 'reference', 'inRepair', 'lost', 'withdrawn'] as const;

/** What staff have set of a copy; what is absent is as its record says. */
export const LocalWish = z.strictObject({
  branch: z.string().optional(),
  shelfMark: z.string().min(1).max(100).optional(),
  status: z.enum(localStatuses).optional(),
  /** The material by whose rules it is lent, where that is not its own. */
  lentAs: Format.optional(),
  /** For staff alone. */
  note: z.string().min(1).max(500).optional(),
});
export type LocalWish = z.infer<typeof LocalWish>;

const LocalVersion = z.object({ version: z.int(), wish: LocalWish, by: z.string(), at: z.date() });

/** The wish that counts, with those before it, the last first. */
export const LocalEdit = LocalVersion.extend({
  earlier: z.array(LocalVersion),
  /** What the record says of what can be set. */
  listed: z.object({ branch: z.string(), shelfMark: z.string().optional(), status: ItemStatus }),
});
export type LocalEdit = z.infer<typeof LocalEdit>;

export const Item = z.object({
  /** The barcode where there is one, else `<record id>.<running number>`. */
  _id: z.string(),
  version: z.int(),
  recordId: z.string(),
  /** Owning branch. This, the shelf mark and the status are what its record says, or what staff have set. */
  branch: z.string(),
  shelfMark: z.string().optional(),
  /** See `statusOf` for what is true once it has been lent here. */
  status: ItemStatus,
  /** What staff have set; no import undoes it. */
  local: LocalEdit.optional(),
  /** Loans so far, for popularity. */
  loans: z.int(),
  /** Day it was acquired, where the source tells: new arrivals are counted from it. */
  acquiredOn: z.string().optional(),
  /** What circulation does with it; absent until it does anything. */
  use: ItemUse.optional(),
  /** What has still to follow from the last change of `use`. */
  following: z.array(FollowUp).optional(),
  /** True as long as there is something `following`: finds those that nobody finishes. */
  unsettled: z.literal(true).optional(),
  /** True where its record has ceased to list it while circulation had it. */
  withdrawn: z.literal(true).optional(),
});
export type Item = z.infer<typeof Item>;

/** One work with all that the catalogue stores of it, in the order of ids; `marc` is not needed to find or show it. */
export interface StoredWork {
  readonly id: string;
  readonly records: readonly Omit<CatalogueRecord, 'marc'>[];
  readonly items: readonly Item[];
}
