import { importPage, importsPage } from '../../ui/pages/staff-imports-pages.ts';
import { problem } from '../problems.ts';
import { presentImport } from '../routes/import-views.ts';
import type { PageDeps } from './deps.ts';
import type { StaffPage } from './staff-page.ts';

/** Where records are brought in. How far they have come is in the pages as well, for whoever has no scripts. */
export const importPages = ({ imports }: Pick<PageDeps, 'imports'>): StaffPage[] => [
  {
    address: '/staff/imports',
    alsoAt: ['/staff/imports/:id'],
    group: 'catalogue',
    name: 'imports.title',
    lead: 'imports.lead',
    role: 'admin',
    async main({ reader, ctx }) {
      const id = ctx.params['id'];
      if (id === undefined) return importsPage(reader, (await imports.latest(50)).map(presentImport));
      const report = await imports.find(id);
      if (!report) throw problem('not-found');
      return importPage(reader, presentImport(report));
    },
  },
];
