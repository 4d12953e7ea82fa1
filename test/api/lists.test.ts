import { expect } from 'chai';
import { ListText } from '../../domain/lists/schema.ts';
import { catalogueRepository } from '../../domain/catalogue/repository.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';

const works = 120;
const isbns = new Map([['w0', '9789510430262'], ['w1', '9789520446536']]); // prettier-ignore
const titleOf = (nth: number) => `${['Öylätti', 'Aamu', 'Ämpäri', 'Åland', 'Zeppeliini'][nth % 5]} ${nth}`;

interface ShownEntry {
  readonly id: string;
  readonly version: number;
  readonly workId: string;
  readonly title: string;
  readonly note: string;
  readonly gone: boolean;
}

describe('lists through HTTP', function () {
  this.timeout(120_000);
  let service: TestService;
  let serial = 0;

  before(async () => {
    service = await startService({
      async fill({ connections }) {
        const catalogue = catalogueRepository(connections.database);
        const ids = Array.from({ length: works }, (_, nth) => `w${nth}`);
        await catalogue.ensureWorks(ids);
        await catalogue.storeRecords(
          ids.map((id, nth) => {
            const isbn = isbns.get(id);
            const edition = buildEdition({ title: titleOf(nth), year: 1900 + nth, isbns: isbn ? [isbn] : [] });
            return buildRecord({ _id: `${id}.r`, workId: id, edition });
          }),
        );
        const items = ids.map((id, nth) => buildItem({ _id: `${id}-0`, recordId: `${id}.r`, branch: nth % 2 === 0 ? 'lahti' : 'heinola', status: nth < 10 ? 'available' : 'lost' })); // prettier-ignore
        await catalogue.storeItems(items, []);
      },
    });
  });
  after(() => service?.stop());

  async function loggedIn(more = {}): Promise<Browser> {
    const cardNumber = `3000${(serial += 1)}`;
    await service.services.accounts.add({ cardNumber, name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234', ...more }); // prettier-ignore
    const browser = new Browser(service.url);
    await browser.logIn(cardNumber);
    return browser;
  }
  const nobody = () => new Browser(service.url);
  const typeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('urn:lastu:problem:', '');
  async function newList(owner: Browser, more = {}): Promise<string> {
    const { status, body } = await owner.ask('POST', '/lists', { title: 'Kesän kirjat', ...more });
    expect(status, JSON.stringify(body)).to.equal(200);
    return body.id;
  }
  const entriesOf = async (reader: Browser, id: string, query = ''): Promise<ShownEntry[]> =>
    (await reader.ask('GET', `/lists/${id}/entries?size=100${query}`)).body.items;
  const workIds = async (reader: Browser, id: string, query = '') => (await entriesOf(reader, id, query)).map(({ workId }) => workId); // prettier-ignore
  async function fill(owner: Browser, id: string, ids: readonly string[], note = '') {
    for (const workId of ids) {
      const { status } = await owner.ask('POST', `/lists/${id}/entries`, { workId, note });
      expect(status).to.equal(200);
    }
  }
  async function joined(owner: Browser, id: string, role: 'reader' | 'writer'): Promise<Browser> {
    const { body } = await owner.ask('POST', `/lists/${id}/invitations`, { role });
    const member = await loggedIn();
    const answer = await member.ask('POST', `/lists/${id}/members`, { token: body.token, name: `Kaveri ${role}` });
    expect(answer.body.role).to.equal(role);
    return member;
  }

  it('a hundred writers add works to one list at once, and nothing is lost', async () => {
    const owner = await loggedIn();
    const id = await newList(owner);
    const { body } = await owner.ask('POST', `/lists/${id}/invitations`, { role: 'writer' });
    const writers = await Promise.all(Array.from({ length: 10 }, () => joined(owner, id, 'writer')));
    expect(body.address).to.match(/\/lists\/[\w-]+\/invitation#[\w-]+$/);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, nth) =>
        (writers[nth % 10] ?? owner).ask('POST', `/lists/${id}/entries`, {
          workId: `w${nth}`,
          note: `muistiinpano ${nth}`,
          ...(nth % 3 === 0 && { position: { at: 'first' } }),
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).to.deep.equal(answers.map(() => 200));
    const found = await entriesOf(owner, id);
    expect(new Map(found.map(({ workId, note }) => [workId, note]))).to.deep.equal(
      new Map(Array.from({ length: 100 }, (_, nth) => [`w${nth}`, `muistiinpano ${nth}`])),
    );
    expect(found).to.have.length(100);
  });

  it('a hundred writers who add the same work and move the others leave it once, and every work in a place', async () => {
    const owner = await loggedIn();
    const id = await newList(owner);
    await fill(owner, id, ['w1', 'w2', 'w3', 'w4', 'w5']);
    const before = await entriesOf(owner, id);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, nth) => {
        const [moved, other] = [before[nth % 5], before[(nth * 2 + 1) % 5]];
        if (nth % 2 === 0) return owner.ask('POST', `/lists/${id}/entries`, { workId: 'w9' });
        return owner.ask('PUT', `/lists/${id}/entries/${moved?.id}/position`, { before: other?.id });
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([200]));
    expect(answers.filter(({ body }) => body.added === true)).to.have.length(1);
    expect((await workIds(owner, id)).toSorted()).to.deep.equal(['w1', 'w2', 'w3', 'w4', 'w5', 'w9']);
  });

  it('a stale edit of a note or of the list is told both versions, and changes nothing', async () => {
    const owner = await loggedIn();
    const id = await newList(owner);
    await fill(owner, id, ['w1']);
    const [entry] = await entriesOf(owner, id);
    const note = (text: string, version = entry?.version) => owner.ask('PATCH', `/lists/${id}/entries/${entry?.id}`, { version, note: text }); // prettier-ignore
    expect((await note('ensimmäinen')).body).to.include({ note: 'ensimmäinen', version: 2 });
    const stale = await note('toinen');
    expect([stale.status, typeOf(stale)]).to.deep.equal([409, 'changed-meanwhile']);
    expect(stale.body.current).to.include({ note: 'ensimmäinen', version: 2 });
    expect(stale.body.yours).to.deep.equal({ note: 'toinen', version: 1 });
    expect((await note('ensimmäinen')).status, 'the same once more').to.equal(200);
    expect((await entriesOf(owner, id))[0]?.note).to.equal('ensimmäinen');
    const removal = await owner.ask('DELETE', `/lists/${id}/entries/${entry?.id}?version=1`);
    expect([removal.status, removal.body.current.note]).to.deep.equal([409, 'ensimmäinen']);

    const raced = await Promise.all(['Yksi', 'Kaksi', 'Kolme'].map((title) => owner.ask('PATCH', `/lists/${id}`, { version: 1, title }))); // prettier-ignore
    expect(raced.map(({ status }) => status).toSorted()).to.deep.equal([200, 409, 409]);
    const { title } = raced.find(({ status }) => status === 200)?.body ?? {};
    for (const lost of raced.filter(({ status }) => status === 409)) expect(lost.body.current).to.include({ title, version: 2 }); // prettier-ignore
    expect((await owner.ask('PATCH', `/lists/${id}`, { version: 2, order: 'title' })).body).to.include({ title, order: 'title' }); // prettier-ignore
  });

  it('nobody, a reader, a writer and the owner may each do what is theirs', async () => {
    const owner = await loggedIn();
    const id = await newList(owner);
    await fill(owner, id, ['w1']);
    const [entry] = await entriesOf(owner, id);
    const who = { nobody: nobody(), stranger: await loggedIn(), reader: await joined(owner, id, 'reader'), writer: await joined(owner, id, 'writer'), owner }; // prettier-ignore
    const outcome = async (browser: Browser) => {
      const acts = [
        await browser.ask('GET', `/lists/${id}/entries`),
        await browser.ask('GET', `/lists/${id}/export`),
        await browser.ask('PATCH', `/lists/${id}/entries/${entry?.id}`, { version: 1, note: '' }),
        await browser.ask('PATCH', `/lists/${id}`, { version: 1, visibility: 'private' }),
        await browser.ask('POST', `/lists/${id}/invitations`, { role: 'writer' }),
      ];
      return acts.map(({ status }) => status);
    };
    const told: Record<string, number[]> = {};
    for (const [name, browser] of Object.entries(who)) told[name] = await outcome(browser);
    expect(told).to.deep.equal({
      nobody: [404, 404, 401, 401, 401],
      stranger: [404, 404, 404, 404, 404],
      reader: [200, 200, 403, 403, 403],
      writer: [200, 200, 200, 403, 403],
      owner: [200, 200, 200, 200, 200],
    });

    const { members } = (await owner.ask('GET', `/lists/${id}/members`)).body;
    const writer = members.find(({ role }: { role: string }) => role === 'writer');
    expect((await who.reader.ask('DELETE', `/lists/${id}/members/${writer.id}`)).status).to.equal(403);
    await owner.ask('DELETE', `/lists/${id}/members/${writer.id}`);
    expect((await who.writer.ask('POST', `/lists/${id}/entries`, { workId: 'w2' })).status).to.equal(404);

    await owner.ask('PATCH', `/lists/${id}`, { version: 1, visibility: 'link' });
    expect((await who.nobody.ask('GET', `/lists/${id}`)).body).to.include({ role: 'reader', title: 'Kesän kirjat' });
    const listed = async () => (await nobody().ask('GET', '/lists?size=100')).body.items.map((list: { id: string }) => list.id); // prettier-ignore
    expect(await listed()).not.to.include(id);
    await owner.ask('PATCH', `/lists/${id}`, { version: 2, visibility: 'public' });
    expect(await listed()).to.include(id);
    const other = await newList(who.stranger);
    expect((await who.stranger.ask('PATCH', `/lists/${other}/entries/${entry?.id}`, { version: 1, note: 'x' })).status, 'through a list of one’s own').to.equal(404); // prettier-ignore
  });

  it('whoever was sent away does not come back by the link they came by', async () => {
    const owner = await loggedIn();
    const id = await newList(owner);
    const { body } = await owner.ask('POST', `/lists/${id}/invitations`, { role: 'writer' });
    const [guest, other] = [await loggedIn(), await loggedIn()];
    const join = (who: Browser) => who.ask('POST', `/lists/${id}/members`, { token: body.token, name: 'Vieras' });
    await Promise.all([join(guest), join(other)]);
    const { members } = (await guest.ask('GET', `/lists/${id}/members`)).body;
    const member = members.find(({ you }: { you: boolean }) => you);
    expect((await owner.ask('DELETE', `/lists/${id}/members/${member.id}`)).status).to.equal(200);
    expect(typeOf(await join(guest))).to.equal('invitation-not-found');
    expect((await other.ask('GET', `/lists/${id}`)).body.role, 'others stay').to.equal('writer');
  });

  it('an invitation that was withdrawn lets nobody in, and changes bring the session’s token', async () => {
    const owner = await loggedIn();
    const id = await newList(owner);
    const { body } = await owner.ask('POST', `/lists/${id}/invitations`, { role: 'writer' });
    await owner.ask('DELETE', `/lists/${id}/invitations/${body.id}`);
    const late = await loggedIn();
    expect(typeOf(await late.ask('POST', `/lists/${id}/members`, { token: body.token, name: 'Late' }))).to.equal('invitation-not-found'); // prettier-ignore
    owner.csrfToken = '';
    expect(typeOf(await owner.ask('DELETE', `/lists/${id}`))).to.equal('csrf-token-wrong');
    expect((await owner.ask('GET', `/lists/${id}`)).status).to.equal(200);
  });

  it('a list is read by hand or by what is known of its works, searched in and narrowed, its order kept', async () => {
    const owner = await loggedIn();
    const id = await newList(owner);
    await fill(owner, id, ['w12', 'w3', 'w4', 'w0', 'w2', 'w11']);
    const before = await entriesOf(owner, id);
    await owner.ask('PUT', `/lists/${id}/entries/${before[5]?.id}/position`, { after: before[0]?.id });
    await owner.ask('PUT', `/lists/${id}/entries/${before[4]?.id}/position`, { at: 'first' });
    expect(await workIds(owner, id)).to.deep.equal(['w2', 'w12', 'w11', 'w3', 'w4', 'w0']);
    expect((await entriesOf(owner, id, '&order=title')).map(({ title }) => title)).to.deep.equal(['Aamu 11', 'Zeppeliini 4', 'Åland 3', 'Ämpäri 12', 'Ämpäri 2', 'Öylätti 0']); // prettier-ignore
    expect(await workIds(owner, id, '&order=year')).to.deep.equal(['w12', 'w11', 'w4', 'w3', 'w2', 'w0']);
    expect(await workIds(owner, id, '&available=true')).to.deep.equal(['w2', 'w3', 'w4', 'w0']);
    expect(await workIds(owner, id, '&available=true&branch=lahti')).to.deep.equal(['w2', 'w4', 'w0']);
    expect(await workIds(owner, id, '&q=ämpäri')).to.deep.equal(['w2', 'w12']);
    const { body } = await owner.ask('GET', `/lists/${id}/entries?size=2&page=2&available=true`);
    expect([body.total, body.items.map(({ workId }: ShownEntry) => workId)]).to.deep.equal([4, ['w4', 'w0']]);
  });

  it('works are brought by ISBN and by table, what is not found is told, and what was exported comes back', async () => {
    const owner = await loggedIn();
    const id = await newList(owner);
    const text = '978-951-0-43026-2\n9789520446536, 9789510430262\n9789513201692\nei numeroa';
    const { body } = await owner.ask('POST', `/lists/${id}/imports`, { format: 'isbn', text });
    expect(body).to.deep.include({ lines: 5, added: 2, already: 1 });
    expect(body.notFound.map(({ line, text: told }: { line: number; text: string }) => [line, told])).to.deep.equal([[3, '9789513201692'], [4, 'ei numeroa']]); // prettier-ignore
    await fill(owner, id, ['w7'], '=1+1; "lainaa"\nkaksi riviä');
    const csv = await fetch(`${service.url}/api/v1/lists/${id}/export?format=csv&lang=sv`, { headers: { cookie: [...owner.cookies].map((one) => one.join('=')).join('; ') } }); // prettier-ignore
    const again = await newList(owner, { title: 'Uusi' });
    const table = await csv.text();
    expect((await owner.ask('POST', `/lists/${again}/imports`, { format: 'csv', text: table })).body).to.deep.include({ added: 3, already: 0, notFound: [] }); // prettier-ignore
    const told = (all: ShownEntry[]) => all.map(({ workId, note }) => [workId, note]);
    expect(told(await entriesOf(owner, again))).to.deep.equal(told(await entriesOf(owner, id)));
    const exported = await owner.ask('GET', `/lists/${id}/export?format=json`);
    expect(exported.body.entries.map(({ isbn }: { isbn?: string }) => isbn)).to.deep.equal([
      ...isbns.values(),
      undefined,
    ]);
  });

  it('a public list is there as a feed, as RIS and as BibTeX; a private one is no feed', async () => {
    const owner = await loggedIn();
    const id = await newList(owner, { title: 'Kissat & <koirat>', visibility: 'public', byline: 'Aino' });
    await fill(owner, id, ['w1', 'w2']);
    const text = async (path: string) => (await fetch(`${service.url}${path}`)).text();
    const feed = await text(`/feeds/lists/${id}.atom`);
    expect(feed).to.include('<title>Kissat &amp; &lt;koirat&gt;</title>').and.to.include('<name>Aino</name>');
    expect(feed.indexOf('Ämpäri 2')).to.be.lessThan(feed.indexOf('Aamu 1'));
    expect((await text(`/api/v1/lists/${id}/export?format=ris`)).match(/^TY {2}- BOOK/gm)).to.have.length(2);
    expect((await text(`/api/v1/lists/${id}/export?format=bibtex`)).match(/^@book/gm)).to.have.length(2);
    const hidden = await newList(owner);
    expect((await fetch(`${service.url}/feeds/lists/${hidden}.atom`)).status).to.equal(404);
  });

  it('a copy has everything and is private; merged lists have no work twice and all notes', async () => {
    const owner = await loggedIn();
    const id = await newList(owner, { visibility: 'public' });
    await fill(owner, id, ['w1', 'w2'], 'minun');
    const other = await loggedIn();
    const copied = (await other.ask('POST', `/lists/${id}/copies`)).body;
    expect(copied).to.include({ visibility: 'private', count: 2, role: 'owner' });
    const mine = await newList(other);
    await fill(other, mine, ['w2', 'w3'], 'toisen');
    expect((await other.ask('POST', `/lists/${mine}/merges`, { from: id })).body).to.deep.equal({
      added: 1,
      already: 1,
    });
    expect((await other.ask('POST', `/lists/${mine}/merges`, { from: id })).body).to.deep.equal({
      added: 0,
      already: 2,
    });
    const found = (await entriesOf(other, mine)).map(({ workId, note }) => [workId, note]);
    expect(found).to.deep.equal([['w2', 'toisen\n\nminun'], ['w3', 'toisen'], ['w1', 'minun']]); // prettier-ignore
  });

  it('entries follow works that are merged, keep both notes, and show what is gone by the title they kept', async () => {
    const owner = await loggedIn();
    const id = await newList(owner);
    await fill(owner, id, ['w110', 'w111', 'w112'], 'a');
    const { catalogue, connections } = service.services;
    const decision = await catalogue.decisions.merge({ into: 'w111', works: ['w110'] });
    expect((await entriesOf(owner, id)).map(({ workId, note }) => [workId, note])).to.deep.equal([['w111', 'a'], ['w112', 'a']]); // prettier-ignore
    expect((await owner.ask('POST', `/lists/${id}/entries`, { workId: 'w110' })).body).to.include({ workId: 'w111', added: false }); // prettier-ignore
    await catalogue.decisions.undo(decision._id);
    await connections.database.collection<{ _id: string }>('records').deleteOne({ _id: 'w112.r' });
    const found = await entriesOf(owner, id);
    expect(found.map(({ workId, gone, title }) => [workId, gone, title])).to.deep.equal([['w111', false, titleOf(111)], ['w112', true, titleOf(112)]]); // prettier-ignore
  });

  it('a list has room for two thousand works, and says so beyond', async () => {
    const owner = await loggedIn();
    const id = await newList(owner);
    await fill(owner, id, ['w1']);
    const collection = service.services.connections.database.collection<{ _id: string }>('listEntries');
    const like = await collection.findOne({ list: id });
    await collection.insertMany(Array.from({ length: 1_998 }, (_, nth) => ({ ...like, _id: `${id}-${nth}`, work: `x${nth}`, addedAs: `x${nth}`, place: `y${String(nth).padStart(5, '0')}1` }))); // prettier-ignore
    const answers = await Promise.all(['w2', 'w3', 'w4', 'w5'].map((workId) => owner.ask('POST', `/lists/${id}/entries`, { workId }))); // prettier-ignore
    expect(answers.filter(({ status }) => status === 200).length).to.be.lessThan(2);
    const refused = answers.find(({ status }) => status !== 200) ?? answers[0];
    expect(refused && [typeOf(refused), refused.body.about]).to.deep.equal(['list-full', { limit: 2_000 }]);
    expect((await owner.ask('GET', `/lists/${id}`)).body.count).to.be.within(1_999, 2_000);
    const whole = await owner.ask('POST', `/lists/${id}/imports`, { format: 'isbn', text: [...isbns.values(), ''].join('\n') }); // prettier-ignore
    expect(typeOf(whole)).to.equal(whole.status === 200 ? undefined : 'list-full');
  });

  it('many who bring many works at once never fill a list beyond its room, and whoever is refused leaves nothing', async () => {
    const { lists } = service.services;
    const { list } = await lists.create({ patron: 'p', municipality: 'lahti' }, ListText.parse({ title: 'Ahdas' }));
    const drafts = (from: string, count: number) =>
      Array.from({ length: count }, (_, nth) => ({ work: `${from}${nth}`, title: 'T', authors: [], note: '' }));
    const bring = (from: string) =>
      lists.entries.addMany(list._id, { patron: 'p', municipality: 'lahti' }, drafts(from, 900)).then(
        () => from,
        () => undefined,
      );
    const brought = (await Promise.all(['a', 'b', 'c', 'd'].map(bring))).filter((from) => from !== undefined);
    const { database } = service.services.connections;
    const there = await database.collection<{ work: string }>('listEntries').find({ list: list._id }).toArray();
    expect(there.length)
      .to.equal(brought.length * 900)
      .and.to.be.at.most(2_000);
    expect(new Set(there.map(({ work }) => work.charAt(0)))).to.deep.equal(new Set(brought));
  });

  it('a deleted list is there for nobody, and comes back with everything while its owner may', async () => {
    const { lists, connections } = service.services;
    const owner = await loggedIn();
    const id = await newList(owner, { visibility: 'public' });
    await fill(owner, id, ['w1', 'w2'], 'muistiin');
    const writer = await joined(owner, id, 'writer');
    expect((await owner.ask('DELETE', `/lists/${id}`)).status).to.equal(200);
    for (const reader of [owner, writer, nobody()])
      expect(typeOf(await reader.ask('GET', `/lists/${id}`))).to.equal('list-not-found');
    expect(typeOf(await writer.ask('POST', `/lists/${id}/restoration`))).to.equal('list-not-found');
    await lists.removeLongDeleted();
    expect((await owner.ask('POST', `/lists/${id}/restoration`)).body).to.include({ id, count: 2 });
    expect((await entriesOf(writer, id)).map(({ note }) => note)).to.deep.equal(['muistiin', 'muistiin']);

    await owner.ask('DELETE', `/lists/${id}`);
    const long = new Date(Date.now() - 9 * 86_400_000);
    await connections.database
      .collection<{ _id: string }>('lists')
      .updateOne({ _id: id }, { $set: { deletedAt: long } });
    expect(typeOf(await owner.ask('POST', `/lists/${id}/restoration`))).to.equal('list-not-found');
    await lists.removeLongDeleted();
    expect(await connections.database.collection('listEntries').countDocuments({ list: id })).to.equal(0);
  });

  it('whoever writes faster than people do is asked to wait, and others are not', async () => {
    const [hasty, other] = [await loggedIn(), await loggedIn()];
    const id = await newList(hasty);
    let refused: Awaited<ReturnType<Browser['ask']>> | undefined;
    for (let nth = 0; nth < 700 && !refused; nth += 1) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => hasty.ask('POST', `/lists/${id}/entries`, { workId: 'w1' }))); // prettier-ignore
      refused = answers.find(({ status }) => status === 429);
    }
    expect(refused && typeOf(refused)).to.equal('too-fast');
    expect(Number(refused?.headers.get('retry-after'))).to.be.within(1, 300);
    expect((await entriesOf(hasty, id)).length, 'reading goes on').to.equal(1);
    await newList(other);
  });

  it('patrons of a town that has not begun with it read, and do not write', async () => {
    await service.services.consortium.setRollout('hartola', 0, { catalogue: '2020-01-01' });
    const early = await loggedIn({ municipality: 'hartola' });
    expect(typeOf(await early.ask('POST', '/lists', { title: 'Kesä' }))).to.equal('community-not-started');
    expect((await early.ask('GET', '/me/lists')).body.items).to.deep.equal([]);
  });

  it('an account takes its lists along or with it; a list written together goes to who wrote in it', async () => {
    const owner = await loggedIn();
    const [alone, shared] = [await newList(owner), await newList(owner, { title: 'Yhdessä', byline: 'Aino' })];
    await fill(owner, alone, ['w1'], 'oma');
    await fill(owner, shared, ['w2'], 'yhteinen');
    const writer = await joined(owner, shared, 'writer');
    const exported = (await owner.ask('GET', '/me/export')).body.lists;
    expect(exported.lists.map(({ title, entries }: { title: string; entries: { note: string }[] }) => [title, entries[0]?.note])).to.deep.equal([['Yhdessä', 'yhteinen'], ['Kesän kirjat', 'oma']]); // prettier-ignore
    expect((await owner.ask('DELETE', '/me', { pin: '1234' })).status).to.equal(200);
    expect((await writer.ask('GET', `/lists/${shared}`)).body).to.include({ role: 'owner', byline: '', count: 1 });
    const { database } = service.services.connections;
    expect(await database.collection('listEntries').countDocuments({ list: alone })).to.equal(0);
    expect(await database.collection('lists').countDocuments({ title: 'Kesän kirjat', _id: alone as never })).to.equal(0); // prettier-ignore
    expect(await database.collection('listEntries').findOne({ list: shared })).not.to.have.property('addedBy');
  });

  it('what is not understood is told with where it stands, and text is kept without marks that steer', async () => {
    const owner = await loggedIn();
    const wrong = await owner.ask('POST', '/lists', { title: ' ', visibility: 'secret', color: 'red' });
    expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).to.deep.equal(['/color', '/title', '/visibility']); // prettier-ignore
    const { body } = await owner.ask('POST', '/lists', { title: ' A\u202eB\u0000\n C ', description: 'x\r\ny\u0007' });
    expect(body).to.include({ title: 'AB C', description: 'x\ny' });
  });
});
