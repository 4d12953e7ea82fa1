import { expect } from 'chai';
import { readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordIdOf } from '../../../../domain/catalogue/record-id.ts';
import { deriveItems } from '../../../../domain/catalogue/holdings.ts';
import type { Marc } from '../../../../domain/catalogue/schema.ts';
import { bytesOf, describeRealData, marcsOf, outcome, read, sharedFile, unpack } from './shared-data.ts';

const titleOf = ({ fields }: Marc) => fields.find(({ tag }) => tag === '245');

function texts({ fields }: Marc): string[] {
  return fields.flatMap((field) => ('value' in field ? [field.value] : field.subfields.map(({ value }) => value)));
}

describeRealData('Records of real catalogues', () => {
  for (const [path, count] of [
    ['marc/fi_helmet.xml.gz', 421],
    ['marc/fi_melinda_koha_fixtures.xml.gz', 299],
    ['marc/fi_pubarchives.xml.gz', 3_098],
    ['marc/lc2016p01_finswe.mrc.gz', 1_533],
    ['marc/lc2016p01_sample10k.mrc.gz', 10_000],
  ] as const) {
    it(`${path} gives its ${count} records, whole and in NFC`, async () => {
      const { marcs, problems, warnings } = outcome(await read(bytesOf(sharedFile(path))));
      expect(problems).to.deep.equal([]);
      expect([...warnings]).to.deep.equal([]);
      expect(marcs).to.have.length(count);
      expect(marcs.flatMap(texts).filter((text) => text !== text.normalize('NFC'))).to.deep.equal([]);
      expect(marcs.filter((marc) => !titleOf(marc)).length).to.be.at.most(4);
    });
  }

  it('decomposed titles of the Library of Congress come out composed', async () => {
    const raw = gunzipSync(readFileSync(sharedFile('marc/lc2016p01_finswe.mrc.gz'))).toString('utf8');
    expect(raw).to.include('a\u0308').and.not.include('ä');
    const titles = JSON.stringify((await marcsOf('marc/lc2016p01_finswe.mrc.gz')).map(titleOf));
    expect(titles).to.include('ä').and.not.include('a\u0308');
  });

  it("HelMet's records go by their SID, each its own", async () => {
    const marcs = await marcsOf('marc/fi_helmet.xml.gz');
    const ids = new Set(marcs.map((marc) => recordIdOf(marc, 'helmet')));
    expect(ids.size).to.equal(marcs.length);
    expect([...ids].filter((id) => /^helmet\.\d{7,}$/.test(id)).length).to.be.at.least(420);
  });

  it('raw Aleph files of Melinda give their records, and none of their neighbours throws', async () => {
    const unpacked = unpack(sharedFile('marc/fi_raw_alephseq_iso2709.tar.xz'));
    try {
      let aleph = 0;
      for (const entry of readdirSync(unpacked.folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const { marcs, problems } = outcome(await read(bytesOf(path)));
        expect(marcs.length + problems.length, path).to.be.greaterThan(0);
        if (entry.name.endsWith('.alephseq')) {
          const numbers = new Set(readFileSync(path, 'latin1').match(/^\d{9}(?= )/gm));
          expect(marcs, path).to.have.length(numbers.size);
          aleph += marcs.length;
        }
        if (entry.name === 'test_records.mrc') expect(marcs).to.have.length(12);
      }
      expect(aleph).to.equal(37);
    } finally {
      unpacked.remove();
    }
  });

  it("Koha's sample is read from MARC-8, with all its copies by branch", async () => {
    const unpacked = unpack(sharedFile('marc/marc_other.tar.xz'));
    try {
      const { marcs } = outcome(await read(bytesOf(join(unpacked.folder, 'koha/sample_usmarc.mrc'))));
      expect(marcs).to.have.length(2_646);
      const items = marcs.flatMap((marc) => deriveItems(marc, recordIdOf(marc, 'koha')));
      expect(items).to.have.length(5_112);
      expect(new Set(items.map(({ _id }) => _id)).size).to.equal(5_112);
      expect(items.filter(({ branch }) => branch === 'MAIN').length).to.be.greaterThan(1_000);
      const accented = marcs.flatMap(texts).filter((text) => /[^\p{ASCII}]/u.test(text));
      expect(accented.length).to.be.greaterThan(30);
      expect(marcs.filter((marc) => texts(marc).some((text) => text.includes('\uFFFD'))).length).to.be.at.most(1);
    } finally {
      unpacked.remove();
    }
  });
});
