import { expect } from 'chai';
import fc from 'fast-check';
import { openMail } from '../../../config/mail.ts';
import { SearchQuery } from '../../../domain/discovery/schema.ts';
import { catalogueRepository } from '../../../domain/catalogue/repository.ts';
import { createDiscovery } from '../../../domain/discovery/service.ts';
import { letterRepository } from '../../../domain/notices/repository.ts';
import { noticesOver } from '../../../domain/notices/service.ts';
import { lookedUntil } from '../../../domain/saved-searches/news.ts';
import { savedSearchRepository, type SavedSearchRepository } from '../../../domain/saved-searches/repository.ts';
import { nextTime } from '../../../domain/saved-searches/schedule.ts';
import { savedWish, type SavedSearch, type SavedSearchText } from '../../../domain/saved-searches/schema.ts';
import { savedSearchesOver, type SavedSearchDeps } from '../../../domain/saved-searches/service.ts';
import { drainAll } from '../../../indexer/drain.ts';
import { buildEdition, buildItem, buildRecord } from '../../support/builders.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';
import { startService, type TestService } from '../../support/service.ts';

const minutes = 60_000;
const days = 24 * 60 * minutes;
const start = new Date('2026-11-25T10:00:00Z');

describe('saved searches', function () {
  this.timeout(120_000);
  let library: TestService;
  let server: MailServer;
  let now = start;
  let serial = 0;

  before(async () => {
    library = await startService({ fill: async () => undefined });
    server = await startMailServer();
  });
  beforeEach(() => (server.taken.length = 0));
  after(async () => {
    await server?.close();
    await library?.stop();
  });

  /** Saved searches and letters as one process runs them, by SMTP. */
  function open(given: Partial<SavedSearchDeps> = {}) {
    const { connections, catalogue, consortium, indexer, search } = library.services;
    const letters = letterRepository(connections.database);
    const sendMail = openMail({ SMTP_URL: server.url, MAIL_FROM: 'Kirjasto <kirjasto@example.org>', LASTU_HOME: '/nowhere' }); // prettier-ignore
    const searches = savedSearchesOver({
      repository: savedSearchRepository(connections.database),
      catalogue,
      consortium,
      discovery: createDiscovery(catalogue),
      letters,
      unindexed: indexer.changes.pendingWorks,
      having: search.having,
      publicUrl: 'https://kirjasto.example',
      now: () => now,
      ...given,
    });
    const notices = noticesOver({
      repository: letters,
      circulation: library.services.circulation,
      copies: { titles: async () => new Map(), workOf: async () => undefined, ofWork: async () => [], items: async () => [], inUse: async () => [], dueBetween: async () => [] }, // prettier-ignore
      addressees: async (ids) => new Map(ids.map((id) => [id, { to: `${id}@example.org`, language: 'fi', wants: ['newArrivals'], dueSoonDays: 3 }])), // prettier-ignore
      correspondents: [searches.correspondent],
      sendMail,
      publicUrl: 'https://kirjasto.example',
      now: () => now,
    });
    return { searches, notices };
  }
  async function tellAll({ searches, notices } = open()): Promise<void> {
    await notices.putBack();
    await searches.look();
    for (const id of await notices.due()) await notices.deliver(id);
  }
  const newPatron = () => `reader${(serial += 1)}`;
  const save = (patron: string, search: Record<string, unknown>, text: Partial<SavedSearchText> = {}): Promise<SavedSearch> =>
    open().searches.save(
      { patron, municipality: 'lahti' },
      { name: 'Kissat', channel: 'email', cadence: 'daily', ...text, language: 'fi', wish: savedWish(SearchQuery.parse(search)) },
    ); // prettier-ignore

  /** A record that comes now, stored and announced as an import does it; in the index where nothing else is said. */
  async function arrives(title: string, { work = `w${(serial += 1)}`, index = true, acquiredOn = '2026-11-20', ...edition }: Record<string, unknown> & { work?: string; index?: boolean; acquiredOn?: string } = {}) {
    const { changes, connections, indexer } = library.services;
    const catalogue = catalogueRepository(connections.database);
    const id = `r${(serial += 1)}`;
    await changes.recordChange([work], async () => {
      await catalogue.ensureWorks([work]);
      const record = buildRecord({ _id: id, workId: work, edition: buildEdition({ title, ...edition }) });
      await catalogue.storeRecords([{ ...record, importedAt: now, updatedAt: now }]);
      await catalogue.storeItems([buildItem({ _id: `${id}-0`, recordId: id, acquiredOn })], []);
    });
    if (index) await drainAll(indexer);
    return { id, work };
  } // prettier-ignore
  const mailTo = (patron: string) => server.taken.filter((mail) => mail.includes(`To: ${patron}@example.org`)).map(readable); // prettier-ignore

  it('tell once, by letter, of what came since and has what was asked; not of what was there', async () => {
    const patron = newPatron();
    await arrives('Vanha kissakirja');
    now = new Date(now.getTime() + minutes);
    await save(patron, { q: 'kissa' });
    now = new Date(now.getTime() + minutes);
    const { work } = await arrives('Uusi kissakirja');
    await arrives('Uusi koirakirja');
    await tellAll();
    expect(mailTo(patron), 'not before its time').to.deep.equal([]);
    now = new Date(now.getTime() + days);
    await Promise.all([tellAll(), tellAll(), tellAll()]);
    await tellAll();
    now = new Date(now.getTime() + days);
    await tellAll();
    expect(mailTo(patron)).to.have.length(1);
    const [mail = ''] = mailTo(patron);
    expect(mail).to.include('Uusi kissakirja').and.include(`https://kirjasto.example/works/${work}`);
    expect(mail).to.not.include('Vanha kissakirja').and.not.include('koirakirja');
    expect(mail).to.match(/^Subject: Uutuusvahti löysi uuden teoksen$/m);
    expect(mail).to.match(/^List-Unsubscribe: <https:\/\/kirjasto\.example\/searches\/stop\/[\w-]{32}>$/m);
    expect(mail).to.match(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  });

  it('lose nothing and tell nothing twice, whatever step somebody dies at', async () => {
    class Death extends Error {}
    const real = savedSearchRepository(library.services.connections.database);
    const outbox = letterRepository(library.services.connections.database);
    for (const step of ['keep', 'add', 'change'] as const) {
      for (const when of ['before', 'after'] as const) {
        const patron = newPatron();
        await save(patron, { q: 'hevonen' });
        now = new Date(now.getTime() + minutes);
        const { work } = await arrives(`Hevonen ${step} ${when}`);
        now = new Date(now.getTime() + days);
        let alive = true;
        const dieAt = <Given extends unknown[], Done>(name: string, act: (...given: Given) => Promise<Done>) =>
          async (...given: Given): Promise<Done> => {
            if (!alive || (name === step && when === 'before')) throw ((alive = false), new Death());
            const done = await act(...given);
            if (name === step) throw ((alive = false), new Death());
            return done;
          }; // prettier-ignore
        const repository: SavedSearchRepository = { ...real, keep: dieAt('keep', real.keep), change: dieAt('change', real.change) }; // prettier-ignore
        const mortal = open({ repository, letters: { told: outbox.told, add: dieAt('add', outbox.add) } });
        await mortal.searches.look().catch((error: unknown) => {
          if (!(error instanceof AggregateError)) throw error;
        });
        expect(alive, `${when} ${step}`).to.equal(false);
        await tellAll();
        now = new Date(now.getTime() + days);
        await tellAll();
        const told = mailTo(patron).filter((mail) => mail.includes(work));
        expect(told.length, `${when} ${step}`).to.equal(1);
      }
    }
  });

  it('wait for what is not in the index yet, and tell of it when it is', async () => {
    const patron = newPatron();
    await save(patron, { q: 'lokki' });
    now = new Date(now.getTime() + minutes);
    await arrives('Lokki', { index: false });
    for (let times = 0; times < 3; times += 1) {
      now = new Date(now.getTime() + days);
      await tellAll();
    }
    expect(mailTo(patron)).to.deep.equal([]);
    await drainAll(library.services.indexer);
    now = new Date(now.getTime() + days);
    await tellAll();
    expect(mailTo(patron)).to.have.length(1);
  });

  it('tell of a new edition to whoever asked for such ones only, and of none bought long ago', async () => {
    const [finnish, swedish] = [newPatron(), newPatron()];
    const { work } = await arrives('Svanen', { languages: ['swe'] });
    now = new Date(now.getTime() + minutes);
    await save(finnish, { q: 'svanen', language: ['fin'], available: 'true' });
    await save(swedish, { q: 'svanen', language: ['swe'] });
    now = new Date(now.getTime() + minutes);
    await arrives('Svanen', { work, languages: ['fin'] });
    await arrives('Svanen som var gammal', { languages: ['fin', 'swe'], acquiredOn: '2011-03-01' });
    now = new Date(now.getTime() + days);
    await tellAll();
    expect([mailTo(finnish).length, mailTo(swedish).length]).to.deep.equal([1, 0]);
    expect(mailTo(finnish)[0]).to.not.include('gammal');
  });

  it('go by feed or are paused without a letter; what comes in a pause is no news', async () => {
    const patron = newPatron();
    const { searches } = open();
    const feed = await save(patron, { q: 'norppa' }, { channel: 'feed' });
    const paused = await save(patron, { q: 'norppa' });
    await searches.change(paused._id, patron, { state: 'paused' });
    now = new Date(now.getTime() + minutes);
    const { work } = await arrives('Norppa');
    now = new Date(now.getTime() + days);
    await tellAll();
    await searches.change(paused._id, patron, { state: 'active' });
    now = new Date(now.getTime() + days);
    await tellAll();
    expect(mailTo(patron)).to.deep.equal([]);
    const known = await searches.byFeedKey(feed.feedKey);
    expect((await searches.found(known ?? feed, 10)).map((one) => one.work.id)).to.deep.equal([work]);
    await searches.renewFeed(feed._id, patron);
    expect(await searches.byFeedKey(feed.feedKey)).to.equal(undefined);
    await searches.change(feed._id, patron, { channel: 'email' });
    now = new Date(now.getTime() + days);
    await tellAll();
    expect(mailTo(patron), 'the feed has told of it').to.deep.equal([]);
  });

  it('show what is new now without telling it, and come back when their deletion is undone', async () => {
    const patron = newPatron();
    const { searches } = open();
    const search = await save(patron, { q: 'ilves' }, { cadence: 'weekly' });
    now = new Date(now.getTime() + minutes);
    const { work } = await arrives('Ilves');
    const seen = async () => (await searches.newNow(await searches.find(search._id, patron))).map((one) => one.work.id);
    expect([await seen(), await seen()]).to.deep.equal([[work], [work]]);
    await searches.remove(search._id, patron);
    expect(await searches.ofPatron(patron)).to.deep.equal([]);
    expect(await searches.byStopKey(search.stopKey)).to.equal(undefined);
    await searches.restore(search._id, patron);
    now = new Date(now.getTime() + 7 * days);
    await tellAll();
    expect(mailTo(patron)).to.have.length(1);
    expect(await seen()).to.deep.equal([]);
    expect(await searches.restore(search._id, newPatron()).catch(({ reason }) => reason)).to.equal('saved-search-not-found'); // prettier-ignore
  });

  it('keep nothing of a patron who has gone, and export it before, without secret addresses', async () => {
    const patron = newPatron();
    const { records } = open().searches;
    const { feedKey, stopKey } = await save(patron, { q: 'karhu' });
    now = new Date(now.getTime() + minutes);
    await arrives('Karhu');
    now = new Date(now.getTime() + days);
    await tellAll();
    const exported = JSON.stringify(await records.export(patron));
    expect(exported).to.include('"q":"karhu"').and.include('"foundAt"');
    expect(exported).to.not.include(feedKey).and.not.include(stopKey);
    await records.erase(patron);
    expect(await records.export(patron)).to.deep.equal({ searches: [], found: [] });
  });

  it('are looked through at seven in the morning in Finland, weekly ones on Mondays, whatever the clocks do', () => {
    expect(nextTime('daily', new Date('2026-11-25T04:59:59Z')).toISOString()).to.equal('2026-11-25T05:00:00.000Z');
    expect(nextTime('daily', new Date('2026-11-25T05:00:00Z')).toISOString()).to.equal('2026-11-26T05:00:00.000Z');
    expect(nextTime('daily', new Date('2026-03-28T12:00:00Z')).toISOString()).to.equal('2026-03-29T04:00:00.000Z');
    expect(nextTime('weekly', new Date('2026-11-25T10:00:00Z')).toISOString()).to.equal('2026-11-30T05:00:00.000Z');
  });

  it('never count as looked through beyond what waits for the index', () => {
    const arrivals = fc.array(fc.record({ workId: fc.constantFrom('a', 'b', 'c', 'd'), ago: fc.integer({ min: 0, max: 29 * days }) })); // prettier-ignore
    fc.assert(
      fc.property(arrivals, fc.subarray(['a', 'b', 'c', 'd']), (came, unindexed) => {
        const all = came.map(({ workId, ago }, nth) => ({ _id: String(nth), workId, importedAt: new Date(now.getTime() - ago) })); // prettier-ignore
        const until = lookedUntil(all, new Set(unindexed), now);
        const waiting = all.filter(({ workId }) => unindexed.includes(workId));
        expect(waiting.every(({ importedAt }) => importedAt >= until)).to.equal(true);
        if (waiting.length === 0) expect(until).to.deep.equal(now);
      }),
    );
  });
});

/** A message with its encoded words and quoted-printable parts as they are read. */
function readable(mail: string): string {
  const unfolded = mail.replace(/\n[ \t]+/g, ' ').replace(/\?= =\?UTF-8\?Q\?/g, '');
  const words = unfolded.replace(/=\?UTF-8\?Q\?(.*?)\?=$/gm, (_, text: string) => text.replaceAll('_', ' ')).replace(/=\n/g, ''); // prettier-ignore
  return Buffer.from(words.replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))), 'latin1').toString('utf8'); // prettier-ignore
}
