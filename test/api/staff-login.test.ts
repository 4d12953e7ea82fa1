import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { newTotpSecret, totpCode } from '../../domain/staff/one-time-codes.ts';
import { passwordFault } from '../../domain/staff/password.ts';
import { Browser } from '../support/cookie-browser.ts';
import { startOidcProvider, type OidcProvider } from '../support/oidc-provider.ts';
import { addStaff, staffBrowser, type StaffPerson } from '../support/staff.ts';
import { startService, type TestService } from '../support/service.ts';

const stepMs = 30_000;

describe('Staff log in', function () {
  this.timeout(120_000);
  let service: TestService;
  let provider: OidcProvider;
  before(async () => {
    provider = await startOidcProvider();
    const { issuer, clientId, clientSecret } = provider;
    const grants = [
      { value: 'kirjasto-lahti', role: 'staff', municipality: 'lahti' },
      { value: 'hallinta', role: 'admin', municipality: undefined },
    ] as const;
    service = await startService({
      fill: async () => undefined,
      provider: { issuer, clientId, clientSecret, grants, rolesClaim: 'roles', name: 'Kunnan tunnus' },
    });
  });
  after(async () => {
    await service?.stop();
    await provider?.close();
  });

  const tryIn = async ({ account, password }: StaffPerson, code: string, browser = new Browser(service.url), given = password) => {
    const answer = await browser.page('/staff/login', { email: account.email, password: given, code, next: '/staff/desk' });
    return { status: answer.status, to: answer.headers.get('location'), text: answer.text, browser };
  }; // prettier-ignore

  it('with a password and a code of their app, in their own session: a patron’s counts for nothing, nor theirs for a patron', async () => {
    const person = await addStaff(service.services);
    const { status, to, browser } = await tryIn(person, totpCode(person.totpSecret));
    expect([status, to]).to.deep.equal([303, '/staff/desk']);
    expect([...browser.cookies.keys()])
      .to.include('lastu-staff')
      .and.not.to.include('lastu-session');
    expect((await browser.ask('GET', '/staff/session')).body.worker).to.include({ name: 'Virkku Virtanen', serves: 'lahti' }); // prettier-ignore
    expect((await browser.ask('GET', '/me')).status).to.equal(401);
    const { csrfToken } = (await browser.ask('GET', '/staff/session')).body;
    expect((await browser.page('/staff/logout', { csrf: csrfToken })).status).to.equal(303);
    expect((await browser.ask('GET', '/staff/session')).status).to.equal(401);
  });

  it('a code is taken once, and that of a neighbouring half minute only; all else is refused in the same words', async () => {
    const person = await addStaff(service.services);
    const code = totpCode(person.totpSecret);
    expect((await tryIn(person, code)).status).to.equal(303);
    const again = await tryIn(person, code);
    const older = await tryIn(person, totpCode(person.totpSecret, Date.now() - stepMs));
    expect([again.status, older.status]).to.deep.equal([401, 401]);
    expect((await tryIn(person, totpCode(person.totpSecret, Date.now() + stepMs))).status).to.equal(303);

    const other = await addStaff(service.services);
    const far = await tryIn(other, totpCode(other.totpSecret, Date.now() + 3 * stepMs));
    const wrong = await tryIn(other, totpCode(other.totpSecret), new Browser(service.url), 'aivan toinen salasana');
    const nobody = await tryIn({ ...other, account: { ...other.account, email: 'ei@example.org' } }, '123456');
    const refusal = /Kirjautuminen ei onnistunut\. Tarkista sähköposti, salasana ja koodi\./;
    for (const { status, text } of [again, far, wrong, nobody]) {
      expect(status).to.equal(401);
      expect(text).to.match(refusal);
    }
  });

  it('two who bring the same code at once get one session', async () => {
    const person = await addStaff(service.services);
    const code = totpCode(person.totpSecret);
    const tries = await Promise.all([1, 2, 3, 4].map(() => tryIn(person, code)));
    expect(tries.filter(({ status }) => status === 303)).to.have.length(1);
  });

  it('guesses have to wait longer and longer', async () => {
    const person = await addStaff(service.services);
    const statuses: number[] = [];
    for (let times = 0; times < 7; times += 1)
      statuses.push((await tryIn(person, '000000', new Browser(service.url), 'arvaus')).status);
    expect(statuses.slice(0, 4)).to.deep.equal([401, 401, 401, 401]);
    expect(statuses.slice(5)).to.include(429);
    expect((await tryIn(person, totpCode(person.totpSecret))).status, 'also the right one').to.equal(429);
  });

  it('by an invitation, once: they choose a password that nobody guesses, set up an app and keep recovery codes', async () => {
    const { browser: admin } = await staffBrowser(service, { roles: ['admin'] });
    const invite = { csrf: admin.csrfToken, do: 'invite', name: 'Uusi Tulokas', email: 'Uusi.Tulokas@example.org', role: 'staff', serves: 'heinola' }; // prettier-ignore
    expect((await admin.page('/staff/accounts', invite)).status).to.equal(303);
    expect((await admin.page('/staff/accounts')).text).to.contain('Linkki on lähetetty osoitteeseen uusi.tulokas@example.org.'); // prettier-ignore
    const mails = join(service.environment.LASTU_HOME, 'mail');
    const texts = await Promise.all(
      (await readdir(mails)).toSorted().map((file) => readFile(join(mails, file), 'utf8')),
    );
    const mail = texts.findLast((text) => text.includes('uusi.tulokas@example.org'))?.replaceAll('=\n', '') ?? '';
    const [, path = ''] = /(\/staff\/invitation\/[\w-]{43})/.exec(mail) ?? [];

    const browser = new Browser(service.url);
    const { text } = await browser.page(path);
    const [shown = ''] = /class="totp-secret"[\s\S]*?<\/code/.exec(text) ?? [];
    const secret = shown.replace(/^[^>]*>/, '').replaceAll(/<[^>]*(>|$)|\s/g, '');
    expect(secret).to.match(/^[A-Z2-7]{32}$/);
    for (const password of ['lyhyt', 'salasana1234', 'Tulokas.Uusi-2026'])
      expect((await browser.page(path, { password, code: totpCode(secret) })).status, password).to.equal(400);
    expect((await browser.page(path, { password: 'neljä sanaa ilman syytä', code: '000000' })).status).to.equal(401);
    const done = await browser.page(path, { password: 'neljä sanaa ilman syytä', code: totpCode(secret) });
    const codes = [...done.text.matchAll(/[a-z2-7]{4}(?:-[a-z2-7]{4}){3}/g)].map(([code]) => code);
    expect(codes).to.have.length(10);
    expect((await browser.ask('GET', '/staff/session')).body.worker).to.include({ name: 'Uusi Tulokas', serves: 'heinola' }); // prettier-ignore
    expect((await new Browser(service.url).page(path)).status, 'the link is used up').to.equal(400);

    const account = await service.services.staff.byEmail('uusi.tulokas@example.org');
    if (!account) throw new Error('Nobody was invited');
    const person = { account, password: 'neljä sanaa ilman syytä', totpSecret: secret };
    const [first = ''] = codes;
    expect((await tryIn(person, first.toUpperCase())).status, 'a recovery code').to.equal(303);
    expect((await tryIn(person, first)).status, 'and once only').to.equal(401);
  });

  it('a closed account and one with other roles are logged out at once; the last admin stays', async () => {
    const { browser, account } = await staffBrowser(service);
    await service.services.staff.setOpen(account._id, false);
    expect((await browser.ask('GET', '/staff/session')).status).to.equal(401);
    const admins = (await service.services.staff.all()).filter(({ roles, closedAt }) => roles.includes('admin') && !closedAt); // prettier-ignore
    for (const { _id } of admins.slice(1)) await service.services.staff.setOpen(_id, false);
    const error = await service.services.staff.setRoles(admins[0]?._id ?? '', ['staff']).catch((one: unknown) => one);
    expect(error).to.include({ reason: 'last-admin' });
  });

  it('a new password logs out elsewhere, and asks for the old one', async () => {
    const { browser, account } = await staffBrowser(service);
    const form = { csrf: browser.csrfToken, do: 'password', newPassword: 'viisi muuta sanaa tähän' };
    expect((await browser.page('/staff/me', { ...form, password: 'väärä' })).status).to.equal(401);
    expect((await browser.page('/staff/me', { ...form, password: 'neljä sanaa ilman syytä', csrf: 'x' })).status).to.equal(403); // prettier-ignore
    const before = await service.services.staff.find(account._id);
    expect((await browser.page('/staff/me', { ...form, password: 'neljä sanaa ilman syytä' })).status).to.equal(303);
    expect((await browser.page('/staff/me')).text).to.contain('Salasana on vaihdettu.');
    expect((await service.services.staff.find(account._id))?.sessionEpoch).to.equal((before?.sessionEpoch ?? 0) + 1);
  });

  describe('by the word of another house', () => {
    const person = { sub: 'u-1', email: 'kunnan.virkailija@example.org', name: 'Kunnan Virkailija' };

    /** Leaves for the provider and comes back with what it says, as browsers do. */
    async function round(browser = new Browser(service.url), change = (address: string) => address) {
      const left = await browser.page('/staff/login/provider', { next: '/staff/desk' });
      const there = await fetch(left.headers.get('location') ?? '', { redirect: 'manual' });
      const back = new URL(there.headers.get('location') ?? '');
      const answer = await browser.page(change(`${back.pathname}${back.search}`));
      return { browser, status: answer.status, to: answer.headers.get('location'), back, text: answer.text };
    }

    it('they have the roles that its claim gives, which may change with each log-in', async () => {
      provider.claims = { ...person, roles: ['kirjasto-lahti', 'jotain muuta'] };
      const { browser, status, to } = await round();
      expect([status, to]).to.deep.equal([303, '/staff/desk']);
      const { worker } = (await browser.ask('GET', '/staff/session')).body;
      expect(worker).to.deep.include({ name: 'Kunnan Virkailija', roles: ['staff'], serves: 'lahti' });
      provider.claims = { ...person, roles: 'hallinta' };
      const again = await round();
      expect((await again.browser.ask('GET', '/staff/session')).body.worker).to.deep.include({ id: worker.id, roles: ['admin'] }); // prettier-ignore
      expect((await browser.ask('GET', '/staff/session')).status, 'the session of the other role').to.equal(401);
      provider.claims = { ...person, roles: [] };
      expect((await round()).status).to.equal(400);
    });

    it('nobody is let in by an answer that is not to this browser’s question', async () => {
      provider.claims = { ...person, roles: ['kirjasto-lahti'] };
      const first = await round();
      expect((await new Browser(service.url).page(`${first.back.pathname}${first.back.search}`)).status).to.equal(400);
      expect((await first.browser.page(`${first.back.pathname}${first.back.search}`)).status, 'a second time').to.equal(400); // prettier-ignore
      expect((await round(new Browser(service.url), (address) => address.replace(/state=[^&]*/, 'state=other'))).status).to.equal(400); // prettier-ignore
      for (const claims of [{ nonce: 'other' }, { aud: 'other' }, { iss: 'http://127.0.0.1:1' }, { exp: 1 }, { email_verified: false }]) {
        provider.claims = { ...person, roles: ['kirjasto-lahti'], ...claims };
        const { status, text } = await round();
        expect(status, JSON.stringify(claims)).to.equal(400);
        expect(text).to.contain('Organisaatiosi kirjautuminen ei onnistunut.');
      } // prettier-ignore
    });

    it('an address that somebody has here already is not taken over', async () => {
      const { account } = await addStaff(service.services, { roles: ['admin'] });
      provider.claims = { ...person, sub: 'u-2', email: account.email, roles: ['kirjasto-lahti'] };
      const { status, text } = await round();
      expect([status, /Osoitteella on jo tunnus\./.test(text)]).to.deep.equal([400, true]);
    });
  });

  it('passwords that everybody guesses first are refused, and long ones of one’s own are taken', () => {
    const who = { email: 'tuomas.laine@example.org', name: 'Tuomas Laine' };
    for (const common of ['password1234', 'Salasana2026!', 'qwertyuiop12', '1q2w3e4r5t6y', 'lahdenkirjasto2024', 'aaaaaaaaaaaa', 'P4ssw0rd!P4ssw0rd!', '739204857261', 'iloveyou1234'])
      expect(passwordFault(common, who), common).to.equal('password-common'); // prettier-ignore
    expect(passwordFault('Tuomas.Laine-1979', who)).to.equal('password-personal');
    expect(passwordFault('elevenchars', who)).to.equal('password-short');
    for (const own of ['omenapuun alla sataa', 'x7$9-2#8!k4q', 'Xk2mQp9vLr4t', 'correct horse battery staple'])
      expect(passwordFault(own, who), own).to.equal(undefined);
    expect(newTotpSecret()).not.to.equal(newTotpSecret());
  });
});
