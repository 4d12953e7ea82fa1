import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { staffBrowser } from '../support/staff.ts';
import { fillWithWorks } from '../support/voices.ts';

describe('What staff have to answer for', function () {
  this.timeout(120_000);
  let service: TestService;
  let desk: Browser;
  let by: string;

  before(async () => {
    service = await startService({ fill: fillWithWorks(3) });
    const { browser, account } = await staffBrowser(service);
    [desk, by] = [browser, account._id];
  });
  after(() => service?.stop());

  const noted = async (act: 'waived' | 'cardReplaced' | 'worksMerged' | 'workSplit' | 'workDecisionUndone') =>
    (await service.services.audit.entries({ act, by, size: 100 })).map(({ subject }) => subject);
  async function patronOwing(cardNumber: string) {
    const { _id: id } = await service.services.accounts.add({ cardNumber, name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    await service.services.circulation.payments.chargeCard(id, randomUUID());
    const { fees } = await service.services.circulation.borrower(id);
    return { id, fee: String(fees[0]?.id) };
  }

  it('is noted for each patron and fee, though every request names the same attempt', async () => {
    const [one, two] = [await patronOwing('31000001'), await patronOwing('31000002')];
    const waiver = { cents: 10, reason: 'sama yritys', attempt: randomUUID() };
    for (const { id, fee } of [one, two, one]) {
      const { status } = await desk.ask('POST', `/staff/patrons/${id}/fees/${fee}/waivers`, waiver);
      expect(status).to.equal(200);
    }
    expect(await noted('waived')).to.have.members([`patron:${one.id}`, `patron:${two.id}`]);
  });

  it('is noted, and charged, for each card that is given', async () => {
    const { id } = await patronOwing('31000003');
    const attempt = randomUUID();
    for (const cardNumber of ['32000001', '32000001', '32000002'])
      await desk.ask('POST', `/staff/patrons/${id}/card`, { cardNumber, attempt });
    expect(await noted('cardReplaced')).to.deep.equal([`patron:${id}`, `patron:${id}`]);
    expect((await service.services.circulation.borrower(id)).fees).to.have.length(3);
  });

  it('is noted for what the API decides about works as well', async () => {
    await desk.ask('POST', '/staff/works/merge', { into: 'w0', works: ['w1', 'w2'] });
    const { body: split } = await desk.ask('POST', '/staff/works/w0/split', { records: ['w1.r'] });
    expect((await desk.ask('POST', `/staff/work-decisions/${split.id}/undo`)).status).to.equal(200);
    expect(await noted('worksMerged')).to.have.members(['work:w1', 'work:w2']);
    expect(await noted('workSplit')).to.deep.equal(['work:w0']);
    expect(await noted('workDecisionUndone')).to.deep.equal(['work:w0']);
  });
});
