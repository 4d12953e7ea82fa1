import { expect } from 'chai';
import { byMinute } from '../../api/jobs.ts';
import { staffBrowser } from '../support/staff.ts';
import { startService, type TestService } from '../support/service.ts';

describe('The jobs of the service, through HTTP', function () {
  this.timeout(120_000);
  let service: TestService;
  before(async () => {
    service = await startService({ fill: async () => undefined });
  });
  after(() => service?.stop());

  it('staff see how much waits and since when; admins stop a queue, let it go on, and discard what waits', async () => {
    const { browser: staff } = await staffBrowser(service);
    const { browser: admin } = await staffBrowser(service, { roles: ['admin'] });
    const { queues } = service.services;
    await queues.post(['l1']);
    expect((await staff.ask('POST', '/staff/jobs/notices/pause')).status).to.equal(403);
    expect((await admin.ask('POST', '/staff/jobs/notices/pause')).status).to.equal(200);
    const { body } = await staff.ask('GET', '/staff/jobs');
    const notices = body.queues.find(({ name }: { name: string }) => name === 'notices');
    expect(notices).to.include({ paused: true, waiting: 1, workers: 0 });
    expect(notices.done).to.have.length(60);
    const { jobs } = (await staff.ask('GET', '/staff/jobs/notices?state=waiting')).body;
    expect(jobs.map(({ payload }: { payload: unknown }) => payload)).to.deep.equal([{ letter: 'l1' }]);
    expect((await admin.ask('DELETE', `/staff/jobs/notices/jobs/${jobs[0].id}`)).status).to.equal(200);
    expect((await admin.ask('DELETE', `/staff/jobs/notices/jobs/${jobs[0].id}`)).status).to.equal(404);
    expect((await admin.ask('POST', '/staff/jobs/nothing/pause')).status).to.equal(404);
    await admin.ask('POST', '/staff/jobs/notices/resume');
    expect(await queues.notices.isPaused()).to.equal(false);
    const { entries } = (await admin.ask('GET', '/staff/audit?subject=queue:notices')).body;
    expect(entries.map(({ act }: { act: string }) => act)).to.deep.equal(['queueResumed', 'queuePaused']);
  });

  it('changes that were given up are told by why, and sent down the line again', async () => {
    const { browser: admin } = await staffBrowser(service, { roles: ['admin'] });
    const { changes } = service.services.indexer;
    await changes.setAside([['w1', 'a field is wrong'], ['w2', 'a field is wrong'], ['w3', 'too large']]); // prettier-ignore
    const { body } = await admin.ask('GET', '/staff/jobs');
    expect(body.changes).to.include({ setAside: 3 });
    const [first, second] = body.reasons;
    expect(first).to.deep.include({ reason: 'a field is wrong', count: 2, works: ['w1', 'w2'] });
    expect((await admin.ask('POST', '/staff/set-aside-changes/retries', { ids: first.ids })).body).to.deep.equal({ done: 2 }); // prettier-ignore
    expect((await admin.ask('POST', '/staff/set-aside-changes/discards', { ids: second.ids })).body).to.deep.equal({ done: 1 }); // prettier-ignore
    const after = (await admin.ask('GET', '/staff/jobs')).body;
    expect(after.reasons).to.deep.equal([]);
    expect(after.changes.waiting).to.equal(2);
    expect(Date.parse(after.changes.oldestSince)).to.be.lessThan(Date.now() + 1);
  });

  it('what was done is told by the minute in which it was, also of a queue that has been idle since', () => {
    const minute = 60_000;
    const now = 1_000 * minute + 5_000;
    const meta = { count: 12, prevCount: 9, prevTS: 997 * minute + 30_000 };
    expect(byMinute({ meta, data: [4, 0, 5] }, now).slice(-7)).to.deep.equal([5, 0, 4, 3, 0, 0, 0]);
    expect(byMinute({ meta, data: [4, 0, 5] }, now)).to.have.length(60);
    const none = Array<number>(60).fill(0);
    expect(byMinute({ meta, data: [4, 0, 5] }, now + 90 * minute)).to.deep.equal(none);
    expect(byMinute({ meta: { count: 0, prevCount: 0, prevTS: 0 }, data: [] }, now)).to.deep.equal(none);
  });

  it('the log is taken along as a table, of those things alone that were asked for', async () => {
    const { browser: admin, account } = await staffBrowser(service, { name: 'Lokin Lukija', roles: ['admin'] });
    const { text, headers } = await admin.page(`/api/v1/staff/audit?format=csv&by=${account._id}&act=staffLoggedIn`);
    expect(headers.get('content-type')).to.match(/^text\/csv/);
    expect(text.split('\r\n').filter(Boolean)).to.have.length(2);
    expect(text).to.contain(`Lokin Lukija;Kirjauduttu;staff:${account._id}`);
  });
});
