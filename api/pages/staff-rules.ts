import { localDate } from '../../domain/local-date.ts';
import { rulesPage } from '../../ui/pages/rules-page.ts';
import type { PageDeps } from './deps.ts';
import type { StaffPage } from './staff-page.ts';

/** The rules of use, as they are and as they will be. */
export const rulesPages = ({ circulation }: Pick<PageDeps, 'circulation'>): StaffPage[] => [
  {
    address: '/staff/rules',
    group: 'region',
    name: 'staff.rules',
    lead: 'staff.rules.lead',
    role: 'staff',
    main: async ({ reader }) => rulesPage(reader, await circulation.rules.all(), localDate(new Date())),
  },
];
