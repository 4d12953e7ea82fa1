import { expect } from 'chai';
import { ReviewText } from '../../../domain/reviews/schema.ts';
import { SearchQuery, type SearchResult } from '../../../domain/discovery/schema.ts';
import type { Services } from '../../../services.ts';
import { startService, type TestService } from '../../support/service.ts';
import { addReader, fillWithWorks, indexed } from '../../support/voices.ts';

const review = (text: string, more: Partial<ReviewText> = {}) => ReviewText.parse({ text, ...more });

describe('what readers say of works', function () {
  this.timeout(120_000);
  let service: TestService;
  let services: Services;
  const reader = (name?: string, municipality?: string) => addReader(services, name, municipality);
  const search = async (wish: Record<string, unknown>): Promise<SearchResult> => {
    await indexed(services);
    return services.search.search(SearchQuery.parse(wish));
  };
  const ids = ({ items }: SearchResult) => items.map(({ id }) => id);
  const refusal = (promise: Promise<unknown>) => promise.then(() => 'nothing', (error: { reason?: string }) => error.reason); // prettier-ignore

  before(async () => {
    service = await startService({ fill: fillWithWorks(40) });
    services = service.services;
  });
  after(() => service?.stop());

  it('a rating is one of each patron and work, the last counts, and results show their average', async () => {
    const { ratings } = services.reviews;
    const [first, second] = [await reader(), await reader()];
    await ratings.rate(first, 'w0', 2);
    await ratings.rate(first, 'w0', 4.5);
    await ratings.rate(second, 'w0', 3);
    expect(await ratings.of('w0', first.patron)).to.deep.equal({ count: 2, average: 3.75, spread: [0, 0, 1, 1, 0], yours: 4.5 }); // prettier-ignore
    const [shown] = (await search({ q: '"teos 0"' })).items;
    expect(shown?.rating).to.deep.equal({ count: 2, average: 3.75 });
    await ratings.unrate(first.patron, 'w0');
    await ratings.unrate(second.patron, 'w0');
    expect((await search({ q: '"teos 0"' })).items[0]).to.not.have.property('rating');
  });

  it('sorted by ratings, a single five does not top many of 4.6, and the unrated stand before the disliked', async () => {
    const { ratings } = services.reviews;
    const readers = await Promise.all(Array.from({ length: 50 }, () => reader()));
    await Promise.all(readers.map((one, nth) => ratings.rate(one, 'w1', nth % 5 < 1 ? 5 : 4.5)));
    await ratings.rate(await reader(), 'w2', 5);
    await Promise.all(readers.slice(0, 5).map((one) => ratings.rate(one, 'w3', 1)));
    const order = ids(await search({ sort: 'rating', size: 100 }));
    expect(order.slice(0, 2)).to.deep.equal(['w1', 'w2']);
    expect(order.at(-1)).to.equal('w3');
    expect(ids(await search({ q: 'teos', size: 100 })).slice(0, 2), 'relevance too').to.deep.equal(['w1', 'w2']);
    await services.reviews.ratings.refreshMean();
    expect(await ratings.mean(), 'too few to tell a mean of the region’s own').to.equal(3.6);
  });

  it('a review stands under a chosen name, keeps what was written before, and is found by its words', async () => {
    const { reviews } = services;
    const nameless = await reader();
    expect(await refusal(reviews.write(nameless, 'w4', review('Hyvä')))).to.equal('display-name-missing');
    const author = await reader('Kirjatoukka');
    const written = await reviews.write(author, 'w4', review('Ihmeellinen jäniskoira.', { title: 'Luin kahdesti' }));
    expect([written.by, written.review.standing.state]).to.deep.equal(['Kirjatoukka', 'published']);
    expect(await refusal(reviews.write(author, 'w4', review('Uudestaan')))).to.equal('already-reviewed');
    expect(ids(await search({ q: 'jäniskoirat' })), 'in another form').to.deep.equal(['w4']);

    const { _id: id, version } = written.review;
    const changed = await reviews.change(author, id, { version, text: review('Sittenkin tylsä.') });
    expect(changed.done).to.equal(true);
    expect(changed.review.history.map(({ text }) => text)).to.deep.equal(['Ihmeellinen jäniskoira.']);
    const stale = await reviews.change(author, id, { version, text: review('Kolmas mieli') });
    expect([stale.done, stale.review.text]).to.deep.equal([false, 'Sittenkin tylsä.']);
    expect(ids(await search({ q: 'jäniskoirat' })).length).to.equal(0);

    await services.accounts.setDisplayName(author.patron, 'Lukutoukka');
    const { reviews: seen } = await reviews.ofWork('w4', undefined, { order: 'newest', page: 1, size: 10 });
    expect(seen.map(({ by }) => by), 'the new name stands over the old text').to.deep.equal(['Lukutoukka']); // prettier-ignore
  });

  it('a display name belongs to one reader alone', async () => {
    await reader('Yölukija');
    const other = await reader();
    expect(await refusal(services.accounts.setDisplayName(other.patron, 'yö-lukija'))).to.equal('display-name-taken');
    expect(await refusal(services.accounts.setDisplayName(other.patron, 'Ahola Aino'))).to.equal('display-name-tells-who'); // prettier-ignore
  });

  it('a helpful review goes first; each reader helps once, and nobody their own', async () => {
    const { reviews } = services;
    const [early, late, voter] = [await reader('Varhainen'), await reader('Myöhäinen'), await reader()];
    const first = await reviews.write(early, 'w5', review('Ensimmäinen'));
    await reviews.write(late, 'w5', review('Toinen'));
    const shown = async () => (await reviews.ofWork('w5', undefined, { order: 'helpful', page: 1, size: 10 })).reviews;
    expect((await shown()).map(({ review: { text } }) => text)).to.deep.equal(['Toinen', 'Ensimmäinen']);
    for (let times = 0; times < 2; times += 1) await reviews.vote(voter, first.review._id, true);
    expect((await shown()).map(({ review: { text }, helpful }) => [text, helpful])).to.deep.equal([['Ensimmäinen', 1], ['Toinen', 0]]); // prettier-ignore
    expect(await refusal(reviews.vote(early, first.review._id, true))).to.equal('own-review');
    await reviews.vote(voter, first.review._id, false);
    expect((await shown())[1]?.helpful).to.equal(0);
  });

  it('what was taken back can be brought again, and is out of sight and of the index meanwhile', async () => {
    const { reviews } = services;
    const author = await reader('Katuja');
    const { review: written } = await reviews.write(author, 'w6', review('Vaahterasiirappi'));
    await reviews.withdraw(author.patron, written._id);
    expect((await reviews.ofWork('w6', author.patron, { order: 'helpful', page: 1, size: 10 })).total).to.equal(0);
    expect(ids(await search({ q: 'vaahterasiirappi' })).length).to.equal(0);
    await reviews.bringBack(author, written._id);
    expect(ids(await search({ q: 'vaahterasiirappi' }))).to.deep.equal(['w6']);
    await reviews.withdraw(author.patron, written._id);
    const again = await reviews.write(author, 'w6', review('Toinen yritys'));
    expect([again.review._id, again.review.version]).to.deep.equal([written._id, 2]);
  });

  it('what moderation holds is seen by its writer alone, and by all once staff have let it', async () => {
    const { reviews, moderation } = services;
    const author = await reader('Kiukkuinen');
    const { review: held } = await reviews.write(author, 'w7', review('Kirjailija on idiootti, mutta kertoo sylttytehtaasta.')); // prettier-ignore
    expect(held.standing.state).to.equal('pending');
    const total = async (patron?: string) => (await reviews.ofWork('w7', patron, { order: 'helpful', page: 1, size: 10 })).total; // prettier-ignore
    expect([await total(), await total(author.patron)]).to.deep.equal([0, 1]);
    expect(ids(await search({ q: 'sylttytehdas' })).length).to.equal(0);
    await moderation.judge('staff', { kind: 'review', id: held._id }, { version: 1, judgement: 'approve', words: '' });
    expect(await total()).to.equal(1);
    expect(ids(await search({ q: 'sylttytehdas' }))).to.deep.equal(['w7']);
    const [waiting] = await moderation.queue({ view: 'published', kinds: ['review'], size: 100 });
    expect(waiting?.text.about.address).to.match(/^\/works\/w\d+#review-/);
  });

  it('a tag is searched by, is a facet, and is each reader’s own', async () => {
    const { tags } = services;
    const [first, second] = [await reader(), await reader()];
    await tags.add(first, 'w8', 'Saaristodekkari');
    await tags.add(second, 'w8', 'saaristoDEKKARI');
    await tags.add(second, 'w9', 'saaristodekkari');
    expect((await tags.ofWork('w8', first.patron)).map(({ text, count, yours }) => [text, count, yours])).to.deep.equal([['Saaristodekkari', 2, true]]); // prettier-ignore
    const found = await search({ q: 'saaristodekkareita' });
    expect(ids(found)).to.have.members(['w8', 'w9']);
    expect(found.facets.tag).to.deep.include({ value: 'saaristodekkari', label: 'saaristodekkari', count: 2, selected: false }); // prettier-ignore
    expect(ids(await search({ tag: 'saaristodekkari' }))).to.have.members(['w8', 'w9']);
    expect(ids(await search({ q: 'avainsana:saaristodekkari' }))).to.have.members(['w8', 'w9']);
    await tags.remove(second.patron, 'w8', 'SAARISTODEKKARI');
    expect((await tags.ofWork('w8')).map(({ count }) => count)).to.deep.equal([1]);
    expect(await refusal(tags.add(first, 'w8', 'neekeri'))).to.equal('words-not-allowed');
  });

  it('works that staff make one have what was said of both, and each its own again when that is undone', async () => {
    const { catalogue, reviews, tags } = services;
    const [both, other] = [await reader(), await reader()];
    await reviews.ratings.rate(both, 'w10', 1);
    await reviews.ratings.rate(both, 'w11', 5);
    await reviews.ratings.rate(other, 'w11', 3);
    await tags.add(both, 'w11', 'kaksoisteos');
    const { _id } = await catalogue.decisions.merge({ into: 'w10', works: ['w11'] });
    expect(await reviews.ratings.of('w11')).to.include({ count: 2, average: 4 });
    expect((await search({ tag: 'kaksoisteos' })).items.map(({ id, rating }) => [id, rating?.count])).to.deep.equal([['w10', 2]]); // prettier-ignore
    await catalogue.decisions.undo(_id);
    expect(await reviews.ratings.of('w10')).to.include({ count: 1, average: 1 });
    expect((await search({ tag: 'kaksoisteos' })).items.map(({ id }) => id)).to.deep.equal(['w11']);
  });

  it('waits for the municipality’s phase; taking back does not', async () => {
    const { consortium, reviews, tags } = services;
    const early = await reader('Odottaja', 'sysma');
    await reviews.ratings.rate(early, 'w12', 3);
    await consortium.setRollout('sysma', 0, { catalogue: '2026-01-01', selfService: '2026-01-01', community: '2099-01-01' }); // prettier-ignore
    for (const act of [
      reviews.ratings.rate(early, 'w12', 4),
      reviews.write(early, 'w12', review('Hyvä')),
      tags.add(early, 'w12', 'hyvä'),
    ])
      // prettier-ignore
      expect(await refusal(act)).to.equal('community-not-started');
    await reviews.ratings.unrate(early.patron, 'w12');
    expect(await reviews.ratings.of('w12')).to.deep.include({ count: 0, yours: undefined });
  });

  it('all of it can be taken along, and goes with the account', async () => {
    const { accounts, reviews, tags } = services;
    const author = await reader('Lähtijä');
    await reviews.ratings.rate(author, 'w13', 5);
    const { review: written } = await reviews.write(author, 'w13', review('Jäähyväiset kaikille'));
    await reviews.vote(await reader(), written._id, true);
    await tags.add(author, 'w13', 'jäähyväiset');
    const taken = JSON.stringify(await accounts.exportAll(author.patron));
    for (const word of ['Jäähyväiset kaikille', 'jäähyväiset', '"stars":5', 'Lähtijä']) expect(taken).to.include(word);
    await accounts.deleteAccount(author.patron, { pin: '1234', address: '::1' });
    expect((await search({ q: 'jäähyväiset' })).items).to.deep.equal([]);
    expect(await reviews.ratings.of('w13')).to.include({ count: 0 });
    for (const name of ['ratings', 'reviews', 'tags', 'helpfulVotes', 'patrons'])
      for (const one of await services.connections.database.collection(name).find().toArray())
        expect(JSON.stringify(one), name).to.not.match(/Jäähyväiset|jäähyväiset|Lähtijä/);
  });

  it('a work is found by the words of tips about it, while they are published', async () => {
    const author = { ...(await reader('Vinkkaaja')), isStaff: false };
    const text = { works: ['w30', 'w31'], byline: 'Vinkkaaja', audiences: ['adult' as const], title: '', language: 'fi' as const }; // prettier-ignore
    const { tip } = await services.tips.create(author, { ...text, text: 'Riippumattoon **sateenvarjolla**' });
    const found = async (q: string) => ids(await search({ q })).toSorted();
    expect(await found('sateenvarjo riippumatossa')).to.deep.equal(['w30', 'w31']);
    const changed = await services.tips.change(author, tip._id, { version: 1, tip: { ...text, works: ['w31'], text: 'Polkupyörän selässä' } }); // prettier-ignore
    expect(changed.done).to.equal(true);
    expect([await found('sateenvarjo'), await found('polkupyörällä')]).to.deep.equal([[], ['w31']]);
    const judge = (judgement: 'hide' | 'restore') => services.moderation.judge('staff', { kind: 'tip', id: tip._id }, { version: 2, judgement, words: '' }); // prettier-ignore
    await judge('hide');
    expect(await found('polkupyörä')).to.deep.equal([]);
    await judge('restore');
    expect(await found('polkupyörä')).to.deep.equal(['w31']);
    await services.tips.remove(author.patron, tip._id);
    expect(await found('polkupyörä')).to.deep.equal([]);
  });
});
