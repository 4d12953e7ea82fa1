import { expect } from 'chai';
import type { Message } from '../../config/mail.ts';
import { addresseesOf } from '../../domain/accounts/addressees.ts';
import { copiesOf } from '../../domain/catalogue/copies.ts';
import { moderationCorrespondent } from '../../domain/moderation/letters.ts';
import { moderationRepository } from '../../domain/moderation/repository.ts';
import { letterRepository } from '../../domain/notices/repository.ts';
import { noticesOver } from '../../domain/notices/service.ts';
import { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { staffBrowser } from '../support/staff.ts';
import { addReader, fillWithWorks } from '../support/voices.ts';

describe('what readers say, judged', function () {
  this.timeout(120_000);
  let service: TestService;
  let staff: Browser;

  before(async () => {
    service = await startService({ fill: fillWithWorks(8) });
    staff = (await staffBrowser(service, { roles: ['moderator', 'admin'] })).browser;
  });
  after(() => service?.stop());

  async function loggedIn(displayName?: string): Promise<Browser & { patron: string }> {
    const { cardNumber, patron } = await addReader(service.services, displayName);
    const browser = new Browser(service.url);
    await browser.logIn(cardNumber);
    return Object.assign(browser, { patron });
  }
  const typeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('urn:lastu:problem:', '');
  const text = { title: '', text: 'Ensimmäinen **mieli**', spoiler: false, language: 'fi' };
  /** Without the marks that lit leaves. */
  const plain = (html: string) => html.replace(/<!--.*?-->/gs, '');
  const form = (browser: Browser, more: Record<string, string>) => ({ csrf: browser.csrfToken, ...more });

  it('a review as it was before is there for its writer and for moderators, on a page, and for nobody else', async () => {
    const [author, other] = [await loggedIn('Mielensä muuttaja'), await loggedIn('Utelias')];
    const { id } = (await author.ask('POST', '/works/w1/reviews', text)).body;
    await author.ask('PUT', `/reviews/${id}`, { ...text, text: 'Toinen mieli', version: 1 });
    expect((await author.page('/account/reviews')).text).to.include(`href="/account/reviews/${id}"`);
    const own = await author.page(`/account/reviews/${id}`);
    expect(plain(own.text)).to.include('Toinen mieli').and.include('Ensimmäinen <strong>mieli</strong>');
    expect((await other.page(`/account/reviews/${id}`)).status).to.equal(404);
    expect((await new Browser(service.url).page(`/account/reviews/${id}`)).headers.get('location')).to.match(/^\/login/); // prettier-ignore
    const queue = await staff.page('/staff/moderation?view=published');
    expect(plain(queue.text)).to.include('1 aiempi teksti').and.include('Ensimmäinen <strong>mieli</strong>');
    const { items } = (await staff.ask('GET', '/staff/moderation?view=published&kind=review')).body;
    expect(items[0].earlier.map((one: { text: string }) => one.text)).to.deep.equal([text.text]);
  });

  it('a review of a work that is gone can be reported, hidden, and taken back by its writer', async () => {
    const [author, other] = [await loggedIn('Muistelija'), await loggedIn()];
    const { id } = (await author.ask('POST', '/works/w7/reviews', text)).body;
    const { id: second } = (await other.ask('PUT', '/me/display-name', { displayName: 'Toinen muistelija' }), await other.ask('POST', '/works/w7/reviews', text)).body; // prettier-ignore
    await service.services.connections.database.collection('records').deleteMany({ workId: 'w7' });
    expect((await author.page('/account/reviews')).text).to.include('Teosta ei enää ole luettelossa');
    expect((await other.page(`/report/review/${id}`)).status).to.equal(200);
    expect((await other.ask('POST', '/reports', { kind: 'review', id, reason: 'insulting' })).status).to.equal(200);
    expect((await staff.page('/staff/moderation')).text).to.include('Teosta ei enää ole luettelossa');
    expect((await staff.ask('POST', `/staff/moderation/review/${second}/judgements`, { version: 1, judgement: 'hide' })).status).to.equal(200); // prettier-ignore
    expect((await author.page('/account/reviews', form(author, { do: 'delete', review: id }))).status).to.equal(303);
    expect((await author.page('/account/reviews')).text)
      .to.include('Arvostelusi on poistettu')
      .and.not.include(id);
    expect((await staff.page('/staff/moderation')).text).to.not.include(id);
    expect((await other.ask('DELETE', `/reviews/${second}`)).status).to.equal(200);
  });

  it('a tag is reported from the page of its work and from that of all tags, where it is somebody else’s', async () => {
    const [author, other] = [await loggedIn(), await loggedIn()];
    await author.ask('POST', '/works/w2/tags', { text: 'Asiaton Sana' });
    expect((await other.page('/works/w2')).text).to.include('action="/tags/report"').and.include('value="Asiaton Sana"'); // prettier-ignore
    expect((await author.page('/works/w2')).text).to.not.include('action="/tags/report"');
    const { headers } = await other.page('/tags/report?work=w2&tag=asiaton%20sana');
    const address = headers.get('location') ?? '';
    expect(address).to.match(/^\/report\/tag\//);
    expect((await other.page('/tags/report?tag=ASIATON%20SANA')).headers.get('location')).to.equal(address);
    expect((await other.page(address)).text).to.include('Asiaton Sana');
    expect((await other.page(address, form(other, { reason: 'insulting' }))).text).to.include('Kiitos');
    expect((await staff.page('/staff/moderation?view=reported')).text).to.include('Asiaton Sana');
    expect((await author.page('/tags/report?tag=asiaton%20sana')).status).to.equal(404);
    for (const nothing of ['/tags/report', '/tags/report?tag=muu', '/tags/report?tag=asiaton%20sana&work=olematon']) expect((await other.page(nothing)).status, nothing).to.equal(404); // prettier-ignore
  });

  it('whoever rates faster than people do is asked to wait, in words, and others are not', async () => {
    const [fast, other] = [await loggedIn(), await loggedIn()];
    const { ratings } = service.services.reviews;
    const rate = () => ratings.rate({ patron: fast.patron, municipality: 'lahti' }, 'w3', 1);
    for (let nth = 0; nth < 30; nth += 1) await Promise.all(Array.from({ length: 10 }, rate));
    const last = await fast.ask('PUT', '/works/w3/rating', { stars: 1 });
    expect([last.status, typeOf(last)]).to.deep.equal([429, 'too-fast']);
    await fast.page('/works/w3/voices', form(fast, { do: 'rate', stars: '3' }));
    expect((await fast.page('/works/w3?told')).text).to.include('Tämä kävi nopeammin kuin palvelu ehtii');
    expect((await fast.ask('DELETE', '/works/w3/rating')).status, 'taking back is always allowed').to.equal(200);
    expect((await other.ask('PUT', '/works/w3/rating', { stars: 4 })).status).to.equal(200);
  });

  it('writers hear of what staff decide by e-mail too, where they have an address and want to, and have not read it', async () => {
    const { services } = service;
    const { database } = services.connections;
    const sent: Message[] = [];
    const notices = noticesOver({
      repository: letterRepository(database),
      circulation: services.circulation,
      copies: copiesOf({ database, changes: services.changes }),
      addressees: addresseesOf(database),
      correspondents: [moderationCorrespondent(moderationRepository(database), 'https://lastu.example')],
      sendMail: async (message) => void sent.push(message),
      publicUrl: 'https://lastu.example',
      now: () => new Date(),
    });
    const deliver = async () => {
      for (const id of await notices.due()) await notices.deliver(id);
    };
    await deliver();
    sent.length = 0;

    const [wants, silent, none, reads] = [await loggedIn('Haluaja'), await loggedIn('Ei halua'), await loggedIn('Osoitteeton'), await loggedIn('Lukee heti')]; // prettier-ignore
    for (const [nth, writer] of [wants, silent, reads].entries()) await services.accounts.changeContact(writer.patron, { email: `kirjoittaja${nth}@example.org` }); // prettier-ignore
    await services.accounts.changeSettings(silent.patron, { notices: ['readyForPickup'] });
    for (const writer of [wants, silent, none, reads]) {
      const { id } = (await writer.ask('POST', '/works/w4/reviews', { ...text, title: '<b>Otsikko</b>' })).body;
      await staff.ask('POST', `/staff/moderation/review/${id}/judgements`, { version: 1, judgement: 'hide', words: 'Kirjoita ystävällisemmin.' }); // prettier-ignore
    }
    const [message] = (await reads.ask('GET', '/me/messages')).body.items;
    await reads.ask('POST', `/me/messages/${message.id}/reading`);
    await deliver();
    await deliver();
    expect(sent.map(({ to }) => to)).to.deep.equal(['kirjoittaja0@example.org']);
    const [{ subject = '', text: words = '', html = '' } = {}] = sent;
    expect(subject).to.not.include('Otsikko');
    expect(words).to.include('Kirjasto on piilottanut tekstisi.').and.include('Kirjoita ystävällisemmin.').and.include('https://lastu.example/account/messages?lang=fi'); // prettier-ignore
    expect(html).to.include('&lt;b&gt;Otsikko').and.not.include('<b>');
  });

  it('what a town has agreed on is changed by its own staff, by those of a town that became part of it, and by no others', async () => {
    const policyOf = async () => (await staff.ask('GET', '/staff/admission-policies/lahti')).body;
    const rules = { review: 'at-once', tag: 'at-once', comment: 'at-once', tip: 'at-once', list: 'at-once' };
    const set = async (serves: string, newForDays: number) => {
      const { browser } = await staffBrowser(service, { roles: ['moderator'], serves });
      const shown = (await browser.page('/staff/moderation/rules?municipality=lahti')).text;
      await browser.page('/staff/moderation/rules?municipality=lahti', form(browser, { do: 'policy', version: String((await policyOf()).version), newForDays: String(newForDays), reportsThatHold: '3', ...rules })); // prettier-ignore
      return { mayChange: !/<fieldset class="form" disabled/.test(shown), days: (await policyOf()).newForDays };
    };
    expect(await set('heinola', 11)).to.deep.equal({ mayChange: false, days: 7 });
    expect(await set('nastola', 12)).to.deep.equal({ mayChange: true, days: 12 });
    expect(await set('lahti', 13)).to.deep.equal({ mayChange: true, days: 13 });
  });
});
