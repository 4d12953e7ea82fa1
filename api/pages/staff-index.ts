import { reindexPage, synonymsPage } from '../../ui/pages/staff-index-pages.ts';
import { worthCounting } from '../../domain/search-words/worth-counting.ts';
import type { StaffPage } from './staff-page.ts';

/** What readers' searches are answered from. */
export const indexPages = (): StaffPage[] => [
  {
    address: '/staff/reindex',
    group: 'catalogue',
    name: 'reindex.title',
    lead: 'reindex.lead',
    role: 'admin',
    main: ({ reader }) => reindexPage(reader),
  },
  {
    address: '/staff/synonyms',
    group: 'catalogue',
    name: 'synonyms.title',
    lead: 'synonyms.lead',
    role: 'staff',
    main: ({ reader, ctx }) => synonymsPage(reader, worthCounting(String(ctx.query['word'] ?? ''))),
  },
];
