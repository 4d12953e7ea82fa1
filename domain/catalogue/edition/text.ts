/** One line of text: no control characters, single blanks. */
export function tidy(text: string): string {
  const isTidy = plain.test(text) && !text.includes('  ');
  return (isTidy ? text : text.replace(controls, '').replace(blanks, ' ')).trim();
}

/** Without the ISBD punctuation that leads to the next element (" / ", " : ", " ; ", " = ", ", ") or ends the field. */
export const withoutIsbd = (text: string): string =>
  withoutFinalStop(unbracketed(withoutFinalStop(withoutSeparator(text))));

/** The same for elements that end in abbreviations: "kuv.", "2., uud. p.". */
export function withoutIsbdButStops(text: string): string {
  const stripped = unbracketed(withoutSeparator(text));
  return sentenceEnd.test(stripped) ? stripped.slice(0, -1) : stripped;
}

function withoutSeparator(given: string): string {
  const text = tidy(given);
  let end = text.length;
  while (end > 0 && (' /:;=,'.includes(text.charAt(end - 1)) || text.endsWith(' .', end))) end -= 1;
  return text.slice(0, end);
}

/** Without the full stop that ends it, but for the stop of an initial or abbreviation ("Tolkien, J. R. R.", "jr."). */
export function withoutFinalStop(text: string): string {
  if (!text.endsWith('.') || text.endsWith('..') || abbreviated.test(text)) return text;
  return text.slice(0, -1).trimEnd();
}

/** Whether it says anything: has a letter or a digit. */
export const says = (text: string | undefined): text is string => text !== undefined && telling.test(text);

/** For comparing: case and punctuation aside. */
export const folded = (text: string): string => text.toLowerCase().replace(unfolded, ' ').trim();

/** Every text once, in their order; those that differ in case or punctuation only are one. */
export function distinct(texts: readonly string[]): string[] {
  return texts.length < 2
    ? [...texts]
    : [...new Map(texts.toReversed().map((text) => [folded(text), text])).values()].toReversed();
}

/** An object without the properties that are undefined, which a database would keep as null. */
export function defined<T extends object>(object: T): T {
  for (const [key, value] of Object.entries(object)) if (value === undefined) Reflect.deleteProperty(object, key);
  return object;
}

const plain = /^[\x20-\x7e]*$/;
// eslint-disable-next-line no-control-regex -- they are what is to go
const controls = /[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\ufeff]/g;
const blanks = /\s+/g;
const abbreviated =
  /\p{L}\.\p{L}{1,3}\.$|(?:^|[\s.(-])(?:\p{L}|jr|sr|dr|mr|mrs|st|jne|ym|etc|bros|inc|ltd|co|ed|eds|s\.a|s\.l|vol|nro|nr|no)\.$/iu;
/** A word too long for an abbreviation, a number or a measure. */
const sentenceEnd = /(?:\p{L}{6}|\bcm|[\d)\]])\.$/u;
const telling = /[\p{L}\p{N}]/u;
const unfolded = /[^\p{L}\p{N}]+/gu;

/** Square brackets say where the cataloguer has it from, which is no part of the text. */
function unbracketed(text: string): string {
  if (!text.includes('[') && !text.includes(']')) return text;
  const whole = /^\[([^[\]]*)\]$/.exec(text);
  if (whole?.[1] !== undefined) return whole[1].trim();
  const [opening, closing] = [text.split('[').length, text.split(']').length];
  return opening === closing ? text : text.replace(/[[\]]/g, '').trim();
}
