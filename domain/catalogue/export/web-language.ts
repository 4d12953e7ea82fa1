/** The language as the web names it (BCP 47): "fi" for "fin". */
export function webLanguage(code: string): string {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? code;
  } catch {
    return code;
  }
}
