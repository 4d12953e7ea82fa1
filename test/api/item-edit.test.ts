import { expect } from 'chai';
import { drainAll } from '../../indexer/drain.ts';
import { buildMarc } from '../support/books.ts';
import { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { staffBrowser } from '../support/staff.ts';

describe('a copy that staff edit', () => {
  let service: TestService;
  let anni: Browser;
  let heikki: Browser;
  let patron: Browser;
  let work: string;
  before(async () => {
    service = await startService({ fill: ({ catalogue }) => importBook('A 1', catalogue) });
    ({ browser: anni } = await staffBrowser(service, { name: 'Anni Ahola' }));
    ({ browser: heikki } = await staffBrowser(service, { name: 'Heikki Heinonen', serves: 'heinola' }));
    patron = new Browser(service.url);
    work = (await service.services.catalogue.record('test.b1'))?.workId ?? '';
  });
  after(() => service?.stop());

  async function importBook(shelfMark: string, catalogue = service.services.catalogue): Promise<void> {
    const { leader, fields } = buildMarc({ id: 'b1', title: 'Kissa' });
    const copies = [['c1', 'lahti'], ['c2', 'lahti'], ['c3', 'heinola']].map(([barcode = '', branch = '']) => ({
      tag: '952',
      ind1: ' ',
      ind2: ' ',
      subfields: Object.entries({ a: branch, p: barcode, o: shelfMark }).map(([code, value]) => ({ code, value })),
    })); // prettier-ignore
    const marc = { leader, fields: [...fields, ...copies] };
    await catalogue.importRecords({ source: 'test', file: 'test', records: [{ marc, index: 0, position: 0, bytes: new Uint8Array(), warnings: [] }] }); // prettier-ignore
  }
  const versionOf = async (id: string) => (await service.services.circulation.desk.items([id]))[0]?.local?.version ?? 0;
  const asIs = { branch: 'lahti', shelfMark: '', status: '', lentAs: '', note: '', act: 'save' };
  async function save(id: string, form: Record<string, string>, who = anni, version?: number) {
    const sent = { ...asIs, csrf: who.csrfToken, version: String(version ?? (await versionOf(id))), ...form };
    const answer = await who.page(`/staff/items/${id}`, sent);
    await drainAll(service.services.indexer);
    await service.services.connections.elasticsearch.indices.refresh({ index: service.services.indexer.aliases.read });
    return answer;
  }
  const shown = async (): Promise<{ id: string; branch: string; shelfMark?: string; status: string }[]> =>
    (await patron.ask('GET', `/works/${work}`)).body.editions[0].items;
  const copy = async (id: string) => (await shown()).find((one) => one.id === id);

  it('stands elsewhere, under another mark, and stays so when its record is imported again, changed or not', async () => {
    expect((await anni.page('/staff/items?id=c1')).text).to.include('Kissa').and.include('Nide on niin kuin sen tietue sanoo.'); // prettier-ignore
    expect((await save('c1', { branch: 'lahti-ahtiala', shelfMark: 'B 2', note: 'Kansi on hauras' })).status).to.equal(303); // prettier-ignore
    expect(await copy('c1')).to.deep.include({ branch: 'lahti-ahtiala', shelfMark: 'B 2' });
    await importBook('C 3');
    expect(await copy('c1')).to.deep.include({ branch: 'lahti-ahtiala', shelfMark: 'B 2' });
    expect(await copy('c2')).to.deep.include({ branch: 'lahti', shelfMark: 'C 3' });
    const { text } = await anni.page('/staff/items/c1');
    expect(text).to.include('Kansi on hauras').and.include('Tietueen mukaan C 3.').and.include('Anni Ahola');
    expect(JSON.stringify(await shown()), 'the note is for staff').not.to.include('hauras');
    const [noted] = await service.services.audit.entries({ subject: 'item:c1', size: 1 });
    expect(noted).to.deep.include({ act: 'itemEdited', before: {} });
    expect(noted?.after).to.deep.equal({ branch: 'lahti-ahtiala', shelfMark: 'B 2', note: 'Kansi on hauras' });
  });

  it('loses nothing where two edit it at once: the second sees both, and saves from there', async () => {
    const read = await versionOf('c1');
    expect((await save('c1', { shelfMark: 'D 4' }, anni, read)).status).to.equal(303);
    const second = await save('c1', { shelfMark: 'E 5', note: 'Minun' }, anni, read);
    expect(second.status).to.equal(409);
    expect(second.text)
      .to.include('D 4')
      .and.include('E 5')
      .and.include('Minun')
      .and.include(`value="${read + 1}"`);
    expect((await copy('c1'))?.shelfMark).to.equal('D 4');
    const racers = await Promise.all(['F', 'G', 'H', 'I'].map((mark) => save('c1', { shelfMark: mark }, anni, read + 1))); // prettier-ignore
    expect(racers.map(({ status }) => status).toSorted()).to.deep.equal([303, 409, 409, 409]);
  });

  it('is edited by a program as well, which is told both versions where it comes too late', async () => {
    const version = await versionOf('c1');
    const put = (who: Browser, wish: object) => who.ask('PUT', '/staff/items/c1/edit', { version, wish });
    expect((await put(heikki, { note: 'Meidän' })).status).to.equal(403);
    expect((await put(anni, { branch: 'no-such-branch' })).status).to.be.oneOf([403, 404]);
    const { status, body } = await put(anni, { shelfMark: 'J', note: 'Kansi on hauras' });
    expect([status, body.shelfMark, body.listed.shelfMark, body.version]).to.deep.equal([200, 'J', 'C 3', version + 1]);
    const late = await put(anni, { shelfMark: 'K' });
    expect(late.status).to.equal(409);
    expect([late.body.current.wish.shelfMark, late.body.yours.wish.shelfMark]).to.deep.equal(['J', 'K']);
    const { body: seen } = await anni.ask('GET', '/staff/items/c1');
    expect([seen.note, seen.history[0].act]).to.deep.equal(['Kansi on hauras', 'itemEdited']);
  });

  it('is as it was before, or as its record says, when an edit is undone', async () => {
    const version = await versionOf('c1');
    await save('c1', { act: 'restore', from: String(version - 2) });
    expect((await copy('c1'))?.shelfMark).to.equal('D 4');
    await save('c1', { act: 'restore', from: '0' });
    expect(await copy('c1')).to.deep.include({ branch: 'lahti', shelfMark: 'C 3' });
  });

  it('is changed by staff of its own municipality alone, and given to no other by them', async () => {
    expect((await heikki.page('/staff/items/c1')).text).to.include('Nide kuuluu toisen kunnan kirjastoon.');
    expect((await save('c1', { note: 'Meidän' }, heikki)).status).to.equal(403);
    expect((await save('c1', { branch: 'heinola' })).status).to.equal(403);
    expect((await copy('c1'))?.branch).to.equal('lahti');
  });

  it('is lent to nobody while it is repaired: who was to get it waits again, and gets it when it is back', async () => {
    const { accounts, circulation } = service.services;
    const aino = await accounts.add({ cardNumber: '70001', name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    await save('c2', { status: 'withdrawn' });
    expect(
      (await shown()).map(({ id }) => id),
      'a withdrawn copy is not shown',
    ).to.deep.equal(['c1', 'c3']);
    await circulation.holds.place(aino._id, { target: 'item:c1', pickupBranch: 'lahti' }, 'staff');
    const state = async () => (await circulation.holds.ofPatron(aino._id))[0]?.state;
    expect(await state()).to.equal('inTransit');
    expect((await save('c1', { status: 'inRepair' })).status).to.equal(303);
    expect([await state(), (await copy('c1'))?.status]).to.deep.equal(['queued', 'inRepair']);
    expect((await patron.page(`/works/${work}`)).text).to.include('Korjattavana');
    expect((await circulation.desk.checkIn('c1', 'lahti')).instruction).to.deep.equal({ do: 'shelf' });
    expect((await copy('c1'))?.status).to.equal('inRepair');
    const refused = await circulation.loans.checkOut({ patron: aino._id, item: 'c1', branch: 'lahti' }).catch((error: Error) => error); // prettier-ignore
    expect(refused).to.deep.include({ reason: 'not-for-loan' });
    await importBook('C 3');
    expect((await copy('c1'))?.status).to.equal('inRepair');
    await save('c1', {});
    expect(await state()).to.equal('inTransit');
    await circulation.desk.checkIn('c1', 'lahti');
    expect((await save('c1', { status: 'lost' })).status).to.be.within(400, 499);
    expect(await state(), 'what waits on the hold shelf for its patron is not taken away').to.equal('ready');
  });

  it('is lent by the rules of another material where staff say so', async () => {
    await save('c2', { lentAs: 'dvd' });
    const { circulation } = service.services;
    const { copy: found } = await circulation.desk.find('c2');
    expect([found.format, (await copy('c2'))?.status]).to.deep.equal(['dvd', 'available']);
  });

  it('that staff have lost is found by checking it in', async () => {
    await save('c2', { status: 'lost' });
    expect((await copy('c2'))?.status).to.equal('lost');
    await importBook('C 3');
    expect((await copy('c2'))?.status).to.equal('lost');
    await service.services.circulation.desk.checkIn('c2', 'lahti');
    expect((await copy('c2'))?.status).to.equal('available');
  });
});
