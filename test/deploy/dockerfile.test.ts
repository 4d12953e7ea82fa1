import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { parseEnvironment } from '../../config/environment.ts';

const url = (path: string) => new URL(`../../${path}`, import.meta.url);
const read = (path: string) => readFileSync(url(path), 'utf8');
/** Instructions with their arguments, continued lines joined. */
const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => ({ name: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));
const last = (name: string) => instructions.findLast((one) => one.name === name)?.rest ?? '';
const manifest = z
  .object({ dependencies: z.record(z.string(), z.string()), scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

describe('the Dockerfile', () => {
  it('runs the Node that the dependencies name', () => {
    const images = instructions.filter(({ name }) => name === 'FROM').map(({ rest }) => rest.split(' ')[0]);
    expect(images).to.have.lengthOf(3);
    for (const image of images) expect(image).to.equal(`node:${manifest.dependencies['node']}-bookworm-slim`);
  });

  it('runs the service itself as process 1, not as root', () => {
    expect(last('CMD')).to.equal('["node", "main.ts"]');
    expect(instructions.map(({ name }) => name)).not.to.include('ENTRYPOINT');
    expect(last('USER')).to.equal('node');
    const names = instructions.map(({ name }) => name);
    expect(names.lastIndexOf('USER'), 'nothing is made after root has gone').to.be.greaterThan(
      names.lastIndexOf('RUN'),
    );
    expect(existsSync(url('main.ts'))).to.equal(true);
  });

  it('installs exactly what the lock file says, and Finnish morphology', () => {
    const runs = instructions.filter(({ name }) => name === 'RUN').map(({ rest }) => rest);
    expect(runs.filter((run) => run.startsWith('npm ')).every((run) => /^npm (ci|run build:ui)\b/.test(run))).to.equal(
      true,
    );
    expect(runs.some((run) => run.includes('npm ci --omit=dev'))).to.equal(true);
    expect(runs.some((run) => run.includes(' libvoikko1 voikko-fi'))).to.equal(true);
    expect(manifest.scripts).to.have.property('build:ui');
  });

  it('opens the usual port, and asks the service how it is', () => {
    expect(last('EXPOSE')).to.equal(String(parseEnvironment({}).PORT));
    const check = /CMD (\[.*\])$/.exec(last('HEALTHCHECK'))?.[1];
    const [program, script] = z.tuple([z.string(), z.string()]).parse(JSON.parse(check ?? ''));
    expect(program).to.equal('node');
    const path = /\/[a-z]+z\b/.exec(read(script))?.[0];
    expect(read('api/health.ts'), 'a route that the API has').to.include(`router.get('${path}'`);
  });

  it('copies every folder that the service imports from, and no secret', () => {
    const kept = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(read('.dockerignore').split('\n')).to.include('*');
    for (const path of kept) expect(existsSync(url(path)), path).to.equal(true);
    const imported = new Set(
      sources(kept).flatMap((source) =>
        [...read(source).matchAll(/from '(?:\.\.?\/)+([a-z-]+)[/.]/g)].map(([, top]) => top),
      ),
    );
    const tops = readdirSync(url('.')).filter((name) => imported.has(name.replace(/\.ts$/, '')));
    const outside = tops.filter((name) => !kept.includes(name) && name !== 'node_modules');
    expect(outside).to.deep.equal([]);
  });
});

/** TypeScript files below the paths given. */
function sources(paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    statSync(url(path)).isDirectory()
      ? readdirSync(url(`${path}/`), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts'))
          .map((name) => `${path}/${name}`)
      : path.endsWith('.ts')
        ? [path]
        : [],
  );
}
