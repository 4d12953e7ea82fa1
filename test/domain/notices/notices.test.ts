import { expect } from 'chai';
import { pino } from 'pino';
import { MailRefused, openMail, type Message } from '../../../config/mail.ts';
import type { Addressee } from '../../../domain/accounts/addressees.ts';
import { letterRepository, type LetterRepository } from '../../../domain/notices/repository.ts';
import type { Letter } from '../../../domain/notices/schema.ts';
import { noticesOver, type NoticeDeps, type Notices } from '../../../domain/notices/service.ts';
import { openQueues, type Queues } from '../../../workers/queues.ts';
import { sendPost, startPostmen } from '../../../workers/post.ts';
import { openTestCirculation, type TestCirculation } from '../../support/circulation.ts';
import { dropNamespace } from '../../support/connections.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';

const minutes = 60_000;

describe('letters about loans and holds', function () {
  this.timeout(120_000);
  let library: TestCirculation;
  let mail: Message[] = [];
  let serial = 0;
  let laterMs = 0;
  const readers = new Map<string, Addressee>();

  before(async () => {
    library = await openTestCirculation();
    await letterRepository(library.connections.database).ensureIndexes();
  });
  beforeEach(() => {
    mail = [];
    laterMs = 0;
  });
  after(() => dropNamespace(library.connections));

  const letters = () => library.connections.database.collection<Letter>('letters');
  function open(given: Partial<NoticeDeps> = {}): Notices {
    return noticesOver({
      repository: letterRepository(library.connections.database),
      circulation: library.circulation,
      copies: library.copies,
      addressees: async (ids) => new Map(ids.flatMap((id) => (readers.has(id) ? [[id, reader(id)]] : []))),
      sendMail: async (message) => void mail.push(message),
      publicUrl: 'https://kirjasto.example',
      now: () => new Date(library.deps.now().getTime() + laterMs),
      ...given,
    });
  }
  const reader = (id: string): Addressee => readers.get(id) ?? { to: '', language: 'fi', wants: [], dueSoonDays: 3 };
  function addReader(more: Partial<Addressee> = {}): string {
    const id = `reader${(serial += 1)}`;
    library.addPatron({ id });
    readers.set(id, { to: `${id}@example.org`, language: 'fi', wants: ['readyForPickup', 'dueSoon', 'overdue', 'holdExpired'], dueSoonDays: 3, ...more }); // prettier-ignore
    return id;
  }
  /** A copy of a new work, of which nobody has heard. */
  async function addCopy(title = 'Putkinotko'): Promise<{ work: string; item: string }> {
    const id = `w${(serial += 1)}`;
    await library.addWork(id, [[`${id}-0`, 'lahti']], { edition: { title } });
    return { work: `work:${id}`, item: `${id}-0` };
  }
  async function onShelfFor(patron: string, title?: string) {
    const copy = await addCopy(title);
    await library.circulation.holds.place(patron, { target: copy.work, pickupBranch: 'lahti' });
    await library.circulation.desk.checkIn(copy.item, 'lahti');
    return copy;
  }
  async function lendTo(patron: string, title?: string) {
    const copy = await addCopy(title);
    return { ...copy, loan: await library.circulation.loans.checkOut({ patron, item: copy.item, branch: 'lahti' }) };
  }
  async function tellAll(notices = open()): Promise<void> {
    await notices.putBack();
    await notices.write('holds');
    await notices.write('loans');
    for (const id of await notices.due()) await notices.deliver(id);
  }
  const mailTo = (patron: string) => mail.filter(({ to }) => to === readers.get(patron)?.to);

  it('a hold that is ready is told once, with title, branch, number and last day, in the reader’s language', async () => {
    const fi = addReader();
    const sv = addReader({ language: 'sv' });
    const en = addReader({ language: 'en' });
    for (const patron of [fi, sv, en]) await onShelfFor(patron, 'Alastalon salissa');
    await Promise.all([tellAll(), tellAll(), tellAll()]);
    await tellAll();
    expect([fi, sv, en].map((patron) => mailTo(patron).length)).to.deep.equal([1, 1, 1]);
    expect(mailTo(fi)[0]?.subject).to.equal('Varauksesi on noudettavissa');
    expect(mailTo(fi)[0]?.text).to.match(/\* Alastalon salissa\n {2}Lahden pääkirjasto, noutonumero \d+, nouda viimeistään \d+\. \w+kuuta 2026/); // prettier-ignore
    expect(mailTo(sv)[0]?.text).to.match(/Lahtis huvudbibliotek, hämtnummer \d+, hämta senast \d+ december 2026/);
    expect(mailTo(en)[0]?.text).to.match(/Lahti Main Library, pickup number \d+, collect by \d+ December 2026/);
    expect(mailTo(fi)[0]?.text).to.include('https://kirjasto.example/account/holds?lang=fi');
    expect(mailTo(fi)[0]?.html).to.include('<strong>Alastalon salissa</strong>');
  });

  it('what is ready at one time comes in one letter, and a title does no harm in it', async () => {
    const patron = addReader();
    for (const title of ['<b>Yksi</b> & "kaksi"', 'Kaksi']) await onShelfFor(patron, title);
    await tellAll();
    expect(mailTo(patron).map(({ subject }) => subject)).to.deep.equal(['2 varaustasi on noudettavissa']);
    expect(mailTo(patron)[0]?.html).to.include('&lt;b&gt;Yksi&lt;/b&gt; &amp; &quot;kaksi&quot;');
  });

  it('whose hold has ended because no copy is left is told so, by title, with what they can do', async () => {
    const patron = addReader();
    const { work, item } = await lendTo(addReader(), 'Seitsemän veljestä');
    await library.circulation.holds.place(patron, { target: work, pickupBranch: 'lahti' });
    const copy = await library.item(item);
    await library.catalogue.storeItems([{ ...copy, withdrawn: true, version: copy.version + 1 }], []);
    expect(await library.circulation.endUnservable(work.slice('work:'.length))).to.equal(1);
    await tellAll();
    await tellAll();
    expect(mailTo(patron)).to.have.length(1);
    expect(mailTo(patron)[0]?.text).to.match(/\* Seitsemän veljestä\n {2}Kirjastoissamme ei ole enää yhtään nidettä.*ei peritä maksua.*kaukolainaksi/); // prettier-ignore
  });

  it('nobody gets what they do not want, and nobody else does instead', async () => {
    const patron = addReader({ wants: ['overdue'] });
    const unreachable = addReader();
    readers.delete(unreachable);
    await onShelfFor(patron);
    await onShelfFor(unreachable);
    await tellAll();
    expect(mail).to.deep.equal([]);
  });

  it('due dates are told so many days before as the reader likes, and anew after a renewal; lateness with its cost', async () => {
    const early = addReader({ dueSoonDays: 7 });
    const late = addReader({ dueSoonDays: 1 });
    const { loan } = await lendTo(early);
    await lendTo(late);
    library.passDays(28 - 7);
    await tellAll();
    expect([mailTo(early).length, mailTo(late).length]).to.deep.equal([1, 0]);
    expect(mailTo(early)[0]?.subject).to.equal('Lainasi eräpäivä lähestyy');
    library.passDays(6);
    await library.circulation.loans.renew(early, loan.id);
    await tellAll();
    expect([mailTo(early).length, mailTo(late).length]).to.deep.equal([1, 1]);
    library.passDays(28 - 3);
    await tellAll();
    expect(mailTo(early)).to.have.length(2);
    expect(mailTo(late).map(({ subject }) => subject)).to.deep.equal(['Lainasi eräpäivä lähestyy', 'Lainasi on myöhässä']); // prettier-ignore
    expect(mailTo(late)[1]?.text).to.include('myöhästymismaksu tähän mennessä 5,00');
  });

  it('nobody is reminded at night', async () => {
    const patron = addReader();
    await lendTo(patron);
    library.passDays(30);
    laterMs = 9 * 60 * minutes; // from noon to nine in the evening
    await tellAll();
    expect(mailTo(patron)).to.deep.equal([]);
    laterMs = 0;
    await tellAll();
    expect(mailTo(patron)).to.have.length(1);
  });

  it('a hold that nobody has picked up, or needs any more, is told with what it costs', async () => {
    const patron = addReader();
    await onShelfFor(patron, 'Noutamatta');
    await tellAll();
    library.passDays(14);
    await library.circulation.beginDay();
    await tellAll();
    await tellAll();
    expect(mailTo(patron).map(({ subject }) => subject)).to.deep.equal(['Varauksesi on noudettavissa', 'Varauksesi on päättynyt']); // prettier-ignore
    expect(mailTo(patron)[1]?.text).to.match(/Noutamatta\n {2}Varausta ei noudettu ajoissa, noutamattoman varauksen maksu 1,00/); // prettier-ignore
  });

  it('what is not true any more when it comes to sending is not sent', async () => {
    const patron = addReader();
    const { item } = await onShelfFor(patron);
    const notices = open();
    await notices.write('holds');
    await library.circulation.loans.checkOut({ patron, item, branch: 'lahti' });
    for (const id of await notices.due()) await notices.deliver(id);
    expect(mailTo(patron)).to.deep.equal([]);
    expect(await letters().countDocuments({ patron, state: 'void' })).to.equal(1);
  });

  it('an absent mail server is tried again with growing pauses, and given up visibly', async () => {
    const patron = addReader();
    await onShelfFor(patron);
    const notices = open({ sendMail: async () => Promise.reject(new Error('connect ECONNREFUSED')) });
    await notices.write('holds');
    const [id = ''] = (await letters().find({ patron }).toArray()).map(({ _id }) => _id);
    const pauses: number[] = [];
    for (;;) {
      if ((await notices.deliver(id)) === 'failed') break;
      const letter = await letters().findOne({ _id: id });
      expect(await notices.deliver(id), 'not before its time').to.equal(undefined);
      const pause = (letter?.notBefore.getTime() ?? 0) - library.deps.now().getTime() - laterMs;
      pauses.push(Math.round(pause / minutes));
      laterMs += pause + 1_000;
    }
    expect(pauses).to.deep.equal([1, 4, 15, 60, 240, 360, 360, 360, 360, 360]);
    expect(await letters().findOne({ _id: id })).to.include({ state: 'failed', reason: 'connect ECONNREFUSED' });
    expect((await notices.counts()).failed).to.be.greaterThan(0);
  });

  it('a mailbox that is not there is given up at once', async () => {
    const patron = addReader();
    await onShelfFor(patron);
    await tellAll(open({ sendMail: async () => Promise.reject(new MailRefused('550 no such user')) }));
    expect(await letters().findOne({ patron })).to.include({ state: 'failed', attempts: 1 });
  });

  it('whatever step somebody dies at, each is told once; twice, recognisably, where the server had it already', async () => {
    class Death extends Error {}
    const steps = ['add', 'claim', 'sendMail', 'change'] as const;
    for (const step of steps) {
      for (const when of ['before', 'after'] as const) {
        const patron = addReader();
        await onShelfFor(patron);
        let alive = true;
        const dieAt = <Given extends unknown[], Done>(name: string, act: (...given: Given) => Promise<Done>) =>
          async (...given: Given): Promise<Done> => {
            if (!alive || (name === step && when === 'before')) throw ((alive = false), new Death());
            const done = await act(...given);
            if (name === step && when === 'after') throw ((alive = false), new Death());
            return done;
          }; // prettier-ignore
        const real = letterRepository(library.connections.database);
        const repository: LetterRepository = { ...real, add: dieAt('add', real.add), claim: dieAt('claim', real.claim), change: dieAt('change', real.change) }; // prettier-ignore
        const mortal = open({ repository, sendMail: dieAt('sendMail', async (message) => void mail.push(message)) });
        await tellAll(mortal).catch((error: unknown) => {
          if (!(error instanceof Death)) throw error;
        });
        expect(alive, `${when} ${step}`).to.equal(false);
        await tellAll();
        laterMs += 11 * minutes;
        await tellAll();
        await tellAll();
        const had = (step === 'sendMail' && when === 'after') || (step === 'change' && when === 'before');
        expect(mailTo(patron).length, `${when} ${step}`).to.equal(had ? 2 : 1);
        expect(new Set(mailTo(patron).map(({ messageId }) => messageId)).size).to.equal(1);
        expect(await letters().countDocuments({ patron, state: 'sent' })).to.equal(1);
      }
    }
  });

  it('who dies over the same letter twice does not send it a third time', async () => {
    const patron = addReader();
    await onShelfFor(patron);
    const repository = { ...letterRepository(library.connections.database), change: async () => Promise.reject(new Error('died')) }; // prettier-ignore
    for (let times = 0; times < 4; times += 1) {
      await open().putBack();
      await open().write('holds');
      const dying = open({ repository });
      for (const id of await dying.due()) await dying.deliver(id).catch(() => undefined);
      laterMs += 11 * minutes;
    }
    expect(mailTo(patron)).to.have.length(2);
    expect(await letters().findOne({ patron })).to.include({ state: 'failed' });
  });

  describe('through the queue and a mail server', () => {
    let server: MailServer;
    let queues: Queues;
    let stop: (() => Promise<void>) | undefined;
    const logger = pino({ level: 'silent' });
    beforeEach(async () => {
      server = await startMailServer();
      queues = openQueues(library.connections.redis, library.connections.names.keys);
    });
    afterEach(async () => {
      await stop?.();
      stop = undefined;
      await queues.close();
      await server.close();
    });
    const bySmtp = () => open({ sendMail: openMail({ SMTP_URL: server.url, MAIL_FROM: 'Kirjasto <kirjasto@example.org>', LASTU_HOME: '/nowhere' }) }); // prettier-ignore
    const forever = new AbortController().signal;

    it('letters are sent once, however often jobs are replayed', async () => {
      const patron = addReader();
      await onShelfFor(patron, 'Seitsemän veljestä');
      const notices = bySmtp();
      const deps = { notices, post: queues.post, logger, redis: library.connections.redis, queuePrefix: library.connections.names.keys }; // prettier-ignore
      stop = startPostmen(deps);
      for (let times = 0; times < 5; times += 1) await sendPost(deps, forever);
      const [letter = ''] = (await letters().find({ patron }).toArray()).map(({ _id }) => _id);
      await untilTrue(async () => (await letters().countDocuments({ _id: letter, state: 'sent' })) === 1);
      for (let times = 0; times < 3; times += 1) await queues.post([letter]);
      await untilTrue(async () => (await queues.notices.getJobCountByTypes('waiting', 'active')) === 0);
      expect(server.taken).to.have.length(1);
      expect(server.taken[0]).to.match(/^To: reader\d+@example\.org$/m).and.to.match(/^Message-ID: <[0-9a-f]{40}@kirjasto\.example>$/m); // prettier-ignore
    });

    it('Redis may lose all jobs: who looks after the post sends what has waited', async () => {
      const patron = addReader();
      await onShelfFor(patron);
      const deps = { notices: bySmtp(), post: queues.post, logger };
      await sendPost(deps, forever);
      await untilTrue(async () => (await queues.notices.getJobCountByTypes('waiting')) > 0);
      await queues.notices.obliterate({ force: true });
      expect(server.taken).to.deep.equal([]);
      laterMs += 3 * minutes;
      await sendPost(deps, forever);
      expect(server.taken).to.have.length(1);
      expect(await letters().countDocuments({ patron, state: 'sent' })).to.equal(1);
    });

    it('what the server says counts: later, never, or taken', async () => {
      const [busy, gone] = [addReader(), addReader()];
      const notices = bySmtp();
      server.replies.push('451 try again later');
      await onShelfFor(busy);
      await tellAll(notices);
      server.replies.push('550 no such mailbox');
      await onShelfFor(gone);
      await tellAll(notices);
      expect(await letters().findOne({ patron: busy })).to.include({ state: 'waiting', attempts: 1 });
      expect(await letters().findOne({ patron: gone })).to.include({ state: 'failed', attempts: 1 });
      laterMs += 2 * minutes;
      await tellAll(notices);
      expect(await letters().findOne({ patron: busy })).to.include({ state: 'sent', attempts: 2 });
      expect(server.taken).to.have.length(1);
    });
  });
});

async function untilTrue(is: () => Promise<boolean>): Promise<void> {
  for (let times = 0; times < 200; times += 1) {
    if (await is()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come true');
}
