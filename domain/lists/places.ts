import { randomInt } from 'node:crypto';

/**
 * Places in an order that people make by hand, as strings that sort byte by byte. Between any two there is room for another, so
 * a work is added or moved by writing that one entry, whoever else writes others meanwhile. Chance at the end of each keeps
 * those apart that are made for the same gap at the same time.
 *
 * A place begins with a number of fixed width, which rises by one where works are added one after the other: places stay short
 * however long the list. Pure but for that chance.
 */
export function placeBetween(
  before: string | undefined,
  after: string | undefined,
  digitBelow: (limit: number) => number = randomInt,
): string {
  if (before !== undefined && after !== undefined && before < after) return within(before, after, digitBelow);
  if (before !== undefined) return beside(before, 1, digitBelow) ?? within(before, undefined, digitBelow);
  if (after !== undefined) return beside(after, -1, digitBelow) ?? within('', after, digitBelow);
  return numbered(middle, digitBelow);
}

/** `count` places one after the other, all after `before`. */
export function placesAfter(before: string | undefined, count: number): string[] {
  const places: string[] = [];
  for (let last = before; places.length < count; places.push(last)) last = placeBetween(last, undefined);
  return places;
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;
const width = 8;
const end = base ** width;
const middle = end / 2;

const valueAt = (place: string, at: number) => Math.max(0, digits.indexOf(place.charAt(at) || '0'));
const digit = (value: number) => digits.charAt(value);

/** The next number, up or down; undefined where there is none. */
function beside(place: string, step: 1 | -1, digitBelow: (limit: number) => number): string | undefined {
  const number = Array.from({ length: width }, (_, at) => valueAt(place, at)).reduce((sum, one) => sum * base + one, 0);
  const next = number + step;
  return next > 0 && next < end ? numbered(next, digitBelow) : undefined;
}

function numbered(number: number, digitBelow: (limit: number) => number): string {
  let text = '';
  for (let rest = number, at = 0; at < width; at += 1, rest = Math.floor(rest / base)) text = digit(rest % base) + text;
  return text + chance(digitBelow);
}

/** Digit by digit until there is one between; what follows it is free. */
function within(before: string, after: string | undefined, digitBelow: (limit: number) => number): string {
  let place = '';
  let bounded = after !== undefined;
  for (let at = 0; ; at += 1) {
    const low = valueAt(before, at);
    const high = bounded && after !== undefined ? valueAt(after, at) : base;
    if (high - low > 1) return place + digit(low + Math.floor((high - low) / 2)) + chance(digitBelow);
    place += digit(low);
    if (high > low) bounded = false;
  }
}

/** The last digit is never the lowest: nothing fits between "a" and "a0". */
const chance = (digitBelow: (limit: number) => number) =>
  digit(digitBelow(base)) + digit(digitBelow(base)) + digit(digitBelow(base)) + digit(1 + digitBelow(base - 1));
