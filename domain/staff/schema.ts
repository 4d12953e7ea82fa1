import { z } from 'zod';
import { locales } from '../../config/locales.ts';
import { staffRoles } from '../../config/staff-roles.ts';

export const StaffRole = z.enum(staffRoles);
export type StaffRole = z.infer<typeof StaffRole>;

/** Whether somebody may do what a role is for; admins may do everything. */
export const mayActAs = (roles: readonly string[], role: StaffRole): boolean =>
  roles.includes(role) || roles.includes('admin');

/** Told apart without regard to case. */
export const StaffEmail = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase());

/** A link to prove who one is anew: only a hash of what it carries is kept. `totpSecret` is what the authenticator app takes, sealed. */
const Invitation = z.object({ hash: z.string(), expiresAt: z.date(), totpSecret: z.string() });

/** Somebody who works in the libraries, apart from any card they have as a patron. */
export const StaffAccount = z.object({
  _id: z.string(),
  version: z.int(),
  email: z.string(),
  name: z.string(),
  roles: z.array(StaffRole),
  /** The municipality they work for. */
  serves: z.string().optional(),
  language: z.enum(locales),
  /** Argon2id; absent until the invitation was followed, and where another house tells who somebody is. */
  passwordHash: z.string().optional(),
  /** Base 32, sealed. `lastStep` is the step of time whose code was taken last: that one and older ones are not taken any more. */
  totp: z.object({ secret: z.string(), lastStep: z.int() }).optional(),
  /** Hashes of the codes that are left for whoever has lost their app; each is taken once. */
  recoveryCodes: z.array(z.string()),
  invitation: Invitation.optional(),
  /** Who they are at the provider of OpenID Connect. */
  provider: z.object({ issuer: z.string(), subject: z.string() }).optional(),
  /** Raised to log out everywhere: a session of a lower one is over. */
  sessionEpoch: z.int(),
  createdAt: z.date(),
  closedAt: z.date().optional(),
});
export type StaffAccount = z.infer<typeof StaffAccount>;

/** What an admin says of somebody who begins to work here. */
export const NewStaff = z.object({
  email: StaffEmail,
  name: z.string().trim().min(1).max(200),
  roles: z.array(StaffRole).min(1),
  serves: z.string().optional(),
  language: z.enum(locales).default('fi'),
});
export type NewStaff = z.infer<typeof NewStaff>;
