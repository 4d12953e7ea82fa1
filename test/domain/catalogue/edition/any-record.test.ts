import { expect } from 'chai';
import fc from 'fast-check';
import { deriveEdition } from '../../../../domain/catalogue/edition/derive.ts';
import { exportFormats, exportRecord } from '../../../../domain/catalogue/export/export.ts';
import { deriveItems } from '../../../../domain/catalogue/holdings.ts';
import { recordIdOf } from '../../../../domain/catalogue/record-id.ts';
import { Edition, Item, Marc } from '../../../../domain/catalogue/schema.ts';
import { buildRecord } from '../../../support/builders.ts';
import { describeRealData, marcsOf } from '../marc/shared-data.ts';

/** All strings in a value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const strictEdition = Edition.strict();

/** What is promised of any edition, whatever the record. */
function expectSound(edition: Edition): void {
  const { success, error } = strictEdition.safeParse(edition);
  if (!success) throw error;
  const faults = [
    ...Object.entries(edition).filter(([, value]) => value === undefined),
    ...strings(edition).filter((text) => text !== text.normalize('NFC') || text !== text.trim()),
    ...strings([edition.title, edition.contributors, edition.publisher]).filter((text) => /(?: [/:;=]|,)$/.test(text)),
  ];
  if (faults.length > 0) expect(faults).to.deep.equal([]);
}

const tagList = [
  '001 007 008 020 022 024 028 041 080 082 084 100 110 111 130 240 245 246 260 264 300 336 337 338 385 490 500 505 506',
  '520 521 600 610 630 650 651 653 655 700 710 711 740 765 773 800 830 852 856 880 942 952 SID FMT',
].flatMap((line) => line.split(' '));
const tags = fc.constantFrom(...tagList);
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '/',
    ' :',
    'K12',
    '[1999]',
    '978-951-32-4651-8',
    'yso/fin',
    'kääntäjä',
    '245-01',
    'http://[',
    'a\u0308',
    '\ud800',
    '..',
    'L 84.2',
    '((',
    '-',
  ),
);
const anyMarc: fc.Arbitrary<Marc> = fc.record({
  leader: fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('00000nam a2200000 i 4500', '00000cas a', '')),
  fields: fc.array(
    fc.oneof(
      fc.record({ tag: fc.oneof(tags, fc.string({ maxLength: 4 })), value }),
      fc.record({
        tag: fc.oneof(tags, fc.string({ maxLength: 4 })),
        ind1: fc.string({ maxLength: 2 }),
        ind2: fc.constantFrom('0', '1', '2', '4', '7', '9', ' ', ''),
        subfields: fc.array(fc.record({ code: fc.constantFrom(...'abcdefghijklnopqrtuvxyz0124567'), value }), {
          maxLength: 5,
        }),
      }),
    ),
    { maxLength: 12 },
  ),
});

describe('Whatever a record holds,', () => {
  it('an edition is made of it, sound and in NFC', () => {
    fc.assert(
      fc.property(anyMarc, (marc) => expectSound(deriveEdition(marc))),
      { numRuns: 1000 },
    );
  });

  it('values of a hundred kilobytes do not keep it from being derived', () => {
    for (const piece of ['x', 'ä ', ' ', '(', '[', '1', '1-', ' = ', '--', 'sound disc ', '\n', '. ', ': ']) {
      const long = piece.repeat(100_000 / piece.length);
      const fields = tagList.map((tag) => ({
        tag,
        ind1: ' ',
        ind2: '2',
        subfields: [
          { code: 'a', value: long },
          { code: 'n', value: long },
        ],
      }));
      expectSound(deriveEdition({ leader: '', fields }));
      expectSound(deriveEdition({ leader: '00000njm a', fields: tagList.map((tag) => ({ tag, value: long })) }));
    }
  }).timeout(30_000);

  it('its copies are sound, and their ids differ', () => {
    fc.assert(
      fc.property(anyMarc, (marc) => {
        const items = deriveItems(marc, 'x.1');
        for (const item of items) Item.parse({ ...item, version: 1 });
        expect(new Set(items.map(({ _id }) => _id)).size).to.equal(items.length);
      }),
      { numRuns: 500 },
    );
  });

  it('its id is safe in an address and the same each time', () => {
    fc.assert(
      fc.property(anyMarc, (marc) => {
        const id = recordIdOf(marc, 'lahti');
        expect(id).to.match(/^lahti\.[A-Za-z0-9_~-]+$/);
        expect(recordIdOf(Marc.parse(JSON.parse(JSON.stringify(marc))), 'lahti')).to.equal(id);
      }),
      { numRuns: 500 },
    );
  });

  it('it can be handed out in every format', () => {
    fc.assert(
      fc.property(anyMarc, fc.constantFrom(...exportFormats), (marc, format) => {
        const record = buildRecord({ marc: JSON.stringify(marc), edition: deriveEdition(marc) });
        expect(exportRecord(record, format, { url: 'https://lastu.example/works/w1' }).body).to.have.length.greaterThan(
          0,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describeRealData('Editions of real records', () => {
  for (const path of [
    'marc/fi_helmet.xml.gz',
    'marc/fi_melinda_koha_fixtures.xml.gz',
    'marc/fi_pubarchives.xml.gz',
    'marc/lc2016p01_finswe.mrc.gz',
  ]) {
    it(`of ${path} are sound`, async () => {
      for (const marc of await marcsOf(path)) expectSound(deriveEdition(marc));
    });
  }

  it('of HelMet have title and year; nearly all an ISBN, an audience, and their form', async () => {
    const editions = (await marcsOf('marc/fi_helmet.xml.gz')).map(deriveEdition);
    const share = (holds: (edition: Edition) => boolean) => editions.filter(holds).length / editions.length;
    expect(share(({ title }) => title !== '')).to.equal(1);
    expect(share(({ year }) => year !== undefined && year >= 1990)).to.equal(1);
    expect(share(({ isbns }) => isbns.length > 0)).to.be.greaterThan(0.97);
    expect(share(({ languages }) => languages.length > 0)).to.be.greaterThan(0.99);
    expect(share(({ audience }) => audience !== undefined)).to.be.greaterThan(0.9);
    expect(share(({ fiction }) => fiction !== undefined)).to.be.greaterThan(0.95);
    expect(share(({ format }) => format === 'other')).to.equal(0);
    expect(share(({ shelfMarks }) => /^\d\d/.test(shelfMarks[0] ?? ''))).to.be.greaterThan(0.9);
  });

  it('of HelMet name translators as such', async () => {
    const contributors = (await marcsOf('marc/fi_helmet.xml.gz')).flatMap((marc) => deriveEdition(marc).contributors);
    expect(contributors.find(({ name }) => name === 'Rekiaro, Ilkka')?.role).to.equal('translator');
    expect(contributors.filter(({ role }) => role === 'translator').length).to.be.greaterThan(190);
  });

  it('have no code of a language that ISO 639-2 does not know', async () => {
    const editions = (await marcsOf('marc/fi_melinda_koha_fixtures.xml.gz')).map(deriveEdition);
    const codes = new Set(editions.flatMap(({ languages }) => languages));
    codes.delete('smi'); // Sámi languages: a family, of which Intl has no name
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    expect([...codes].filter((code) => names.of(Intl.getCanonicalLocales(code)[0] ?? '') === undefined)).to.deep.equal(
      [],
    );
    expect(codes.has('fin')).to.equal(true);
  });
});
