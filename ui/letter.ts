/** The address that opens a letter in the reader's mail program (RFC 6068). */
export const letter = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
