import { expect } from 'chai';
import { catalogueRepository } from '../../domain/catalogue/repository.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { Browser } from '../support/cookie-browser.ts';
import { staffBrowser } from '../support/staff.ts';
import { startService, type TestService } from '../support/service.ts';

describe('shared lists, moderated', function () {
  this.timeout(120_000);
  let service: TestService;
  let staff: Browser;
  let serial = 0;

  before(async () => {
    service = await startService({
      async fill({ connections }) {
        const catalogue = catalogueRepository(connections.database);
        await catalogue.ensureWorks(['w1']);
        await catalogue.storeRecords([buildRecord({ _id: 'w1.r', workId: 'w1', edition: buildEdition({ title: 'Kirja' }) })]); // prettier-ignore
        await catalogue.storeItems([buildItem({ _id: 'w1-0', recordId: 'w1.r' })], []);
      },
    });
    staff = (await staffBrowser(service, { roles: ['moderator', 'admin'] })).browser;
    const { version, words } = await service.services.admission.words();
    const watched = { ...words, fi: { hold: ['roskapuhe'], refuse: ['kirosana'] } };
    expect(await service.services.moderation.setWords('test', { version: version + 1, words: watched })).to.equal(true);
    service.services.admission.forget();
  });
  after(() => service?.stop());

  async function loggedIn(): Promise<Browser> {
    const cardNumber = `5100${(serial += 1)}`;
    await service.services.accounts.add({ cardNumber, name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    const browser = new Browser(service.url);
    await browser.logIn(cardNumber);
    return browser;
  }
  const nobody = () => new Browser(service.url);
  const typeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('urn:lastu:problem:', '');
  const statusFor = async (reader: Browser, id: string) => (await reader.ask('GET', `/lists/${id}`)).status;
  const judge = (id: string, version: number, judgement: 'approve' | 'hide' | 'restore') =>
    staff.ask('POST', `/staff/moderation/list/${id}/judgements`, { version, judgement });
  const publicIds = async () => (await nobody().ask('GET', '/lists')).body.items.map(({ id }: { id: string }) => id);

  it('one that is hidden is there for those who write it only, and comes back by staff alone', async () => {
    const [owner, reader] = [await loggedIn(), await loggedIn()];
    const { id } = (await owner.ask('POST', '/lists', { title: 'Kaikille', visibility: 'public' })).body;
    expect(await statusFor(nobody(), id)).to.equal(200);
    expect((await reader.ask('POST', '/reports', { kind: 'list', id, reason: 'insulting', note: '' })).status).to.equal(200); // prettier-ignore
    expect((await judge(id, 1, 'hide')).status).to.equal(200);
    expect([await statusFor(nobody(), id), await statusFor(reader, id)]).to.deep.equal([404, 404]);
    expect(await publicIds()).not.to.include(id);
    expect((await owner.ask('GET', `/lists/${id}`)).body).to.include({ standing: 'hidden', title: 'Kaikille' });
    expect((await owner.ask('GET', '/me/messages')).body.items[0]).to.include({ kind: 'hidden' });
    const changed = await owner.ask('PATCH', `/lists/${id}`, { version: 1, title: 'Parempi' });
    expect(changed.body).to.include({ standing: 'pending', version: 2 });
    expect(await statusFor(nobody(), id)).to.equal(404);
    expect((await judge(id, 2, 'approve')).status).to.equal(200);
    expect(await statusFor(nobody(), id)).to.equal(200);
    expect(await publicIds()).to.include(id);
  });

  it('a private one says what it likes; what it says is judged when it is shared, its notes too', async () => {
    const owner = await loggedIn();
    const { id } = (await owner.ask('POST', '/lists', { title: 'Oma kirosana' })).body;
    await owner.ask('POST', `/lists/${id}/entries`, { workId: 'w1', note: 'Pelkkää roskapuhetta' });
    expect(typeOf(await owner.ask('PATCH', `/lists/${id}`, { version: 1, visibility: 'link' }))).to.equal('words-not-allowed'); // prettier-ignore
    const shared = await owner.ask('PATCH', `/lists/${id}`, { version: 1, title: 'Siisti', visibility: 'link' });
    expect(shared.body, 'for what is written of its works').to.include({ standing: 'pending' });
    expect(await statusFor(nobody(), id)).to.equal(404);
    const { items } = (await staff.ask('GET', '/staff/moderation')).body;
    expect(items.find((one: { id: string }) => one.id === id)).to.deep.include({ kind: 'list', title: 'Siisti', text: 'Pelkkää roskapuhetta', state: 'pending' }); // prettier-ignore
    await owner.ask('PATCH', `/lists/${id}`, { version: 2, visibility: 'private' });
    expect((await owner.ask('GET', `/lists/${id}`)).body.visibility).to.equal('private');
  });

  it('a note with a watched word takes the list from others until staff have looked, and a refused one is not written', async () => {
    const owner = await loggedIn();
    const { id } = (await owner.ask('POST', '/lists', { title: 'Yhteinen', visibility: 'link' })).body;
    const entries = `/lists/${id}/entries`;
    expect(typeOf(await owner.ask('POST', entries, { workId: 'w1', note: 'kirosana' }))).to.equal('words-not-allowed');
    expect((await owner.ask('GET', entries)).body.total).to.equal(0);
    expect((await owner.ask('POST', entries, { workId: 'w1', note: 'Hyvä' })).status).to.equal(200);
    expect(await statusFor(nobody(), id)).to.equal(200);
    const [entry] = (await owner.ask('GET', entries)).body.items;
    const noted = await owner.ask('PATCH', `${entries}/${entry.id}`, { version: entry.version, note: 'roskapuhe' });
    expect(noted.status, JSON.stringify(noted.body)).to.equal(200);
    expect(await statusFor(nobody(), id)).to.equal(404);
    expect((await owner.ask('GET', `/lists/${id}`)).body).to.include({ standing: 'pending' });
  });

  it('staff judge what they have read: a list that was changed since is theirs to read again', async () => {
    const owner = await loggedIn();
    const { id } = (await owner.ask('POST', '/lists', { title: 'Eka', visibility: 'public' })).body;
    await owner.ask('PATCH', `/lists/${id}`, { version: 1, title: 'Toka' });
    expect((await judge(id, 1, 'hide')).status).to.equal(409);
    expect(await statusFor(nobody(), id)).to.equal(200);
  });
});
