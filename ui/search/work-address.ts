import type { Links } from './links.ts';

/** The address of a work's page, with the reader's home kept in it; `kept` may be the home alone. */
export function workAddress(id: string, kept?: Links | string): string {
  const { base = '', home } = typeof kept === 'string' ? { home: kept } : (kept ?? {});
  return `${base}/works/${encodeURIComponent(id)}${home === undefined ? '' : `?home=${encodeURIComponent(home)}`}`;
}

/** The address of the page where a work is cited; of a certain edition, where one is named. */
export function citeAddress(id: string, { home, record }: { home?: string | undefined; record?: string }): string {
  const parameters = new URLSearchParams({
    ...(record !== undefined && { record }),
    ...(home !== undefined && { home }),
  });
  return `${workAddress(id)}/cite${parameters.size > 0 ? `?${parameters}` : ''}`;
}
