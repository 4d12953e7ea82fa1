/** The address of a work's page, with the reader's home kept in it. */
export const workAddress = (id: string, home?: string): string =>
  `/works/${encodeURIComponent(id)}${home === undefined ? '' : `?home=${encodeURIComponent(home)}`}`;
