import { MarcRecord } from '@natlibfi/marc-record';
import { ISO2709, MARCXML } from '@natlibfi/marc-record-serializers';
import { expect } from 'chai';
import { deriveEdition } from '../../../../domain/catalogue/edition/derive.ts';
import { exportRecord, type ExportFormat } from '../../../../domain/catalogue/export/export.ts';
import type { Marc } from '../../../../domain/catalogue/schema.ts';
import { buildRecord } from '../../../support/builders.ts';
import { marc } from '../marc/build.ts';
import { describeRealData, marcsOf, outcome, read } from '../marc/shared-data.ts';

const url = 'https://lastu.example/works/w1';
function exported(record: Marc, format: ExportFormat) {
  const stored = buildRecord({ _id: 'lahti.1~2f2', marc: JSON.stringify(record), edition: deriveEdition(record) });
  const { contentType, body } = exportRecord(stored, format, { url });
  return {
    contentType,
    text: typeof body === 'string' ? body : Buffer.from(body).toString(),
    bytes: Buffer.from(body),
  };
}

const book = marc(`
  001 1/2
  008 210101s2021    fi ||||j^     |0| f|fin|c
  020 __ $a 978-951-32-4651-8
  041 1_ $a fin $h swe
  100 1_ $a Jansson, Tove, $e kirjoittaja.
  240 10 $a Trollvinter, $l suomi
  245 10 $a Taikatalvi & {muut} : $b 100 % <talvea> / $c Tove Jansson.
  250 __ $a 12. painos.
  264 _1 $a Helsinki : $b WSOY, $c 2021.
  490 0_ $a Muumikirjat ; $v 5
  520 __ $a Muumipeikko herää talviunesta.
  650 _7 $a talvi $2 yso/fin $0 http://www.yso.fi/onto/yso/p12703
  700 1_ $a Järvinen, Laila, $e kääntäjä.
  710 2_ $a Nide ja Kumppanit, $e toimittaja.`);
const film = marc(
  '245 00 $a Adore /\n700 1_ $a Fontaine, Anne, $e ohjaaja.\n700 1_ $a Watts, Naomi, $e näyttelijä.\n007 vd cvaizq',
  '00000ngm a2200000 i 4500',
);

describe('A record is handed out', () => {
  it('as MARCXML that says all it holds', async () => {
    const { contentType, bytes } = exported(book, 'marcxml');
    expect(contentType).to.match(/^application\/marcxml\+xml/);
    expect(outcome(await read([bytes])).marcs[0]?.fields).to.deep.equal(book.fields);
  });

  it('as MARC 21 that says all it holds, and that it is in UTF-8', async () => {
    const { contentType, bytes } = exported(book, 'marc');
    expect(contentType).to.equal('application/marc');
    const { marcs, warnings } = outcome(await read([bytes]));
    expect(marcs[0]?.fields).to.deep.equal(book.fields);
    expect(marcs[0]?.leader.charAt(9)).to.equal('a');
    expect([...warnings]).to.deep.equal([]);
  });

  it('as MARCXML where MARC 21 cannot hold it, and says so', async () => {
    const long = marc(`245 10 $a Pitkä\n505 0_ $a ${'x'.repeat(10_000)}`);
    const { contentType, bytes } = exported(long, 'marc');
    expect(contentType).to.match(/^application\/marcxml\+xml/);
    expect(outcome(await read([bytes])).marcs[0]?.fields).to.deep.equal(long.fields);
    const many = marc(Array.from({ length: 20 }, () => `500 __ $a ${'y'.repeat(6_000)}`).join('\n'));
    expect(exported(many, 'marc').contentType).to.match(/marcxml/);
  });

  it('as XML without the characters that XML cannot say', () => {
    expect(exported(marc('245 10 $a Ki\u0001rja\ud800 \u{1F600}'), 'marcxml').text).to.include(
      '<subfield code="a">Kirja \u{1F600}</subfield>',
    );
  });

  it('as RIS', () => {
    const lines = exported(book, 'ris').text.split('\r\n');
    expect(lines[0]).to.equal('TY  - BOOK');
    expect(lines.slice(-2)).to.deep.equal(['ER  - ', '']);
    expect(lines).to.include.members([
      'AU  - Jansson, Tove', 'A2  - Nide ja Kumppanit', 'A4  - Järvinen, Laila', 'TI  - Taikatalvi & {muut} : 100 % <talvea>', 'PY  - 2021', 'PB  - WSOY',
      'CY  - Helsinki', 'SN  - 9789513246518', 'LA  - fi', 'KW  - talvi', 'T2  - Muumikirjat ; 5', `UR  - ${url}`,
    ]); // prettier-ignore
    expect(exported(film, 'ris').text).to.include('TY  - VIDEO').and.include('AU  - Fontaine, Anne');
  });

  it('as RIS without a line of its own making, whatever a value holds', () => {
    const { text } = exported(marc('245 10 $a Kirja\n520 __ $a Yksi\rER  - \nTY  - HACK'), 'ris');
    expect(text.split('\r\n').filter((line) => line.startsWith('ER  - '))).to.have.length(1);
    expect(text.split(/\r|\n/).filter((line) => line.startsWith('TY  - '))).to.have.length(1);
  });

  it('as BibTeX, with what means something to TeX escaped', () => {
    const { text } = exported(book, 'bibtex');
    expect(text).to.match(/^@book\{lahti\.1-2f2,\n/);
    expect(text).to.include('title = {{Taikatalvi \\& \\{muut\\} : 100 \\% <talvea>}}');
    expect(text).to.include('author = {Jansson, Tove}').and.include('editor = {{Nide ja Kumppanit}}');
    expect(text).to.include('year = {2021}').and.include(`url = {${url}}`);
  });

  it('as BibTeX whose braces are balanced, whatever a title holds', () => {
    const { text } = exported(marc('245 10 $a {{{ \\ } kirja'), 'bibtex');
    const plain = text.replace(/\\[{}]/g, '');
    expect(plain.split('{').length).to.equal(plain.split('}').length);
  });

  it('as CSL-JSON', () => {
    const [item] = JSON.parse(exported(book, 'csl-json').text);
    expect(item).to.deep.include({
      id: 'lahti.1~2f2', type: 'book', author: [{ family: 'Jansson', given: 'Tove' }], translator: [{ family: 'Järvinen', given: 'Laila' }],
      editor: [{ literal: 'Nide ja Kumppanit' }], issued: { 'date-parts': [[2021]] }, ISBN: '9789513246518', language: 'fi', URL: url,
      'original-title': 'Trollvinter', 'collection-title': 'Muumikirjat', 'collection-number': '5',
    }); // prettier-ignore
    expect(JSON.parse(exported(film, 'csl-json').text)[0]).to.deep.include({
      type: 'motion_picture',
      director: [{ family: 'Fontaine', given: 'Anne' }],
    });
  });

  it('as JSON-LD of schema.org, safe within a script element', () => {
    const { text } = exported(book, 'jsonld');
    expect(text).not.to.include('<');
    expect(JSON.parse(text)).to.deep.include({
      '@context': 'https://schema.org', '@type': 'Book', '@id': url, name: 'Taikatalvi & {muut} : 100 % <talvea>', inLanguage: ['fi'],
      isbn: ['9789513246518'], datePublished: '2021', bookEdition: '12. painos',
      author: [{ '@type': 'Person', name: 'Tove Jansson', familyName: 'Jansson', givenName: 'Tove' }],
    }); // prettier-ignore
    expect(JSON.parse(exported(film, 'jsonld').text))
      .to.include({ '@type': 'Movie' })
      .and.not.have.property('author');
  });
});

describeRealData('Real records', () => {
  for (const path of [
    'marc/fi_helmet.xml.gz',
    'marc/fi_melinda_koha_fixtures.xml.gz',
    'marc/lc2016p01_finswe.mrc.gz',
  ]) {
    it(`of ${path} survive the way out and back in, as MARC 21 and as MARCXML`, async () => {
      for (const record of await marcsOf(path)) {
        for (const format of ['marc', 'marcxml'] as const) {
          const { marcs, warnings } = outcome(await read([exported(record, format).bytes]));
          expect(JSON.stringify(marcs[0]?.fields)).to.equal(JSON.stringify(record.fields));
          expect(warnings.size).to.equal(0);
        }
      }
    });
  }

  it("are read by the National Library's programs as we wrote them", async () => {
    const records = (await marcsOf('marc/fi_helmet.xml.gz')).slice(0, 50);
    for (const record of records) {
      const theirs = new MarcRecord(structuredClone(record), { strict: false });
      const iso = ISO2709.from(exported(record, 'marc').text.slice(0, -1), { strict: false });
      const xml = await MARCXML.from(exported(record, 'marcxml').text, { strict: false });
      expect(iso.fields).to.deep.equal(theirs.fields);
      expect(xml.fields).to.deep.equal(theirs.fields);
    }
  });
});
