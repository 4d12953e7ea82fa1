import { expect } from 'chai';
import { Browser } from '../support/cookie-browser.ts';
import { staffBrowser } from '../support/staff.ts';
import { startService, type TestService } from '../support/service.ts';

describe('Cost shares through HTTP', function () {
  this.timeout(120_000);
  let service: TestService;
  let [admin, staff, patron] = [new Browser(''), new Browser(''), new Browser('')];

  before(async () => {
    service = await startService({ fill: async () => undefined });
    ({ browser: admin } = await staffBrowser(service, { roles: ['admin'] }));
    ({ browser: staff } = await staffBrowser(service));
    await service.services.accounts.add({ cardNumber: '7300', name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    patron = new Browser(service.url);
    await patron.logIn('7300');
  });
  after(() => service?.stop());

  const figures = {
    costs: [{ name: 'Kirjastojärjestelmä', cents: 10_000_01 }],
    grants: [{ name: 'Avustus', cents: 1_000_00 }],
    inhabitants: { lahti: 2, heinola: 1 },
    countedOn: '2025-12-31',
    source: 'Tilastokeskus',
  };
  const typeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('urn:lastu:problem:', '');

  it('are set by admins, seen by staff, and nobody else', async () => {
    const path = '/staff/cost-shares/2026';
    for (const [who, status] of [[new Browser(service.url), 401], [patron, 401], [staff, 403]] as const)
      expect((await who.ask('PUT', path, { version: 0, figures })).status).to.equal(status); // prettier-ignore
    expect((await patron.ask('GET', path)).status).to.equal(401);
    expect((await staff.ask('GET', path)).status).to.equal(404);

    const { status, body } = await admin.ask('PUT', path, { version: 0, figures });
    expect(status).to.equal(200);
    expect(body.statement.total).to.deep.equal({ inhabitants: 3, costs: 1_000_001, grants: 100_000, toPay: 900_001 });
    expect(typeOf(await admin.ask('PUT', path, { version: 0, figures }))).to.equal('changed-meanwhile');
    expect(typeOf(await admin.ask('PUT', path, { version: 1, figures: { ...figures, inhabitants: {} } }))).to.equal('costs-not-shareable'); // prettier-ignore
    expect((await staff.ask('GET', path)).body.version).to.equal(1);
    const [noted] = await service.services.audit.entries({ subject: 'costs:2026.1', size: 5 });
    expect(noted).to.deep.include({ act: 'costsSet', after: { version: 1, costsCents: 1_000_001, grantsCents: 100_000 } }); // prettier-ignore
  });

  it('can be tried with other figures, and nothing is stored', async () => {
    const tried = await staff.ask('POST', '/staff/cost-shares/2026/trial', { ...figures, inhabitants: { lahti: 1, heinola: 1 } }); // prettier-ignore
    expect(tried.body.shares.find(({ municipality }: { municipality: string }) => municipality === 'heinola').toPay).to.equal(450_001); // prettier-ignore
    expect((await staff.ask('GET', '/staff/cost-shares/2026')).body.version).to.equal(1);
  });

  it('come as a table for spreadsheets, and as a tagged document in Finnish to print', async () => {
    const file = (query: string) => staff.page(`/api/v1/staff/cost-shares/2026?${query}`);
    const { text: table } = await file('format=csv');
    expect(table.split('\r\n')).to.include('Heinola;1;3333,34;333,34;3000,00');
    expect(table.split('\r\n')).to.include('Yhteensä;3;10000,01;1000,00;9000,01');

    const printed = await file('format=pdf&municipality=lahti');
    expect(printed.headers.get('content-disposition')).to.include('lastu-2026-lahti.pdf');
    const pdf = printed.text;
    expect(pdf.startsWith('%PDF-1.7')).to.equal(true);
    for (const sign of [
      '/Marked true',
      '/Lang (fi)',
      '/StructTreeRoot',
      '/DisplayDocTitle true',
      '/S /H1',
      '/S /TH',
      '/S /TD',
    ])
      // prettier-ignore
      expect(pdf, sign).to.include(sign);
    expect([...pdf.matchAll(/\/Type \/Page\b/g)], 'one page for one municipality').to.have.length(1);
    expect((await file('format=pdf&municipality=nastola')).status, 'part of Lahti by then').to.equal(404);
  });

  it('are tried, stored and put back by forms that need no script', async () => {
    const address = '/staff/cost-shares?year=2027';
    const form = { csrf: admin.csrfToken, version: '0', 'cost-0-name': 'Kuljetukset', 'cost-0-sum': '1 250,5 €', 'inhabitants-lahti': '119 452', countedOn: '2026-12-31', source: '' }; // prettier-ignore
    const tried = await admin.page(address, { ...form, do: 'try' });
    expect([tried.status, tried.text.includes('Mitään ei ole tallennettu')]).to.deep.equal([200, true]);
    const wrong = await admin.page(address, { ...form, do: 'store', 'cost-0-sum': 'paljon' });
    expect([wrong.status, wrong.text.includes('value="paljon"')], 'what was typed stays').to.deep.equal([422, true]);
    expect((await staff.page(address, { ...form, csrf: staff.csrfToken, do: 'store' })).status).to.equal(403);
    expect((await admin.page(address, { ...form, csrf: 'guessed', do: 'store' })).status).to.equal(403);

    expect((await admin.page(address, { ...form, do: 'store' })).status).to.equal(303);
    expect((await admin.page(address)).text).to.include('tallennettu versioksi 1');
    const late = await admin.page(address, { ...form, do: 'store', 'cost-0-sum': '9,99' });
    expect([late.status, late.text.includes('value="9,99"')]).to.deep.equal([409, true]);
    await admin.page(address, { ...form, version: '1', do: 'store', 'cost-0-sum': '9,99' });
    await admin.page(address, { csrf: admin.csrfToken, version: '2', restore: '1' });
    const { body } = await admin.ask('GET', '/staff/cost-shares/2027');
    expect([body.version, body.restores, body.statement.total.toPay]).to.deep.equal([3, 1, 125_050]);
  });
});
