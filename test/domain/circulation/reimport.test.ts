import { expect } from 'chai';
import { statusOf } from '../../../domain/catalogue/item-status.ts';
import type { Catalogue } from '../../../domain/catalogue/service.ts';
import { buildMarc } from '../../support/books.ts';
import { openTestCatalogue } from '../../support/catalogue.ts';
import { openTestCirculation, type TestCirculation } from '../../support/circulation.ts';
import { dropNamespace } from '../../support/connections.ts';

describe('an import of records whose copies are in use', () => {
  let library: TestCirculation;
  let catalogue: Catalogue;
  before(async () => {
    library = await openTestCirculation();
    catalogue = await openTestCatalogue(library.connections);
    library.addPatron({ id: 'reader' });
    library.addPatron({ id: 'waiting' });
  });
  after(() => dropNamespace(library.connections));

  async function importBook(title: string, barcodes: readonly string[]): Promise<void> {
    const { leader, fields } = buildMarc({ id: 'b1', title });
    const copies = barcodes.map((barcode) => ({
      tag: '852',
      ind1: ' ',
      ind2: ' ',
      subfields: [
        { code: 'b', value: 'lahti' },
        { code: 'p', value: barcode },
      ],
    }));
    const marc = { leader, fields: [...fields, ...copies] };
    await catalogue.importRecords({
      source: 'test',
      file: 'test',
      records: [{ marc, index: 0, position: 0, bytes: new Uint8Array(), warnings: [] }],
    });
  }

  it('leaves loans, holds and the count of loans as they are, also of copies that the record lists no more', async () => {
    const { loans, holds, desk } = library.circulation;
    await importBook('Kissa', ['c1', 'c2']);
    await loans.checkOut({ patron: 'reader', item: 'c1', branch: 'lahti' });
    await loans.checkOut({ patron: 'reader', item: 'c2', branch: 'lahti' });
    await holds.place('waiting', { target: 'record:test.b1', pickupBranch: 'lahti' });
    await importBook('Kissan kirja', ['c2']);
    const [gone, kept] = [await library.item('c1'), await library.item('c2')];
    expect([statusOf(gone), gone.withdrawn, statusOf(kept), kept.loans]).to.deep.equal(['onLoan', true, 'onLoan', 1]);
    expect((await loans.ofPatron('reader')).map(({ title }) => title)).to.deep.equal(['Kissan kirja', 'Kissan kirja']);

    expect((await desk.checkIn('c1', 'lahti')).instruction, 'nobody gets a withdrawn copy').to.deep.equal({
      do: 'shelf',
    });
    expect(statusOf(await library.item('c1'))).to.equal('lost');
    expect((await desk.checkIn('c2', 'lahti')).instruction.do).to.equal('holdShelf');
    await importBook('Kissan oma kirja', ['c2']);
    expect(statusOf(await library.item('c2'))).to.equal('onHoldShelf');
    expect((await holds.ofPatron('waiting'))[0]?.state).to.equal('ready');
  });
});
