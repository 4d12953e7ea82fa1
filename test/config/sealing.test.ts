import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { EnvironmentError, parseEnvironment } from '../../config/environment.ts';
import { openSealing, sealingWith } from '../../config/sealing.ts';

describe('What is sealed', () => {
  const [first, second] = [randomBytes(32), randomBytes(32)];
  const sealing = sealingWith([first]);

  it('comes back as it was, differs each time, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, about) => {
        const sealed = sealing.seal(text, about);
        expect(sealing.open(sealed, about)).to.equal(text);
        expect(sealing.seal(text, about)).not.to.equal(sealed);
        if (text.length > 8) expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').includes(text)).to.equal(false); // prettier-ignore
      }),
    );
  });

  it('is opened by nobody else: not about another, not when a bit of it has changed, not without its key', () => {
    const sealed = sealing.seal('KRSXG5CTMVRXEZLU', 'staff:a');
    expect(sealing.open(sealed, 'staff:b')).to.equal(undefined);
    expect(sealingWith([second]).open(sealed, 'staff:a')).to.equal(undefined);
    const [sign, name, text = ''] = sealed.split('.');
    const bytes = Buffer.from(text, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(sealing.open([sign, name, changed.toString('base64url')].join('.'), 'staff:a'), `byte ${at}`).to.equal(undefined); // prettier-ignore
    }
    for (const cut of [0, 12, 27, bytes.length - 1])
      expect(sealing.open([sign, name, bytes.subarray(0, cut).toString('base64url')].join('.'), 'staff:a')).to.equal(undefined); // prettier-ignore
  });

  it('is opened by every key of the ring and sealed by the first', () => {
    const sealed = sealing.seal('KRSXG5CTMVRXEZLU', 'staff:a');
    const ring = sealingWith([second, first]);
    expect(ring.open(sealed, 'staff:a')).to.equal('KRSXG5CTMVRXEZLU');
    expect([ring.isCurrent(sealed), ring.isCurrent(ring.seal('x', 'y')), ring.isCurrent('KRSXG5CTMVRXEZLU')]).to.deep.equal([false, true, false]); // prettier-ignore
  });

  describe('without a key in the environment', () => {
    let home: string;
    before(async () => {
      home = join(await mkdtemp(join(tmpdir(), 'lastu-keys-')), 'home');
    });
    after(() => rm(join(home, '..'), { recursive: true, force: true }));
    const environment = (more: Record<string, string> = {}) => parseEnvironment({ LASTU_HOME: home, ...more });

    it('is sealed by one that is made once and kept for its owner alone', async () => {
      const sealed = openSealing(environment()).seal('KRSXG5CTMVRXEZLU', 'staff:a');
      expect(openSealing(environment()).open(sealed, 'staff:a')).to.equal('KRSXG5CTMVRXEZLU');
      const kept = join(home, 'secret-keys');
      expect((await stat(kept)).mode & 0o777).to.equal(0o600);
      const moved = openSealing(environment({ SECRET_KEYS: await readFile(kept, 'utf8'), PUBLIC_URL: 'https://kirjasto.example' })); // prettier-ignore
      expect(moved.open(sealed, 'staff:a'), 'its key can be taken into the environment').to.equal('KRSXG5CTMVRXEZLU');
    });

    it('is not sealed at all where others than this machine are served: the start says how to make a key', () => {
      expect(() => openSealing(environment({ PUBLIC_URL: 'https://kirjasto.example' }))).to.throw(EnvironmentError, /SECRET_KEYS.*openssl rand/); // prettier-ignore
    });

    it('nor with what is no key', () => {
      for (const wrong of ['short', Buffer.alloc(16).toString('base64'), `${first.toString('base64')},${second.toString('base64')}`])
        expect(() => environment({ SECRET_KEYS: wrong }), wrong).to.throw(EnvironmentError, /SECRET_KEYS: must be keys/);
    }); // prettier-ignore
  });
});
