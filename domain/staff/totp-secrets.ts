import type { Sealing } from '../../config/sealing.ts';
import type { StaffAccount } from './schema.ts';

/** Secrets of authenticator apps as they are kept: sealed for one account, so that no other's can be put in their place. */
export function totpSecrets(sealing: Sealing) {
  const ownerOf = (id: string) => `staff:${id}`;
  const seal = (id: string, secret: string) => sealing.seal(secret, ownerOf(id));
  /** Undefined where the key is lost. */
  const open = (id: string, sealed: string) => sealing.open(sealed, ownerOf(id));
  const anew = (id: string, sealed: string) => {
    const secret = open(id, sealed);
    return secret === undefined ? sealed : seal(id, secret);
  };
  return {
    seal,
    open,
    /** Whether one of them is not sealed, or not with the key that seals now. */
    areOld: ({ totp, invitation }: StaffAccount): boolean =>
      [totp?.secret, invitation?.totpSecret].some((one) => one !== undefined && !sealing.isCurrent(one)),
    /** The account with its secrets sealed by the key that seals now; what no key opens stays as it is. */
    sealedAnew: (account: StaffAccount): StaffAccount => {
      const { _id: id, totp, invitation } = account;
      return {
        ...account,
        ...(totp && { totp: { ...totp, secret: anew(id, totp.secret) } }),
        ...(invitation && { invitation: { ...invitation, totpSecret: anew(id, invitation.totpSecret) } }),
      };
    },
  };
}
