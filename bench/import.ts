import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../config/environment.ts';
import { openServices } from '../services.ts';
import { report, rounded, type Row } from './report.ts';

const file = fileURLToPath(new URL('../../shared/data/marc/lc2016p01_rest.mrc.xz', import.meta.url));

/**
 * A library's whole catalogue through the operator's own command: 173,181 records of the Library of Congress from standard
 * input. Memory should be as large in the last quarter as in the second.
 */
export async function benchImport(environment: Environment): Promise<void> {
  if (!existsSync(file)) return console.log('import: ../shared/data is not here, so this benchmark is left out');
  const unpacking = spawn('xz', ['-dc', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const start = performance.now();
  const { MONGODB_URL, REDIS_URL, ELASTICSEARCH_URL, NAMESPACE } = environment;
  const importing = spawn(
    process.execPath,
    [fileURLToPath(new URL('../cli/main.ts', import.meta.url)), '--json', 'import', '--source', 'lc', '-'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, MONGODB_URL, REDIS_URL, ELASTICSEARCH_URL, NAMESPACE },
    },
  );
  unpacking.stdout.pipe(importing.stdin);
  let output = '';
  importing.stdout.on('data', (chunk) => (output += String(chunk)));
  const samples: { seconds: number; megabytes: number }[] = [];
  const sampling = setInterval(() => {
    const megabytes = residentMegabytes(importing.pid);
    if (megabytes !== undefined) samples.push({ seconds: (performance.now() - start) / 1000, megabytes });
  }, 500);
  const [code] = await once(importing, 'exit');
  clearInterval(sampling);
  if (code !== 0) throw new Error('The import failed');
  const seconds = (performance.now() - start) / 1000;
  const { counts } = JSON.parse(output);
  const services = openServices(environment, { blocking: false });
  const works = await services.catalogue.countWorks();
  await services.close();
  const quarters = [0, 1, 2, 3].map((quarter): Row => {
    const within = samples.filter(
      (one) => one.seconds >= (seconds * quarter) / 4 && one.seconds < (seconds * (quarter + 1)) / 4,
    );
    const sizes = within.map((one) => one.megabytes);
    return {
      quarter: quarter + 1,
      'memory, mean MB': Math.round(sizes.reduce((sum, one) => sum + one, 0) / sizes.length),
      'memory, most MB': Math.round(Math.max(...sizes)),
    };
  });
  await report('import', `Import of ${counts.read} records in ${rounded(seconds, 0)} s`, quarters, {
    'records/s': Math.round(counts.read / seconds),
    added: counts.added,
    broken: counts.broken,
    works,
  });
}

function residentMegabytes(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) ? /VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
