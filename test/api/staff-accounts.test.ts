import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { totpCode } from '../../domain/staff/one-time-codes.ts';
import { Browser } from '../support/cookie-browser.ts';
import { startProcess } from '../support/process.ts';
import { startService, type TestService } from '../support/service.ts';
import { addStaff, staffBrowser } from '../support/staff.ts';

describe('Accounts of staff by the API', function () {
  this.timeout(120_000);
  let service: TestService;
  let admin: Awaited<ReturnType<typeof staffBrowser>>;
  before(async () => {
    service = await startService({ fill: async () => undefined, staffToken: 'a-script-of-the-house' });
    admin = await staffBrowser(service, { name: 'Irja Isännöitsijä', roles: ['admin'], serves: 'heinola' });
  });
  after(() => service?.stop());

  const ask = (method: string, path: string, body?: object) => admin.browser.ask(method, `/staff/accounts${path}`, body); // prettier-ignore
  const actsOn = async (id: string) =>
    (await service.services.audit.entries({ subject: `staff:${id}`, size: 20 })).map(({ act, by }) => [act, by === admin.account._id]); // prettier-ignore
  const wish = { name: 'Uusi Tulokas', email: 'Uusi.Tulokas@example.org', roles: ['staff'], municipality: 'lahti' };
  const tryIn = async ({ account, password }: { account: { email: string }; password: string }, code: string) =>
    (await new Browser(service.url).page('/staff/login', { email: account.email, password, code })).status;

  it('invites somebody, who gets a link by e-mail that the answer does not hold', async () => {
    const { status, body } = await ask('POST', '', wish);
    expect(status).to.equal(200);
    expect(body).to.deep.include({ email: 'uusi.tulokas@example.org', roles: ['staff'], municipality: 'lahti', language: 'fi', state: 'invited', secondFactor: false }); // prettier-ignore
    const mails = join(service.environment.LASTU_HOME, 'mail');
    const texts = await Promise.all((await readdir(mails)).toSorted().map((file) => readFile(join(mails, file), 'utf8'))); // prettier-ignore
    const mail = texts.findLast((text) => text.includes('uusi.tulokas@example.org'))?.replaceAll('=\n', '') ?? '';
    const [, token = ''] = /\/staff\/invitation\/([\w-]{43})/.exec(mail) ?? [];
    expect(token).to.match(/^[\w-]{43}$/);
    expect(JSON.stringify(body)).not.to.include(token);
    expect(await actsOn(body.id)).to.deep.equal([['staffInvited', true]]);
    expect((await ask('POST', '', wish)).body.type).to.equal('urn:lastu:problem:email-taken');
  });

  it('lists who works here, and nothing that proves who they are', async () => {
    const person = await addStaff(service.services);
    const { body } = await ask('GET', '');
    expect(body.items.map(({ id }: { id: string }) => id)).to.include.members([person.account._id, admin.account._id]);
    const kept = await service.services.staff.find(person.account._id);
    for (const secret of [person.totpSecret, kept?.totp?.secret, kept?.passwordHash])
      expect(JSON.stringify(body)).not.to.include(secret);
    const { body: invited } = await ask('GET', '?state=invited');
    expect(invited.items.map(({ state }: { state: string }) => state)).to.deep.equal(['invited']);
    expect((await ask('GET', `/${person.account._id}`)).body).to.include({ state: 'open', secondFactor: true });
  });

  it('tells every mistake of a wish at its place', async () => {
    const { status, body } = await ask('POST', '', {
      name: ' ',
      email: 'ei',
      roles: [],
      municipality: 'turku',
      key: 1,
    });
    expect(status).to.equal(400);
    expect(body.type).to.equal('urn:lastu:problem:invalid-request');
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).to.have.members(['/name', '/email', '/roles', '/municipality', '/key']); // prettier-ignore
    for (const [method, path, sent] of [
      ['GET', '/nobody', undefined],
      ['PUT', '/nobody/roles', { roles: ['staff'] }],
      ['PUT', '/nobody/state', { state: 'closed' }],
      ['POST', '/nobody/invitation', undefined],
      ['DELETE', '/nobody/second-factor', undefined],
      ['DELETE', '/nobody/sessions', undefined],
    ] as const)
      expect((await ask(method, path, sent)).body, `${method} ${path}`).to.include({ status: 404, type: 'urn:lastu:problem:staff-not-found' }); // prettier-ignore
  });

  it('changes roles and municipality, which ends sessions', async () => {
    const { browser, account } = await staffBrowser(service);
    const { body } = await ask('PUT', `/${account._id}/roles`, { roles: ['moderator'], municipality: 'sysma' });
    expect(body).to.deep.include({ roles: ['moderator'], municipality: 'sysma' });
    expect((await browser.ask('GET', '/staff/session')).status).to.equal(401);
    expect((await ask('PUT', `/${account._id}/roles`, { roles: ['staff'] })).body).not.to.have.property('municipality');
    const [last] = await service.services.audit.entries({ subject: `staff:${account._id}`, size: 1 });
    expect(last).to.deep.include({ act: 'rolesSet', before: { roles: ['moderator'], serves: 'sysma' }, after: { roles: ['staff'] } }); // prettier-ignore
  });

  it('closes and opens an account, and logs somebody out everywhere', async () => {
    const { browser, ...person } = await staffBrowser(service);
    const { _id: id } = person.account;
    expect((await ask('DELETE', `/${id}/sessions`)).status).to.equal(200);
    expect((await browser.ask('GET', '/staff/session')).status).to.equal(401);
    expect((await ask('PUT', `/${id}/state`, { state: 'closed' })).body).to.include({ state: 'closed' });
    const code = totpCode(person.totpSecret, Date.now() + 30_000);
    expect(await tryIn(person, code)).to.equal(401);
    expect((await ask('PUT', `/${id}/state`, { state: 'open' })).body).to.include({ state: 'open' });
    expect(await tryIn(person, code)).to.equal(303);
    expect(await actsOn(id)).to.deep.include.members([['staffLoggedOut', true], ['staffClosed', true], ['staffReopened', true]]); // prettier-ignore
  });

  it('resets a second factor: the old app lets nobody in from that moment, sessions end, and a link is sent', async () => {
    const { browser, ...person } = await staffBrowser(service);
    const { _id: id } = person.account;
    const [code = ''] = await service.services.staff.renewRecoveryCodes(id, { password: person.password, address: '::1' }); // prettier-ignore
    const { body } = await ask('DELETE', `/${id}/second-factor`);
    expect(body).to.include({ secondFactor: false, recoveryCodes: 0 }).and.to.have.property('invitedUntil');
    expect((await browser.ask('GET', '/staff/session')).status).to.equal(401);
    expect(await tryIn(person, totpCode(person.totpSecret, Date.now() + 30_000))).to.equal(401);
    expect(await tryIn(person, code)).to.equal(401);
    expect(await actsOn(id)).to.deep.include(['secondFactorReset', true]);
    const vouched = await service.services.staff.vouched({ issuer: 'https://kunta.example', subject: 'u-1', email: 'kunta@example.org', name: 'Kunnan Väki', roles: ['staff'], language: 'fi' }); // prettier-ignore
    for (const [method, path] of [['DELETE', 'second-factor'], ['POST', 'invitation']] as const)
      expect((await ask(method, `/${vouched._id}/${path}`)).body.type, path).to.equal('urn:lastu:problem:told-by-provider'); // prettier-ignore
  });

  it('so does the command line, which needs nobody to be logged in, and tells the link', async () => {
    const person = await addStaff(service.services);
    const { NAMESPACE } = service.environment;
    const child = startProcess('cli/main.ts', ['staff', 'reset', '--email', person.account.email, '--json'], { NAMESPACE, LOG_LEVEL: 'silent' }); // prettier-ignore
    const { id, link } = JSON.parse(await text(child.stdout ?? Readable.from([]))) as { id: string; link: string };
    expect(id).to.equal(person.account._id);
    expect(await tryIn(person, totpCode(person.totpSecret))).to.equal(401);
    expect((await new Browser(service.url).page(new URL(link).pathname)).status).to.equal(200);
    const [last] = await service.services.audit.entries({ subject: `staff:${id}`, size: 1 });
    expect(last).to.include({ act: 'secondFactorReset', by: 'command-line' });
  });

  it('a script does the same by the token of the installation', async () => {
    const { status, body } = await new Browser(service.url).ask('GET', '/staff/accounts', undefined, { authorization: 'Bearer a-script-of-the-house' }); // prettier-ignore
    expect([status, body.items.length > 1]).to.deep.equal([200, true]);
  });

  it('the last admin stays, also where two close each other at once; who was only invited does not count', async () => {
    const { staff } = service.services;
    const own = admin.account._id;
    expect((await ask('PUT', `/${own}/roles`, { roles: ['staff'] })).body.type).to.equal('urn:lastu:problem:last-admin'); // prettier-ignore
    await ask('POST', '', { ...wish, email: 'ei.viela@example.org', roles: ['admin'] });
    expect((await ask('PUT', `/${own}/state`, { state: 'closed' })).body).to.include({ status: 409, type: 'urn:lastu:problem:last-admin' }); // prettier-ignore
    for (let times = 0; times < 10; times += 1) {
      const other = await addStaff(service.services, { roles: ['admin'] });
      const both = [own, other.account._id];
      const done = await Promise.allSettled(both.map((id, at) => (at + times) % 2 ? staff.setOpen(id, false) : staff.setRoles(id, ['staff']))); // prettier-ignore
      const acting = (await staff.all()).filter(({ roles, closedAt, passwordHash }) => roles.includes('admin') && !closedAt && passwordHash); // prettier-ignore
      expect(acting.length, JSON.stringify(done)).to.be.at.least(1);
      await staff.setOpen(own, true);
      await staff.setRoles(own, ['admin'], 'heinola');
      await staff.setRoles(other.account._id, ['staff']);
    }
  });
});
