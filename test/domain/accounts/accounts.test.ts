import { expect } from 'chai';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { Connections } from '../../../config/connections.ts';
import { addresseesOf } from '../../../domain/accounts/addressees.ts';
import { lockOut, waitSeconds } from '../../../domain/accounts/lock-out.ts';
import type { PersonalRecords } from '../../../domain/accounts/privacy.ts';
import { AccountProblem } from '../../../domain/accounts/problems.ts';
import { PatronAccount } from '../../../domain/accounts/schema.ts';
import { createAccounts, type Accounts, type SendCode } from '../../../domain/accounts/service.ts';
import { dropNamespace, openTestConnections } from '../../support/connections.ts';

const pin = '1234';
const address = '192.0.2.1';
type Sent = Parameters<SendCode>[0];

describe('accounts', () => {
  let connections: Connections;
  let accounts: Accounts;
  let serial = 0;
  const mail: Sent[] = [];
  let arrived: (sent: Sent) => void = () => undefined;
  const kept = new Map<string, { hindrance?: 'loans-open' | 'fees-open'; text: string }>();
  let crashes = 0;
  const reviews: PersonalRecords = {
    name: 'reviews',
    export: async (patron) => kept.get(patron)?.text,
    hindrance: async (patron) => kept.get(patron)?.hindrance,
    count: async (patron) => ({ reviews: kept.has(patron) ? 1 : 0 }),
    async move(from, to) {
      const moved = kept.get(from);
      if (moved) kept.set(to, moved);
      kept.delete(from);
    },
    async erase(patron) {
      if (crashes-- > 0) throw new Error('The power has failed');
      kept.delete(patron);
    },
  };

  before(async () => {
    connections = openTestConnections();
    const counter = (name: string) =>
      new RateLimiterRedis({
        storeClient: connections.redis,
        keyPrefix: `${connections.names.keys}:${name}`,
        points: 1_000_000,
        duration: 86_400,
      });
    accounts = createAccounts({
      admitName: async () => undefined,
      database: connections.database,
      lockOut: lockOut({ failures: counter('failures'), waits: counter('waits') }),
      async sendCode(message) {
        mail.push(message);
        arrived(message);
      },
      records: [reviews],
    });
    await accounts.ensureIndexes();
  });
  after(() => dropNamespace(connections));

  async function patron(given: Partial<Parameters<Accounts['add']>[0]> = {}) {
    serial += 1;
    return accounts.add({
      cardNumber: `2000${serial}`,
      name: 'Aino Ahola',
      birthDate: '1990-05-17',
      municipality: 'lahti',
      contact: { email: `aino${serial}@example.org` },
      language: 'fi',
      pin,
      ...given,
    });
  }
  const cardOf = ({ cardNumber = '' }: PatronAccount) => cardNumber;
  const reasonOf = (act: Promise<unknown>) =>
    act.then(
      () => 'done',
      (error: unknown) => (error instanceof AccountProblem ? error.reason : Promise.reject(error)),
    );
  const nextMail = () => new Promise<Sent>((resolve) => (arrived = resolve));
  const freshAddress = () => `198.51.100.${(serial += 1)}`;

  it('a card and its PIN open it; PINs are kept by argon2id with 19 MiB and two passes', async () => {
    const added = await patron();
    const found = await accounts.logIn({ cardNumber: cardOf(added), pin, address });
    expect(found._id).to.equal(added._id);
    expect(found.pinHash).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(found.settings.keepsHistory).to.equal(false);
    expect(PatronAccount.safeParse(found).error).to.equal(undefined);
    expect(await reasonOf(patron({ cardNumber: cardOf(added) }))).to.equal('card-number-taken');
  });

  it('a wrong PIN, a card that is not, one without a PIN and a lost one are told apart by nothing', async () => {
    const added = await patron();
    const lost = await patron();
    await accounts.setCardState(lost._id, 'lost');
    const bare = await patron({ pin: undefined });
    const cards = [cardOf(added), 'no-such-card', cardOf(lost), cardOf(bare)];
    const problems = await Promise.all(
      cards.map((cardNumber) => accounts.logIn({ cardNumber, pin: '9999', address: freshAddress() }).catch((error: unknown) => error)), // prettier-ignore
    );
    for (const problem of problems) {
      expect(problem).to.be.instanceOf(AccountProblem).and.include({ message: 'credentials-wrong' });
    }
  });

  describe('guessing', () => {
    it('waits grow with each further failure, up to a quarter of an hour', () => {
      expect([1, 4, 5, 6, 7, 14, 15, 40].map((failures) => waitSeconds(failures, 4))).to.deep.equal([0, 0, 1, 2, 4, 512, 900, 900]); // prettier-ignore
    });

    it('has a card wait after five failures, also for the right PIN, and whether or not there is such a card', async () => {
      const added = await patron();
      for (const cardNumber of [cardOf(added), 'guessed-card']) {
        for (let times = 0; times < 5; times += 1) {
          expect(await reasonOf(accounts.logIn({ cardNumber, pin: '0000', address: freshAddress() }))).to.equal('credentials-wrong'); // prettier-ignore
        }
        const problem = await accounts
          .logIn({ cardNumber, pin, address: freshAddress() })
          .catch((error: unknown) => error);
        expect(problem).to.include({ reason: 'too-many-attempts', retryAfterSeconds: 1 });
      }
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      await accounts.logIn({ cardNumber: cardOf(added), pin, address: freshAddress() });
      expect(await reasonOf(accounts.logIn({ cardNumber: cardOf(added), pin: '0000', address: freshAddress() }))).to.equal('credentials-wrong'); // prettier-ignore
    });

    it('does not keep owners out of devices they have used before', async () => {
      const added = await patron();
      const cardNumber = cardOf(added);
      for (let times = 0; times < 6; times += 1) await reasonOf(accounts.logIn({ cardNumber, pin: '0000', address: freshAddress() })); // prettier-ignore
      expect(await reasonOf(accounts.logIn({ cardNumber, pin, address: freshAddress() }))).to.equal(
        'too-many-attempts',
      );
      await accounts.logIn({ cardNumber, pin, address: freshAddress(), device: 'kitchen' });
    });

    it('does not keep them out where others guess at the same address, which costs guessers nothing less', async () => {
      const cardNumber = cardOf(await patron());
      const library = '203.0.113.80';
      for (let nth = 0; nth < 31; nth += 1) await reasonOf(accounts.logIn({ cardNumber: `library-${nth}`, pin: '0000', address: library })); // prettier-ignore
      expect(await reasonOf(accounts.logIn({ cardNumber, pin, address: library }))).to.equal('too-many-attempts');
      await accounts.logIn({ cardNumber, pin, address: library, device: 'own telephone' });
      expect(await reasonOf(accounts.logIn({ cardNumber, pin, address: library })), 'nor ends the wait').to.equal('too-many-attempts'); // prettier-ignore
      for (let times = 0; times < 5; times += 1) await reasonOf(accounts.logIn({ cardNumber, pin: '0000', address: library, device: 'own telephone' })); // prettier-ignore
      expect(await reasonOf(accounts.logIn({ cardNumber, pin, address: library, device: 'own telephone' }))).to.equal('too-many-attempts'); // prettier-ignore
    });

    it('at the same time gets no more guesses than one after another', async () => {
      const cardNumber = cardOf(await patron());
      const guess = (card: string, from: string) => reasonOf(accounts.logIn({ cardNumber: card, pin: '0000', address: from })); // prettier-ignore
      const looked = (reasons: string[]) => reasons.filter((reason) => reason === 'credentials-wrong').length;
      const atOneCard = Array.from({ length: 40 }, () => guess(cardNumber, freshAddress()));
      expect(looked(await Promise.all(atOneCard))).to.be.within(5, 10); // a wait of a second may end meanwhile
      const overCards = Array.from({ length: 60 }, (_, nth) => guess(`burst-${nth}`, '203.0.113.77'));
      expect(looked(await Promise.all(overCards))).to.be.within(31, 36);
    });

    it('keeps nobody waiting at an address from which many log in at the same time and know their PINs', async () => {
      const added = await Promise.all(Array.from({ length: 20 }, () => patron()));
      for (let round = 0; round < 2; round += 1)
        await Promise.all(
          added.map((one) => accounts.logIn({ cardNumber: cardOf(one), pin, address: '203.0.113.78' })),
        );
    });

    it('over many cards has the address wait, and only that one', async () => {
      const added = await patron();
      const guesser = '203.0.113.9';
      for (let nth = 0; nth < 31; nth += 1)
        await reasonOf(accounts.logIn({ cardNumber: `guess-${nth}`, pin, address: guesser }));
      expect(await reasonOf(accounts.logIn({ cardNumber: cardOf(added), pin, address: guesser }))).to.equal('too-many-attempts'); // prettier-ignore
      await accounts.logIn({ cardNumber: cardOf(added), pin, address: freshAddress() });
    });
  });

  describe('codes by e-mail', () => {
    const request = (account: PatronAccount, birthDate = '1990-05-17') =>
      accounts.requestCode({ purpose: 'web-account', cardNumber: cardOf(account), birthDate, address: freshAddress() });

    it('card, birth date and the code make a web account and set a PIN', async () => {
      const added = await patron({ pin: undefined });
      const coming = nextMail();
      await request(added);
      const { to, code } = await coming;
      expect(to).to.equal(added.contact.email);
      expect((await accounts.find(added._id))?.code?.hash).not.to.include(code);
      const wrong = code === '000000' ? '000001' : '000000';
      const redeem = (given: string) => accounts.redeemCode({ cardNumber: cardOf(added), code: given, pin: '4321', address: freshAddress() }); // prettier-ignore
      expect(await reasonOf(redeem(wrong))).to.equal('code-wrong');
      const after = await redeem(code);
      expect(after.webSince).to.be.instanceOf(Date);
      expect(await reasonOf(redeem(code)), 'a code works once').to.equal('code-wrong');
      await accounts.logIn({ cardNumber: cardOf(added), pin: '4321', address: freshAddress() });
    });

    it('a wrong birth date or card gets the same answer, and no mail', async () => {
      const added = await patron();
      const before = mail.length;
      await request(added, '1991-01-01');
      await accounts.requestCode({ purpose: 'pin-reset', cardNumber: 'none', birthDate: '1990-05-17', address: freshAddress() }); // prettier-ignore
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(mail.length).to.equal(before);
      expect((await accounts.find(added._id))?.code).to.equal(undefined);
    });

    it('a code cannot be guessed: five tries, whoever tries at the same time', async () => {
      const added = await patron();
      const coming = nextMail();
      await request(added);
      const { code } = await coming;
      const wrong = code === '000000' ? '000001' : '000000';
      await Promise.all(
        Array.from({ length: 5 }, () => reasonOf(accounts.redeemCode({ cardNumber: cardOf(added), code: wrong, pin: '4321', address: freshAddress() }))), // prettier-ignore
      );
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      expect(await reasonOf(accounts.redeemCode({ cardNumber: cardOf(added), code, pin: '4321', address: freshAddress() }))).to.equal('code-wrong'); // prettier-ignore
    });
  });

  it('a new PIN, another card and logging out everywhere end all sessions', async () => {
    const added = await patron();
    const epochs = [added.sessionEpoch];
    const note = async (account: Promise<PatronAccount>) => epochs.push((await account).sessionEpoch);
    expect(await reasonOf(accounts.changePin(added._id, { pin: '0000', newPin: '5678', address }))).to.equal('credentials-wrong'); // prettier-ignore
    await note(accounts.changePin(added._id, { pin, newPin: '5678', address }));
    await note(accounts.replaceCard(added._id, `${cardOf(added)}-new`));
    await note(accounts.logOutEverywhere(added._id));
    expect(epochs).to.deep.equal(epochs.toSorted((a, b) => a - b));
    expect(new Set(epochs).size).to.equal(epochs.length);
    expect(await reasonOf(accounts.logIn({ cardNumber: cardOf(added), pin: '5678', address: freshAddress() }))).to.equal('credentials-wrong'); // prettier-ignore
    await accounts.logIn({ cardNumber: `${cardOf(added)}-new`, pin: '5678', address: freshAddress() });
    expect(await reasonOf(accounts.replaceCard((await patron())._id, `${cardOf(added)}-new`))).to.equal(
      'card-number-taken',
    );
  });

  it('changes at the same time are all kept', async () => {
    const added = await patron();
    await Promise.all([
      accounts.changeSettings(added._id, { language: 'sv' }),
      accounts.changeSettings(added._id, { keepsHistory: true }),
      accounts.changeContact(added._id, { email: 'uusi@example.org' }),
    ]);
    expect(await accounts.find(added._id)).to.deep.include({
      settings: { ...added.settings, language: 'sv', keepsHistory: true },
      contact: { email: 'uusi@example.org' },
    });
  });

  it('guardians act for the children linked to them, and for nobody else', async () => {
    const [guardian, child, stranger] = await Promise.all([patron(), patron(), patron()]);
    const may = (actor: PatronAccount, card: PatronAccount) => accounts.mayActFor(actor._id, card._id);
    expect(await may(guardian, child)).to.equal(false);
    await accounts.linkChild(guardian._id, child._id);
    expect(await may(guardian, child)).to.equal(true);
    expect([await may(child, guardian), await may(stranger, child)]).to.deep.equal([false, false]);
    expect(await reasonOf(accounts.linkChild(stranger._id, guardian._id))).to.equal('not-allowed');
    expect(await reasonOf(accounts.linkChild(child._id, child._id))).to.equal('not-allowed');
    await accounts.unlinkChild(guardian._id, child._id);
    expect(await may(guardian, child)).to.equal(false);
  });

  it('letters go to the address of the card, those of a child without one to a guardian who is linked on both sides', async () => {
    const guardian = await patron({ contact: { email: 'guardian@example.org' }, language: 'sv' });
    const child = await patron({ contact: {}, name: 'Eero Ahola' });
    const find = addresseesOf(connections.database);
    const everybody = [guardian._id, child._id, 'nobody'];
    expect([...(await find(everybody)).keys()]).to.deep.equal([guardian._id]);
    await accounts.linkChild(guardian._id, child._id);
    await accounts.changeSettings(guardian._id, { dueSoonDays: 7 });
    const found = await find(everybody);
    expect(found.get(child._id)).to.include({ to: 'guardian@example.org', language: 'sv', child: 'Eero Ahola', dueSoonDays: 3 }); // prettier-ignore
    expect(found.get(guardian._id)).to.include({ to: 'guardian@example.org', dueSoonDays: 7 }).and.not.have.property('child'); // prettier-ignore
    await accounts.unlinkChild(guardian._id, child._id);
    expect((await find(everybody)).has(child._id)).to.equal(false);
  });

  describe('what the law gives', () => {
    it('an export holds everything but secrets', async () => {
      const added = await patron();
      kept.set(added._id, { text: 'Hieno kirja' });
      const all = await accounts.exportAll(added._id);
      expect(all).to.have.property('reviews', 'Hieno kirja');
      expect(all['account']).to.include({ name: 'Aino Ahola', birthDate: '1990-05-17' });
      expect(JSON.stringify(all)).not.to.match(/argon2|calendarKey|pinHash/);
    });

    it('nobody goes with loans or debts', async () => {
      const added = await patron();
      kept.set(added._id, { text: '', hindrance: 'loans-open' });
      expect(await reasonOf(accounts.deleteAccount(added._id, { pin, address }))).to.equal('loans-open');
      expect(await reasonOf(accounts.deleteAccount(added._id, { pin: '0000', address }))).to.equal('credentials-wrong');
      expect((await accounts.find(added._id))?.name).to.equal('Aino Ahola');
    });

    it('of a deleted account nothing is left that tells who it was, also where the power failed over it', async () => {
      const [added, child] = await Promise.all([patron(), patron()]);
      await accounts.linkChild(added._id, child._id);
      kept.set(added._id, { text: 'Hieno kirja' });
      crashes = 1;
      await accounts.deleteAccount(added._id, { pin, address }).catch(() => undefined);
      await accounts.finishDeletions();
      expect(kept.has(added._id)).to.equal(false);
      const left = await connections.database.collection<PatronAccount>('patrons').findOne({ _id: added._id });
      expect(JSON.stringify(left)).not.to.match(/Aino|1990|2000\d|example/);
      expect((await accounts.find(child._id))?.guardians).to.deep.equal([]);
      expect(await reasonOf(accounts.logIn({ cardNumber: cardOf(added), pin, address: freshAddress() }))).to.equal('credentials-wrong'); // prettier-ignore
      expect(await reasonOf(accounts.exportAll(added._id))).to.equal('patron-not-found');
      await patron({ cardNumber: cardOf(added) });
    });
  });
});
