/** Under which a device keeps the branch whose desk it stands at. */
export const deskBranchKey = 'lastu-desk-branch';
