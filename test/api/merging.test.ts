import { expect } from 'chai';
import type { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { staffBrowser } from '../support/staff.ts';
import { fillWithWorks } from '../support/voices.ts';

/** Doubles of patrons, and blocks, as staff meet them: through forms and through the API. */
describe('What staff do about accounts of patrons', function () {
  this.timeout(120_000);
  let service: TestService;
  let staff: Browser;
  let serial = 0;

  before(async () => {
    service = await startService({ fill: fillWithWorks(3) });
    ({ browser: staff } = await staffBrowser(service));
  });
  after(() => service?.stop());

  async function addPatron(name: string, birthDate?: string) {
    const cardNumber = `7700${(serial += 1)}`;
    const account = await service.services.accounts.add({ cardNumber, name, municipality: 'lahti', contact: {}, language: 'fi', pin: '1234', birthDate }); // prettier-ignore
    return { id: account._id, card: cardNumber };
  }
  const actsOn = async (id: string) => (await service.services.audit.entries({ subject: `patron:${id}`, size: 20 })).map(({ act }) => act); // prettier-ignore
  const send = (form: Record<string, string>) => staff.page('/staff/doubles', { csrf: staff.csrfToken, ...form });

  it('a double is found, compared side by side and merged on a page that needs no script; each look is noted', async () => {
    const [old, kept] = [await addPatron('Helmi Salo', '1960-02-03'), await addPatron('Salo, Helmi', '1960-02-03')];
    const { circulation, reviews } = service.services;
    await circulation.holds.place(old.id, { target: 'work:w0', pickupBranch: 'lahti' });
    await circulation.loans.checkOut({ patron: kept.id, item: 'w1-0', branch: 'lahti' });
    await reviews.ratings.rate({ patron: old.id, municipality: 'lahti' }, 'w2', 4);
    const list = (await staff.page('/staff/doubles')).text;
    expect(list).to.include('Helmi Salo').and.to.include('sama nimi ja syntymäaika');
    const address = /href="(\/staff\/doubles\?one=[^"]+)"/.exec(list)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const { text } = await staff.page(address);
    for (const words of [`Kortti ${old.card}`, `Kortti ${kept.card}`, 'Teos 0', 'Varauksia', 'Lainoja', 'Arvosanoja', 'Yhdistämistä ei voi perua']) expect(text).to.include(words); // prettier-ignore
    expect(await actsOn(old.id)).to.include('patronSeen');

    const form = { one: old.id, other: kept.id, do: 'merge' };
    for (const poor of [form, { ...form, stays: kept.id }, { ...form, stays: 'x', sure: 'yes' }])
      expect((await send(poor)).status).to.equal(422);
    expect((await send({ ...form, stays: kept.id, sure: 'yes' })).status).to.equal(303);
    expect((await staff.page('/staff/doubles')).text).to.include(
      `Tilit on yhdistetty: Salo, Helmi, kortti ${kept.card}`,
    );
    expect((await service.services.accounts.byCard(old.card))?._id).to.equal(kept.id);
    const borrower = await circulation.borrower(kept.id);
    expect([borrower.loans.length, borrower.holds.length]).to.deep.equal([1, 1]);
    expect(await actsOn(kept.id)).to.include('patronsMerged');
    expect((await staff.ask('GET', `/staff/patrons?cardNumber=${old.card}`)).body).to.include({ id: kept.id });
    expect((await staff.ask('POST', `/staff/patrons/${kept.id}/merge`, { from: old.id })).status, 'again').to.equal(
      200,
    );
  });

  it('whoever was logged in with the old account is not any more, and what is not there is said kindly', async () => {
    const [old, kept] = [await addPatron('Urho Kanto'), await addPatron('Urho Kanto')];
    const { Browser: CookieBrowser } = await import('../support/cookie-browser.ts');
    const patron = new CookieBrowser(service.url);
    await patron.logIn(old.card);
    expect((await patron.ask('GET', '/me')).status).to.equal(200);
    expect((await staff.ask('POST', `/staff/patrons/${kept.id}/merge`, { from: old.id })).status).to.equal(200);
    expect((await patron.ask('GET', '/me')).status).to.equal(401);
    expect((await staff.page('/staff/doubles?card=123&otherCard=456')).text).to.include('Korttia 123 ei löydy');
    expect((await staff.page(`/staff/doubles?card=${old.card}&otherCard=${kept.card}`)).text).to.include('pääsee jo samalle tilille'); // prettier-ignore
    expect((await staff.page(`/staff/doubles?one=${old.id}&other=x`)).status).to.equal(200);
  });

  it('two who look alike are kept apart, and not suggested again', async () => {
    const [one, other] = [await addPatron('Toini Vuori', '1950-05-05'), await addPatron('Toini Vuori', '1950-05-05')];
    expect((await staff.page('/staff/doubles')).text).to.include('Toini Vuori');
    expect((await send({ one: one.id, other: other.id, do: 'apart' })).status).to.equal(303);
    expect((await staff.page('/staff/doubles')).text).not.to.include('Toini Vuori');
    expect(await actsOn(one.id)).to.include('patronsKeptApart');
  });

  it('a block has a reason and an end, after which the card lends again; each is noted with its reason', async () => {
    const { id } = await addPatron('Eino Niemi');
    const { circulation } = service.services;
    const lend = (item: string) => circulation.loans.checkOut({ patron: id, item, branch: 'lahti' }).then(() => 'lent', (error: { reason?: string }) => error.reason); // prettier-ignore
    expect((await staff.ask('PUT', `/staff/patrons/${id}/block`, { reason: 'x' })).status).to.equal(400);
    expect((await staff.ask('PUT', `/staff/patrons/${id}/block`, { reason: 'myöhässä', until: '2020-01-01' })).status).to.equal(400); // prettier-ignore
    const { body } = await staff.ask('PUT', `/staff/patrons/${id}/block`, { reason: 'palauttamatta', until: '2099-01-01' }); // prettier-ignore
    expect(body).to.deep.include({ blocks: ['blocked'] });
    expect(body.block).to.deep.include({ reason: 'palauttamatta', until: '2099-01-01' });
    expect(await lend('w2-0')).to.equal('card-blocked');
    await service.services.accounts.setBlock(id, { reason: 'palauttamatta', since: '2020-01-01', until: '2020-01-02', by: 'staff' }); // prettier-ignore
    expect(await lend('w2-0'), 'once it is over').to.equal('lent');
    expect((await staff.ask('GET', `/staff/patrons/${id}`)).body.blocks).to.deep.equal([]);
    await staff.ask('PUT', `/staff/patrons/${id}/block`, { reason: 'palauttamatta' });
    expect((await staff.ask('DELETE', `/staff/patrons/${id}/block`)).body).to.deep.include({ blocks: [] });
    expect(await actsOn(id)).to.include.members(['blocked', 'blockLifted']);
  });
});
