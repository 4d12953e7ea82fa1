import type { Edition, Marc } from '../schema.ts';
import { ageLimitOf, audienceOf } from './audience.ts';
import { shelfMarksOf } from './classification.ts';
import { contributorsOf } from './contributors.ts';
import { descriptionsOf } from './descriptions.ts';
import { isFiction } from './fiction.ts';
import { formatOf } from './format.ts';
import { identifiersOf } from './identifiers.ts';
import { languagesOf } from './languages.ts';
import { marcFields } from './marc-fields.ts';
import { publicationOf } from './publication.ts';
import { seriesOf } from './series.ts';
import { genresOf, subjectsOf } from './subjects.ts';
import { defined } from './text.ts';
import { titlesOf } from './titles.ts';

/** Raised with every change of what `deriveEdition` makes of a record: stored records of another version are derived anew. */
export const derivationVersion = 1;

/**
 * What a MARC 21 record says of its edition. Pure, and total: whatever the record holds, it never throws. All text is in
 * NFC and without ISBD punctuation; what is unknown or impossible is absent.
 */
export function deriveEdition(marc: Marc): Edition {
  const fields = marcFields(marc);
  const format = formatOf(fields);
  return defined({
    ...titlesOf(fields),
    contributors: contributorsOf(fields),
    format,
    ...languagesOf(fields),
    ...publicationOf(fields),
    ...identifiersOf(fields),
    subjects: subjectsOf(fields),
    genres: genresOf(fields),
    series: seriesOf(fields),
    audience: audienceOf(fields),
    ageLimit: ageLimitOf(fields),
    fiction: isFiction(fields, format),
    shelfMarks: shelfMarksOf(fields),
    ...descriptionsOf(fields),
  });
}
