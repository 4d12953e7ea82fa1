/**
 * Shares a whole number of cents by weights, by the method of the largest remainder (Hare quota): each gets the whole part of
 * what is due to it, and those with the largest remainders the cents that are left. The shares add up to `cents` exactly, none
 * is a cent or more away from what is due, and a greater weight never has the smaller share. Of equal remainders the
 * greater weight comes first, then the earlier place. A negative sum is shared as what is paid back. Pure.
 *
 * @throws RangeError where nobody has a weight, or a weight is negative
 */
export function apportion(cents: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total <= 0n || weights.some((weight) => weight < 0)) throw new RangeError('somebody has to have a weight');
  if (cents < 0) return apportion(-cents, weights).map((share) => 0 - share);
  const due = weights.map((weight, place) => {
    const product = BigInt(cents) * BigInt(weight);
    return { place, weight, whole: Number(product / total), rest: product % total };
  });
  const left = cents - due.reduce((sum, { whole }) => sum + whole, 0);
  const first = due
    .toSorted((a, b) => (a.rest === b.rest ? b.weight - a.weight || a.place - b.place : a.rest < b.rest ? 1 : -1))
    .slice(0, left);
  const luckier = new Set(first.map(({ place }) => place));
  return due.map(({ whole, place }) => whole + (luckier.has(place) ? 1 : 0));
}
