import { z } from 'zod';

/** What somebody who works in the libraries may do: serve patrons, moderate what patrons write, or run the service. */
export const staffRoles = ['staff', 'moderator', 'admin'] as const;
export const StaffRole = z.enum(staffRoles);
export type StaffRole = z.infer<typeof StaffRole>;

/** Whether somebody may do what a role is for; admins may do everything. */
export const mayActAs = (roles: readonly string[], role: StaffRole): boolean =>
  roles.includes(role) || roles.includes('admin');
