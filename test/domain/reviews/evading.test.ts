import { expect } from 'chai';
import type { VoiceKind } from '../../../domain/moderation/schema.ts';
import { ReviewText } from '../../../domain/reviews/schema.ts';
import type { Services } from '../../../services.ts';
import { startService, type TestService } from '../../support/service.ts';
import { addReader, fillWithWorks } from '../../support/voices.ts';

describe('what staff have decided of a reader', function () {
  this.timeout(120_000);
  let service: TestService;
  let services: Services;
  before(async () => {
    service = await startService({ fill: fillWithWorks(3) });
    services = service.services;
  });
  after(() => service?.stop());

  const refusal = (promise: Promise<unknown>) => promise.then(() => 'nothing', (error: { reason?: string }) => error.reason); // prettier-ignore
  const text = ReviewText.parse({ text: 'Sama uudestaan' });
  async function hide(kind: VoiceKind, author: string): Promise<void> {
    const queued = await services.moderation.queue({ view: 'published', kinds: [kind], size: 100 });
    const found = queued.find(({ text: { author: by } }) => by === author)?.text;
    const judged = await services.moderation.judge('staff', { kind, id: String(found?.id) }, { version: found?.version ?? 0, judgement: 'hide', words: '' }); // prettier-ignore
    expect(judged.done).to.equal(true);
  }

  it('is not evaded by taking a review back and writing it anew', async () => {
    const author = await addReader(services, 'Sitkeä');
    const { review } = await services.reviews.write(author, 'w0', text);
    await hide('review', author.patron);
    await services.reviews.withdraw(author.patron, review._id);
    const again = await services.reviews.write(author, 'w0', text);
    expect(again.review.standing).to.include({ state: 'pending', cause: 'hidden-before' });
  });

  it('is not evaded by taking a tag back and giving it anew; of a deleted account nothing is left', async () => {
    const author = await addReader(services);
    await services.tags.add(author, 'w0', 'mainos');
    await hide('tag', author.patron);
    await services.tags.remove(author.patron, 'w0', 'mainos');
    expect(await services.tags.ofPatron(author.patron), 'taken back, it is there for nobody').to.deep.equal([]);
    await services.tags.add(author, 'w0', 'Mainos');
    expect(await services.tags.ofWork('w0'), 'given anew, it waits for staff').to.deep.equal([]);
    expect(await services.tags.ofWork('w0', author.patron)).to.have.length(1);
    await services.tags.remove(author.patron, 'w0', 'mainos');
    await services.tags.records.erase(author.patron);
    expect(await services.connections.database.collection('tags').countDocuments({ patron: author.patron })).to.equal(
      0,
    );
  });

  it('goes along with an account that is made one with another, and leaves nothing with the one that is gone', async () => {
    const [author, heir] = [await addReader(services, 'Entinen'), await addReader(services)];
    const { review } = await services.reviews.write(author, 'w2', text);
    await services.tags.add(author, 'w2', 'mainos');
    for (const kind of ['review', 'tag'] as const) await hide(kind, author.patron);
    await services.reviews.withdraw(author.patron, review._id);
    await services.tags.remove(author.patron, 'w2', 'mainos');
    await services.accounts.merge(author.patron, heir.patron, 'staff');
    const { database } = services.connections;
    for (const name of ['tags', 'reviews'])
      expect(await database.collection(name).countDocuments({ patron: author.patron }), name).to.equal(0);
    const again = await services.reviews.write(heir, 'w2', text);
    expect(again.review.standing).to.include({ state: 'pending', cause: 'hidden-before' });
    await services.tags.add(heir, 'w2', 'mainos');
    expect(await services.tags.ofWork('w2')).to.deep.equal([]);
  });

  it('holds for all that others see of somebody who may not write: stars, votes, what is brought again, and a name', async () => {
    const { reviews, accounts, moderation } = services;
    const [author, other] = [await addReader(services, 'Häirikkö'), await addReader(services, 'Toinen')];
    const own = (await reviews.write(author, 'w1', text)).review._id;
    const theirs = (await reviews.write(other, 'w1', text)).review._id;
    await reviews.withdraw(author.patron, own);
    await moderation.ban('staff', author.patron, { reason: 'häirintä' });
    for (const act of [
      () => reviews.ratings.rate(author, 'w1', 1),
      () => reviews.vote(author, theirs, true),
      () => reviews.bringBack(author, own),
      () => accounts.setDisplayName(author.patron, 'Uusi Nimi'),
    ])
      expect(await refusal(act())).to.equal('writer-banned');
    await reviews.ratings.unrate(author.patron, 'w1'); // what one takes back is one's own
  });

  it('holds for names as for texts: a watched word stands over no review, those of before included', async () => {
    const author = await addReader(services, 'Siisti');
    const { words } = await services.admission.words();
    const [watched = ''] = [...words.fi.refuse, ...words.fi.hold].map((word) => word.replace('*', ''));
    expect(watched).to.not.equal('');
    expect(await refusal(services.accounts.setDisplayName(author.patron, `Herra ${watched}`))).to.equal('words-not-allowed'); // prettier-ignore
    expect((await services.accounts.displayNames([author.patron])).get(author.patron)).to.equal('Siisti');
  });
});
