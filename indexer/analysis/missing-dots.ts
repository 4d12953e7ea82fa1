/**
 * What a word typed without its dots may stand for, the dictionary being the judge: every run of a and o as ä and ö, since
 * front and back vowels keep each to their part of a compound. "pohjantahden" → "pöhjantahden", …, "pohjantähden".
 * None where there is nothing to dot, or too much.
 */
export function dottedGuesses(word: string): string[] {
  const places = Array.from(word.matchAll(/[ao]/g), (match) => match.index);
  if (places.length === 0 || places.length > mostPlaces || /[åäö]/.test(word)) return [];
  const guesses: string[] = [];
  for (let first = 0; first < places.length; first += 1) {
    for (let last = first; last < places.length; last += 1) {
      const from = places[first] ?? 0;
      const to = (places[last] ?? 0) + 1;
      guesses.push(`${word.slice(0, from)}${dotted(word.slice(from, to))}${word.slice(to)}`);
    }
  }
  return guesses;
}

/** Each guess costs a look into the dictionary: 21 of them at most. */
const mostPlaces = 6;

const dotted = (letters: string) => letters.replaceAll('a', 'ä').replaceAll('o', 'ö');
