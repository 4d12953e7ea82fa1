import { expect } from 'chai';
import { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';

const second = 1_000;
const from = Date.parse('2026-01-01T00:00:00Z');
const at = (nth: number) => new Date(from + nth * second).toISOString();
const remembered = (nth: number, addedAt = at(nth)) => ({ id: `w${nth}`, title: `Teos ${nth}`, authors: ['Meriluoto, Aila'], addedAt }); // prettier-ignore
const range = (first: number, count: number) => Array.from({ length: count }, (_, nth) => remembered(first + nth));

/** A device: a browser, the works it remembers, and the token of its list. */
class Device extends Browser {
  token = '';
  #headers(): Record<string, string> {
    return this.token === '' ? {} : { 'x-memory-list': this.token };
  }
  async put(works: readonly object[], removed: readonly object[] = []) {
    const answer = await this.ask('PUT', '/memory-list', { works, removed }, this.#headers());
    if (answer.body.token !== undefined) this.token = answer.body.token;
    return answer;
  }
  async ids(): Promise<string[]> {
    const { body } = await this.ask('GET', '/memory-list', undefined, this.#headers());
    return body.works.map(({ id }: { id: string }) => id);
  }
  async logInWithList(cardNumber: string) {
    const { body } = await this.ask('POST', '/session', { cardNumber, pin: '1234' }, this.#headers());
    this.csrfToken = body.csrfToken;
  }
}

describe('the memory list through HTTP', function () {
  this.timeout(120_000);
  let service: TestService;
  let serial = 0;

  before(async () => {
    service = await startService({ fill: async () => undefined });
  });
  after(() => service?.stop());

  async function card(): Promise<string> {
    const cardNumber = `4000${(serial += 1)}`;
    await service.services.accounts.add({ cardNumber, name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    return cardNumber;
  }
  const device = () => new Device(service.url);
  const all = (count: number) => Array.from({ length: count }, (_, nth) => `w${nth}`).toSorted();

  it('fifty works of somebody without an account survive login on two devices, in either order', async () => {
    for (const phoneFirst of [true, false]) {
      const [phone, computer, cardNumber] = [device(), device(), await card()];
      await phone.put(range(0, 30));
      await computer.put(range(20, 30));
      expect(phone.token).not.to.equal(computer.token);
      const devices = phoneFirst ? [phone, computer] : [computer, phone];
      for (const one of devices) await one.logInWithList(cardNumber);
      for (const one of devices) {
        const ids = await one.ids();
        expect(ids).to.have.length(50);
        expect(ids.toSorted()).to.deep.equal(all(50));
      }
      await phone.put([], [{ id: 'w25', removedAt: at(1_000) }]);
      expect(await computer.ids())
        .to.have.length(49)
        .and.not.to.include('w25');
      await computer.put([remembered(25)]);
      expect(await computer.ids(), 'what was taken off does not come back').not.to.include('w25');
      await computer.put([remembered(25, at(2_000))]);
      expect(await phone.ids(), 'unless somebody adds it again').to.include('w25');
    }
  });

  it('both devices log in at the same time, and twice, and nothing is lost or doubled', async () => {
    const [phone, computer, cardNumber] = [device(), device(), await card()];
    await Promise.all([phone.put(range(0, 25)), computer.put(range(25, 25))]);
    await Promise.all([phone, computer, phone].map((one) => one.logInWithList(cardNumber)));
    expect((await phone.ids()).toSorted()).to.deep.equal(all(50));
    expect(await service.services.connections.database.collection('memoryLists').countDocuments({ _id: /^token:/ as never }), 'nothing is left without an owner').to.equal(0); // prettier-ignore
  });

  it('a list that a device keeps adding to while it logs in loses nothing', async () => {
    const [phone, cardNumber] = [device(), await card()];
    await phone.put(range(0, 1));
    const other = device();
    other.token = phone.token;
    await Promise.all([phone.logInWithList(cardNumber), ...range(1, 49).map((work) => other.put([work]))]);
    await phone.put([]);
    expect((await phone.ids()).toSorted()).to.deep.equal(all(50));
  });

  it('a token that is none of ours opens nothing, and its device gets a list of its own', async () => {
    const phone = device();
    await phone.put(range(0, 3));
    const [id] = phone.token.split('.');
    for (const token of ['x', `${id}.x`, `${id}`]) {
      const thief = device();
      thief.token = token;
      expect(await thief.ids()).to.deep.equal([]);
      await thief.put([remembered(9)]);
      expect(thief.token).not.to.equal(token);
      expect(await thief.ids()).to.deep.equal(['w9']);
    }
    expect(await phone.ids()).to.deep.equal(['w2', 'w1', 'w0']);
  });

  it('other sites neither read nor change it, and a session brings its token', async () => {
    const phone = device();
    await phone.put(range(0, 1));
    const elsewhere = { origin: 'https://example.org', 'x-memory-list': phone.token };
    const read = await phone.ask('GET', '/memory-list', undefined, elsewhere);
    expect([...read.headers.keys()].filter((name) => name.startsWith('access-control'))).to.deep.equal([]);
    expect(read.headers.get('cache-control')).to.equal('private, no-store');
    expect((await phone.ask('PUT', '/memory-list', { works: [] }, elsewhere)).status).to.equal(403);
    await phone.logInWithList(await card());
    phone.csrfToken = '';
    expect((await phone.put(range(1, 1))).body.type).to.equal('urn:lastu:problem:csrf-token-wrong');
  });

  it('there is room for two thousand works; beyond, nothing is changed', async () => {
    const phone = device();
    await phone.put(range(0, 2_000));
    const full = await phone.put(range(2_000, 1));
    expect([full.status, full.body.type]).to.deep.equal([409, 'urn:lastu:problem:memory-list-full']);
    expect(await phone.ids())
      .to.have.length(2_000)
      .and.not.to.include('w2000');
  });

  it('it goes along in an export, and goes with the account', async () => {
    const [phone, cardNumber] = [device(), await card()];
    await phone.put(range(0, 2));
    await phone.logInWithList(cardNumber);
    const exported = (await phone.ask('GET', '/me/export')).body.memoryList;
    expect(exported.map(({ title }: { title: string }) => title)).to.deep.equal(['Teos 1', 'Teos 0']);
    const { _id } = (await service.services.accounts.byCard(cardNumber)) ?? { _id: '' };
    expect((await phone.ask('DELETE', '/me', { pin: '1234' })).status).to.equal(200);
    expect(await service.services.memoryLists.read({ patron: _id })).to.deep.equal({ works: [], removed: [] });
  });

  it('it is sent by e-mail a few times only, whoever asks, and to addresses alone', async () => {
    const anybody = device();
    const send = (to: string) => anybody.ask('POST', '/memory-list/letters', { to, works: ['w1'], lang: 'sv' });
    expect((await send('not an address')).status).to.equal(400);
    expect((await send('a@example.org\nBcc: b@example.org')).status).to.equal(400);
    const statuses: number[] = [];
    for (let nth = 0; nth < 6; nth += 1) statuses.push((await send(nth % 2 === 0 ? 'lukija@example.org' : 'Lukija@Example.org')).status); // prettier-ignore
    expect(statuses).to.deep.equal([200, 200, 200, 200, 200, 429]);
    for (let nth = 0; nth < 4; nth += 1) await send(`${nth}@example.org`);
    const refused = await send('toinen@example.org');
    expect(refused.body.type).to.equal('urn:lastu:problem:too-fast');
    const keys = await service.services.connections.redis.keys('*pace:addressees*');
    expect(keys.join()).not.to.include('example.org');
  });
});
