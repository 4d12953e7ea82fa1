import { expect } from 'chai';
import { Marc } from '../../domain/catalogue/schema.ts';
import { demoRecords } from '../../demo/generate.ts';
import { checkIndex } from '../../indexer/check-index.ts';
import { drainAll } from '../../indexer/drain.ts';
import { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { staffBrowser } from '../support/staff.ts';

describe('a record that staff have hidden', () => {
  let service: TestService;
  let anni: Awaited<ReturnType<typeof staffBrowser>>['browser'];
  let patron: Browser;
  let work: { id: string; title: string; records: string[] };
  before(async () => {
    service = await startService();
    const { accounts, catalogue, circulation } = service.services;
    ({ browser: anni } = await staffBrowser(service, { name: 'Anni Admin' }));
    const added = await accounts.add({ cardNumber: '70001', name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    patron = new Browser(service.url);
    await patron.logIn('70001');
    for await (const id of catalogue.workIdsOfPartition(3)) {
      const [stored] = await catalogue.readWorks([id]);
      if (!stored || stored.records.length < 2 || work) continue;
      const placed = await circulation.holds.place(added._id, { target: `work:${id}`, pickupBranch: 'lahti' }, 'staff').catch(() => undefined); // prettier-ignore
      if (placed) work = { id, title: stored.records[0]?.edition.title ?? '', records: stored.records.map(({ _id }) => _id) }; // prettier-ignore
    }
  });
  after(() => service?.stop());

  const address = (record: string) => `/staff/records/${encodeURIComponent(record)}`;
  async function sent(form: Record<string, string>) {
    await anni.page(address(work.records[0] ?? ''), { csrf: anni.csrfToken, ...form });
    await drained();
    return (await anni.page(address(work.records[0] ?? ''))).text;
  }
  async function drained() {
    await drainAll(service.services.indexer);
    await service.services.connections.elasticsearch.indices.refresh({ index: service.services.indexer.aliases.read });
  }
  const isFound = async () => {
    const { body } = await patron.ask('GET', `/search?${new URLSearchParams({ q: work.title, in: 'title', size: '100' })}`); // prettier-ignore
    return body.items.some(({ id }: { id: string }) => id === work.id);
  };
  const statuses = async () => ({
    page: (await patron.page(`/works/${work.id}`)).status,
    work: (await patron.ask('GET', `/works/${work.id}`)).status,
    record: (await patron.ask('GET', `/records/${encodeURIComponent(work.records[0] ?? '')}`)).status,
    similar: (await patron.ask('GET', `/works/${work.id}/similar`)).status,
  });

  it('is not hidden without a reason, and staff are told first what becomes of its holds', async () => {
    expect((await anni.page(address(work.records[0] ?? ''))).text).to.include('Teokseen on 1 varaus.');
    expect(await sent({ act: 'suppress', scope: 'work' })).to.include('Kirjoita, miksi tietue piilotetaan.');
    expect(await isFound()).to.equal(true);
  });

  it('is found by nobody, by no way, while staff see it with the reason', async () => {
    const seen = await sent({ act: 'suppress', scope: 'work', reason: 'Väärä julkaisu' });
    expect(seen).to.include('tietuetta on piilotettu').and.include('Väärä julkaisu').and.include('Anni Admin');
    expect(await isFound()).to.equal(false);
    expect(await statuses()).to.deep.equal({ page: 404, work: 404, record: 404, similar: 404 });
    const listed: string[] = [];
    for await (const id of service.services.discovery.workIds(3)) listed.push(id);
    expect(listed).not.to.include(work.id);
    expect(await service.services.discovery.works([work.id])).to.deep.equal([]);
    expect((await anni.page('/staff/records')).text)
      .to.include('Väärä julkaisu')
      .and.include(work.records[0]);
    const [noted] = await service.services.audit.entries({ act: 'recordsSuppressed', size: 1 });
    expect(noted).to.deep.include({ subject: `work:${work.id}`, reason: 'Väärä julkaisu' });
  });

  it('stays hidden when it is imported again, and when it has changed', async () => {
    const { catalogue } = service.services;
    const { records = [] } = (await catalogue.readWorks([work.id], 'suppressed'))[0] ?? {};
    const whole = await Promise.all(records.map(({ _id }) => catalogue.record(_id)));
    const changed = whole.flatMap((record) => (record ? [{ record, marc: JSON.parse(record.marc) }] : []));
    for (const { marc } of changed) marc.fields.push({ tag: '500', ind1: ' ', ind2: ' ', subfields: [{ code: 'a', value: 'Uusi huomautus' }] }); // prettier-ignore
    await catalogue.importRecords({ source: 'demo', file: 'again', records: demoRecords({}) });
    const before = await catalogue.record(work.records[0] ?? '');
    await catalogue.importRecords({
      source: 'demo',
      file: 'changed',
      records: changed.map(({ marc }, index) => ({ marc: Marc.parse(marc), index, position: 0, bytes: new Uint8Array(), warnings: [] })), // prettier-ignore
    });
    await drained();
    const after = await catalogue.record(work.records[0] ?? '');
    expect(after?.hash).not.to.equal(before?.hash);
    expect(after?.suppressed?.reason).to.equal('Väärä julkaisu');
    expect(await isFound()).to.equal(false);
    const { missing, extra, stale } = await checkIndex(service.services.indexer);
    expect({ missing, extra, stale }).to.deep.equal({ missing: [], extra: [], stale: [] });
  });

  it('stays hidden when its source deletes it and sends it again', async () => {
    const { catalogue } = service.services;
    const [record = ''] = work.records;
    await catalogue.withdraw(record);
    const whole = await catalogue.record(record);
    const again = [{ marc: Marc.parse(JSON.parse(whole?.marc ?? '')), index: 0, position: 0, bytes: new Uint8Array(), warnings: [] }]; // prettier-ignore
    await catalogue.importRecords({ source: 'demo', file: 'again', records: again });
    await drained();
    const { withdrawn, suppressed } = (await catalogue.record(record)) ?? {};
    expect([withdrawn, suppressed?.reason]).to.deep.equal([undefined, 'Väärä julkaisu']);
    expect(await isFound()).to.equal(false);
  });

  it('is hidden and shown by a program as well', async () => {
    const path = `/staff/records/${encodeURIComponent(work.records[0] ?? '')}/suppression`;
    expect((await anni.ask('DELETE', path)).body).to.deep.equal({ records: [work.records[0]], holds: 1 });
    expect((await anni.ask('DELETE', path)).body.records).to.deep.equal([]);
    expect((await anni.ask('PUT', path, { reason: '' })).status).to.equal(400);
    expect((await anni.ask('PUT', path, { reason: 'Väärä julkaisu' })).body.records).to.deep.equal([work.records[0]]);
    expect((await anni.ask('PUT', '/staff/records/none/suppression', { reason: 'x' })).status).to.equal(404);
    await drained();
    expect(await isFound()).to.equal(false);
  });

  it('keeps the holds there are, and takes no new ones', async () => {
    const { body } = await patron.ask('GET', '/me/holds');
    expect(body.holds).to.have.length(1);
    expect((await patron.page('/account/holds')).text).to.include(work.title);
    const other = await service.services.accounts.add({ cardNumber: '70002', name: 'Eero Eskola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    const wish = { target: `work:${work.id}`, pickupBranch: 'lahti' };
    const refused = await service.services.circulation.holds.place(other._id, wish, 'staff').catch((error: Error) => error); // prettier-ignore
    expect(refused).to.deep.include({ reason: 'nothing-to-hold' });
    expect((await patron.page('/account/holds')).status).to.equal(200);
  });

  it('is brought back by staff: one edition alone, or all of them', async () => {
    expect(await sent({ act: 'show', scope: 'record' }))
      .to.include('tietue on palautettu')
      .and.include('Piilotettu');
    expect(await isFound()).to.equal(true);
    const { body } = await patron.ask('GET', `/works/${work.id}`);
    expect(body.editions.map(({ recordId }: { recordId: string }) => recordId)).to.deep.equal([work.records[0]]);
    for (const record of work.records.slice(1)) await service.services.catalogue.suppress([record], undefined);
    await drained();
    expect((await patron.ask('GET', `/works/${work.id}`)).body.editions).to.have.length(work.records.length);
  });
});
