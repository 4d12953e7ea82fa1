import type { Locale } from '../../config/locales.ts';

/** Columns of a list as a table: their names where it is written, and all by which they are known where it is read. */
export const columns = {
  title: { fi: 'Nimeke', sv: 'Titel', en: 'Title', also: ['teos', 'nimi', 'name', 'verk'] },
  author: { fi: 'Tekijä', sv: 'Upphovsman', en: 'Author', also: ['tekijät', 'kirjailija', 'authors', 'författare'] },
  year: { fi: 'Vuosi', sv: 'År', en: 'Year', also: ['julkaisuvuosi'] },
  isbn: { fi: 'ISBN', sv: 'ISBN', en: 'ISBN', also: ['isbn13', 'isbn-13', 'isbn10', 'isbn-10'] },
  address: { fi: 'Osoite', sv: 'Adress', en: 'Address', also: ['url', 'linkki', 'länk', 'link'] },
  note: { fi: 'Muistiinpano', sv: 'Anteckning', en: 'Note', also: ['huomautus', 'notes', 'kommentti', 'anmärkning'] },
} as const satisfies Record<string, Record<Locale, string> & { also: readonly string[] }>;
export type Column = keyof typeof columns;
export const columnNames = Object.keys(columns) as Column[];

/** The column a head names, in whatever language. */
export function columnOf(head: string): Column | undefined {
  const named = head.trim().toLowerCase();
  return columnNames.find((column) => {
    const { fi, sv, en, also } = columns[column];
    return [fi, sv, en, ...also].some((name) => name.toLowerCase() === named);
  });
}
