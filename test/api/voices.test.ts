import { expect } from 'chai';
import { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { addReader, fillWithWorks, indexed } from '../support/voices.ts';

describe('ratings, reviews and tags through HTTP', function () {
  this.timeout(120_000);
  let service: TestService;

  before(async () => {
    service = await startService({ fill: fillWithWorks(5) });
  });
  after(() => service?.stop());

  async function loggedIn(displayName?: string): Promise<Browser> {
    const { cardNumber } = await addReader(service.services, displayName);
    const browser = new Browser(service.url);
    await browser.logIn(cardNumber);
    return browser;
  }
  const nobody = () => new Browser(service.url);
  const typeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('urn:lastu:problem:', '');

  it('a rating is put and taken back, by halves of a star only, and by nobody who has not logged in', async () => {
    const reader = await loggedIn();
    expect((await reader.ask('PUT', '/works/w0/rating', { stars: 4.5 })).body).to.deep.equal({ count: 1, average: 4.5, spread: [0, 0, 0, 1, 0], yours: 4.5 }); // prettier-ignore
    expect((await nobody().ask('GET', '/works/w0/rating')).body).to.not.have.property('yours');
    for (const stars of [0, 0.5, 5.5, 3.2, '4', null])
      expect(typeOf(await reader.ask('PUT', '/works/w0/rating', { stars })), String(stars)).to.equal('invalid-request');
    expect(typeOf(await nobody().ask('PUT', '/works/w0/rating', { stars: 4 }))).to.equal('unauthorized');
    expect(typeOf(await reader.ask('PUT', '/works/nothing/rating', { stars: 4 }))).to.equal('voiced-work-not-found');
    expect((await reader.ask('GET', '/me/ratings')).body.items).to.have.lengthOf(1);
    expect((await reader.ask('DELETE', '/works/w0/rating')).body.count).to.equal(0);
  });

  it('a stale edit of a review is answered with both texts, and what stood there before is kept for its author', async () => {
    const author = await loggedIn();
    const first = { title: 'Ensi', text: 'Ensimmäinen mieli', spoiler: false, language: 'fi' };
    expect(typeOf(await author.ask('POST', '/works/w1/reviews', first))).to.equal('display-name-missing');
    expect(typeOf(await author.ask('PUT', '/me/display-name', { displayName: 'Aino Ahola' }))).to.equal('display-name-tells-who'); // prettier-ignore
    expect((await author.ask('PUT', '/me/display-name', { displayName: 'Arvioija' })).status).to.equal(200);
    const { body: review } = await author.ask('POST', '/works/w1/reviews', first);
    expect([review.version, review.state, review.by]).to.deep.equal([1, 'published', 'Arvioija']);

    const second = { ...first, text: 'Toinen mieli' };
    expect((await author.ask('PUT', `/reviews/${review.id}`, { ...second, version: 1 })).body.version).to.equal(2);
    const stale = await author.ask('PUT', `/reviews/${review.id}`, { ...first, text: 'Kolmas mieli', version: 1 });
    expect([stale.status, typeOf(stale)]).to.deep.equal([409, 'changed-meanwhile']);
    expect([stale.body.current.text, stale.body.yours.text]).to.deep.equal(['Toinen mieli', 'Kolmas mieli']);

    const [own] = (await author.ask('GET', '/me/reviews')).body.items;
    expect(own.history.map(({ text }: { text: string }) => text)).to.deep.equal(['Ensimmäinen mieli']);
    const [seen] = (await nobody().ask('GET', '/works/w1/reviews')).body.items;
    expect(seen).to.not.have.any.keys('history', 'state', 'patron');
    expect(JSON.stringify(seen)).to.not.include('Ahola');
  });

  it('two who edit the same review at the same time lose nothing: one of them is told', async () => {
    const author = await loggedIn('Kiirehtijä');
    const text = { title: '', text: 'Alku', spoiler: false, language: 'fi' };
    const { body: review } = await author.ask('POST', '/works/w2/reviews', text);
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((letter) => author.ask('PUT', `/reviews/${review.id}`, { ...text, text: letter, version: 1 }))); // prettier-ignore
    expect(answers.map(({ status }) => status).toSorted()).to.deep.equal([200, 409, 409, 409]);
  });

  it('nobody touches the review of somebody else', async () => {
    const [author, other] = [await loggedIn('Omistaja'), await loggedIn('Vieras')];
    const text = { title: '', text: 'Minun', spoiler: false, language: 'fi' };
    const { body: review } = await author.ask('POST', '/works/w3/reviews', text);
    expect(typeOf(await other.ask('PUT', `/reviews/${review.id}`, { ...text, text: 'Sinun', version: 1 }))).to.equal('review-not-found'); // prettier-ignore
    expect(typeOf(await other.ask('DELETE', `/reviews/${review.id}`))).to.equal('review-not-found');
    expect((await other.ask('PUT', `/reviews/${review.id}/helpful`)).body.helpful).to.equal(1);
    expect(typeOf(await author.ask('PUT', `/reviews/${review.id}/helpful`))).to.equal('own-review');
  });

  it('a tag is given, counted over all works, and suggested to whoever begins to write it', async () => {
    const reader = await loggedIn();
    const { body } = await reader.ask('POST', '/works/w4/tags', { text: '  #Mökkiluettavaa ' });
    expect(body.items).to.deep.equal([{ key: 'mökkiluettavaa', text: 'Mökkiluettavaa', count: 1, yours: true, waits: false }]); // prettier-ignore
    await indexed(service.services);
    expect((await nobody().ask('GET', '/tags')).body.items).to.deep.equal([{ key: 'mökkiluettavaa', works: 1 }]);
    expect((await nobody().ask('GET', '/tags/suggestions?q=m%C3%B6k')).body.items).to.deep.equal(['mökkiluettavaa']);
    const after = await reader.ask('DELETE', `/works/w4/tags/${encodeURIComponent('mökkiluettavaa')}`);
    expect(after.body.items).to.deep.equal([]);
  });
});
