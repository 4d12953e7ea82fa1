import type { Links } from './links.ts';

/** The address of a work's page, with the reader's home kept in it; `kept` may be the home alone. */
export function workAddress(id: string, kept?: Links | string): string {
  const { base = '', home } = typeof kept === 'string' ? { home: kept } : (kept ?? {});
  return `${base}/works/${encodeURIComponent(id)}${home === undefined ? '' : `?home=${encodeURIComponent(home)}`}`;
}
