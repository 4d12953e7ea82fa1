import { expect } from 'chai';
import { Browser } from '../support/cookie-browser.ts';
import { addPatron, forgetGuesses, freshAddress, from, prolong } from '../support/guesses.ts';
import { startService, type TestService } from '../support/service.ts';

type Service = Pick<TestService, 'url' | 'services'>;

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

describe('who guesses at the log-in', function () {
  this.timeout(120_000);
  let behindProxy: TestService;
  let open: TestService;

  before(async () => {
    const fill = async () => undefined;
    behindProxy = await startService({ trustedProxies: { hops: 1 }, fill });
    open = await startService({ fill });
  });
  after(async () => {
    await behindProxy?.stop();
    await open?.stop();
  });

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
        await forgetGuesses(open);
        for (let nth = 0; nth < 31; nth += 1)
          expect((await guess(open, `forged-${way}-${nth}`, freshAddress())).status).to.equal(401);
        await prolong(open, 'address:127.0.0.1');
        expect((await guess(open, 'forged', freshAddress())).status).to.equal(429);
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
        if (way === 'api') expect(Number(known.at(-1)?.wait), 'seconds to wait').to.be.within(50, 60);
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
      const aHash = () => waysIn.api(behindProxy, 'none-at-all', '0000', from(freshAddress()));
      for (const card of [cardNumber, 'none-at-all'])
        expect(await unlike(redeem(card), aHash, manyTries), 'what is looked up hides behind a hash').to.be.lessThan(
          1.5,
        );
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
});
