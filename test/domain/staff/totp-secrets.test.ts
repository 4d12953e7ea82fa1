import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { lockOut } from '../../../domain/accounts/lock-out.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { sealingWith } from '../../../config/sealing.ts';
import { newTotpSecret, totpCode } from '../../../domain/staff/one-time-codes.ts';
import { createStaff } from '../../../domain/staff/service.ts';
import { dropNamespace, openTestConnections } from '../../support/connections.ts';

describe('Secrets of authenticator apps', function () {
  this.timeout(60_000);
  const connections = openTestConnections();
  const { database } = connections;
  after(() => dropNamespace(connections));

  const [old, key] = [randomBytes(32), randomBytes(32)];
  const staffWith = (...keys: [Buffer, ...Buffer[]]) =>
    createStaff({ database, lockOut: patient(), sealing: sealingWith(keys), sendInvitation: async () => undefined });
  const password = 'neljä sanaa ilman syytä';
  const add = async (staff: ReturnType<typeof staffWith>, email: string) => {
    const totpSecret = newTotpSecret();
    const { _id: id } = await staff.addReady({ email, name: 'Virkku', roles: ['admin'], language: 'fi', password, totpSecret }); // prettier-ignore
    return { id, email, totpSecret };
  };
  const stored = () => database.collection('staff').find().toArray();
  const logIn = (staff: ReturnType<typeof staffWith>, { email, totpSecret }: { email: string; totpSecret: string }) =>
    staff.logIn({ email, password, code: totpCode(totpSecret), address: '127.0.0.1' }).then(
      () => 'in',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
  afterEach(() => database.collection('staff').deleteMany({}));

  it('do not stand in the database, neither those in use nor those of invitations', async () => {
    const staff = staffWith(key);
    const { totpSecret, id } = await add(staff, 'a@example.org');
    const { token } = await staff.inviteAgain(id);
    const { totpSecret: invited } = await staff.invited(token);
    const text = JSON.stringify(await stored());
    expect(text).not.to.include(totpSecret).and.not.to.include(invited);
    expect(text.match(/sealed1\./g)).to.have.length(2);
  });

  it('of an earlier version are sealed at the start, and log in before and after', async () => {
    const staff = staffWith(key);
    const [person, other] = [await add(staff, 'a@example.org'), await add(staff, 'b@example.org')];
    for (const { id, totpSecret } of [person, other])
      await database.collection<{ _id: string }>('staff').updateOne({ _id: id }, { $set: { 'totp.secret': totpSecret } });
    expect(await logIn(staff, person), 'not sealed yet').to.equal('in');
    expect(await staff.sealSecrets()).to.deep.equal({ lost: 0 });
    expect(JSON.stringify(await stored())).not.to.include(other.totpSecret);
    expect(await logIn(staff, other)).to.equal('in');
  }); // prettier-ignore

  it('pass to a new key, after which the old one is needed no more', async () => {
    const person = await add(staffWith(old), 'a@example.org');
    await staffWith(key, old).sealSecrets();
    expect(await logIn(staffWith(key), person)).to.equal('in');
    expect(await logIn(staffWith(old), person)).to.equal('credentials-wrong');
  });

  it('are of no use in the place of another’s', async () => {
    const staff = staffWith(key);
    const [mine, theirs] = [await add(staff, 'a@example.org'), await add(staff, 'b@example.org')];
    const from = await staff.find(mine.id);
    await database.collection<{ _id: string }>('staff').updateOne({ _id: theirs.id }, { $set: { totp: from?.totp } });
    expect(await logIn(staff, { ...theirs, totpSecret: mine.totpSecret })).to.equal('credentials-wrong');
  });

  it('whose key is lost let nobody in; a recovery code does, and a new invitation makes all well', async () => {
    const before = staffWith(old);
    const person = await add(before, 'a@example.org');
    const [code = ''] = await before.renewRecoveryCodes(person.id, { password, address: '127.0.0.1' });
    const staff = staffWith(key);
    expect(await staff.sealSecrets()).to.deep.equal({ lost: 1 });
    expect(await logIn(staff, person)).to.equal('credentials-wrong');
    const { account } = await staff.logIn({ email: person.email, password, code, address: '127.0.0.1' });
    expect(account._id).to.equal(person.id);
    const { token } = await staff.inviteAgain(person.id);
    const { totpSecret } = await staff.invited(token);
    await staff.enrol({ token, password, code: totpCode(totpSecret), address: '127.0.0.1' });
    expect(await staff.sealSecrets()).to.deep.equal({ lost: 0 });
  });
});

/** Guesses are tried elsewhere. */
function patient() {
  const counter = () => new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 60 });
  return lockOut({ failures: counter(), waits: counter() });
}
