import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { catalogueRepository } from '../../../domain/catalogue/repository.ts';
import { AccountProblem } from '../../../domain/accounts/problems.ts';
import { SearchQuery } from '../../../domain/discovery/schema.ts';
import { savedWish } from '../../../domain/saved-searches/schema.ts';
import { openServices, type Services } from '../../../services.ts';
import { buildEdition, buildItem, buildRecord } from '../../support/builders.ts';
import { dropNamespace, testEnvironment } from '../../support/connections.ts';
import { withPowerFor } from '../../support/power.ts';
import { indexed } from '../../support/voices.ts';
import { reindex } from '../../../indexer/reindex/reindex.ts';

describe('two accounts of one person', function () {
  this.timeout(300_000);
  let services: Services;
  let serial = 0;

  before(async () => {
    services = openServices(testEnvironment(), { blocking: true });
    await services.prepare();
    await reindex(services.indexer);
  });
  after(async () => {
    await services.queues.close();
    await dropNamespace(services.connections);
  });

  async function addWork(id: string, copies: number): Promise<string[]> {
    const catalogue = catalogueRepository(services.connections.database);
    await catalogue.ensureWorks([id]);
    await catalogue.storeRecords([buildRecord({ _id: `${id}.r`, workId: id, edition: buildEdition({ title: id }) })]);
    const items = Array.from({ length: copies }, (_, nth) => buildItem({ _id: `${id}-${nth}`, recordId: `${id}.r`, branch: 'lahti' })); // prettier-ignore
    await catalogue.storeItems(items, []);
    return items.map(({ _id }) => _id);
  }
  async function addPatron(given: Partial<Parameters<Services['accounts']['add']>[0]> = {}) {
    serial += 1;
    const account = await services.accounts.add({ cardNumber: `8000${serial}`, name: `Aino Ahola${serial}`, municipality: 'lahti', contact: {}, language: 'fi', ...given }); // prettier-ignore
    return { patron: account._id, municipality: 'lahti', card: account.cardNumber ?? '' };
  }
  const insert = (name: string, document: { _id: string; [field: string]: unknown }) => collection<typeof document>(name).insertOne(document); // prettier-ignore
  const collection = <T extends { _id: string }>(name: string) => services.connections.database.collection<T>(name);
  const reasonOf = (act: Promise<unknown>) =>
    act.then(
      () => 'done',
      (error: unknown) => (error instanceof AccountProblem ? error.reason : Promise.reject(error)),
    );
  const star = async (actor: { patron: string; municipality: string }, work: string, stars: number) =>
    services.reviews.ratings.rate(actor, work, stars);
  const text = (of: string) => ({ title: '', text: of, spoiler: false, language: 'fi' });

  /** Somebody with a child's card of old and a new one, who has used both for everything; and others in the same queues. */
  async function scene() {
    const { accounts, circulation, lists, memoryLists, savedSearches, reviews, tags, moderation } = services;
    const w = `w${(serial += 1)}`;
    const [lent = '', lentToo = '', awaited = '', shelved = '', read = ''] = (
      await Promise.all(['a', 'b', 'c', 'd', 'e'].map((one) => addWork(`${w}${one}`, 1)))
    ).flat();
    const [from, into, other, third, child] = [await addPatron({ birthDate: '1990-05-17' }), await addPatron(), await addPatron(), await addPatron(), await addPatron()]; // prettier-ignore
    const branch = 'lahti';
    await circulation.loans.checkOut({ patron: from.patron, item: lent, branch });
    await circulation.loans.checkOut({ patron: into.patron, item: lentToo, branch });
    await circulation.loans.checkOut({ patron: other.patron, item: awaited, branch });
    for (const { patron } of [from, third, into])
      await circulation.holds.place(patron, { target: `work:${w}c`, pickupBranch: branch });
    await circulation.holds.place(from.patron, { target: `work:${w}d`, pickupBranch: branch });
    await circulation.desk.checkIn(shelved, branch);
    await circulation.payments.chargeCard(from.patron, randomUUID());
    await circulation.payments.chargeCard(into.patron, randomUUID());
    await accounts.changeSettings(from.patron, { keepsHistory: true });
    await circulation.loans.checkOut({ patron: from.patron, item: read, branch });
    await circulation.desk.checkIn(read, branch);
    const own = await lists.create(from, { title: 'Omat', description: '', language: 'fi', byline: '', visibility: 'private', order: 'hand' }); // prettier-ignore
    await lists.entries.add(own.list._id, from, { work: `${w}a`, note: 'hyvä' });
    const members = [from, into].map(({ patron }, nth) => ({ id: randomUUID(), patron, role: nth === 0 ? 'writer' : 'reader', name: 'Aino', since: new Date() })); // prettier-ignore
    const shared = await lists.create(other, { title: 'Yhteiset', description: '', language: 'fi', byline: '', visibility: 'private', order: 'hand' }); // prettier-ignore
    await collection('lists').updateOne({ _id: shared.list._id }, { $set: { members } });
    for (const { patron } of [from, into])
      await insert('savedLists', { _id: `l${w}:${patron}`, list: `l${w}`, patron, at: new Date() });
    const added = { title: 'Teos', authors: [], addedAt: '2026-01-01T00:00:00.000Z' };
    await memoryLists.put({ patron: from.patron }, { works: [{ id: `${w}a`, ...added }], removed: [] });
    await memoryLists.put({ patron: into.patron }, { works: [{ id: `${w}a`, ...added }, { id: `${w}b`, ...added }], removed: [] }); // prettier-ignore
    await savedSearches.save(from, { name: 'kissat', channel: 'feed', cadence: 'weekly', language: 'fi', wish: savedWish(SearchQuery.parse({ q: 'kissat' })) }); // prettier-ignore
    await star(from, `${w}a`, 2);
    await star(into, `${w}a`, 4);
    await star(into, `${w}b`, 1);
    await star(from, `${w}b`, 5);
    for (const [nth, one] of [from, into, other].entries()) await accounts.setDisplayName(one.patron, `Lukija ${w} ${nth}`); // prettier-ignore
    await reviews.write(into, `${w}a`, text('vanha'));
    await reviews.write(from, `${w}a`, text('uusi'));
    await reviews.write(from, `${w}b`, text('ainoa'));
    const { review: liked } = await reviews.write(other, `${w}a`, text('toisen'));
    const { reviews: written } = await reviews.ofWork(`${w}a`, from.patron, { order: 'newest', page: 1, size: 9 });
    const mine = written.find(({ yours }) => yours)?.review._id ?? '';
    await reviews.vote(other, mine, true);
    await reviews.vote(from, liked._id, true);
    await reviews.vote(into, liked._id, true);
    for (const one of [from, into]) await tags.add(one, `${w}a`, 'Kissat');
    await tags.add(from, `${w}b`, 'Koirat');
    await moderation.report(from.patron, { kind: 'review', id: liked._id }, { reason: 'other', note: '' });
    await moderation.ban('staff', from.patron, { reason: 'häirintä' });
    await insert('letters', { _id: `l${w}`, kind: 'dueSoon', patron: from.patron, subjects: [`s${w}`], state: 'sent', writtenAt: new Date(), attempts: 1, notBefore: new Date() }); // prettier-ignore
    await insert('comments', { _id: `c${w}`, author: from.patron, text: 'hei', on: { kind: 'tip', id: 't' }, writtenAt: new Date(), standing: { state: 'published', since: new Date() } }); // prettier-ignore
    await insert('tips', { _id: `t${w}`, author: from.patron, text: 'vinkki', works: [], audiences: [], writtenAt: new Date(), standing: { state: 'published', since: new Date() } }); // prettier-ignore
    await accounts.linkChild(from.patron, child.patron);
    await accounts.setBlock(from.patron, { reason: 'palauttamatta', since: '2026-11-01', until: '2099-12-31', by: 'staff' }); // prettier-ignore
    return { w, from, into, other, third, child, liked: liked._id, shelved, lent };
  }
  type Scene = Awaited<ReturnType<typeof scene>>;

  /** What is there after a merge, in words that are the same for every scene. */
  async function after_({ w, from, into, other, third, child, liked, lent, shelved }: Scene) {
    const { accounts, circulation, lists, memoryLists, savedSearches, reviews, tags } = services;
    const { patron } = into;
    const said = (id: string) => id.replace(w, '');
    const borrower = await circulation.borrower(patron);
    const holds = await circulation.holds.ofPatron(patron);
    const { account, counts } = await accounts.mergeSide(patron);
    const lists_ = await lists.ofPatron(patron);
    const use = async (item: string) => JSON.stringify((await collection<{ _id: string; use?: object }>('items').findOne({ _id: item }))?.use).includes(patron); // prettier-ignore
    const own = (await reviews.ofPatron(patron)).map(({ review, stars, helpful }) => [said(review.work), review.text, review.history.map((one) => one.text), stars, helpful]); // prettier-ignore
    return {
      counts,
      loans: (await circulation.loans.ofPatron(patron)).map(({ itemId }) => said(itemId)).toSorted(),
      named: [await use(lent), await use(shelved)],
      holds: holds.map(({ target, state, position }) => [said(target), state, position]).toSorted(),
      behind: (await circulation.holds.ofPatron(third.patron)).map(({ position }) => position),
      debtCents: borrower.debtCents,
      fees: borrower.fees.length,
      history: (await circulation.history(patron)).map(({ item }) => said(item)),
      lists: lists_.map(({ list, role, count }) => [list.title, role, count]).toSorted(),
      memory: (await memoryLists.read({ patron }))?.works.map(({ id }) => said(id)).toSorted(),
      searches: (await savedSearches.ofPatron(patron)).map(({ name }) => name),
      ratings: (await reviews.ratings.ofPatron(patron)).map(({ work, stars }) => [said(work), stars]).toSorted(),
      average: (await reviews.ratings.of(`${w}a`)).average,
      reviews: own.toSorted(),
      liked: (await reviews.find(liked, other.patron)).helpful,
      tags: (await tags.ofPatron(patron)).map(({ key }) => key).toSorted(),
      name: account.displayName?.replace(w, ''),
      block: account.block?.reason,
      birthDate: account.birthDate,
      family: [account.children.includes(child.patron), (await accounts.find(child.patron))?.guardians.includes(patron)], // prettier-ignore
      card: (await accounts.byCard(from.card))?._id === patron && (await accounts.byCard(into.card))?._id === patron,
      audited: (await services.audit.entries({ subject: `patron:${patron}`, act: 'patronsMerged', size: 9 })).length,
    };
  }
  const expected = {
    counts: { loans: 2, holds: 2, fees: 2, history: 1, letters: 2, lists: 1, joinedLists: 1, savedLists: 1, rememberedWorks: 2, savedSearches: 1, reports: 1, messages: 1, bans: 1, comments: 1, tips: 1, ratings: 2, reviews: 2, tags: 2 }, // prettier-ignore
    loans: ['a-0', 'b-0'],
    named: [true, true],
    holds: [['work:c', 'queued', 1], ['work:d', 'ready', undefined]], // prettier-ignore
    behind: [2],
    debtCents: 600,
    fees: 2,
    history: ['e-0'],
    lists: [['Omat', 'owner', 1], ['Yhteiset', 'writer', 0]], // prettier-ignore
    memory: ['a', 'b'],
    searches: ['kissat'],
    ratings: [['a', 4], ['b', 5]], // prettier-ignore
    average: 4,
    reviews: [['a', 'uusi', ['vanha'], 4, 1], ['b', 'ainoa', [], 5, 0]], // prettier-ignore
    liked: 1,
    tags: ['kissat', 'koirat'],
    name: 'Lukija  1',
    block: 'palauttamatta',
    birthDate: '1990-05-17',
    family: [true, true],
    card: true,
    audited: 1,
  };

  /** Where an id still stands, those places left out in which it says where the rest has gone. */
  async function tracesOf(id: string): Promise<string[]> {
    const all = await services.connections.database.listCollections().toArray();
    const found: string[] = [];
    for (const { name } of all) {
      if (['audit', 'patrons', 'borrowers'].includes(name)) continue;
      for await (const document of collection(name).find()) if (JSON.stringify(document).includes(id)) found.push(name);
    }
    return found;
  }

  it('become one, and nothing is lost, doubled or overtaken in a queue', async () => {
    const told = await scene();
    const { accounts } = services;
    await accounts.merge(told.from.patron, told.into.patron, 'staff');
    expect(await after_(told)).to.deep.equal(expected);
    expect(await tracesOf(told.from.patron)).to.deep.equal([]);
    await accounts.merge(told.from.patron, told.into.patron, 'staff');
    await accounts.finishMerges();
    expect(await after_(told)).to.deep.equal(expected);
    const left = await accounts.find(told.from.patron);
    expect([left?.name, left?.contact, left?.birthDate, left?.pinHash]).to.deep.equal(['', {}, undefined, undefined]);
  });

  it('become one wherever the power fails: the next who comes finishes it', async () => {
    const { accounts } = services;
    let writes = 0;
    for (let done = false; !done; writes += 9) {
      const told = await scene();
      done = await withPowerFor(writes, () => accounts.merge(told.from.patron, told.into.patron, 'staff'));
      const begun = (await accounts.find(told.from.patron))?.mergedInto !== undefined;
      await accounts.finishMerges();
      if (!begun) continue; // the very first write did not come about: two accounts, as before
      expect(await after_(told), `after ${writes} writes`).to.deep.equal(expected);
      expect(await tracesOf(told.from.patron), `after ${writes} writes`).to.deep.equal([]);
    }
    expect(writes).to.be.above(50);
  });

  it('become one though the power fails at every single write, one after the other', async () => {
    const { accounts } = services;
    const told = await scene();
    let failures = 0;
    while (!(await withPowerFor(failures, () => accounts.merge(told.from.patron, told.into.patron, 'staff'))))
      failures += 1;
    expect(failures).to.be.above(15); // what is done already is not written again
    await accounts.finishMerges();
    expect(await after_(told)).to.deep.equal(expected);
    expect(await tracesOf(told.from.patron)).to.deep.equal([]);
  });

  it('what is written under the old id while they are merged comes along', async () => {
    const [from, into] = [await addPatron(), await addPatron()];
    const work = `late${(serial += 1)}`;
    const [item = ''] = await addWork(work, 1);
    await services.accounts.merge(from.patron, into.patron, 'staff');
    await star(from, work, 3); // by a request that had read the session before
    const loan = await services.circulation.loans.checkOut({ patron: from.patron, item, branch: 'lahti' });
    expect((await services.circulation.borrower(into.patron)).loans.map((one) => one.loan)).to.deep.equal([loan.id]);
    await services.accounts.finishMerges();
    expect((await services.reviews.ratings.ofPatron(into.patron)).map(({ stars }) => stars)).to.deep.equal([3]);
  });

  it('a loan and a hold made in the same moment stand in one account, and in no other', async () => {
    const { accounts, circulation } = services;
    for (let round = 0; round < 6; round += 1) {
      const [from, into] = [await addPatron(), await addPatron()];
      const [first = '', second = ''] = [...(await addWork(`race${(serial += 1)}`, 1)), ...(await addWork(`race${(serial += 1)}`, 1))]; // prettier-ignore
      const lend = () => circulation.loans.checkOut({ patron: from.patron, item: first, branch: 'lahti' });
      const hold = () => circulation.holds.place(from.patron, { target: `item:${second}`, pickupBranch: 'lahti' }, 'staff'); // prettier-ignore
      await Promise.all([lend(), hold(), accounts.merge(from.patron, into.patron, 'staff')]);
      await accounts.finishMerges();
      await circulation.settle(0);
      const borrower = await circulation.borrower(into.patron);
      expect([borrower.loans.length, borrower.holds.length], `round ${round}`).to.deep.equal([1, 1]);
      const uses = await collection<{ _id: string; use?: object }>('items').find({ _id: { $in: [first, second] } }).toArray(); // prettier-ignore
      for (const { use } of uses) expect(JSON.stringify(use)).to.include(into.patron);
      await circulation.desk.checkIn(first, 'lahti');
      expect((await circulation.borrower(into.patron)).loans).to.deep.equal([]);
    }
  });

  it('the old card opens the account with the PIN of the one that stays, until that card is replaced', async () => {
    const { accounts } = services;
    const [from, into] = [await addPatron({ pin: '1111' }), await addPatron({ pin: '2222' })];
    await accounts.merge(from.patron, into.patron, 'staff');
    const logIn = (cardNumber: string, pin: string) => accounts.logIn({ cardNumber, pin, address: `192.0.2.${(serial += 1) % 250}` }); // prettier-ignore
    expect((await logIn(from.card, '2222'))._id).to.equal(into.patron);
    expect((await logIn(into.card, '2222'))._id).to.equal(into.patron);
    expect(await reasonOf(logIn(from.card, '1111'))).to.equal('credentials-wrong');
    expect(await reasonOf(addPatron({ cardNumber: from.card }))).to.equal('card-number-taken');
    await accounts.replaceCard(into.patron, `8${into.card}`);
    expect(await accounts.byCard(from.card)).to.equal(undefined);
  });

  it('a card that was lost does not open the account that stays', async () => {
    const { accounts } = services;
    const [from, into] = [await addPatron(), await addPatron()];
    await accounts.setCardState(from.patron, 'lost');
    expect(await reasonOf(accounts.merge(into.patron, from.patron, 'staff'))).to.equal('not-allowed');
    await accounts.merge(from.patron, into.patron, 'staff');
    expect(await accounts.byCard(from.card)).to.equal(undefined);
  });

  it('two who merge each into the other at the same time leave one account, or both', async () => {
    const { accounts } = services;
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await addPatron({ pin: '1111' }), await addPatron({ pin: '2222' })];
      await Promise.all([reasonOf(accounts.merge(one.patron, other.patron, 'a')), reasonOf(accounts.merge(other.patron, one.patron, 'b'))]); // prettier-ignore
      await accounts.finishMerges();
      const left = [await accounts.find(one.patron), await accounts.find(other.patron)].filter((account) => !account?.deletedAt); // prettier-ignore
      expect(left.length, `round ${round}`).to.be.above(0);
    }
  });

  it('a guardian and their child are never one', async () => {
    const { accounts } = services;
    const [guardian, child] = [await addPatron(), await addPatron()];
    await accounts.linkChild(guardian.patron, child.patron);
    for (const [one, other] of [
      [guardian, child],
      [child, guardian],
      [child, child],
    ] as const)
      // prettier-ignore
      expect(await reasonOf(accounts.merge(one.patron, other.patron, 'staff'))).to.equal('not-allowed');
  });

  it('are exported and deleted as one, the old card with them', async () => {
    const { accounts } = services;
    const [from, into] = [await addPatron(), await addPatron({ pin: '2222' })];
    const work = `gone${(serial += 1)}`;
    await addWork(work, 1);
    await star(from, work, 3);
    await accounts.merge(from.patron, into.patron, 'staff');
    const exported = await accounts.exportAll(into.patron);
    expect(JSON.stringify(exported)).to.include(`"cardNumber":"${from.card}"`).and.to.include(`"stars":3`);
    await accounts.deleteAccount(into.patron, { pin: '2222', address: '192.0.2.99' });
    await accounts.finishMerges();
    expect(await accounts.byCard(from.card)).to.equal(undefined);
    expect(await tracesOf(into.patron)).to.deep.equal([]);
    expect(await collection('patrons').countDocuments({ cardNumber: { $in: [from.card, into.card] } })).to.equal(0);
  });

  it('are found by name and birth date however they are written, and not again once they were found to be two people', async () => {
    const { accounts } = services;
    const one = await addPatron({
      name: 'Pöntinen, Seppo',
      birthDate: '1971-01-02',
      contact: { email: 'S.P@example.org' },
    });
    const same = await addPatron({ name: 'seppo  pöntinen', birthDate: '1971-01-02' });
    const byMail = await addPatron({ name: 'Seppo Pöntinen', contact: { email: 's.p@example.org' } });
    await addPatron({ name: 'Seppo Pöntinen', birthDate: '1999-09-09' });
    const pairs = async () =>
      (await accounts.doubles())
        .filter(({ accounts: both }) =>
          both.some(({ _id }) => [one, same, byMail].some(({ patron }) => patron === _id)),
        )
        .map(({ accounts: both, by }) => [both.map(({ _id }) => _id).toSorted(), by]);
    expect(await pairs()).to.deep.equal([
      [[one.patron, same.patron].toSorted(), ['nameAndBirthDate']],
      [[one.patron, byMail.patron].toSorted(), ['nameAndEmail']],
    ]);
    await accounts.keepApart(same.patron, one.patron);
    expect(await pairs()).to.deep.equal([[[one.patron, byMail.patron].toSorted(), ['nameAndEmail']]]);
    await indexed(services);
  });
});
