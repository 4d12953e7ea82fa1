const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe for XML: its special characters escaped, blanks of any kind as blanks, control characters and lone surrogates left out. */
export const escapedXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\t\n\r]/g, ' ')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
