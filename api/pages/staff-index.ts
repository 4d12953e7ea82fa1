import { reindexPage } from '../../ui/pages/staff-index-pages.ts';
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
];
