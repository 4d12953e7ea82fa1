import { expect } from 'chai';
import type { Collection } from 'mongodb';
import type { Standing } from '../../../domain/moderation/schema.ts';
import type { KeptText, TextKeeper } from '../../../domain/moderation/keeper.ts';
import { moderationRepository } from '../../../domain/moderation/repository.ts';
import { createModeration } from '../../../domain/moderation/service.ts';
import { ModerationProblem } from '../../../domain/moderation/problems.ts';
import { letterRepository } from '../../../domain/notices/repository.ts';
import { openServices, type Services } from '../../../services.ts';
import { dropNamespace, testEnvironment } from '../../support/connections.ts';
import { addStaff } from '../../support/staff.ts';

/** Keeps texts as any subject does: the standing beside what was written, moved by one conditional write. */
function keeperOver(texts: Collection<KeptText & { _id: string }>): TextKeeper {
  return {
    find: async (id) => (await texts.findOne({ _id: id })) ?? undefined,
    standing: (state, { after, most }) =>
      texts
        .find({ 'standing.state': state, ...(after && { 'standing.since': { $gt: after } }) })
        .sort({ 'standing.since': 1 })
        .limit(most)
        .toArray(),
    async move({ id: _id, version, standing: { state, since } }, standing) {
      const asRead = { _id, version, 'standing.state': state, 'standing.since': since };
      return (await texts.updateOne(asRead, { $set: { standing } })).matchedCount === 1;
    },
  };
}

describe('moderation', function () {
  this.timeout(60_000);
  let services: Services;
  let moderation: Services['moderation'];
  let texts: Collection<KeptText & { _id: string }>;
  let serial = 0;

  before(async () => {
    services = openServices(testEnvironment(), { blocking: true });
    await services.prepare();
    texts = services.connections.database.collection('someTexts');
    moderation = createModeration({
      repository: moderationRepository(services.connections.database),
      admission: services.admission,
      keepers: { comment: keeperOver(texts) },
      audit: services.audit,
      outbox: letterRepository(services.connections.database),
    });
  });
  after(async () => {
    await services?.queues.close();
    if (services) await dropNamespace(services.connections);
  });

  async function patron(more = {}): Promise<string> {
    const cardNumber = `4000${(serial += 1)}`;
    const account = await services.accounts.add({ cardNumber, name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', ...more }); // prettier-ignore
    return account._id;
  }
  async function written(author: string, text = 'Hyvä kirja'): Promise<KeptText> {
    const standing = await services.admission.admit({ kind: 'comment', patron: author, texts: [text] });
    const id = `t${(serial += 1)}`;
    const kept = { id, version: 1, author, municipality: 'lahti', byline: 'Lukija', title: '', text, about: { title: 'Teos', address: '/works/w1' }, writtenAt: new Date(), standing }; // prettier-ignore
    await texts.insertOne({ _id: id, ...kept });
    return kept;
  }
  const standingOf = async ({ id }: KeptText): Promise<Standing['state'] | undefined> =>
    (await texts.findOne({ _id: id }))?.standing.state;
  const refusal = (act: Promise<unknown>) => act.then(() => 'nothing', (error: unknown) => (error instanceof ModerationProblem ? error.reason : String(error))); // prettier-ignore
  const report = { reason: 'insulting', note: '' } as const;
  const comment = ({ id }: KeptText) => ({ kind: 'comment' as const, id });

  it('publishes at once, after approval for new writers, or always after approval, as the writer’s town has agreed', async () => {
    const rules = (await services.admission.policy('heinola')).rules;
    const agree = async (town: string, comment: (typeof rules)['comment'], newForDays: number) => {
      const { version, ...policy } = await services.admission.policy(town);
      const next = { ...policy, version: version + 1, rules: { ...rules, comment }, newForDays };
      expect(await moderation.setPolicy('staff', next)).to.equal(true);
      expect(await moderation.setPolicy('staff', next), 'from what is not there any more').to.equal(false);
    };
    const [lahti, heinola] = [await patron(), await patron({ municipality: 'heinola' })];
    const state = async (author: string) => (await services.admission.admit({ kind: 'comment', patron: author, texts: ['Hyvä'] })).state; // prettier-ignore
    expect(await state(heinola)).to.equal('published');
    await agree('heinola', 'new-writers-wait', 7);
    expect(await state(heinola)).to.equal('pending');
    expect(await state(lahti), 'another town').to.equal('published');
    await agree('heinola', 'new-writers-wait', 0);
    expect(await state(heinola), 'nobody is new').to.equal('published');
    await agree('heinola', 'all-wait', 0);
    expect(await state(heinola)).to.equal('pending');
    const staff = (await addStaff(services, { serves: 'heinola' })).account._id;
    expect(await state(staff), 'staff').to.equal('published');
    expect((await services.admission.admit({ kind: 'tag', patron: heinola, texts: ['x'] })).state).to.equal(
      'published',
    );
  });

  it('waits for the day on which the writer’s town begins', async () => {
    await services.consortium.setRollout('sysma', 0, { community: '2999-01-01' });
    const author = await patron({ municipality: 'sysma' });
    expect(await refusal(written(author))).to.equal('community-not-started');
  });

  it('holds or refuses texts with watched words, as staff have listed them', async () => {
    const author = await patron();
    expect(await standingOf(await written(author, 'Tosi hömppää'))).to.equal('published');
    const { version, words } = await services.admission.words();
    const fi = { hold: [...words.fi.hold, 'hömppä'], refuse: [...words.fi.refuse, 'höpsö'] };
    expect(await moderation.setWords('staff', { version: version + 1, words: { ...words, fi } })).to.equal(true);
    expect(await standingOf(await written(author, 'Tosi hömppä'))).to.equal('pending');
    expect(await refusal(written(author, 'HÖPSÖ!'))).to.equal('words-not-allowed');
  });

  it('lets nobody write without end, and tells when one may go on', async () => {
    const author = await patron();
    const many = await Promise.allSettled(Array.from({ length: 90 }, () => services.admission.admit({ kind: 'comment', patron: author, texts: ['a'] }))); // prettier-ignore
    const refused = many.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).to.have.length(30);
    expect(refused[0]).to.include({ reason: 'writing-too-fast' });
    expect(refused[0].about.seconds).to.be.within(1, 3_600);
    expect((await services.admission.admit({ kind: 'tag', patron: author, texts: ['a'] })).state).to.equal('published');
  });

  it('hears a patron again who has reported a text, once it has changed and staff have decided on it', async () => {
    const [author, reader] = [await patron(), await patron()];
    const text = await written(author);
    const open = async () => (await moderation.queue({ view: 'reported', size: 50 })).filter(({ text: { id } }) => id === text.id).length; // prettier-ignore
    await moderation.report(reader, comment(text), report);
    await moderation.judge('staff', comment(text), { version: 1, judgement: 'approve', words: '' });
    await moderation.report(reader, comment(text), report);
    expect(await open(), 'as staff have let it stand').to.equal(0);
    await texts.updateOne({ _id: text.id }, { $set: { text: 'Jotain aivan muuta', version: 2 } });
    await moderation.report(reader, comment(text), report);
    expect(await open()).to.equal(1);
    await moderation.judge('staff', comment(text), { version: 2, judgement: 'hide', words: '' });
    expect(await refusal(moderation.report(await patron(), comment(text), report)), 'nobody sees it').to.equal(
      'text-not-found',
    );
  });

  it('holds a text that three patrons have reported, however often one of them does, until staff have looked', async () => {
    const text = await written(await patron());
    const readers = await Promise.all([patron(), patron(), patron()]);
    expect(await refusal(moderation.report(text.author ?? '', comment(text), report))).to.equal('text-is-yours');
    expect(await refusal(moderation.report(readers[0], { kind: 'comment', id: 'none' }, report))).to.equal('text-not-found'); // prettier-ignore
    for (let nth = 0; nth < 4; nth += 1) await moderation.report(readers[0], comment(text), report);
    expect(await standingOf(text)).to.equal('published');
    await Promise.all(readers.map((reader) => moderation.report(reader, comment(text), report)));
    expect(await standingOf(text)).to.equal('pending');
    const queued = (await moderation.queue({ view: 'waiting', size: 50 })).find((one) => one.text.id === text.id);
    expect(queued?.reports).to.have.length(3);
    await moderation.judge('staff', comment(text), { version: 1, judgement: 'approve', words: '' });
    expect(await standingOf(text)).to.equal('published');
    expect(await moderation.queue({ view: 'reported', size: 50 })).to.deep.equal([]);
    const told = (await moderation.messagesTo(text.author ?? '')).map(({ kind }) => kind);
    expect(told).to.deep.equal(['approved', 'held']);
  });

  it('decides on what was read: a text that was changed meanwhile is not approved unseen', async () => {
    const text = await written(await patron());
    await texts.updateOne({ _id: text.id }, { $inc: { version: 1 }, $set: { text: 'Jotain muuta' } });
    const { done } = await moderation.judge('staff', comment(text), { version: 1, judgement: 'hide', words: '' });
    expect(done).to.equal(false);
    expect(await standingOf(text)).to.equal('published');
  });

  it('keeps what staff have hidden from coming back by a change of its writer', async () => {
    const author = await patron();
    const text = await written(author);
    await moderation.judge('staff', comment(text), { version: 1, judgement: 'hide', words: 'Ei näin' });
    const before = (await texts.findOne({ _id: text.id }))?.standing;
    const changed = await services.admission.admit({ kind: 'comment', patron: author, texts: ['Kiltimmin'], before });
    expect(changed).to.include({ state: 'pending', cause: 'hidden-before' });
    const again = await services.admission.admit({
      kind: 'comment',
      patron: author,
      texts: ['Vielä'],
      before: changed,
    });
    expect(again.state).to.equal('pending');
  });

  it('bans a writer until a day, tells them, and notes every act of staff', async () => {
    const author = await patron();
    const text = await written(author);
    await moderation.judge('s1', comment(text), { version: 1, judgement: 'hide', words: 'Loukkaava' });
    await moderation.judge('s1', comment(text), { version: 1, judgement: 'restore', words: '' });
    await moderation.answer('s1', comment(text), 'Anteeksi, erehdyimme');
    await moderation.ban('s1', author, { reason: 'Mainoksia', until: new Date(Date.now() + 86_400_000) });
    expect(await refusal(written(author))).to.equal('writer-banned');
    await moderation.ban('s1', author, { reason: 'Mainoksia', until: new Date(Date.now() - 1) });
    expect(await refusal(written(author)), 'it is over').to.equal('nothing');
    await moderation.unban('s1', author);
    const acts = (await services.audit.entries({ by: 's1', size: 50 })).map(({ act }) => act);
    expect(acts).to.have.members(['textHidden', 'textRestored', 'writerAnswered', 'writerBanned', 'writerBanned', 'writerUnbanned']); // prettier-ignore
    const messages = await moderation.messagesTo(author);
    expect(messages.map(({ words }) => words)).to.include.members(['Loukkaava', 'Anteeksi, erehdyimme', 'Mainoksia']);
  });

  it('exports and erases what it keeps of a patron', async () => {
    const [author, reader] = [await patron(), await patron()];
    const text = await written(author);
    await moderation.report(reader, comment(text), { reason: 'spoiler', note: 'Juoni paljastuu' });
    await moderation.answer('staff', comment(text), 'Hei');
    expect(JSON.stringify(await moderation.records.export(reader))).to.include('Juoni paljastuu');
    expect(JSON.stringify(await moderation.records.export(author))).to.include('Hei');
    for (const one of [author, reader]) await moderation.records.erase(one);
    expect(await moderation.records.export(reader)).to.deep.equal({ reports: [], messages: [] });
    expect(await moderation.records.export(author)).to.deep.equal({ reports: [], messages: [] });
  });

  it('hears nobody without end', async () => {
    const author = await patron();
    const busy = await patron();
    for (let nth = 0; nth < 30; nth += 1) await moderation.report(busy, comment(await written(author)), report);
    expect(await refusal(moderation.report(busy, comment(await written(author)), report))).to.equal('writing-too-fast');
  });
});
