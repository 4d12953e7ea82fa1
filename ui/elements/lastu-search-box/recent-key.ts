/** Where a device keeps what its reader has searched for lately. */
export const recentKey = 'lastu-recent';
