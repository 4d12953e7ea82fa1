/**
 * The cookie that remembers a reader's own library on their device, where they asked for it. It holds the id of a branch or a
 * municipality and nothing else; scripts of the page write it too.
 */
export const homeCookie = 'lastu-home';

/** The cookie as it is set; without a home, as it is taken away. */
export const writtenHomeCookie = (home: string | undefined): string =>
  `${homeCookie}=${encodeURIComponent(home ?? '')}; Path=/; Max-Age=${home === undefined ? 0 : 365 * 24 * 3600}; SameSite=Lax`;
