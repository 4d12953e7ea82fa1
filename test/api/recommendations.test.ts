import { expect } from 'chai';
import { catalogueRepository } from '../../domain/catalogue/repository.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';

const titles = ['Aalto', 'Byvärsyt', 'Cello', 'Domino'];

describe('recommendations and saved searches through HTTP', function () {
  this.timeout(120_000);
  let service: TestService;
  let serial = 0;

  before(async () => {
    service = await startService({
      async fill({ connections }) {
        const catalogue = catalogueRepository(connections.database);
        const ids = titles.map((_, nth) => `w${nth}`);
        await catalogue.ensureWorks(ids);
        await catalogue.storeRecords(titles.map((title, nth) => buildRecord({ _id: `w${nth}.r`, workId: `w${nth}`, edition: buildEdition({ title, contributors: [] }) }))); // prettier-ignore
        await catalogue.storeItems(ids.map((id) => buildItem({ _id: `${id}-0`, recordId: `${id}.r` })), []); // prettier-ignore
      },
    });
  });
  after(() => service?.stop());

  async function reader(): Promise<Browser> {
    const cardNumber = `3100${(serial += 1)}`;
    await service.services.accounts.add({ cardNumber, name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    const browser = new Browser(service.url);
    await browser.logIn(cardNumber);
    return browser;
  }
  /** Somebody with a private list of these works. */
  async function readerOf(...works: string[]): Promise<Browser> {
    const browser = await reader();
    const { body } = await browser.ask('POST', '/lists', { title: 'Luetut' });
    for (const workId of works) await browser.ask('POST', `/lists/${body.id}/entries`, { workId });
    return browser;
  }
  const ids = (items: { id: string }[]) => items.map(({ id }) => id);
  const beside = async (work: string) => ids((await new Browser(service.url).ask('GET', `/works/${work}/also-read`)).body.items); // prettier-ignore
  const form = (browser: Browser, more: Record<string, string>) =>
    browser.page('/account/settings', { csrf: browser.csrfToken, do: 'choices', language: 'fi', ...more });

  it('works that four patrons have listed are not told beside each other; those of five are, with the reason, on page and by API', async () => {
    const four = await Promise.all(Array.from({ length: 4 }, () => readerOf('w0', 'w1', 'w2')));
    await service.services.recommendations.make(0);
    expect(await beside('w0')).to.deep.equal([]);
    expect((await new Browser(service.url).page('/works/w0')).text).to.not.include('Tämän lukijat ovat lukeneet myös');
    await readerOf('w0', 'w1', 'w2');
    await service.services.recommendations.make(0);
    expect(await beside('w0')).to.deep.equal(['w1', 'w2']);
    const { text } = await new Browser(service.url).page('/works/w0');
    expect(text).to.include('Tämän lukijat ovat lukeneet myös').and.include('vähintään viisi asiakasta');

    const somebody = await readerOf('w0');
    const { body } = await somebody.ask('GET', '/me/recommendations');
    expect(body.rows.map((row: { because: { reason: string; work: { id: string } } }) => [row.because.reason, row.because.work.id])).to.deep.equal([['listed', 'w0']]); // prettier-ignore
    expect(ids(body.rows[0].items)).to.deep.equal(['w1', 'w2']);
    expect((await somebody.page('/account')).text).to.include('Koska listallasi on ”Aalto”');

    // who turns it off is shown nothing, and is one less of five
    const [off] = four;
    if (!off) throw new Error('there is nobody');
    expect((await form(off, {})).status).to.equal(303);
    expect((await off.ask('GET', '/me/recommendations')).body.rows).to.deep.equal([]);
    expect((await off.page('/account')).text).to.not.include('Koska listallasi');
    expect((await off.page('/works/w0')).text).to.not.include('Tämän lukijat');
    await service.services.recommendations.make(0);
    expect(await beside('w0'), 'four again').to.deep.equal([]);
    await form(off, { recommendations: 'yes' });
    await service.services.recommendations.make(0);
    expect(await beside('w0')).to.deep.equal(['w1', 'w2']);
  });

  it('somebody of whom nothing is known is told what it takes', async () => {
    const { text } = await (await reader()).page('/account');
    expect(text).to.include('Kun lisäät teoksia listoihin');
  });

  it('a search is saved by its address, changed, and deleted; what it cannot mean is told', async () => {
    const browser = await reader();
    const saved = await browser.ask('POST', '/me/saved-searches', { name: '  Kissat ', search: 'q=kissa&format=book&format=ebook&page=3', cadence: 'daily' }); // prettier-ignore
    expect(saved.status, JSON.stringify(saved.body)).to.equal(200);
    expect(saved.body).to.include({ name: 'Kissat', channel: 'email', cadence: 'daily', state: 'active', search: 'q=kissa&format=book&format=ebook' }); // prettier-ignore
    expect((await browser.ask('GET', '/me')).body.settings.notices, 'letters that were asked for').to.include('newArrivals'); // prettier-ignore
    const wrong = await browser.ask('POST', '/me/saved-searches', { name: 'x', search: 'format=papyrus&colour=red' });
    expect([wrong.status, wrong.body.type]).to.deep.equal([400, 'urn:lastu:problem:invalid-request']);
    const address = `/me/saved-searches/${saved.body.id}`;
    expect((await browser.ask('PATCH', address, { state: 'paused' })).body).to.include({ state: 'paused', name: 'Kissat', cadence: 'daily' }); // prettier-ignore
    expect((await browser.ask('GET', `${address}/news`)).body).to.deep.equal({ fresh: [], found: [] });
    expect((await (await reader()).ask('GET', `${address}/news`)).body.type).to.equal('urn:lastu:problem:saved-search-not-found'); // prettier-ignore
    await browser.ask('DELETE', address);
    expect((await browser.ask('GET', '/me/saved-searches')).body.searches).to.deep.equal([]);
    expect((await browser.ask('POST', `${address}/restoration`)).body).to.include({ name: 'Kissat', state: 'paused' });
    const exported = (await browser.ask('GET', '/me/export')).body.savedSearches;
    expect(exported.searches[0]).to.include({ name: 'Kissat' });
  });

  it('before a municipality begins with it nobody’s searches are saved', async () => {
    const { consortium } = service.services;
    const browser = await reader();
    const known = (await consortium.rollouts()).find(({ _id }) => _id === 'lahti');
    await consortium.setRollout('lahti', known?.version ?? 0, { ...known?.starts, community: '2030-01-01' });
    const refused = await browser.ask('POST', '/me/saved-searches', { name: 'x', search: 'q=x' });
    expect(refused.body).to.deep.include({ type: 'urn:lastu:problem:community-not-started', about: { municipality: 'lahti', starts: '2030-01-01' } }); // prettier-ignore
    const { headers } = await browser.page('/account/searches', { csrf: browser.csrfToken, do: 'save', search: '/search?q=x', name: 'x', channel: 'feed', cadence: 'daily' }); // prettier-ignore
    expect((await browser.page(headers.get('location') ?? '')).text).to.match(/class="told refused"[^]{0,200}2030/);
  });
});
