import { deskPage, staffPatronsPage, transportsPage } from '../../ui/pages/staff-desk-pages.ts';
import type { StaffPage } from './staff-page.ts';

/** Where patrons are served. */
export const deskPages = (): StaffPage[] => [
  {
    address: '/staff/desk',
    group: 'service',
    name: 'staff.desk',
    lead: 'staff.desk.lead',
    role: 'staff',
    main: ({ reader }) => deskPage(reader),
  },
  {
    address: '/staff/transports',
    group: 'service',
    name: 'staff.transports',
    lead: 'staff.transports.lead',
    role: 'staff',
    main: ({ reader }) => transportsPage(reader),
  },
  {
    address: '/staff/patrons',
    group: 'service',
    name: 'staff.patrons',
    lead: 'staff.patrons.lead',
    role: 'staff',
    main: ({ reader }) => staffPatronsPage(reader),
  },
];
