import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect } from 'chai';
import { findJdk, findProgram } from '../../stack/requirements.ts';

describe('the JDK of the local engines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lastu-jdk-'));
  const before = { JAVA_HOME: process.env['JAVA_HOME'], PATH: process.env['PATH'] };
  const jdk = (version: string) => {
    const home = join(folder, version);
    mkdirSync(join(home, 'bin'), { recursive: true });
    for (const program of ['java', 'javac']) writeFileSync(join(home, 'bin', program), '', { mode: 0o755 });
    writeFileSync(join(home, 'release'), `IMPLEMENTOR="Test"\nJAVA_VERSION="${version}"\n`);
    return home;
  };

  afterEach(() => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is the one that JAVA_HOME names, where it is of version 21 or later', () => {
    process.env['JAVA_HOME'] = jdk('21.0.5');
    expect(findJdk()).to.equal(join(folder, '21.0.5'));
  });

  it('is the newest of the machine where JAVA_HOME and PATH name version 17', () => {
    const old = jdk('17.0.15');
    for (const version of ['9.0.4', '21.0.5', '25.0.1']) jdk(version);
    process.env['JAVA_HOME'] = old;
    process.env['PATH'] = join(old, 'bin');
    expect(findJdk(folder)).to.equal(join(folder, '25.0.1'));
  });

  it('is the one on the PATH before those of /usr/lib/jvm', () => {
    delete process.env['JAVA_HOME'];
    const home = jdk('22');
    process.env['PATH'] = `${join(home, 'bin')}${delimiter}${before.PATH}`;
    expect(findJdk()).to.equal(home);
  });

  it('is none that cannot compile', () => {
    const runtime = jdk('23.0.1');
    rmSync(join(runtime, 'bin', 'javac'));
    process.env['JAVA_HOME'] = runtime;
    process.env['PATH'] = '/nowhere';
    expect(findJdk('/nowhere')).to.equal(undefined);
  });

  it('is found like other programs: on the PATH, and where systems keep them', () => {
    process.env['PATH'] = '/nowhere';
    expect(findProgram('env')).to.equal('/usr/bin/env');
    expect(findProgram('no-such-program')).to.equal(undefined);
  });
});
