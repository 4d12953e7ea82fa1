import { jobsPage } from '../../ui/pages/staff-jobs-page.ts';
import type { StaffPage } from './staff-page.ts';

/** The queues of jobs; the page itself asks for them, and follows them. */
export const jobsPages = (): StaffPage[] => [
  {
    address: '/staff/jobs',
    group: 'upkeep',
    name: 'jobs.title',
    lead: 'jobs.lead',
    role: 'staff',
    main: ({ reader, worker }) => jobsPage(reader, worker.isAdmin),
  },
];
