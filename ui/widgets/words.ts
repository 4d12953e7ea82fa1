/** Where the words of each part and language are: a file of its own each, so that a page loads those it shows. */
export const words = {
  box: {
    fi: () => import('../messages/box/fi.ts'),
    sv: () => import('../messages/box/sv.ts'),
    en: () => import('../messages/box/en.ts'),
  },
  lists: {
    fi: () => import('../messages/lists/fi.ts'),
    sv: () => import('../messages/lists/sv.ts'),
    en: () => import('../messages/lists/en.ts'),
  },
  result: {
    fi: () => import('../messages/result/fi.ts'),
    sv: () => import('../messages/result/sv.ts'),
    en: () => import('../messages/result/en.ts'),
  },
  search: {
    fi: () => import('../messages/search/fi.ts'),
    sv: () => import('../messages/search/sv.ts'),
    en: () => import('../messages/search/en.ts'),
  },
} as const;
export type WordsPart = keyof typeof words;
