import { expect } from 'chai';
import { catalogueRepository } from '../../domain/catalogue/repository.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { Browser } from '../support/cookie-browser.ts';
import { addPatron, forgetGuesses, freshAddress, from } from '../support/guesses.ts';
import { startService, type TestService } from '../support/service.ts';

type Service = Pick<TestService, 'url' | 'services'>;

describe('who abuses the log-in', function () {
  this.timeout(120_000);
  let behindProxy: TestService;
  let behindTls: TestService;

  before(async () => {
    behindProxy = await startService({
      trustedProxies: { hops: 1 },
      async fill({ connections }) {
        const catalogue = catalogueRepository(connections.database);
        await catalogue.ensureWorks(['w1']);
        await catalogue.storeRecords([buildRecord({ _id: 'w1.r', workId: 'w1', edition: buildEdition({ title: 'w1' }) })]); // prettier-ignore
        await catalogue.storeItems([buildItem({ _id: 'w1-0', recordId: 'w1.r' })], []);
      },
    });
    behindTls = await startService({ publicUrl: 'https://lastu.example', fill: async () => undefined });
  });
  after(async () => {
    await behindProxy?.stop();
    await behindTls?.stop();
  });

  async function formLogIn(service: Service, cardNumber: string, browser = new Browser(service.url)) {
    const answer = await browser.page('/login', { cardNumber, pin: '1234' }, from(freshAddress()));
    expect(answer.status).to.equal(303);
    return { browser, answer };
  }
  const isSession = async (service: Service, id: string, name = 'lastu-session') => {
    const browser = new Browser(service.url);
    browser.cookies.set(name, id);
    return (await browser.ask('GET', '/me')).status === 200;
  };

  describe('from another site', () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'https://localhost:3000' },
      { origin: 'http://localhost:3000.evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];

    it('logs nobody in as somebody of its choice, sends no code and sets no PIN', async () => {
      const { cardNumber } = await addPatron(behindProxy);
      const forms = {
        '/login': { cardNumber, pin: '1234' },
        '/login/code': { purpose: 'pin-reset', cardNumber, birthDate: '1990-05-17' },
        '/login/pin': { purpose: 'pin-reset', cardNumber, code: '123456', pin: '4321' },
      };
      for (const headers of foreign)
        for (const [path, form] of Object.entries(forms)) {
          const browser = new Browser(behindProxy.url);
          const { status } = await browser.page(path, form, { ...headers, ...from(freshAddress()) });
          expect([status, browser.cookies.size], `${path} ${JSON.stringify(headers)}`).to.deep.equal([403, 0]);
        }
    });

    it('sends none of our forms, even with the token; without the token nobody does', async () => {
      const { id, cardNumber } = await addPatron(behindProxy);
      const { browser } = await formLogIn(behindProxy, cardNumber);
      const { csrfToken: csrf } = (await browser.ask('GET', '/session')).body;
      const before = await behindProxy.services.accounts.find(id);
      const forms = {
        '/account/loans': {},
        '/account/holds': { bulk: 'cancel' },
        '/account/fees': {},
        '/account/history': { do: 'on' },
        '/account/settings': { do: 'contact', email: 'evil@evil.example' },
        '/works/w1/hold': { pickupBranch: 'lahti' },
        '/logout': { everywhere: '1' },
      };
      const forged: [Record<string, string>, Record<string, string>][] = [
        ...foreign.map((headers): [Record<string, string>, Record<string, string>] => [headers, { csrf }]),
        [{}, {}],
        [{}, { csrf: '' }],
        [{}, { csrf: 'A'.repeat(csrf.length) }],
      ];
      for (const [headers, token] of forged)
        for (const [path, form] of Object.entries(forms)) {
          const told = `${path} ${JSON.stringify([headers, token])}`;
          const answer = await browser.page(path, { ...form, ...token }, headers);
          const { text } = answer.status === 303 ? await browser.page(answer.headers.get('location') ?? '') : answer;
          if (path === '/logout') expect(answer.status, told).to.equal(403);
          else expect(text, told).to.include('mitään ei muutettu');
        }
      expect(await behindProxy.services.accounts.find(id)).to.deep.equal(before);
      expect((await browser.ask('GET', '/me/holds')).body.holds).to.deep.equal([]);

      const own = { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' };
      expect((await browser.page('/account/history', { do: 'on', csrf }, own)).status).to.equal(303);
      expect((await behindProxy.services.accounts.find(id))?.settings.keepsHistory, 'our own is heeded').to.equal(true);
    });

    it('is what a page without TLS is, where patrons reach us by it', async () => {
      const { cardNumber } = await addPatron(behindTls);
      const { host } = new URL(behindTls.url);
      await forgetGuesses(behindTls);
      const logIn = (origin: string) =>
        new Browser(behindTls.url).page('/login', { cardNumber, pin: '1234' }, { origin });
      expect((await logIn(`http://${host}`)).status).to.equal(403);
      expect((await logIn('http://lastu.example')).status).to.equal(403);
      expect((await logIn('https://lastu.example')).status).to.equal(303);
    });
  });

  describe('by a session of its own making', () => {
    it('gets none: a form gives another id than the browser has brought, and ends what that one was', async () => {
      const { cardNumber } = await addPatron(behindProxy);
      const planted = 'A'.repeat(43);
      const { browser } = await formLogIn(
        behindProxy,
        cardNumber,
        Object.assign(new Browser(behindProxy.url), { cookies: new Map([['lastu-session', planted]]) }),
      );
      const first = browser.cookies.get('lastu-session') ?? '';
      expect(first)
        .to.match(/^[\w-]{43}$/)
        .and.not.equal(planted);
      await formLogIn(behindProxy, (await addPatron(behindProxy)).cardNumber, browser);
      const second = browser.cookies.get('lastu-session') ?? '';
      expect(second).not.to.equal(first);
      const alive = await Promise.all([planted, first, second].map((id) => isSession(behindProxy, id)));
      expect(alive).to.deep.equal([false, false, true]);
      const { csrfToken: csrf } = (await browser.ask('GET', '/session')).body;
      await browser.page('/logout', { csrf });
      expect(await isSession(behindProxy, second), 'logged out').to.equal(false);
    });
  });

  it('is led to no page but ours by what `next` says, neither at once nor by the form', async () => {
    const { cardNumber } = await addPatron(behindProxy);
    const { browser: inside } = await formLogIn(behindProxy, cardNumber);
    for (const next of [
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\/evil.example',
      'https:evil.example',
      'https:/evil.example',
      'https://evil.example/',
      'HtTp://evil.example',
      'javascript:alert(1)',
      'data:text/html,x',
      '/\t/evil.example',
      '\t//evil.example',
      '/\n/evil.example',
      '/\r\nlocation: https://evil.example',
      '/\u0000/evil.example',
      '/.//evil.example',
      '/%2e//evil.example',
      '/%2E%2e//evil.example',
      '@evil.example',
      '.evil.example',
    ]) {
      const form = new Browser(behindProxy.url);
      const answers = [
        await form.page('/login', { cardNumber, pin: '1234', next }, from(freshAddress())),
        await inside.page(`/login?next=${encodeURIComponent(next)}`),
      ];
      for (const { status, headers } of answers)
        expect([status, headers.get('location')], JSON.stringify(next)).to.deep.equal([303, '/account']);
    }
    for (const next of ['/%2F/evil.example', '/%5Cevil.example', '/%09/evil.example', '/account/holds']) {
      const location = (await inside.page(`/login?next=${encodeURIComponent(next)}`)).headers.get('location') ?? '';
      expect(new URL(location, behindProxy.url).origin, next).to.equal(behindProxy.url);
    }
  });

  it('gets no cookie that scripts, other sites, other hosts or the network see, by either way in and out', async () => {
    await forgetGuesses(behindTls);
    const { cardNumber } = await addPatron(behindTls);
    const { browser, answer } = await formLogIn(behindTls, cardNumber);
    const { csrfToken: csrf } = (await browser.ask('GET', '/session')).body;
    const out = await browser.page('/logout', { csrf });
    const api = await new Browser(behindTls.url).logIn(cardNumber);
    const lines = [answer, out, api].map(({ headers }) => headers.getSetCookie());
    expect(lines.map(({ length }) => length)).to.deep.equal([2, 1, 2]);
    for (const line of lines.flat()) {
      expect(line)
        .to.match(/^__Host-lastu-(session|device)=/)
        .and.not.match(/; domain=/i);
      for (const flag of [/; path=\/;/i, /; samesite=lax/i, /; secure/i, /; httponly/i]) expect(line).to.match(flag);
    }
    expect(answer.headers.get('strict-transport-security')).to.match(/max-age=\d{7,}/);
    expect(answer.headers.get('cache-control')).to.equal('no-store');
  });
});
