import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { catalogueRepository } from '../../domain/catalogue/repository.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { Browser } from '../support/cookie-browser.ts';
import { staffBrowser } from '../support/staff.ts';
import { startService, type TestService } from '../support/service.ts';

describe('Staff through HTTP', function () {
  this.timeout(120_000);
  let service: TestService;
  let serial = 0;

  before(async () => {
    service = await startService({
      async fill({ connections }) {
        const catalogue = catalogueRepository(connections.database);
        for (const work of ['w1', 'w2', 'w3', 'w4']) {
          await catalogue.ensureWorks([work]);
          await catalogue.storeRecords([buildRecord({ _id: `${work}.r`, workId: work, edition: buildEdition({ title: `Kirja ${work}` }) })]); // prettier-ignore
        }
        await catalogue.storeItems(
          [
            buildItem({ _id: 'a', recordId: 'w1.r', shelfMark: '84.2 MER' }),
            buildItem({ _id: 'b', recordId: 'w2.r', shelfMark: '9.5 SUO' }),
            buildItem({ _id: 'c', recordId: 'w3.r', shelfMark: '84.2 AHO', branch: 'lahti' }),
            buildItem({ _id: 'd', recordId: 'w4.r', branch: 'heinola' }),
          ],
          [],
        );
      },
    });
  });
  after(() => service?.stop());

  async function person(name: string) {
    const cardNumber = `4000${(serial += 1)}`;
    const contact = { email: 'aino@example.org' };
    const account = await service.services.accounts.add({ cardNumber, name, municipality: 'lahti', contact, language: 'fi', pin: '1234' }); // prettier-ignore
    const browser = new Browser(service.url);
    await browser.logIn(cardNumber);
    return { browser, account, cardNumber };
  }
  const staff = (serves = 'lahti') => staffBrowser(service, { serves });
  const admin = () => staffBrowser(service, { name: 'Pää Käyttäjä', roles: ['staff', 'admin'] });
  const typeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('urn:lastu:problem:', '');

  it('is closed to patrons, and to who has not logged in', async () => {
    const patron = await person('Aino Ahola');
    const nobody = new Browser(service.url);
    const of = `/staff/patrons/${patron.account._id}`;
    const calendar = { version: 0, week: [null, null, null, null, null, null, null], closedOnHolidays: true, exceptions: [] }; // prettier-ignore
    const asked: [string, string, unknown?][] = [
      ['GET', `/staff/patrons?cardNumber=${patron.cardNumber}`],
      ['GET', '/staff/patrons/named?name=aino'],
      ['GET', of],
      ['POST', `${of}/card`, { cardNumber: '99999', attempt: randomUUID() }],
      ['PUT', `${of}/card-state`, { state: 'valid', reason: 'vain kokeilu' }],
      ['POST', `${of}/children`, { cardNumber: '99999' }],
      ['DELETE', `${of}/children/x`],
      ['POST', `${of}/fees/x/waivers`, { cents: 1, reason: 'vain kokeilu' }],
      ['POST', `${of}/payments`, { attempt: randomUUID() }],
      ['POST', `${of}/loans/x/renewal`],
      ['GET', '/staff/items/a'],
      ['GET', '/staff/audit'],
      ['GET', '/staff/rules'],
      ['GET', '/staff/calendars/lahti'],
      ['PUT', '/staff/calendars/lahti', calendar],
    ];
    for (const [method, path, body] of asked) {
      expect(typeOf(await patron.browser.ask(method, path, body)), `${method} ${path}`).to.equal('unauthorized');
      const { status } = await nobody.ask(method, path, body);
      expect(status, `${method} ${path}`).to.equal(401);
    }
  });

  it('a scan that is sent twice lends once, and takes in once', async () => {
    const { browser } = await staff();
    const patron = await person('Eero Erola');
    const scan = { cardNumber: patron.cardNumber, itemId: 'a', branch: 'lahti', attempt: randomUUID() };
    const first = await browser.ask('POST', '/staff/desk/checkouts', scan);
    const again = await browser.ask('POST', '/staff/desk/checkouts', scan);
    expect(first.status).to.equal(200);
    expect(again.body).to.deep.equal(first.body);
    expect(first.body.title).to.equal('Kirja w1');
    const other = await browser.ask('POST', '/staff/desk/checkouts', { ...scan, attempt: randomUUID() });
    expect(typeOf(other)).to.equal('lent-to-you');
    const seen = await browser.ask('GET', '/staff/items/a');
    expect(seen.body).to.deep.include({ status: 'onLoan', dueOn: first.body.dueOn, patron: { id: patron.account._id, name: 'Eero Erola' } }); // prettier-ignore
    for (let times = 0; times < 2; times += 1) {
      const { body } = await browser.ask('POST', '/staff/desk/checkins', { itemId: 'a', branch: 'lahti' });
      expect(body.instruction).to.deep.equal({ do: 'shelf' });
    }
    const { body } = await browser.ask('GET', '/staff/items/a');
    expect(body).to.include({ status: 'available', waiting: 0 }).and.not.to.have.property('patron');
    expect(body.history.map(({ act }: { act: string }) => act)).to.include.members(['lent', 'takenIn']);
    expect(JSON.stringify(body.history)).not.to.contain(patron.account._id);
  });

  it('the pull list is in the order of the shelves; what is sent once is on the road, told twice or not', async () => {
    const { browser } = await staff();
    const patron = await person('Oili Ojala');
    for (const workId of ['w2', 'w3']) expect((await patron.browser.ask('POST', '/me/holds', { workId, pickupBranch: 'heinola' })).status).to.equal(200); // prettier-ignore
    const { items } = (await browser.ask('GET', '/staff/pull-list?branch=lahti')).body;
    expect(items.map(({ shelfMark, title, to }: Record<string, string>) => [shelfMark, title, to])).to.deep.equal([
      ['9.5 SUO', 'Kirja w2', 'heinola'],
      ['84.2 AHO', 'Kirja w3', 'heinola'],
    ]);
    const seen = await browser.ask('GET', '/staff/items/c');
    expect(seen.body).to.include({ waiting: 1 });
    for (let times = 0; times < 2; times += 1) {
      const sent = await browser.ask('POST', '/staff/transports', { itemId: 'c', branch: 'lahti' });
      expect(sent.body.instruction).to.deep.equal({ do: 'transport', to: 'heinola', forHold: true });
    }
    const road = (await browser.ask('GET', '/staff/transports?to=heinola')).body.items;
    expect(road).to.have.length(1);
    expect(road[0]).to.include({ id: 'c', title: 'Kirja w3', at: 'lahti', to: 'heinola' });
    expect(typeOf(await browser.ask('POST', '/staff/transports', { itemId: 'd', branch: 'heinola' }))).to.equal('not-to-be-sent'); // prettier-ignore
    expect(typeOf(await browser.ask('GET', '/staff/items/nowhere'))).to.equal('item-not-found');
  });

  it('a card is replaced for the fee of the rules, once; the old one is worth nothing', async () => {
    const { browser } = await staff('heinola');
    const patron = await person('Pentti Peltola');
    const wish = { cardNumber: '70007000', attempt: randomUUID() };
    await browser.ask('POST', `/staff/patrons/${patron.account._id}/card`, wish);
    const { body } = await browser.ask('POST', `/staff/patrons/${patron.account._id}/card`, wish);
    expect(body).to.include({ cardNumber: '70007000', debtCents: 300, cardState: 'valid' });
    expect(body.fees).to.have.length(1);
    expect((await patron.browser.ask('GET', '/me')).status).to.equal(401);
    expect((await new Browser(service.url).logIn(patron.cardNumber)).status).to.equal(401);
    expect(typeOf(await browser.ask('GET', `/staff/patrons?cardNumber=${patron.cardNumber}`))).to.equal('patron-not-found'); // prettier-ignore
    expect((await new Browser(service.url).logIn('70007000')).status).to.equal(200);
    const taken = { cardNumber: '70007000', attempt: randomUUID() };
    const other = await person('Toinen Tamminen');
    expect(typeOf(await browser.ask('POST', `/staff/patrons/${other.account._id}/card`, taken))).to.equal('card-number-taken'); // prettier-ignore

    const [fee] = body.fees;
    const waiver = { cents: 100, reason: 'Kortti oli viallinen', attempt: randomUUID() };
    const path = `/staff/patrons/${patron.account._id}/fees/${fee.id}/waivers`;
    await browser.ask('POST', path, waiver);
    expect((await browser.ask('POST', path, waiver)).body).to.deep.equal({ debtCents: 200 });
    const payment = { attempt: randomUUID() };
    const pay = () => browser.ask('POST', `/staff/patrons/${patron.account._id}/payments`, payment);
    expect((await pay()).body).to.deep.equal({ cents: 200, debtCents: 0 });
    expect((await pay()).body).to.deep.equal({ cents: 200, debtCents: 0 });
    expect(typeOf(await browser.ask('POST', `/staff/patrons/${patron.account._id}/payments`, { attempt: randomUUID() }))).to.equal('nothing-to-pay'); // prettier-ignore
  });

  it('a blocked card lends nothing, and says so; a child’s card is found and linked', async () => {
    const { browser } = await staff();
    const guardian = await person('Huoltaja Honka-Aho');
    const child = await person('Lapsi Honka-Aho');
    const found = await browser.ask('GET', '/staff/patrons/named?name=aho%20lap');
    expect(found.body.patrons.map(({ id }: { id: string }) => id)).to.deep.equal([child.account._id]);
    expect((await browser.ask('GET', '/staff/patrons/named?name=.*')).body.patrons).to.deep.equal([]);
    const linked = await browser.ask('POST', `/staff/patrons/${guardian.account._id}/children`, { cardNumber: child.cardNumber }); // prettier-ignore
    expect(linked.body.children).to.deep.equal([{ id: child.account._id, name: 'Lapsi Honka-Aho' }]);
    const unlinked = await browser.ask('DELETE', `/staff/patrons/${guardian.account._id}/children/${child.account._id}`); // prettier-ignore
    expect(unlinked.body.children).to.deep.equal([]);
    const state = (to: string) => browser.ask('PUT', `/staff/patrons/${child.account._id}/card-state`, { state: to, reason: 'Löytyi torilta' }); // prettier-ignore
    expect((await state('lost')).body.blocks).to.deep.equal(['card-blocked']);
    const lend = { cardNumber: child.cardNumber, itemId: 'd', branch: 'heinola' };
    expect(typeOf(await browser.ask('POST', '/staff/desk/checkouts', lend))).to.equal('card-blocked');
    expect((await state('valid')).body.blocks).to.deep.equal([]);
  });

  it('calendars and phases are a town’s own', async () => {
    const [own, other, boss] = [await staff('heinola'), await staff('lahti'), await admin()];
    const read = (await own.browser.ask('GET', '/staff/calendars/heinola')).body;
    const { branch: _, ...calendar } = read;
    const next = { ...calendar, exceptions: [{ from: '2027-01-05', to: '2027-01-06', reason: 'inventaario' }] };
    expect(typeOf(await other.browser.ask('PUT', '/staff/calendars/heinola', next))).to.equal('not-allowed');
    expect((await own.browser.ask('PUT', '/staff/calendars/heinola', next)).body).to.deep.include({ version: 1, exceptions: next.exceptions }); // prettier-ignore
    expect(typeOf(await own.browser.ask('PUT', '/staff/calendars/heinola', next))).to.equal('changed-meanwhile');
    expect((await boss.browser.ask('PUT', '/staff/calendars/heinola', { ...next, version: 1 })).status).to.equal(200);
    expect((await other.browser.ask('PUT', '/staff/calendars/nastola', { ...next, version: 0 })).status).to.equal(200);
    expect(typeOf(await own.browser.ask('GET', '/staff/calendars/nowhere'))).to.equal('branch-not-found');
    const rollout = { version: 0, starts: { catalogue: '2026-01-01', selfService: '2026-01-01', community: '2026-01-01' } }; // prettier-ignore
    expect(typeOf(await other.browser.ask('PUT', '/staff/rollout/heinola', rollout))).to.equal('not-allowed');
    expect((await own.browser.ask('PUT', '/staff/rollout/heinola', rollout)).status).to.equal(200);

    await service.services.staff.setRoles(own.account._id, ['moderator'], 'heinola');
    expect((await own.browser.ask('GET', '/staff/calendars/heinola')).status, 'whose role is gone').to.equal(401);
  });

  it('what staff look at and do is noted for admins, without secrets or contact details', async () => {
    const [desk, boss] = [await staff(), await admin()];
    const patron = await person('Kirsi Kataja');
    await desk.browser.ask('GET', `/staff/patrons?cardNumber=${patron.cardNumber}`);
    await desk.browser.ask('PUT', `/staff/patrons/${patron.account._id}/card-state`, { state: 'lost', reason: 'Hukassa' }); // prettier-ignore
    await desk.browser.ask('POST', `/staff/patrons/${patron.account._id}/card`, { cardNumber: '80008000', attempt: randomUUID() }); // prettier-ignore
    expect(typeOf(await desk.browser.ask('GET', '/staff/audit'))).to.equal('not-allowed');
    const { entries } = (await boss.browser.ask('GET', `/staff/audit?subject=patron:${patron.account._id}`)).body;
    const by = desk.account._id;
    expect(entries.map(({ by, act }: { by: string; act: string }) => [by, act])).to.deep.equal([
      [by, 'cardReplaced'],
      [by, 'cardStateSet'],
      [by, 'patronSeen'],
    ]);
    expect(entries[1]).to.deep.include({ before: { state: 'valid' }, after: { state: 'lost' }, reason: 'Hukassa' });
    expect(JSON.stringify(entries)).not.to.match(/80008000|1234"|example\.org|Kirsi/);
    const older = (await boss.browser.ask('GET', `/staff/audit?by=${by}&before=${entries[0].at}`)).body.entries;
    expect(older.map(({ act }: { act: string }) => act)).to.deep.equal(['cardStateSet', 'patronSeen', 'staffLoggedIn']);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST'])
      expect((await boss.browser.ask(method, '/staff/audit', {})).status).to.equal(405);
  });
});
