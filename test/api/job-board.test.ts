import { expect } from 'chai';
import { boardTitle } from '../../api/job-board.ts';
import { staffBrowser } from '../support/staff.ts';
import { startService, type TestService } from '../support/service.ts';

describe('the job board', () => {
  let service: TestService;
  before(async () => {
    service = await startService({ fill: async () => undefined });
  });
  after(() => service?.stop());

  const own = { 'sec-fetch-site': 'same-origin' };
  const pause = (cookie: string, headers: Record<string, string> = own) =>
    fetch(`${service.url}/staff/queues/api/queues/index/pause`, { method: 'PUT', headers: { cookie, ...headers } });
  const cookieOf = ({ cookies }: { cookies: Map<string, string> }) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '); // prettier-ignore

  it('leads whoever has not logged in to do so, and answers machines with nothing', async () => {
    const answer = await fetch(`${service.url}/staff/queues`, { headers: { accept: 'text/html' }, redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/staff/login?next=/staff/queues']);
    expect((await fetch(`${service.url}/staff/queues/api/queues`)).status).to.equal(401);
    expect((await pause('')).status).to.equal(401);
  });

  it('opens to staff, shows them the queues, and changes nothing for them', async () => {
    const { browser } = await staffBrowser(service);
    const board = JSON.parse((await browser.page('/staff/queues/api/queues')).text);
    expect(board.queues.map(({ name, readOnlyMode }: { name: string; readOnlyMode: boolean }) => [name, readOnlyMode])).to.deep.equal([['index', true], ['notices', true], ['imports', true]]); // prettier-ignore
    expect((await pause(cookieOf(browser))).status).to.equal(403);
    const { browser: moderator } = await staffBrowser(service, { roles: ['moderator'] });
    expect((await moderator.page('/staff/queues/api/queues')).status).to.equal(403);
  });

  it('changes what admins ask for at the board itself, and nothing that another site makes them ask for', async () => {
    const { browser } = await staffBrowser(service, { roles: ['admin'] });
    const others: Record<string, string>[] = [{}, { 'sec-fetch-site': 'cross-site' }, { ...own, origin: 'https://elsewhere.example' }]; // prettier-ignore
    for (const headers of others) expect((await pause(cookieOf(browser), headers)).status).to.equal(403);
    expect(await service.services.queues.index.isPaused()).to.equal(false);
    expect((await pause(cookieOf(browser))).status).to.equal(200);
    expect(await service.services.queues.index.isPaused()).to.equal(true);
  });

  it('tells in its title where libvoikko is missing', async () => {
    expect(boardTitle({ morphology: 'snowball' })).to.include('libvoikko is missing');
    const { morphology } = await (await fetch(`${service.url}/readyz`)).json();
    const { browser } = await staffBrowser(service);
    expect((await browser.page('/staff/queues')).text).to.include(`<title>${boardTitle({ morphology })}</title>`);
  });
});
