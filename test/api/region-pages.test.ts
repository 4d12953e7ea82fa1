import { expect } from 'chai';
import { catalogueRepository } from '../../domain/catalogue/repository.ts';
import { localDate, plusDays } from '../../domain/local-date.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import type { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { staffBrowser } from '../support/staff.ts';

/** What the region steers by, through forms alone: no script is needed for any of it. */
describe('The pages of the region', function () {
  this.timeout(120_000);
  let service: TestService;
  let [admin, lahti, heinola]: Browser[] = [];
  const today = localDate(new Date());

  before(async () => {
    service = await startService({
      async fill({ connections, accounts }) {
        const catalogue = catalogueRepository(connections.database);
        await catalogue.ensureWorks(['w1']);
        await catalogue.storeRecords([buildRecord({ _id: 'w1.r', workId: 'w1', edition: buildEdition({ title: 'Sinuhe' }) })]); // prettier-ignore
        await catalogue.storeItems([buildItem({ _id: '31001', recordId: 'w1.r', branch: 'lahti' })], []);
        await accounts.add({ cardNumber: '20001', name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
      },
    });
    [admin, lahti, heinola] = [
      (await staffBrowser(service, { roles: ['admin'] })).browser,
      (await staffBrowser(service, { serves: 'lahti' })).browser,
      (await staffBrowser(service, { serves: 'heinola' })).browser,
    ];
  });
  after(() => service?.stop());

  const send = (who: Browser | undefined, address: string, form: Record<string, string>) => {
    if (!who) throw new Error('nobody has logged in');
    return who.page(address, { csrf: who.csrfToken, ...form });
  };
  const auditOf = async (subject: string) => (await service.services.audit.entries({ subject, size: 5 }))[0];
  /** The fields of the form whose button says `button`, as the page has filled them. */
  const formOf = (html: string, button: string): Record<string, string> => {
    const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(button)) ?? '';
    const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => tag.replaceAll(/<!--[^>]*-->/g, ''));
    const of = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const filled = inputs
      .filter((tag) => of(tag, 'type') !== 'checkbox' || /\schecked/.test(tag))
      .map((tag) => [of(tag, 'name') ?? '', of(tag, 'value') ?? ''] as const);
    const chosen = [...form.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].map(
      ([select, name = '']) => [name, /<option[^>]*value="([^"]*)"[^>]*\sselected/.exec(select)?.[1] ?? /<option[^>]*value="([^"]*)"/.exec(select)?.[1] ?? ''] as const, // prettier-ignore
    );
    return Object.fromEntries([...filled, ...chosen].filter(([name]) => name !== ''));
  };

  it('let a town set its own days of the rollout, and nobody else’s; what patrons are told can be seen before', async () => {
    const begins = plusDays(today, 30);
    const form = { municipality: 'lahti', version: '0', catalogue: today, selfService: begins, community: '' };
    expect((await send(heinola, '/staff/rollout', form)).status).to.equal(403);
    expect((await send(lahti, '/staff/rollout', form)).status).to.equal(303);
    expect((await send(lahti, '/staff/rollout', form)).status, 'a stale one').to.equal(409);
    expect((await send(lahti, '/staff/rollout', { ...form, version: '1', community: 'eilen' })).status).to.equal(422);
    expect(await auditOf('municipality:lahti')).to.deep.include({ act: 'rolloutSet', after: { version: 1, catalogue: today, selfService: begins } }); // prettier-ignore

    const early = (await lahti?.page(`/staff/rollout?as=lahti&on=${today}`))?.text ?? '';
    expect(early).to.include('Lahti ottaa verkkokirjaston itsepalvelun käyttöön');
    const later = (await lahti?.page(`/staff/rollout?as=lahti&on=${begins}`))?.text ?? '';
    expect(later).not.to.include('Lahti ottaa verkkokirjaston itsepalvelun käyttöön');

    await send(lahti, '/staff/rollout', { ...form, version: '1', selfService: '' });
    const page = (await lahti?.page('/staff/rollout'))?.text ?? '';
    expect((await send(lahti, '/staff/rollout', formOf(page, '>Palauta<'))).status).to.equal(303);
    expect((await service.services.consortium.rollouts())[0]).to.deep.include({ version: 3, starts: { catalogue: today, selfService: begins } }); // prettier-ignore
  });

  it('let staff set when their branches are open, and put back what was', async () => {
    const address = '/staff/branches?branch=lahti';
    const opened = formOf((await lahti?.page(address))?.text ?? '', 'Tallenna');
    expect(opened).to.include({ version: '0', 'day-0-opens': '10:00', closedOnHolidays: 'yes' });
    const closed = { ...opened, 'day-0-opens': '', 'day-0-closes': '', 'exception-0-from': today, 'exception-0-reason': 'Remontti' }; // prettier-ignore
    expect((await send(heinola, address, closed)).status).to.equal(403);
    const wrong = await send(lahti, address, { ...closed, 'day-1-closes': '09:00' });
    expect([wrong.status, wrong.text.includes('Remontti')], 'what was typed stays').to.deep.equal([422, true]);
    expect((await send(lahti, address, closed)).status).to.equal(303);
    const { week, exceptions } = await service.services.consortium.calendar('lahti');
    expect([week[0], exceptions]).to.deep.equal([null, [{ from: today, to: today, reason: 'Remontti' }]]);
    expect((await send(lahti, address, closed)).status, 'a stale one').to.equal(409);

    await send(lahti, address, { ...opened, version: '1' });
    expect((await send(lahti, address, { version: '2', restore: '1' })).status).to.equal(303);
    expect(await service.services.consortium.calendar('lahti')).to.deep.include({ version: 3, exceptions });
    expect((await auditOf('branch:lahti'))?.act).to.equal('calendarSet');
  });

  it('let new rules be tried on a patron and a copy before they count; nothing is lent by trying', async () => {
    const address = '/staff/rules';
    const draft = formOf((await admin?.page(address))?.text ?? '', 'Ota käyttöön');
    expect(draft).to.include({ 'standard-loanDays': '28', 'patrons-debtLimitCents': '20', 'material-0-name': 'audiovisual', 'material-0-format-dvd': 'yes' }); // prettier-ignore
    const trial = { ...draft, card: '20001', item: '31001', branch: 'heinola', on: '2027-01-11', do: 'try' };
    const on = (days: string) => send(admin, address, { ...trial, 'standard-loanDays': days });
    expect((await on('28')).text).to.include('eräpäivä 8. helmikuuta 2027');
    expect((await on('9')).text).to.include('eräpäivä 20. tammikuuta 2027');
    const poor = await send(admin, address, { ...trial, 'patrons-loanLimit': '0' });
    expect(poor.status, 'no such rules can be').to.equal(422);
    expect((await send(admin, address, { ...trial, card: '99' })).text).to.include('Kortilla ei löydy asiakasta');
    expect((await service.services.circulation.rules.all()).length, 'none were set').to.equal(1);
    const patron = await service.services.accounts.byCard('20001');
    expect((await service.services.circulation.borrower(patron?._id ?? '')).loans, 'nothing was lent').to.deep.equal(
      [],
    );

    const gone = await send(admin, address, { ...draft, from: plusDays(today, -1), do: 'store' });
    expect(gone.status).to.equal(422);
    expect((await send(admin, address, { ...draft, 'standard-loanDays': '21', do: 'store' })).status).to.equal(303);
    expect((await service.services.circulation.rules.on(today)).termsFor({ format: 'book' }).loanDays).to.equal(21);
    expect((await send(admin, address, { restore: '1' })).status).to.equal(303);
    const [last] = await service.services.circulation.rules.all();
    expect([last?._id, last?.from, last?.standard.loanDays]).to.deep.equal([3, today, 28]);
    const first = (await service.services.circulation.rules.all()).find(({ _id }) => _id === 1);
    const { _id: _, from: __, ...same } = last ?? {};
    expect(first, 'all that the form cannot say too').to.deep.include(same);
  });

  it('let all staff try rules, and admins alone set them', async () => {
    const address = '/staff/rules';
    const page = (await lahti?.page(address))?.text ?? '';
    expect(page)
      .to.include('Kokeile uusia sääntöjä')
      .and.not.to.include('Ota käyttöön')
      .and.not.to.include('name="restore"');
    const draft = formOf(page, 'value="try"');
    const trial = { ...draft, card: '20001', item: '31001', branch: 'heinola', on: '2027-01-11', do: 'try' };
    expect((await send(lahti, address, trial)).text).to.include('eräpäivä 8. helmikuuta 2027');
    const before = (await service.services.circulation.rules.all()).length;
    expect((await send(lahti, address, { ...draft, do: 'store' })).status).to.equal(403);
    expect((await send(lahti, address, { restore: '1' })).status).to.equal(403);
    expect((await send(lahti, address, { restore: '1', do: 'try' })).status, 'nor in disguise').to.equal(422);
    expect((await service.services.circulation.rules.all()).length).to.equal(before);
  });

  it('let a town name its sites, which from then on are the only ones that read the catalogue', async () => {
    const allowed = async (origin: string) => (await fetch(`${service.url}/api/v1/municipalities`, { headers: { origin } })).headers.get('access-control-allow-origin'); // prettier-ignore
    expect(await allowed('https://any.example')).to.equal('*');
    const form = {
      municipality: 'heinola',
      version: '0',
      origins: 'https://www.heinola.fi https://kirjasto.heinola.fi/',
    };
    expect((await send(lahti, '/staff/origins', form)).status).to.equal(403);
    expect((await send(heinola, '/staff/origins', { ...form, origins: 'https://www.heinola.fi/sivu' })).status).to.equal(422); // prettier-ignore
    expect((await send(heinola, '/staff/origins', form)).status).to.equal(303);
    expect(await allowed('https://kirjasto.heinola.fi')).to.equal('https://kirjasto.heinola.fi');
    expect(await allowed('https://any.example')).to.equal(null);
    expect((await send(heinola, '/staff/origins', { ...form, origins: '' })).status, 'a stale one').to.equal(409);
    expect((await send(heinola, '/staff/origins', { ...form, version: '1', origins: '' })).status).to.equal(303);
    expect(await allowed('https://any.example')).to.equal('*');
  });

  it('tell statistics as tables for spreadsheets', async () => {
    const { statistics } = service.services;
    for (let n = 0; n < 12; n += 1) statistics.count({ kind: 'loan', from: 'lahti', to: 'heinola', format: 'book' });
    await statistics.flush();
    const period = today.slice(0, 7);
    const csv = (await lahti?.page(`/api/v1/staff/statistics?period=${period}&format=csv&table=loans`))?.text ?? '';
    expect(csv.split('\r\n').find((line) => line.startsWith('Lahti;'))).to.equal('Lahti;0;0;10;0;0;0;0;0;0');
    const page = (await lahti?.page(`/staff/statistics?period=${period}`))?.text ?? '';
    expect(page).to.include('Lahti → Heinola').and.include('<svg');
    expect((await lahti?.page('/api/v1/staff/statistics?period=2026-11-25'))?.status, 'no single day').to.equal(400);
  });
});
