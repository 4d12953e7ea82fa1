/** The page of a list. */
export const listAddress = (id: string, publicUrl: string): string => `${publicUrl}/lists/${encodeURIComponent(id)}`;
