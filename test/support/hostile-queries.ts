import fc from 'fast-check';

/** Queries of readers, of their cats, and of those who mean harm; the same ones for the same seed. */
export function hostileQueries(count: number, seed = 20_080_101): string[] {
  const text = (unit: 'binary' | 'grapheme' | 'grapheme-ascii', maxLength: number) => fc.string({ unit, maxLength });
  const query = fc.oneof(
    { weight: 4, arbitrary: text('binary', 60) },
    { weight: 4, arbitrary: text('grapheme', 60) },
    { weight: 2, arbitrary: text('grapheme-ascii', 200) },
    { weight: 6, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((all) => all.join(' ')) },
    { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((all) => all.join('')) },
    { weight: 1, arbitrary: fc.constantFrom(...brokenQueries) },
  );
  return fc.sample(query, { numRuns: count, seed });
}

/** Marks of search languages, good words and bad, in any order. */
const pieces = [
  '"', '(', ')', '-', '*', '?', ':', '~', '^', '|', '&&', '||', '!', '+', '[', ']', '{', '}', '/', '\\', '<', '>', "'", ',',
  'AND', 'OR', 'NOT', 'JA', 'TAI', 'EI', 'TO', 'tekijä:', 'author:', 'nimeke:', 'aihe:', 'isbn:', '_exists_:', '*:*', 'title:[a TO z]',
  'kissa', 'kissojen', 'talvisota', 'Päijät-Häme', 'waltari', 'öitä', 'a', 'C++', '978-951-0-43026-2', '1945', 'XIV', 'kirj*',
  '\u202e', '\u200d', '\u0000', '\u0308', '\ufeff', '👩‍👩‍👧', '图书馆', 'библиотека', 'مكتبة', 'ספרייה', 'ꙮ', '\ud800', 'ﬁ', '½',
] as const; // prettier-ignore

/** What has broken search boxes before. */
export const brokenQueries: readonly string[] = [
  'a'.repeat(10_000), 'ä'.repeat(10_000), '👩'.repeat(5_000), 'sana '.repeat(2_000), '"'.repeat(5_000), '('.repeat(10_000),
  `${'('.repeat(4_000)}kissa${')'.repeat(4_000)}`, '-'.repeat(10_000), 'NOT '.repeat(2_500), 'a* '.repeat(3_000), 'kissa OR '.repeat(1_000),
  'a\u0308'.repeat(5_000), `tekijä:${'('.repeat(3_000)}`, 'epäjärjestelmällistyttämättömyydelläänsäkäänköhän'.repeat(200),
  "' OR 1=1 --", '<script>alert(1)</script>', '{"match_all":{}}', '/.*.*.*.*x/', '${jndi:ldap://127.0.0.1/a}', '../../etc/passwd', '%00%0a', 'a'.repeat(10_001),
]; // prettier-ignore
