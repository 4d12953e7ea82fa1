import { expect } from 'chai';
import { catalogueRepository } from '../../domain/catalogue/repository.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';

type Service = Pick<TestService, 'url' | 'services'>;

let serial = 0;
const freshAddress = () => `198.51.100.${(serial += 1) % 250}`;
const from = (address: string) => ({ 'x-forwarded-for': address });

async function addPatron({ services }: Service, email?: string) {
  const cardNumber = `5000${(serial += 1)}`;
  const { _id: id } = await services.accounts.add({
    cardNumber,
    name: 'Aino Ahola',
    birthDate: '1990-05-17',
    municipality: 'lahti',
    contact: { email },
    language: 'fi',
    pin: '1234',
    roles: ['patron'],
  });
  return { id, cardNumber };
}

/** Has a wait that has begun last long enough for the test to go on. */
const prolong = ({ services: { connections } }: Service, key: string) =>
  connections.redis.expire(`${connections.names.keys}:login-waits:${key}`, 60);

async function forgetGuesses({ services: { connections } }: Service) {
  const { redis, names } = connections;
  await redis.del('none', ...(await redis.keys(`${names.keys}:login-*`)));
}

/** The two ways in: each tells only the status and the words of its answer. */
const waysIn = {
  async api({ url }: Service, cardNumber: string, pin: string, headers: Record<string, string>) {
    const answer = await new Browser(url).ask('POST', '/session', { cardNumber, pin }, headers);
    return { status: answer.status, text: JSON.stringify(answer.body), wait: answer.headers.get('retry-after') };
  },
  async form({ url }: Service, cardNumber: string, pin: string, headers: Record<string, string>) {
    const { status, text } = await new Browser(url).page('/login', { cardNumber, pin }, headers);
    const words = text.replaceAll(/nonce="[^"]*"/g, '').replaceAll(cardNumber, 'CARD');
    return { status, text: words, wait: null };
  },
};
const ways = ['api', 'form'] as const;

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

  for (const way of ways)
    describe(`guessing, by the ${way}`, () => {
      const guess = (service: Service, cardNumber: string, address: string, pin = '0000') =>
        waysIn[way](service, cardNumber, pin, from(address));

      it('at one card from many addresses has the card wait, also for the right PIN, and longer each time', async () => {
        const { cardNumber } = await addPatron(behindProxy);
        const wait = `${behindProxy.services.connections.names.keys}:login-waits:card:${cardNumber}`;
        const { redis } = behindProxy.services.connections;
        for (let nth = 0; nth < 4; nth += 1) expect((await guess(behindProxy, cardNumber, freshAddress())).status).to.equal(401); // prettier-ignore
        for (const seconds of [1, 2, 4, 8]) {
          expect((await guess(behindProxy, cardNumber, freshAddress())).status).to.equal(401);
          expect(await redis.pttl(wait)).to.be.within(seconds * 1_000 - 1_900, seconds * 1_000);
          await redis.del(wait); // as if the time had gone by
        }
        await guess(behindProxy, cardNumber, freshAddress());
        expect((await guess(behindProxy, cardNumber, freshAddress(), '1234')).status).to.equal(429);
      });

      it('at many cards has the address wait that the proxy tells, and no other', async () => {
        const guesser = way === 'api' ? '203.0.113.9' : '203.0.113.10';
        for (let nth = 0; nth < 31; nth += 1)
          expect((await guess(behindProxy, `many-${way}-${nth}`, guesser)).status).to.equal(401);
        await prolong(behindProxy, `address:${guesser}`);
        const { cardNumber } = await addPatron(behindProxy);
        expect((await guess(behindProxy, cardNumber, guesser, '1234')).status).to.equal(429);
        expect((await guess(behindProxy, cardNumber, `192.0.2.1, ${guesser}`, '1234')).status, 'forged').to.equal(429);
        expect((await guess(behindProxy, cardNumber, freshAddress(), '1234')).status).to.be.oneOf([200, 303]);
      });

      it('is not helped by addresses that the guesser writes, where no proxy is trusted', async () => {
        await forgetGuesses(behindTls);
        for (let nth = 0; nth < 31; nth += 1)
          expect((await guess(behindTls, `forged-${way}-${nth}`, freshAddress())).status).to.equal(401);
        await prolong(behindTls, 'address:127.0.0.1');
        expect((await guess(behindTls, 'forged', freshAddress())).status).to.equal(429);
      });

      it('all at the same time gets no more looks than one after another', async () => {
        const { cardNumber } = await addPatron(behindProxy);
        const answers = await Promise.all(Array.from({ length: 30 }, () => guess(behindProxy, cardNumber, freshAddress()))); // prettier-ignore
        expect(answers.filter(({ status }) => status === 401).length).to.be.within(5, 10);
      });

      it('learns from no word whether there is such a card, neither before nor while it waits', async () => {
        const { cardNumber } = await addPatron(behindProxy);
        const told = async (card: string) => {
          const answers = [];
          for (let nth = 0; nth < 5; nth += 1) answers.push(await guess(behindProxy, card, freshAddress()));
          await prolong(behindProxy, `card:${card}`);
          answers.push(await guess(behindProxy, card, freshAddress()));
          return answers;
        };
        const [known, unknown] = [await told(cardNumber), await told(`none-${way}`)];
        expect(known).to.deep.equal(unknown);
        expect(known.at(-1)?.status).to.equal(429);
      });
    });

  describe('with a clock', () => {
    /**
     * How many times as long the one takes as the other, by their quickest of so many turns: load makes an answer slower and
     * never quicker. Turns are taken until the two are alike, so that load proves nothing; who takes longer by its work stays so.
     */
    async function unlike(
      one: () => Promise<unknown>,
      other: () => Promise<unknown>,
      prepare: () => Promise<unknown> = async () => undefined,
    ): Promise<number> {
      const quickest = [Infinity, Infinity];
      let ratio = Infinity;
      for (let turn = 1; turn <= 60 && (turn <= 15 || ratio > 1.5); turn += 1) {
        for (const [nth, act] of [one, other].entries()) {
          await forgetGuesses(behindProxy);
          await prepare();
          const start = performance.now();
          await act();
          quickest[nth] = Math.min(quickest[nth] ?? Infinity, performance.now() - start);
        }
        const [a = 0, b = 0] = quickest;
        ratio = Math.max(a, b) / Math.min(a, b);
      }
      return ratio;
    }
    const post = (path: string, body: unknown) => new Browser(behindProxy.url).ask('POST', path, body);

    it('an unknown card cannot be told from a wrong PIN', async () => {
      const { cardNumber } = await addPatron(behindProxy);
      for (const way of ways) {
        const attempt = (card: string) => () => waysIn[way](behindProxy, card, '0000', from(freshAddress()));
        expect(await unlike(attempt(cardNumber), attempt('none-at-all')), way).to.be.lessThan(1.5);
      }
    });

    it('a wrong code cannot be told from one that was never sent', async () => {
      const { id, cardNumber } = await addPatron(behindProxy, 'aino@example.org');
      const redeem = (card: string) => () => post('/session/pin', { cardNumber: card, code: 'wrong', pin: '4321' });
      await post('/session/codes', { purpose: 'pin-reset', cardNumber, birthDate: '1990-05-17' });
      while (!(await behindProxy.services.accounts.find(id))?.code)
        await new Promise((resolve) => setTimeout(resolve, 20));
      const patrons = behindProxy.services.connections.database.collection<{ _id: string }>('patrons');
      const manyTries = () => patrons.updateOne({ _id: id }, { $set: { 'code.triesLeft': 5 } });
      expect(await unlike(redeem(cardNumber), redeem('none-at-all'), manyTries)).to.be.lessThan(1.5);
    });

    it('a card that a code is sent for cannot be told from one that is not, nor by words', async () => {
      const { cardNumber } = await addPatron(behindProxy, 'aino@example.org');
      const ask = (card: string) =>
        post('/session/codes', { purpose: 'pin-reset', cardNumber: card, birthDate: '1990-05-17' });
      const [known, unknown] = [await ask(cardNumber), await ask('none-at-all')];
      expect([known.status, known.body]).to.deep.equal([unknown.status, unknown.body]);
      expect(
        await unlike(
          () => ask(cardNumber),
          () => ask('none-at-all'),
        ),
      ).to.be.lessThan(1.5);
    });
  });

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
