/** The page of a list. */
export const listAddress = (id: string, publicUrl: string): string => `${publicUrl}/lists/${encodeURIComponent(id)}`;

/** Where an invitation leads. What lets one join stays behind the `#`: out of logs and referrers. */
export const invitationAddress = (id: string, token: string, publicUrl: string): string =>
  `${listAddress(id, publicUrl)}/invitation#${token}`;
