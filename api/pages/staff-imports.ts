import { importsPage } from '../../ui/pages/staff-imports-pages.ts';
import type { StaffPage } from './staff-page.ts';

/** Where records are brought in. */
export const importPages = (): StaffPage[] => [
  {
    address: '/staff/imports',
    alsoAt: ['/staff/imports/:id'],
    group: 'catalogue',
    name: 'imports.title',
    lead: 'imports.lead',
    role: 'admin',
    main: ({ reader, ctx }) => importsPage(reader, ctx.params['id']),
  },
];
