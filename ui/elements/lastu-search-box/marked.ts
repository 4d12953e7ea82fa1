/** A piece of a text, and whether it is what was typed. */
export interface Piece {
  readonly text: string;
  readonly isTyped: boolean;
}

/** Takes a text apart so that what was typed of its words can be shown: at the beginning of words, else inside. Pure. */
export function marked(text: string, typed: string): Piece[] {
  const letters = [...text];
  const plain = letters.map(withoutMarks);
  const isTyped = letters.map(() => false);
  for (const word of [...typed.matchAll(/[\p{L}\p{N}]+/gu)].map(([found]) => [...found].map(withoutMarks))) {
    const places = plain.flatMap((_letter, at) => (word.every((one, index) => plain[at + index] === one) ? [at] : []));
    const atStarts = places.filter((at) => at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? ''));
    for (const at of atStarts.length > 0 ? atStarts : word.length > 1 ? places : [])
      isTyped.fill(true, at, at + word.length);
  }
  const pieces: Piece[] = [];
  letters.forEach((letter, at) => {
    const last = pieces.at(-1);
    const same = last?.isTyped === isTyped[at];
    if (last && same) pieces[pieces.length - 1] = { ...last, text: last.text + letter };
    else pieces.push({ text: letter, isTyped: isTyped[at] ?? false });
  });
  return pieces;
}

const withoutMarks = (letter: string) => [...letter.normalize('NFD').toLowerCase()][0] ?? letter;
