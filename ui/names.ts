/** How names and years of catalogue records are shown, the same in every language. Pure. */

/** "Mika Waltari" from the catalogued "Waltari, Mika"; names that are not a person's stay as they are. */
export function displayName(catalogued: string): string {
  const parts = /^([^,()]+), ([\p{Lu}][^,()\d]*)$/u.exec(catalogued);
  return parts ? `${parts[2]} ${parts[1]}` : catalogued;
}

/** "1959–2008", "1959", or nothing. */
export function yearSpan({ yearFrom, yearTo }: { yearFrom?: number | undefined; yearTo?: number | undefined }): string {
  const years = [...new Set([yearFrom, yearTo].filter((year) => year !== undefined))];
  return years.join('–');
}
