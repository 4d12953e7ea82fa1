import { expect } from 'chai';
import { boardTitle } from '../../api/job-board.ts';
import { startService, type TestService } from '../support/service.ts';

const token = 'a-token-of-the-staff';
const basic = (password: string) => ({ authorization: `Basic ${Buffer.from(`staff:${password}`).toString('base64')}` });

describe('the job board', () => {
  let closed: TestService;
  let guarded: TestService;
  before(async () => {
    closed = await startService({ fill: async () => undefined });
    guarded = await startService({ fill: async () => undefined, staffToken: token });
  });
  after(() => Promise.all([closed?.stop(), guarded?.stop()]));

  it('is not there while no token is configured', async () => {
    for (const path of ['/staff/queues', '/staff/queues/', '/staff/queues/api/queues']) {
      expect((await fetch(`${closed.url}${path}`, { headers: basic('') })).status, path).to.equal(404);
    }
  });

  it('asks for the token, and refuses a wrong one', async () => {
    const answer = await fetch(`${guarded.url}/staff/queues`);
    expect(answer.status).to.equal(401);
    expect(answer.headers.get('www-authenticate')).to.match(/^Basic/);
    for (const headers of [basic('wrong'), basic(''), { authorization: 'Bearer wrong' }]) {
      expect((await fetch(`${guarded.url}/staff/queues/api/queues`, { headers })).status).to.equal(401);
    }
  });

  it('opens to the token, as password and as bearer, and shows the queues', async () => {
    expect((await fetch(`${guarded.url}/staff/queues`, { headers: basic(token) })).status).to.equal(200);
    const headers = { authorization: `Bearer ${token}` };
    const board = await (await fetch(`${guarded.url}/staff/queues/api/queues`, { headers })).json();
    expect(board.queues.map((queue: { name: string }) => queue.name)).to.deep.equal(['index', 'notices']);
  });

  it('tells in its title where libvoikko is missing', async () => {
    expect(boardTitle({ morphology: 'snowball' })).to.include('libvoikko is missing');
    const { morphology } = await (await fetch(`${guarded.url}/readyz`)).json();
    const page = await (await fetch(`${guarded.url}/staff/queues`, { headers: basic(token) })).text();
    expect(page).to.include(`<title>${boardTitle({ morphology })}</title>`);
  });

  it('takes changes that another site causes from nobody', async () => {
    const answer = await fetch(`${guarded.url}/staff/queues/api/queues/index/pause`, {
      method: 'PUT',
      headers: { ...basic(token), 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).to.equal(401);
  });
});
