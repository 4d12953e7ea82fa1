import { expect } from 'chai';
import fc from 'fast-check';
import { columnNames, columns } from '../../../domain/lists/columns.ts';
import { readIsbns, readTable } from '../../../domain/lists/read-table.ts';
import { csvTable } from '../../../ui/csv-table.ts';

describe('lists that somebody brings', () => {
  it('ISBNs are read in any dress, and what is none keeps its line', () => {
    expect(readIsbns('978-951-0-43026-2\r\n951-0-18236-X (sid.); 9789510430262\n\nKalevala').map(({ line, isbn, text }) => [line, isbn, text])).to.deep.equal([
      [1, '9789510430262', '978-951-0-43026-2'],
      [2, undefined, '951-0-18236-X (sid.)'],
      [2, '9789510430262', '9789510430262'],
      [4, undefined, 'Kalevala'],
    ]); // prettier-ignore
  });

  it('a table is read whatever stands between its fields, and in whatever language it is headed', () => {
    for (const separator of [';', ',', '\t']) {
      const rows = [['Nimeke', 'ISBN', 'Muistiinpano'], ['Sinuhe', '9789510430262', '"luettu;, ""kahdesti""\nja taas"']]; // prettier-ignore
      const [line] = readTable(rows.map((row) => row.join(separator)).join('\r\n'));
      expect(line).to.include({ line: 2, isbn: '9789510430262', note: 'luettu;, "kahdesti"\nja taas' });
    }
    expect(readTable('title,isbn,notes\na,9789510430262,b')[0]).to.include({ note: 'b' });
    expect(readTable('Sinuhe;978-951-0-43026-2')[0]).to.include({ line: 1, isbn: '9789510430262' });
  });

  it('lines are counted as a spreadsheet does, and a quote that nobody closed spoils none of them', () => {
    const rows = (text: string) => readTable(text).map(({ line, text: shown }) => [line, shown]);
    expect(rows('"Sinuhe\negyptiläinen";1\n\nKalevala;2')).to.deep.equal([
      [1, 'Sinuhe\negyptiläinen · 1'],
      [4, 'Kalevala · 2'],
    ]);
    expect(rows('"Sinuhe;1\r\nKale"vala;2\nSeitsemän veljestä;3')).to.deep.equal([
      [1, '"Sinuhe · 1'],
      [2, 'Kale"vala · 2'],
      [3, 'Seitsemän veljestä · 3'],
    ]);
  });

  it('what is written as a table is read as it was', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ä', '"', ';', ',', '\n', "'", '=', '+', '-', '@', '\t', ' ', '\u{1f4da}') }); // prettier-ignore
    const entry = fc.record({ work: fc.stringMatching(/^[a-z0-9:ä/-]{1,20}$/), note: text });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 10 }), (entries) => {
        const head = columnNames.map((name) => columns[name].sv);
        const rows = entries.map(({ work, note }) => ['', '', '', '', `https://lastu.example/works/${encodeURIComponent(work)}`, note]); // prettier-ignore
        const read = readTable(csvTable([head, ...rows]));
        expect(read.map(({ work, note }) => ({ work, note }))).to.deep.equal(entries);
      }),
    );
  });
});
