import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { layOutEngines } from '../../stack/engine-files.ts';
import { StackError } from '../../stack/stack-error.ts';
import { enginesFolder, isAlive, until } from './holding.ts';

describe('the programs of the local engines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lastu-engines-'));
  const maven = join(folder, 'mvn');
  const engines = join(folder, 'engines');
  const layOut = (signal?: AbortSignal) => {
    const machine = { jdk: '/nowhere', maven, redis: '' };
    return layOutEngines(engines, ['mongodb'], { machine, onProgress: () => undefined, signal });
  };
  const caught = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => undefined,
      (error: unknown) => error,
    );

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are used as they lie there', async () => {
    const places = await layOutEngines(enginesFolder(), ['mongodb', 'elasticsearch'], {
      machine: { jdk: '/nowhere', maven: undefined, redis: '' },
      onProgress: () => expect.fail('nothing is left to do'),
    });
    expect(readdirSync(join(places.mongodb, 'classes'))).to.include('LocalMongo.class');
    expect(readdirSync(places.elasticsearch)).to.include.members(['lib', 'modules', 'plugins']);
  });

  it('are told by Maven why they do not come, and no half of them is left to be taken for the whole', async () => {
    writeFileSync(maven, '#!/bin/sh\necho "no route to the repository"\nexit 1\n', { mode: 0o755 });
    const error = await caught(layOut());
    expect(error).to.be.instanceOf(StackError);
    expect(String(error)).to.include('no route to the repository');
    expect(readdirSync(engines).filter((name) => !name.startsWith('.'))).to.deep.equal([]);
  });

  it('stop coming when the start is stopped, and the next start begins afresh', async () => {
    const mark = join(folder, 'maven.pid');
    writeFileSync(maven, `#!/bin/sh\necho $$ > ${mark}.new && mv ${mark}.new ${mark}\nexec sleep 60\n`, {
      mode: 0o755,
    });
    const stopping = new AbortController();
    const stopped = caught(layOut(stopping.signal));
    const pid = Number(await until(() => readMark(mark)));
    expect(isAlive(pid)).to.equal(true);
    const waiting = new AbortController();
    const second = caught(layOut(waiting.signal)); // waits its turn
    stopping.abort();
    expect(await stopped).to.have.property('name', 'AbortError');
    await until(() => !isAlive(pid), 5_000);
    const next = Number(await until(() => (readMark(mark) === String(pid) ? undefined : readMark(mark))));
    expect(readdirSync(engines), 'what the first has left is gone').to.have.lengthOf(1);
    waiting.abort();
    await second;
    await until(() => !isAlive(next), 5_000);
  });
});

function readMark(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
