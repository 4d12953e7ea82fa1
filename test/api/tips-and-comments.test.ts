import { expect } from 'chai';
import { catalogueRepository } from '../../domain/catalogue/repository.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { Browser } from '../support/cookie-browser.ts';
import { staffBrowser } from '../support/staff.ts';
import { startService, type TestService } from '../support/service.ts';

describe('tips, comments and reports through HTTP', function () {
  this.timeout(120_000);
  let service: TestService;
  let serial = 0;

  before(async () => {
    service = await startService({
      async fill({ connections }) {
        const catalogue = catalogueRepository(connections.database);
        const ids = ['w1', 'w2', 'w3'];
        await catalogue.ensureWorks(ids);
        await catalogue.storeRecords(ids.map((id) => buildRecord({ _id: `${id}.r`, workId: id, edition: buildEdition({ title: `Kirja ${id}` }) }))); // prettier-ignore
        await catalogue.storeItems(ids.map((id) => buildItem({ _id: `${id}-0`, recordId: `${id}.r` })), []); // prettier-ignore
      },
    });
  });
  after(() => service?.stop());

  const nobody = () => new Browser(service.url);
  async function loggedIn(more = {}): Promise<Browser> {
    const cardNumber = `5000${(serial += 1)}`;
    await service.services.accounts.add({ cardNumber, name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234', ...more }); // prettier-ignore
    const browser = new Browser(service.url);
    await browser.logIn(cardNumber);
    return browser;
  }
  const moderator = async () => (await staffBrowser(service, { roles: ['moderator'] })).browser;
  const typeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('urn:lastu:problem:', '');
  const draft = { text: 'Lue *tämä*', works: ['w1'], audiences: ['young'], byline: 'Kirjatoukka' };
  async function newTip(author: Browser, more = {}) {
    const { status, body } = await author.ask('POST', '/tips', { ...draft, ...more });
    expect(status, JSON.stringify(body)).to.equal(200);
    return body;
  }
  async function newComment(author: Browser, path: string, text: string, parent?: string) {
    const { status, body } = await author.ask('POST', `${path}/comments`, { text, byline: 'Lukija', ...(parent && { parent }) }); // prettier-ignore
    expect(status, JSON.stringify(body)).to.equal(200);
    return body;
  }
  const threadsOf = async (reader: Browser, path: string) => (await reader.ask('GET', `${path}/comments`)).body.threads;

  it('a tip is found by its audience, its municipality and its works, and tells who has written it by the chosen name only', async () => {
    const author = await loggedIn({ name: 'Salla Salainen' });
    const { browser: staff } = await staffBrowser(service, { serves: 'heinola' });
    const own = await newTip(author, { works: ['w2', 'w3', 'w2'] });
    const staffs = await newTip(staff, { audiences: ['child', 'adult'], works: ['w3'] });
    const ids = async (query: string) => (await nobody().ask('GET', `/tips?${query}`)).body.items.map(({ id }: { id: string }) => id); // prettier-ignore
    expect(await ids('audience=young')).to.deep.equal([own.id]);
    expect(await ids('audience=child')).to.deep.equal([staffs.id]);
    expect(await ids('municipality=heinola')).to.deep.equal([staffs.id]);
    expect(await ids('work=w3')).to.deep.equal([staffs.id, own.id]);
    expect(await ids('byStaff=true')).to.deep.equal([staffs.id]);
    const { body } = await nobody().ask('GET', `/tips/${own.id}`);
    expect(body).to.deep.include({ byline: 'Kirjatoukka', byStaff: false, excerpt: 'Lue tämä', own: false });
    expect(body.works).to.deep.equal([{ id: 'w2', title: 'Kirja w2', authors: ['Meriluoto, Aila'] }, { id: 'w3', title: 'Kirja w3', authors: ['Meriluoto, Aila'] }]); // prettier-ignore
    expect(JSON.stringify(body)).not.to.include('Salla');
    expect(typeOf(await author.ask('POST', '/tips', { ...draft, works: ['w1', 'no-such-work'] }))).to.equal('tipped-work-not-found'); // prettier-ignore
  });

  it('what is sent twice, or at the same time, is written once; what was deleted may be written again', async () => {
    const author = await loggedIn();
    const tips = await Promise.all([1, 2, 3].map(() => newTip(author, { text: 'Kahdesti painettu' })));
    expect(new Set(tips.map(({ id }) => id)).size).to.equal(1);
    const path = `/tips/${tips[0].id}`;
    const said = await Promise.all([1, 2, 3].map(() => newComment(author, path, 'Samaa mieltä')));
    said.push(await newComment(author, path, 'Samaa mieltä'));
    expect(new Set(said.map(({ id }) => id)).size).to.equal(1);
    await newComment(await loggedIn(), path, 'Samaa mieltä');
    expect(await threadsOf(nobody(), path)).to.have.length(2);
    await author.ask('DELETE', `/comments/${said[0].id}`);
    const again = await newComment(author, path, 'Samaa mieltä');
    expect(again.id).to.not.equal(said[0].id);
    expect(await threadsOf(nobody(), path)).to.have.length(2);
  });

  it('only its writer changes a tip, from the version they have read, and deletes it', async () => {
    const [author, other] = [await loggedIn(), await loggedIn()];
    const { id } = await newTip(author);
    const change = { ...draft, text: 'Uusi', version: 1 };
    expect(typeOf(await other.ask('PUT', `/tips/${id}`, change))).to.equal('tip-not-yours');
    expect((await author.ask('PUT', `/tips/${id}`, change)).body).to.include({ text: 'Uusi', version: 2 });
    const stale = await author.ask('PUT', `/tips/${id}`, { ...change, text: 'Toinen' });
    expect([typeOf(stale), stale.body.current.text, stale.body.yours.text]).to.deep.equal(['changed-meanwhile', 'Uusi', 'Toinen']); // prettier-ignore
    expect(typeOf(await other.ask('DELETE', `/tips/${id}`))).to.equal('tip-not-yours');
    expect((await author.ask('DELETE', `/tips/${id}`)).status).to.equal(200);
    expect(typeOf(await nobody().ask('GET', `/tips/${id}`))).to.equal('tip-not-found');
  });

  it('comments form threads one level deep; a deleted one keeps its place while answers hang on it', async () => {
    const [author, other] = [await loggedIn(), await loggedIn()];
    const path = `/tips/${(await newTip(author)).id}`;
    expect(await threadsOf(nobody(), path)).to.deep.equal([]);
    expect(typeOf(await nobody().ask('POST', `${path}/comments`, { text: 'Hei', byline: 'x' }))).to.equal(
      'unauthorized',
    );
    const first = await newComment(author, path, 'Ensimmäinen');
    const answer = await newComment(other, path, 'Vastaus', first.id);
    await newComment(author, path, 'Vastaus vastaukseen', answer.id);
    const lonely = await newComment(other, path, 'Yksin');
    const texts = async (reader = nobody()) => (await threadsOf(reader, path)).map(({ text, answers }: { text: string; answers: { text: string }[] }) => [text, ...answers.map((one) => one.text)]); // prettier-ignore
    expect(await texts()).to.deep.equal([['Ensimmäinen', 'Vastaus', 'Vastaus vastaukseen'], ['Yksin']]);
    expect(typeOf(await other.ask('DELETE', `/comments/${first.id}`))).to.equal('comment-not-yours');
    await author.ask('DELETE', `/comments/${first.id}`);
    await other.ask('DELETE', `/comments/${lonely.id}`);
    expect(await texts()).to.deep.equal([['', 'Vastaus', 'Vastaus vastaukseen']]);
    const changed = await other.ask('PATCH', `/comments/${answer.id}`, { version: 1, text: 'Parempi vastaus' });
    expect(changed.body.editedAt).to.be.a('string');
    expect(typeOf(await other.ask('PATCH', `/comments/${answer.id}`, { version: 1, text: 'x' }))).to.equal('changed-meanwhile'); // prettier-ignore
  });

  it('a list is commented on by whoever may see it, and by nobody else', async () => {
    const [owner, other] = [await loggedIn(), await loggedIn()];
    const { id } = (await owner.ask('POST', '/lists', { title: 'Oma' })).body;
    const wish = { text: 'Hei', byline: 'x' };
    expect(typeOf(await other.ask('POST', `/lists/${id}/comments`, wish))).to.equal('nothing-to-comment-on');
    expect(typeOf(await other.ask('GET', `/lists/${id}/comments`))).to.equal('nothing-to-comment-on');
    await owner.ask('PATCH', `/lists/${id}`, { version: 1, visibility: 'public' });
    expect((await other.ask('POST', `/lists/${id}/comments`, wish)).status).to.equal(200);
    expect(await threadsOf(nobody(), `/lists/${id}`)).to.have.length(1);
  });

  it('what is reported, hidden and restored is seen by its writer and moderators, and told to the writer', async () => {
    const [author, reader, staff] = [await loggedIn(), await loggedIn(), await moderator()];
    const tip = await newTip(author);
    const comment = await newComment(author, `/tips/${tip.id}`, 'Ikävä kommentti');
    const wish = { kind: 'comment', id: comment.id, reason: 'insulting', note: 'Ei näin' };
    expect(typeOf(await author.ask('POST', '/reports', wish))).to.equal('text-is-yours');
    expect((await reader.ask('POST', '/reports', wish)).status).to.equal(200);
    expect(typeOf(await reader.ask('GET', '/staff/moderation'))).to.equal('unauthorized');
    const { items } = (await staff.ask('GET', '/staff/moderation')).body;
    expect(items).to.have.length(1);
    expect(items[0]).to.deep.include({ kind: 'comment', id: comment.id, text: 'Ikävä kommentti', state: 'published' });
    expect(items[0].reports[0]).to.include({ reason: 'insulting', note: 'Ei näin' });
    expect(items[0].about.address).to.equal(`/tips/${tip.id}#comment-${comment.id}`);
    const judged = await staff.ask('POST', `/staff/moderation/comment/${comment.id}/judgements`, { version: 1, judgement: 'hide', words: 'Loukkaava' }); // prettier-ignore
    expect(judged.status, JSON.stringify(judged.body)).to.equal(200);
    expect(await threadsOf(nobody(), `/tips/${tip.id}`)).to.deep.equal([]);
    expect((await threadsOf(author, `/tips/${tip.id}`))[0]).to.include({ text: 'Ikävä kommentti', state: 'hidden' });
    const messages = (await author.ask('GET', '/me/messages')).body.items;
    expect(messages[0]).to.include({ kind: 'hidden', words: 'Loukkaava', read: false });
    await author.ask('POST', `/me/messages/${messages[0].id}/reading`);
    expect((await author.ask('GET', '/me/messages')).body.items[0].read).to.equal(true);
    await staff.ask('POST', `/staff/moderation/tip/${tip.id}/judgements`, { version: 1, judgement: 'hide' });
    expect(typeOf(await nobody().ask('GET', `/tips/${tip.id}`))).to.equal('tip-not-found');
    await staff.ask('POST', `/staff/moderation/tip/${tip.id}/judgements`, { version: 1, judgement: 'restore' });
    expect((await nobody().ask('GET', `/tips/${tip.id}`)).status).to.equal(200);
  });

  it('moderators ban writers; they of a town, and admins, say how its texts are admitted', async () => {
    const [author, staff] = [await loggedIn(), await moderator()];
    const tip = await newTip(author);
    const { author: patron } = (await staff.ask('GET', '/staff/moderation?view=published&kind=tip')).body.items.find(({ id }: { id: string }) => id === tip.id); // prettier-ignore
    expect((await staff.ask('PUT', `/staff/writing-bans/${patron}`, { reason: 'Mainoksia' })).status).to.equal(200);
    expect(typeOf(await author.ask('POST', '/tips', draft))).to.equal('writer-banned');
    expect((await staff.ask('GET', '/staff/writing-bans')).body.bans).to.have.length(1);
    await staff.ask('DELETE', `/staff/writing-bans/${patron}`);
    expect((await author.ask('POST', '/tips', draft)).status).to.equal(200);
    const { municipality, ...policy } = (await staff.ask('GET', '/staff/admission-policies/lahti')).body;
    expect(municipality).to.equal('lahti');
    const rules = { ...policy.rules, tip: 'all-wait' };
    expect(typeOf(await staff.ask('PUT', '/staff/admission-policies/heinola', { ...policy, rules }))).to.equal('not-allowed'); // prettier-ignore
    expect((await staff.ask('PUT', '/staff/admission-policies/lahti', { ...policy, rules })).status).to.equal(200);
    expect(typeOf(await staff.ask('PUT', '/staff/admission-policies/lahti', { ...policy, rules }))).to.equal('changed-meanwhile'); // prettier-ignore
    const waiting = await newTip(author, { text: 'Toinen vinkki' });
    expect(waiting.state).to.equal('pending');
    expect(typeOf(await nobody().ask('GET', `/tips/${waiting.id}`))).to.equal('tip-not-found');
    await staff.ask('POST', `/staff/moderation/tip/${waiting.id}/judgements`, { version: 1, judgement: 'approve' });
    expect((await nobody().ask('GET', `/tips/${waiting.id}`)).status).to.equal(200);
    await staff.ask('PUT', '/staff/admission-policies/lahti', { ...policy, version: policy.version + 1 });
  });

  it('everything a patron has written here is exported, and gone with their account', async () => {
    const author = await loggedIn();
    const tip = await newTip(author, { text: 'Muistathan minut' });
    await newComment(author, `/tips/${tip.id}`, 'Ja tämän');
    const other = await newTip(await loggedIn());
    const comment = await newComment(author, `/tips/${other.id}`, 'Sekä tämän');
    await newComment(await loggedIn(), `/tips/${other.id}`, 'Vastaus', comment.id);
    const exported = JSON.stringify((await author.ask('GET', '/me/export')).body);
    for (const text of ['Muistathan minut', 'Ja tämän', 'Sekä tämän']) expect(exported).to.include(text);
    const gone = await author.ask('DELETE', '/me', { pin: '1234' });
    expect(gone.status, JSON.stringify(gone.body)).to.equal(200);
    expect(typeOf(await nobody().ask('GET', `/tips/${tip.id}`))).to.equal('tip-not-found');
    const threads = await threadsOf(nobody(), `/tips/${other.id}`);
    expect(threads[0]).to.include({ text: '', byline: '', gone: true });
    expect(threads[0].answers).to.have.length(1);
  });
});
