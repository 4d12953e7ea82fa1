import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real catalogues, vocabularies and treebanks that may lie beside the checkout, never in it. */
export const sharedFile = (path: string): string =>
  fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));

export const hasShared = (...paths: readonly string[]): boolean => paths.every((path) => existsSync(sharedFile(path)));

/** The text of a file that is packed by xz. */
export const readShared = (path: string): string =>
  execFileSync('xz', ['-dc', sharedFile(path)], { encoding: 'utf8', maxBuffer: 1 << 29 });

export const readSharedLines = (path: string): string[] => readShared(path).split('\n').filter(Boolean);
