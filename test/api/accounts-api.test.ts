import { expect } from 'chai';
import { Redis } from 'ioredis';
import { redisSessions, SessionsAway } from '../../api/sessions.ts';
import type { PatronAccount } from '../../domain/accounts/schema.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { catalogueRepository } from '../../domain/catalogue/repository.ts';
import { Browser } from '../support/cookie-browser.ts';
import { staffBrowser } from '../support/staff.ts';
import { startService, type TestService } from '../support/service.ts';

const staffToken = 'a-token-that-staff-have';
const racers = 200;

describe('accounts and circulation through HTTP', function () {
  this.timeout(120_000);
  let service: TestService;
  let serial = 0;

  before(async () => {
    service = await startService({
      staffToken,
      async fill({ connections }) {
        const catalogue = catalogueRepository(connections.database);
        for (const work of ['w1', 'w2', 'last']) {
          await catalogue.ensureWorks([work]);
          await catalogue.storeRecords([buildRecord({ _id: `${work}.r`, workId: work, edition: buildEdition({ title: work }) })]); // prettier-ignore
          await catalogue.storeItems([buildItem({ _id: `${work}-0`, recordId: `${work}.r` })], []);
        }
      },
    });
  });
  after(() => service?.stop());

  const patron = async (more = {}): Promise<PatronAccount> =>
    service.services.accounts.add({
      cardNumber: `3000${(serial += 1)}`,
      name: 'Aino Ahola',
      municipality: 'lahti',
      contact: {},
      language: 'fi',
      pin: '1234',
      ...more,
    });
  async function loggedIn(more = {}): Promise<{ browser: Browser; account: PatronAccount }> {
    const account = await patron(more);
    const browser = new Browser(service.url);
    await browser.logIn(account.cardNumber ?? '');
    return { browser, account };
  }
  const typeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('urn:lastu:problem:', '');

  it('a patron logs in, holds, borrows, renews nothing twice, and logs out', async () => {
    const { browser, account } = await loggedIn();
    const desk = await staffBrowser(service);
    expect((await browser.ask('GET', '/me')).body).to.include({ id: account._id, name: 'Aino Ahola' });
    const placed = await browser.ask('POST', '/me/holds', { workId: 'w1', pickupBranch: 'lahti' });
    expect(placed.body).to.include({ workId: 'w1', state: 'inTransit', pickupBranch: 'lahti' });
    const { body } = await desk.browser.ask('POST', '/staff/desk/checkins', { itemId: 'w1-0', branch: 'lahti' });
    expect(body.instruction.do).to.equal('holdShelf');
    expect((await browser.ask('GET', '/me/holds')).body.holds[0]).to.include({ state: 'ready' });
    const lent = await desk.browser.ask('POST', '/staff/desk/checkouts', { cardNumber: account.cardNumber, itemId: 'w1-0', branch: 'lahti' }); // prettier-ignore
    expect(lent.status).to.equal(200);
    const { loans } = (await browser.ask('GET', '/me/loans')).body;
    expect(loans).to.have.length(1);
    const { calendarUrl } = (await browser.ask('GET', '/me')).body;
    const calendar = await (await fetch(`${service.url}${new URL(calendarUrl).pathname}`)).text();
    expect(calendar)
      .to.include('SUMMARY:Eräpäivä: w1')
      .and.to.include(`VALUE=DATE:${loans[0].dueOn.replaceAll('-', '')}`);
    expect((await fetch(`${service.url}/feeds/loans/guess.ics`)).status).to.equal(404);
    const renewed = await browser.ask('POST', `/me/loans/${loans[0].id}/renewal`);
    expect([renewed.status, typeOf(renewed), renewed.body.rule]).to.deep.equal([
      409,
      'due-date-stays',
      'loanDays/standard@1',
    ]);
    expect((await browser.ask('POST', '/me/loans/renewals')).body.renewals[0].refusal.type).to.equal('urn:lastu:problem:due-date-stays'); // prettier-ignore
    expect((await browser.ask('GET', '/me/export')).body.circulation.loans).to.have.length(1);
    expect((await browser.ask('GET', '/me/fees')).body).to.deep.equal({ debtCents: 0, accruedCents: 0, fees: [] });
    await browser.ask('DELETE', '/session');
    expect((await browser.ask('GET', '/me')).status).to.equal(401);
  });

  it('two hundred patrons hold the last copy: one gets it, the others a place in the queue', async () => {
    const browsers = [];
    for (let nth = 0; nth < racers; nth += 10) {
      browsers.push(...(await Promise.all(Array.from({ length: 10 }, async () => (await loggedIn()).browser))));
      const { redis, names } = service.services.connections;
      await redis.del(`${names.keys}:login-failures:address:127.0.0.1`);
    }
    const placed = await Promise.all(
      browsers.map((one) => one.ask('POST', '/me/holds', { workId: 'last', pickupBranch: 'lahti' })),
    );
    expect(placed.map(({ status }) => status)).to.deep.equal(Array.from({ length: racers }, () => 200));
    const holds = await Promise.all(browsers.map(async (one) => (await one.ask('GET', '/me/holds')).body.holds[0]));
    expect(holds.filter(({ state }) => state === 'inTransit')).to.have.length(1);
    const positions = holds.flatMap(({ position }) => position ?? []).toSorted((a, b) => a - b);
    expect(positions).to.deep.equal(Array.from({ length: racers - 1 }, (_, nth) => nth + 1));
  });

  describe('keeps sessions safe', () => {
    it('by cookies that scripts and other sites do not get, and that are new at each log-in', async () => {
      const { browser, account } = await loggedIn();
      const session = [...browser.cookies].find(([name]) => name.includes('session'));
      const again = await browser.logIn(account.cardNumber ?? '');
      const line = again.headers.getSetCookie().find((one) => one.includes('session=') && !one.includes('session=;'));
      expect(line).to.match(/httponly/i).and.to.match(/samesite=lax/i).and.to.match(/path=\//i); // prettier-ignore
      const next = [...browser.cookies].find(([name]) => name.includes('session'));
      expect(next?.[1]).not.to.equal(session?.[1]);
      expect(next?.[1]).to.match(/^[\w-]{43}$/);
      const old = new Browser(service.url);
      old.cookies.set(session?.[0] ?? '', session?.[1] ?? '');
      expect((await old.ask('GET', '/me')).status, 'the old one is worth nothing').to.equal(401);
    });

    it('against fixation: an id that the browser was given by others never becomes a session', async () => {
      const account = await patron();
      const browser = new Browser(service.url);
      browser.cookies.set('lastu-session', 'A'.repeat(43));
      await browser.logIn(account.cardNumber ?? '');
      expect(browser.cookies.get('lastu-session')).not.to.equal('A'.repeat(43));
      const attacker = new Browser(service.url);
      attacker.cookies.set('lastu-session', 'A'.repeat(43));
      expect((await attacker.ask('GET', '/me')).status).to.equal(401);
    });

    it('against other sites: changes need the token, and must not come from elsewhere', async () => {
      const { browser } = await loggedIn();
      const hold = { workId: 'w2', pickupBranch: 'lahti' };
      expect(typeOf(await browser.ask('POST', '/me/holds', hold, { origin: 'https://evil.example' }))).to.equal(
        'cross-site',
      );
      expect(typeOf(await browser.ask('POST', '/me/holds', hold, { 'sec-fetch-site': 'cross-site' }))).to.equal(
        'cross-site',
      );
      expect(typeOf(await browser.ask('POST', '/me/holds', hold, { 'x-csrf-token': 'guess' }))).to.equal(
        'csrf-token-wrong',
      );
      expect(typeOf(await browser.ask('POST', '/me/holds', undefined, { 'content-type': 'text/plain' }))).to.equal('unsupported-media-type'); // prettier-ignore
      const login = await new Browser(service.url).ask('POST', '/session', { cardNumber: 'x', pin: 'y' }, { origin: 'https://evil.example' }); // prettier-ignore
      expect(typeOf(login)).to.equal('cross-site');
      expect((await browser.ask('GET', '/me/holds')).body.holds).to.deep.equal([]);
    });

    it('by ending them all when the PIN is changed or the patron logs out everywhere', async () => {
      const { browser, account } = await loggedIn();
      const elsewhere = new Browser(service.url);
      await elsewhere.logIn(account.cardNumber ?? '');
      expect((await browser.ask('POST', '/me/pin', { pin: '1234', newPin: '5678' })).status).to.equal(200);
      expect((await elsewhere.ask('GET', '/me')).status).to.equal(401);
      browser.csrfToken = (await browser.ask('GET', '/session')).body.csrfToken;
      await elsewhere.logIn(account.cardNumber ?? '', '5678');
      await browser.ask('DELETE', '/me/sessions');
      expect([(await browser.ask('GET', '/me')).status, (await elsewhere.ask('GET', '/me')).status]).to.deep.equal([
        401, 401,
      ]);
    });

    it('by answers that no cache keeps and no other site reads', async () => {
      const { browser } = await loggedIn();
      const { headers } = await browser.ask('GET', '/me', undefined, { origin: 'https://evil.example' });
      expect(headers.get('cache-control')).to.equal('private, no-store');
      expect(headers.get('access-control-allow-origin')).to.equal(null);
    });
  });

  describe('keeps people apart', () => {
    it('patrons from the desk, and everybody from what is not theirs', async () => {
      const { browser } = await loggedIn();
      const other = await loggedIn();
      const { body: hold } = await other.browser.ask('POST', '/me/holds', { workId: 'w2', pickupBranch: 'lahti' });
      expect(typeOf(await browser.ask('DELETE', `/me/holds/${hold.id}`))).to.equal('hold-not-found');
      expect(typeOf(await browser.ask('GET', `/me/loans?card=${other.account._id}`))).to.equal('not-allowed');
      expect(typeOf(await browser.ask('GET', '/staff/patrons?cardNumber=1'))).to.equal('unauthorized');
      expect((await new Browser(service.url).ask('GET', '/staff/patrons?cardNumber=1')).status).to.equal(401);
      expect((await new Browser(service.url).ask('GET', '/me/loans')).status).to.equal(401);
    });

    it('save guardians, who act for their children', async () => {
      const guardian = await loggedIn();
      const child = await patron({ name: 'Eero Ahola' });
      await service.services.accounts.linkChild(guardian.account._id, child._id);
      expect((await guardian.browser.ask('GET', '/me')).body.children).to.deep.equal([
        { id: child._id, name: 'Eero Ahola' },
      ]);
      expect((await guardian.browser.ask('GET', `/me/loans?card=${child._id}`)).body).to.deep.equal({ loans: [] });
    });
  });

  it('staff set from which day on a town has self-service; its patrons learn the day', async () => {
    const token = { authorization: `Bearer ${staffToken}` };
    const desk = new Browser(service.url);
    const set = (version: number) => desk.ask('PUT', '/staff/rollout/sysma', { version, starts: { selfService: '2099-01-01' } }, token); // prettier-ignore
    expect((await set(0)).body).to.deep.equal({
      municipality: 'sysma',
      version: 1,
      starts: { selfService: '2099-01-01' },
    });
    expect(typeOf(await set(0))).to.equal('changed-meanwhile');
    const { browser } = await loggedIn({ municipality: 'sysma' });
    const { body } = await browser.ask('POST', '/me/holds', { workId: 'w2', pickupBranch: 'sysma' });
    expect(body).to.deep.include({
      type: 'urn:lastu:problem:self-service-not-started',
      about: { municipality: 'sysma', starts: '2099-01-01' },
    });
  });

  it('while Redis is away, whoever asks for a session is told so at once', async () => {
    const away = new Redis('redis://127.0.0.1:1', { maxRetriesPerRequest: null, lazyConnect: true });
    away.on('error', () => undefined);
    const sessions = redisSessions(away, {
      find: service.services.accounts.find,
      name: 'session',
      prefix: 'x',
      publicUrl: 'http://localhost',
    });
    const error = await sessions.refuseWhenAway().catch((one: unknown) => one);
    away.disconnect();
    expect(error).to.be.instanceOf(SessionsAway);
  });

  it('the document describes every path, its session and its refusals', async () => {
    const { body } = await new Browser(service.url).ask('GET', '/openapi.json');
    expect(body.paths).to.include.keys('/session', '/me/holds/{id}', '/me/loans/{id}/renewal', '/staff/desk/checkins');
    expect(body.paths['/me/holds'].post.security).to.deep.equal([{ session: [] }]);
    expect(body.paths['/me/holds'].post.responses['409'].description).to.include('hold-limit-reached');
  });
});
