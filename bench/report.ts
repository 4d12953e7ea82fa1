import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';

export type Row = Record<string, string | number>;

/** Prints a benchmark's table and keeps it as `bench/results/<name>.json`. Ratios tell; absolute times are this machine's. */
export async function report(name: string, title: string, rows: Row[], notes: Row = {}): Promise<void> {
  console.log(`\n${title}`);
  console.table(rows);
  for (const [key, value] of Object.entries(notes)) console.log(`  ${key}: ${value}`);
  const folder = new URL('./results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  const file = new URL(`${name}.json`, folder);
  const measured = {
    name,
    title,
    on: new Date().toISOString(),
    node: process.version,
    cores: cpus().length,
    notes,
    rows,
  };
  await writeFile(file, `${JSON.stringify(measured, null, 2)}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));

/** Seconds a task takes, and what it gives. */
export async function timed<T>(task: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const start = performance.now();
  const result = await task();
  return { seconds: (performance.now() - start) / 1000, result };
}
