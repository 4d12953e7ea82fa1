import { expect } from 'chai';
import { catalogueRepository } from '../../domain/catalogue/repository.ts';
import { foundBy } from '../../domain/lists/words.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { Browser } from '../support/cookie-browser.ts';
import { staffBrowser } from '../support/staff.ts';
import { startService, type TestService } from '../support/service.ts';

describe('lists that everybody may find', function () {
  this.timeout(120_000);
  let service: TestService;
  let serial = 0;

  before(async () => {
    service = await startService({
      async fill({ connections }) {
        const catalogue = catalogueRepository(connections.database);
        const works = ['w1', 'w2', 'w3'];
        await catalogue.ensureWorks(works);
        await catalogue.storeRecords(works.map((id) => buildRecord({ _id: `${id}.r`, workId: id, edition: buildEdition({ title: `Norsunluutorni ${id}` }) }))); // prettier-ignore
        await catalogue.storeItems(works.map((id) => buildItem({ _id: `${id}-0`, recordId: `${id}.r` })), []); // prettier-ignore
      },
    });
  });
  after(() => service?.stop());

  async function loggedIn(municipality = 'lahti'): Promise<Browser> {
    const cardNumber = `5300${(serial += 1)}`;
    await service.services.accounts.add({ cardNumber, name: 'Aino Ahola', municipality, contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    const browser = new Browser(service.url);
    await browser.logIn(cardNumber);
    return browser;
  }
  const nobody = () => new Browser(service.url);

  async function listOf(owner: Browser, text: object, works: readonly string[] = []): Promise<string> {
    const { id } = (await owner.ask('POST', '/lists', { visibility: 'public', ...text })).body;
    for (const workId of works) expect((await owner.ask('POST', `/lists/${id}/entries`, { workId })).status).to.equal(200); // prettier-ignore
    return id;
  }
  const found = async (query: string): Promise<string[]> =>
    (await nobody().ask('GET', `/lists?${query}`)).body.items.map(({ title }: { title: string }) => title);
  const page = async (path: string) => (await fetch(`${service.url}${path}`)).text();

  it('are found by words of their title, description and byline in any form, by parts of compounds, and without dots', async () => {
    const owner = await loggedIn();
    await listOf(owner, { title: 'Kissojen öinen elämä', description: 'Merikirjallisuutta myrskyihin.', byline: 'Tuulikki' }); // prettier-ignore
    await listOf(owner, { title: 'Sagor om hästar', language: 'sv' });
    for (const q of ['kissa', 'kissoista', 'elämässä kissojen', 'kirjallisuus', 'myrsky', 'tuulikki', 'oinen kissa'])
      // prettier-ignore
      expect(await found(`q=${encodeURIComponent(q)}`), q).to.deep.equal(['Kissojen öinen elämä']);
    for (const q of ['häst', 'saga', 'hästarna'])
      expect(await found(`q=${encodeURIComponent(q)}`), q).to.deep.equal(['Sagor om hästar']);
    expect(await found('q=kissa+koira')).to.deep.equal([]);
    expect(await found('q=%21%21')).to.deep.equal([]);
  });

  it('are found by what they say now, and by nobody once they are private, hidden or deleted', async () => {
    const owner = await loggedIn();
    const id = await listOf(owner, { title: 'Vuoristorata' });
    expect(await found('q=vuoristoradat')).to.deep.equal(['Vuoristorata']);
    await owner.ask('PATCH', `/lists/${id}`, { version: 1, title: 'Sukellusvene' });
    expect([await found('q=vuoristorata'), await found('q=sukellusveneet')]).to.deep.equal([[], ['Sukellusvene']]);
    await owner.ask('PATCH', `/lists/${id}`, { version: 2, visibility: 'link' });
    expect(await found('q=sukellusvene')).to.deep.equal([]);
    await owner.ask('PATCH', `/lists/${id}`, { version: 3, visibility: 'public' });
    const { browser: staff } = await staffBrowser(service, { roles: ['moderator', 'admin'] });
    await staff.ask('POST', `/staff/moderation/list/${id}/judgements`, { version: 4, judgement: 'hide' });
    expect(await found('q=sukellusvene')).to.deep.equal([]);
    await staff.ask('POST', `/staff/moderation/list/${id}/judgements`, { version: 4, judgement: 'restore' });
    expect(await found('q=sukellusvene')).to.deep.equal(['Sukellusvene']);
    await owner.ask('DELETE', `/lists/${id}`);
    expect(await found('q=sukellusvene')).to.deep.equal([]);
  });

  it('are sorted by their last change, their works, and how many readers have put them by', async () => {
    const [owner, ...readers] = [await loggedIn(), await loggedIn(), await loggedIn()];
    const many = await listOf(owner, { title: 'Lampi yksi' }, ['w1', 'w2', 'w3']);
    const liked = await listOf(owner, { title: 'Lampi kaksi' }, ['w1']);
    await listOf(owner, { title: 'Lampi kolme' }, ['w1', 'w2']);
    for (const reader of readers) expect((await reader.ask('PUT', `/lists/${liked}/saving`)).body).to.deep.equal({ saved: true }); // prettier-ignore
    expect(await found('q=lampi')).to.deep.equal(['Lampi kolme', 'Lampi kaksi', 'Lampi yksi']);
    expect(await found('q=lampi&sort=works')).to.deep.equal(['Lampi yksi', 'Lampi kolme', 'Lampi kaksi']);
    expect((await found('q=lampi&sort=saved'))[0]).to.equal('Lampi kaksi');
    expect(await found('q=lampi&sort=works&size=1&page=2')).to.deep.equal(['Lampi kolme']);
    await owner.ask('POST', `/lists/${many}/entries`, { workId: 'w1' }); // is there already
    const [entry] = (await owner.ask('GET', `/lists/${many}/entries`)).body.items;
    await owner.ask('DELETE', `/lists/${many}/entries/${entry.id}`, {});
    expect((await found('q=lampi'))[0]).to.equal('Lampi yksi');
    const { items } = (await nobody().ask('GET', '/works/w1/lists')).body;
    expect(items.map(({ title, saves }: { title: string; saves: number }) => [title, saves])).to.deep.equal([['Lampi kaksi', 2], ['Lampi kolme', 0]]); // prettier-ignore
  });

  it('are put by once by each reader, told by number only, exported and forgotten with the account', async () => {
    const [owner, reader] = [await loggedIn(), await loggedIn()];
    const id = await listOf(owner, { title: 'Talteen' });
    for (const _ of [1, 2]) await reader.ask('PUT', `/lists/${id}/saving`);
    expect((await nobody().ask('GET', `/lists/${id}`)).body).to.include({ saves: 1 });
    expect((await reader.ask('GET', '/me/saved-lists')).body.items[0]).to.include({ id, role: 'reader' });
    expect((await reader.ask('GET', '/me/export')).body.lists.saved).to.have.nested.property('0.list', id);
    await owner.ask('PATCH', `/lists/${id}`, { version: 1, visibility: 'private' });
    expect((await reader.ask('GET', '/me/saved-lists')).body.items).to.deep.equal([]);
    expect((await reader.ask('PUT', `/lists/${id}/saving`)).status).to.equal(404);
    await owner.ask('PATCH', `/lists/${id}`, { version: 2, visibility: 'public' });
    expect((await reader.ask('DELETE', '/me', { pin: '1234' })).status).to.equal(200);
    expect((await nobody().ask('GET', `/lists/${id}`)).body).to.include({ saves: 0 });
  });

  it('are counted right by a hundred who put works in and take them out at once', async () => {
    const owner = await loggedIn();
    const id = await listOf(owner, { title: 'Ruuhka' });
    const { lists, connections } = service.services;
    const { list } = await lists.find(id, undefined);
    const actor = { patron: list.owner, municipality: 'lahti' };
    await Promise.all(
      Array.from({ length: 100 }, async (_, nth) => {
        const { entry } = await lists.entries.add(id, actor, { work: `w${1 + (nth % 3)}`, note: '' });
        if (nth % 2 === 0) await lists.entries.remove(id, actor, entry._id);
      }),
    );
    const kept = await connections.database.collection('lists').findOne({ title: 'Ruuhka' });
    expect(kept?.['size']).to.equal((await lists.find(id, undefined)).count);
  });

  it('are read anew where their words are those of an older analysis, and only then', async () => {
    const owner = await loggedIn();
    const id = await listOf(owner, { title: 'Vanhanaikainen' }, ['w1']);
    const { lists, connections } = service.services;
    const kept = connections.database.collection<{ _id: string; words?: string[] }>('lists');
    await kept.updateOne({ _id: id }, { $unset: { words: '', wordsBy: '', size: '' } });
    expect(await found('q=vanhanaikaisia')).to.deep.equal([]);
    await lists.everybodys.readAnew();
    expect(await found('q=vanhanaikaisia')).to.deep.equal(['Vanhanaikainen']);
    await kept.updateOne({ _id: id }, { $set: { words: ['merkki'] } });
    await lists.everybodys.readAnew();
    expect((await kept.findOne({ _id: id }))?.words).to.deep.equal(['merkki']);
    const none = { version: '1', of: () => ['sana', 'sana'], typed: () => [] };
    const text = {
      title: '',
      description: '',
      byline: '',
      language: 'fi',
      visibility: 'public',
      order: 'hand',
    } as const;
    expect(foundBy(none, text)).to.deep.equal({ words: ['sana'], wordsBy: '1' });
  });

  it('stand on a page of their own without scripts, with a feed, on the front page and on those of their works', async () => {
    const owner = await loggedIn();
    const id = await listOf(owner, { title: 'Etsintäkuulutus', description: 'Tekijä <b>etsii</b>', byline: 'Aino A.' }, ['w2']); // prettier-ignore
    const one = await page('/lists?q=etsint%C3%A4kuulutukset');
    expect(one).to.include(`href="/lists/${id}"`).and.include('&lt;b&gt;etsii').and.include('1 lista haulle');
    expect(one).to.match(/name="robots" content="noindex"/);
    expect(await page('/lists')).to.include('rel="canonical" href="http://localhost:3000/lists"');
    expect(await page('/')).to.include('Etsintäkuulutus');
    expect(await page('/works/w2'))
      .to.include('Tämä teos on näillä listoilla')
      .and.include('Etsintäkuulutus');
    expect(await page('/lists?work=w2'))
      .to.include('Etsintäkuulutus')
      .and.not.include('Vuoristorata');
    const byWork = await page('/lists?q=norsunluutornit');
    expect(byWork).to.include('Listoja, joilla on haun teoksia').and.include('Etsintäkuulutus');
    expect(await page('/lists?q=olematonta&lang=sv')).to.include('Ingen lista har de här orden');
    const feed = await page('/feeds/lists.atom?q=etsint%C3%A4kuulutus');
    expect(feed).to.include(`<id>http://localhost:3000/lists/${id}</id>`).and.include('Aino A.').and.include('&lt;b&gt;etsii'); // prettier-ignore
    expect((await fetch(`${service.url}/lists?work=olematon`)).status).to.equal(404);
  });

  it('can be read by all, and put by only once one’s town has begun with its community', async () => {
    const owner = await loggedIn();
    const id = await listOf(owner, { title: 'Odottaa' }, ['w3']);
    const { consortium } = service.services;
    const rollout = (await consortium.rollouts()).find(({ _id }) => _id === 'sysma');
    const late = await loggedIn('sysma');
    await consortium.setRollout('sysma', rollout?.version ?? 0, { ...rollout?.starts, community: '2030-01-01' });
    expect((await late.ask('PUT', `/lists/${id}/saving`)).body.type).to.match(/community-not-started/);
    expect((await late.ask('GET', `/lists/${id}`)).status).to.equal(200);
    expect((await late.ask('DELETE', `/lists/${id}/saving`)).status).to.equal(200);
  });
});
