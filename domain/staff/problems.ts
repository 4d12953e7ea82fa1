/** Why a staff account says no. One reason for all wrong credentials: nobody learns from it who works here. */
export const staffRefusals = [
  'credentials-wrong',
  'code-wrong',
  'password-short',
  'password-long',
  'password-common',
  'password-personal',
  'invitation-over',
  'email-taken',
  'staff-not-found',
  'last-admin',
  'told-by-provider',
  'no-role',
  'provider-failed',
] as const;
export type StaffRefusalName = (typeof staffRefusals)[number];

export class StaffRefusal extends Error {
  override readonly name = 'StaffRefusal';
  readonly reason: StaffRefusalName;
  constructor(reason: StaffRefusalName) {
    super(reason);
    this.reason = reason;
  }
}
