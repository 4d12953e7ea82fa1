import { expect } from 'chai';
import fc from 'fast-check';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { readMarc } from '../../../../domain/catalogue/marc/read.ts';
import { iso2709, marc } from './build.ts';
import { outcome, read, readText } from './shared-data.ts';

const one = iso2709(marc('001 one\n245 10 $a Åbo ja ympäristö /'));
const two = iso2709(marc('001 two\n245 10 $a Toinen kirja /'));
const three = iso2709(marc('001 three\n245 10 $a Kolmas kirja /'));
const numbers = (found: Awaited<ReturnType<typeof read>>) =>
  found.map((result) =>
    'marc' in result
      ? (result.marc.fields.map((field) => ('value' in field ? field.value : ''))[0] ?? '')
      : result.problem.reason,
  );

const xml = (body: string) =>
  `<?xml version="1.0"?><collection xmlns="http://www.loc.gov/MARC21/slim">${body}</collection>`;
const element = (number: string, title = 'Kirja', prefix = '') =>
  `<${prefix}record><${prefix}leader>00000nam a2200000 i 4500</${prefix}leader><${prefix}controlfield tag="001">${number}</${prefix}controlfield>` +
  `<${prefix}datafield tag="245" ind1="1" ind2="0"><${prefix}subfield code="a">${title}</${prefix}subfield></${prefix}datafield></${prefix}record>`;

describe('Reading ISO 2709', () => {
  it('gives each record its number in the file, its place and its bytes', async () => {
    const [, second] = await read([Buffer.concat([one, two])]);
    expect(second).to.include({ index: 1, position: one.length });
    expect(second && 'bytes' in second && Buffer.from(second.bytes).equals(two)).to.equal(true);
  });

  it('a record with a wrong length takes no other with it', async () => {
    const wrong = Buffer.from(two);
    wrong.write('00999', 0);
    const found = await read([Buffer.concat([one, wrong, three])]);
    expect(numbers(found)).to.deep.equal(['one', 'two', 'three']);
    expect([...outcome(found).warnings]).to.deep.equal(['wrong-length']);
  });

  it('a record that is cut off is a problem with its bytes, and the next one is read', async () => {
    const cut = two.subarray(0, two.length - 9);
    const found = await read([Buffer.concat([one, cut, three])]);
    expect(numbers(found)).to.deep.equal(['one', 'truncated', 'three']);
    const [problem] = outcome(found).problems;
    expect(problem && Buffer.from(problem.bytes).equals(cut)).to.equal(true);
  });

  it('records that have lost their terminators are read, each to the next', async () => {
    const lost = [one, two, three].map((bytes) => bytes.subarray(0, -1));
    const found = await read([Buffer.concat([...lost, Buffer.from('\r\n'), ...lost])]);
    expect(numbers(found)).to.deep.equal(['one', 'two', 'three', 'one', 'two', 'three']);
    expect([...outcome(found).warnings]).to.deep.equal(['no-terminator']);
  });

  it('garbage between records is a problem of its own', async () => {
    expect(numbers(await read([Buffer.concat([one, Buffer.from('garbage'), two])]))).to.deep.equal([
      'one',
      'no-record',
      'two',
    ]);
  });

  it('line ends, blanks and a byte order mark between records are nothing', async () => {
    const found = await read([
      Buffer.concat([Buffer.from('\uFEFF'), one, Buffer.from('\r\n \x1a\0'), two, Buffer.from('\n')]),
    ]);
    expect(numbers(found)).to.deep.equal(['one', 'two']);
  });

  it('a directory that ends with the wrong sign is believed where the leader says it ends', async () => {
    const odd = Buffer.from(one);
    odd[odd.indexOf(0x1e)] = 0x1f;
    const found = await read([odd]);
    expect(numbers(found)).to.deep.equal(['one']);
    expect([...outcome(found).warnings]).to.deep.equal(['wrong-base-address']);
  });

  it('a directory whose places are wrong is rebuilt from the ends of the fields', async () => {
    const odd = Buffer.from(one);
    odd.write('00099', 24 + 7);
    const found = await read([odd]);
    expect(numbers(found)).to.deep.equal(['one']);
    expect([...outcome(found).warnings]).to.deep.equal(['directory-rebuilt']);
  });

  it('UTF-8 in a record that says MARC-8 is read as UTF-8', async () => {
    const odd = Buffer.from(one);
    odd[9] = 0x20;
    const { marcs, warnings } = outcome(await read([odd]));
    expect(JSON.stringify(marcs)).to.include('Åbo ja ympäristö');
    expect([...warnings]).to.deep.equal(['encoding-mislabelled']);
  });

  it('a record that never ends is one problem, and the memory it takes is bounded', async () => {
    async function* endless() {
      yield Buffer.from('00100nam');
      for (let count = 0; count < 300; count += 1) yield Buffer.alloc(64 * 1024, 'x');
    }
    const found = await read(endless());
    expect(numbers(found)).to.deep.equal(['too-long']);
    const [problem] = outcome(found).problems;
    expect(problem?.length).to.equal(8 + 300 * 64 * 1024);
    expect(problem?.bytes.length).to.be.at.most(64 * 1024);
    const followed = await read([Buffer.from('00100nam'), Buffer.alloc(17 * 1024 * 1024, 'x'), one, two]);
    expect(numbers(followed)).to.deep.equal(['too-long', 'one', 'two']);
  });
});

describe('Reading MARCXML', () => {
  it('finds records whatever their prefix and whatever stands around them', async () => {
    const oai = `<OAI-PMH><ListRecords><record><header><identifier>oai:x:1</identifier></header><metadata>${element('a', 'Kirja', 'marc:')}</metadata></record></ListRecords></OAI-PMH>`;
    expect(numbers(await readText(oai))).to.deep.equal(['a']);
    expect(numbers(await readText(xml(element('a') + element('b'))))).to.deep.equal(['a', 'b']);
  });

  it('one that is not well-formed takes no other with it', async () => {
    const found = await readText(xml(`${element('a')}${element('b', 'Yksi & kaksi')}${element('c')}`));
    expect(numbers(found)).to.deep.equal(['a', 'bad-xml', 'c']);
  });

  it('one that is not closed ends where the next begins', async () => {
    const found = await readText(xml(`${element('a').replace('</record>', '')}${element('b')}`));
    expect(numbers(found)).to.deep.equal(['unclosed-record', 'b']);
  });

  it('records in comments are none', async () => {
    expect(numbers(await readText(xml(`<!-- ${element('a')} -->${element('b')}<!-- record`)))).to.deep.equal(['b']);
  });

  it('is read in Latin-1 and UTF-16 where it says so', async () => {
    const body = element('a', 'Käki');
    const latin = await readText(`<?xml version="1.0" encoding="ISO-8859-1"?>${body}`, 'latin1');
    const utf16 = await readText(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${body}`, 'utf16le');
    for (const found of [latin, utf16]) expect(JSON.stringify(outcome(found).marcs)).to.include('Käki');
  });

  it('resolves entities once and keeps blanks within values', async () => {
    const { marcs } = outcome(await readText(xml(element('a', '&lt;b&gt; &amp;amp;  &#228;'))));
    expect(marcs[0]?.fields[1]).to.deep.include({ subfields: [{ code: 'a', value: '<b> &amp;  ä' }] });
  });
});

describe('Reading Aleph sequential', () => {
  const lines = (number: string, title: string) =>
    `${number} LDR   L -----nam^a22-----^i^4500\n${number} 008   L 160415s2016^^^^fi^||||^^^^^^^||^|^fin|^\n${number} 24510 L $$a${title} /$$cTekijä\n`;

  it('puts the lines of a system number into one record, the last line ended or not', async () => {
    const text = lines('000000001', 'Yksi') + lines('000000002', 'Kaksi');
    for (const given of [text, text.trimEnd()]) {
      const { marcs, problems } = outcome(await readText(given));
      expect(problems).to.deep.equal([]);
      expect(marcs.map(({ fields }) => fields.length)).to.deep.equal([3, 3]);
      expect(marcs[1]?.fields[2]).to.deep.equal({
        tag: '245',
        ind1: '1',
        ind2: '0',
        subfields: [
          { code: 'a', value: 'Kaksi /' },
          { code: 'c', value: 'Tekijä' },
        ],
      });
      expect(marcs[1]?.fields[0]).to.deep.equal({ tag: '001', value: '000000002' });
    }
  });
});

describe('Reading anything', () => {
  it('gunzips what is gzipped, and says what is damaged', async () => {
    const packed = gzipSync(Buffer.concat([one, two]));
    expect(numbers(await read([packed]))).to.deep.equal(['one', 'two']);
    const damaged = numbers(await read([packed.subarray(0, packed.length - 12)]));
    expect(damaged.at(-1)).to.equal('broken-compression');
  });

  it('what is not read is named', async () => {
    for (const [text, reason] of [
      ['', 'empty-file'],
      ['  \n', 'empty-file'],
      ['{"leader": ""}', 'not-marc-json'],
      ['=LDR  00000nam\n=001  1', 'not-marc-text'],
      ['PK\x03\x04', 'unknown-compression'],
      ['<html></html>', 'not-marc-xml'],
      ['Moi', 'not-marc'],
    ] as const) {
      // prettier-ignore
      expect(numbers(await readText(text)), JSON.stringify(text)).to.deep.equal([reason]);
    }
  });

  it('a file that cannot be read on is a problem after what was read of it', async () => {
    async function* failing() {
      yield Buffer.concat([one, two.subarray(0, 30)]);
      throw new Error('disk on fire');
    }
    expect(numbers(await read(failing()))).to.deep.equal(['one', 'truncated', 'unreadable-file']);
  });

  it('whoever stops early lets go of the file', async () => {
    let open = true;
    async function* file() {
      try {
        for (;;) yield one;
      } finally {
        open = false;
      }
    }
    for await (const found of readMarc(file())) {
      expect('marc' in found).to.equal(true);
      break;
    }
    await new Promise((done) => setImmediate(done));
    expect(open).to.equal(false);
  });

  const samples: Readonly<Record<string, Buffer>> = {
    'ISO 2709': Buffer.concat([one, Buffer.from('\n'), two.subarray(0, 40), Buffer.from('00050nam'), three, Buffer.from('junk'), one]),
    'MARCXML': Buffer.from(xml(`<!-- ${element('x')} -->${element('a', 'Ä')}<record><header/>${element('b')}</record>${element('c', '&')}${element('d').slice(0, -9)}`)),
    'Aleph sequential': Buffer.from('000000001 LDR   L nam\n000000001 24500 L $$aÄiti\nhm\n000000002 24500 L $$aÖ'),
    'gzipped ISO 2709': gzipSync(Buffer.concat([one, two, three])),
    'UTF-16 XML': Buffer.from(`\uFEFF${xml(element('a', 'Öljy'))}`, 'utf16le'),
  }; // prettier-ignore
  for (const [name, bytes] of Object.entries(samples)) {
    it(`${name} gives the same however its bytes are cut into chunks`, async () => {
      const whole = await read([bytes]);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 }), async (sizes) => {
          expect(await read(cut(bytes, sizes))).to.deep.equal(whole);
        }),
        { numRuns: 60, examples: [[[1]], [[2]], [[3]]] },
      );
    });
  }

  it('no bytes make it throw, and all of them come out as records or problems', async () => {
    const signs = ['\x1d', '\x1e', '\x1f', '<record>', '</record>', '00042nam a22'].map((text) => Buffer.from(text));
    const pieces = fc.constantFrom(one, two, ...signs);
    const bytes = fc.oneof(
      pieces,
      fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { maxLength: 12 }), async (parts) => {
        const found = await read([Buffer.concat(parts)]);
        expect(found.length).to.be.greaterThan(0);
        for (const { fields } of outcome(found).marcs) expect(fields.length).to.be.greaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it('holds no more of a long file than of a short one', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage: () => void = runInNewContext('gc');
    // Freed buffers are given back by another thread, which may have to wait for its turn.
    const held = async () => {
      let least = Infinity;
      for (let round = 0; round < 5; round += 1) {
        collectGarbage();
        await new Promise((done) => setTimeout(done, 20));
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        least = Math.min(least, heapUsed + arrayBuffers);
      }
      return least;
    };
    const chunk = Buffer.concat(Array.from({ length: 500 }, () => [one, two, three]).flat());
    async function* long() {
      for (let sent = 0; sent < 24_000_000; sent += chunk.length) yield Buffer.from(chunk);
    }
    let count = 0;
    let early = 0;
    for await (const found of readMarc(long())) {
      if ('problem' in found) expect(found.problem).to.equal(undefined);
      count += 1;
      if (count === 20_000) early = await held();
    }
    expect(count).to.be.greaterThan(200_000);
    expect((await held()) - early).to.be.below(10_000_000);
  });
});

function* cut(bytes: Buffer, sizes: readonly number[]): Generator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
