import type { CatalogueRecord, Edition, Item } from '../../domain/catalogue/schema.ts';

/** Plausible documents for tests; each test names only what it is about. */
export function buildEdition(given: Partial<Edition> = {}): Edition {
  const title = given.title ?? 'Kissan kirja';
  return {
    title,
    titleSort: title,
    otherTitles: [],
    contributors: [{ name: 'Meriluoto, Aila', role: 'author', kind: 'person', main: true }],
    format: 'book',
    languages: ['fin'],
    year: 1999,
    isbns: [],
    issns: [],
    codes: [],
    subjects: [],
    genres: [],
    series: [],
    shelfMarks: [],
    contents: [],
    notes: [],
    links: [],
    ...given,
  };
}

export function buildRecord(given: Partial<CatalogueRecord> = {}): CatalogueRecord {
  const at = new Date('2026-01-02T03:04:05Z');
  return {
    _id: 'test.1',
    version: 1,
    source: 'test',
    workId: 'w1',
    marc: '{"leader":"","fields":[]}',
    hash: 'h',
    derivation: 1,
    edition: buildEdition(),
    importedAt: at,
    updatedAt: at,
    ...given,
  };
}

export function buildItem(given: Partial<Item> = {}): Item {
  return { _id: '1', version: 1, recordId: 'test.1', branch: 'lahti', status: 'available', loans: 0, ...given };
}
