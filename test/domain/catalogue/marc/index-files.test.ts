import { expect } from 'chai';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { describeRealData, indexRows, outcome, read, sharedFile, unpack } from './shared-data.ts';

interface Expected {
  readonly good: number;
  readonly problems: number;
}

/**
 * Where we read more or less than the index says, and why. The index was made with pymarc, which gives up at the first
 * oddity; we read what can be read in one way only.
 */
const argued: Readonly<Record<string, Expected>> = {
  // the length in the leader has five digits and the record more; its terminator stands where it should
  'marc4j/bad_hathi_records.mrc': { good: 5, problems: 0 },
  'marc4j/bad_too_long_plus_2.mrc': { good: 3, problems: 0 },
  'marc4j/datos-20161010-slice.mrc': { good: 1, problems: 0 },
  // a field over 9,999 bytes outgrew its column in the directory; its own terminator tells its length
  'marc4j/bad_oversize_field_bad_directory.mrc': { good: 5, problems: 0 },
  // the length is one too small; the terminator is there
  'koha/Record_testrecords_marc21_marc8_errors.dat': { good: 1, problems: 0 },
  // base addresses beyond the record, of zero and with a letter: the directory says itself where it ends
  'pymarc/bad_records.mrc': { good: 5, problems: 4 },
  // five stray bytes before a whole record
  'yaz/marc4.marc': { good: 1, problems: 1 },
  'yaz/marc-all.marc': { good: 10, problems: 1 },
  // a record element with a leader and nothing else
  'yaz/marc4.xml': { good: 0, problems: 1 },
  // records that the index did not take for any: MARCXML without a collection, Aleph lines with Alma's longer numbers
  'vufind/fixtures_authlccn1.xml': { good: 1, problems: 0 },
  'vufind/fixtures_authlccn2.xml': { good: 1, problems: 0 },
  'vufind/fixtures_toc1.xml': { good: 1, problems: 0 },
  'vufind/fixtures_toc2.xml': { good: 1, problems: 0 },
  'qa-catalogue/alephseq_alephseq-example4.txt': { good: 1, problems: 0 },
};

/** Records that pymarc could not decode: we look at the bytes instead of leader/09, and mark what is damaged. */
const encodingErrors = new Set(['leader9-not-a-but-utf8', 'leader9=a-but-invalid-utf8', 'pymarc:UnicodeDecodeError']);

function expected({ file, format, ok, bad, errors }: ReturnType<typeof indexRows>[number]): Expected {
  const known = argued[file];
  if (known) return known;
  // JSON and text renderings are not read, and the one problem says which it is
  if (format === 'json' || format === 'other') return { good: 0, problems: 1 };
  if (errors.length > 0 && errors.every((error) => encodingErrors.has(error))) return { good: ok + bad, problems: 0 };
  return { good: ok, problems: bad };
}

for (const { title, index, archive, files, least } of [
  {
    title: 'broken and hostile files',
    index: 'bad_input/INDEX.tsv',
    archive: 'bad_input/bad_input.tar.xz',
    files: 140,
    least: 270,
  },
  {
    title: 'files of other systems',
    index: 'marc/marc_other.INDEX.tsv',
    archive: 'marc/marc_other.tar.xz',
    files: 112,
    least: 6_200,
  },
]) {
  describeRealData(`Of ${title}`, () => {
    let unpacked: ReturnType<typeof unpack>;
    before(() => {
      unpacked = unpack(sharedFile(archive));
    });
    after(() => unpacked.remove());

    it(`each of ${files} gives the records and problems it should, and none makes the reader throw`, async () => {
      const rows = indexRows(index);
      expect(rows).to.have.length(files);
      const surprises: string[] = [];
      let total = 0;
      for (const row of rows) {
        const { marcs, problems } = outcome(await read(createReadStream(join(unpacked.folder, row.file))));
        total += marcs.length;
        const { good, problems: bad } = expected(row);
        if (marcs.length !== good || problems.length !== bad) {
          surprises.push(`${row.file}: ${marcs.length} + ${problems.length} instead of ${good} + ${bad}`);
        }
      }
      expect(surprises).to.deep.equal([]);
      expect(total).to.be.at.least(least);
    });

    it('those that name another encoding than they have are read in the one they have, with a warning', async () => {
      for (const { file } of indexRows(index).filter(({ errors }) => errors.includes('leader9-not-a-but-utf8'))) {
        if (argued[file]) continue;
        const { warnings } = outcome(await read(createReadStream(join(unpacked.folder, file))));
        expect([...warnings], file).to.include('encoding-mislabelled');
      }
    });
  });
}
