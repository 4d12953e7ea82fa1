/** More is no search for words but something pasted. */
const longest = 60;
const mostWords = 8;

/**
 * What was typed as it is counted, or undefined where it must not be: whatever may be the number of a card, a phone, a person or
 * an account, or an address, is dropped before anything is kept, though a few ISBNs are lost with it. Pure.
 */
export function worthCounting(typed: string): string | undefined {
  const words = typed.normalize('NFC').toLowerCase().replaceAll(/[\s\p{C}]+/gu, ' ').trim(); // prettier-ignore
  if (words.length < 2 || words.length > longest || words.split(' ').length > mostWords) return undefined;
  if (words.includes('@') || /:\/\/|www\./.test(words) || hasLongNumber(words)) return undefined;
  return words;
}

/** Five digits are a year with a number beside it at most; more make a number that may be somebody's, however it is parted. */
const hasLongNumber = (words: string) => /\d{6}/.test(words.replaceAll(/(?<=\d)[\s\-–—./()+:]+(?=\d)/g, ''));
