import { expect } from 'chai';
import { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { staffBrowser } from '../support/staff.ts';
import { fillWithWorks } from '../support/voices.ts';

describe('Holds on a work that was taken out of the collection', function () {
  this.timeout(120_000);
  let service: TestService;
  let staff: Browser;
  let patron: Browser;
  let patronId = '';

  before(async () => {
    service = await startService({ fill: fillWithWorks(2) });
    ({ browser: staff } = await staffBrowser(service, { roles: ['staff', 'admin'] }));
    const { _id } = await service.services.accounts.add({ cardNumber: '70001', name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    patronId = _id;
    patron = new Browser(service.url);
    await patron.logIn('70001');
  });
  after(() => service?.stop());

  const act = async (record: string, form: Record<string, string>) => {
    await staff.page(`/staff/records/${record}`, { csrf: staff.csrfToken, ...form });
    return (await staff.page(`/staff/records/${record}`)).text;
  };
  const holds = async () => (await patron.ask('GET', '/me/holds')).body.holds.length;

  it('are ended by staff once its last copy is withdrawn, and not before; the patron is told', async () => {
    const { circulation, audit } = service.services;
    await circulation.holds.place(patronId, { target: 'work:w0', pickupBranch: 'lahti' }, 'staff');
    expect(await act('w0.r', { act: 'endHolds' })).to.include('0 varausta on päätetty');
    expect(await holds()).to.equal(1);
    await circulation.desk.edit('w0-0', 0, { status: 'withdrawn' }, 'staff');
    expect(await holds(), 'staff may have been wrong').to.equal(1);
    expect(await act('w0.r', { act: 'endHolds' })).to.include('1 varaus on päätetty');
    expect(await holds()).to.equal(0);
    const { endedHolds, fees } = await circulation.borrower(patronId);
    expect([endedHolds[0]?.state, endedHolds[0]?.record, fees]).to.deep.equal(['withdrawn', 'w0.r', []]);
    const [noted] = await audit.entries({ subject: 'work:w0', act: 'holdEnded', size: 9 });
    expect(noted?.after).to.deep.equal({ holds: 1 });
    expect((await patron.page('/account/holds')).text)
      .to.include('Teos 0')
      .and.to.include('ei ole enää yhtään nidettä');
  });

  it('are ended for a work that is hidden, though a copy is on loan', async () => {
    const { accounts, circulation } = service.services;
    const other = await accounts.add({ cardNumber: '70002', name: 'Eino Niemi', municipality: 'lahti', contact: {}, language: 'fi' }); // prettier-ignore
    await circulation.loans.checkOut({ patron: other._id, item: 'w1-0', branch: 'lahti' });
    await circulation.holds.place(patronId, { target: 'work:w1', pickupBranch: 'lahti' }, 'staff');
    expect(await act('w1.r', { act: 'endHolds' })).to.include('0 varausta on päätetty');
    await act('w1.r', { act: 'suppress', scope: 'work', reason: 'Väärä julkaisu' });
    expect(await act('w1.r', { act: 'endHolds' })).to.include('1 varaus on päätetty');
    expect(await holds()).to.equal(0);
  });
});
