import { expect } from 'chai';
import fc from 'fast-check';
import { placeBetween, placesAfter } from '../../../domain/lists/places.ts';

describe('places in an order by hand', () => {
  const step = fc.record({ at: fc.nat(), count: fc.integer({ min: 1, max: 3 }) });

  it('there is room between any two places, however often somebody puts one there', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const places: string[] = [];
        for (const { at, count } of steps) {
          for (let nth = 0; nth < count; nth += 1) {
            const index = at % (places.length + 1);
            const [before, after] = [places[index - 1], places[index]];
            const place = placeBetween(before, after);
            if (before !== undefined) expect(place > before, `${place} after ${before}`).to.equal(true);
            if (after !== undefined) expect(place < after, `${place} before ${after}`).to.equal(true);
            places.splice(index, 0, place);
          }
        }
        expect(places).to.deep.equal(places.toSorted((a, b) => (a < b ? -1 : 1)));
        expect(new Set(places).size).to.equal(places.length);
      }),
      { numRuns: 200 },
    );
  });

  it('the ends of what can be written are no ends of the list', () => {
    for (const digit of [0, 1, 61]) {
      const always = (limit: number) => Math.min(digit, limit - 1);
      let first = placeBetween(undefined, '000000010001', always);
      let last = placeBetween('zzzzzzzzzzzz', undefined, always);
      for (let nth = 0; nth < 300; nth += 1) {
        const lower = placeBetween(undefined, first, always);
        const higher = placeBetween(last, undefined, always);
        expect(lower < first, `${lower} before ${first}`).to.equal(true);
        expect(higher > last, `${higher} after ${last}`).to.equal(true);
        [first, last] = [lower, higher];
      }
    }
  });

  it('places of two thousand works added one after the other are as short as the first', () => {
    const places = placesAfter(undefined, 2_000);
    expect(new Set(places.map(({ length }) => length))).to.deep.equal(new Set([12]));
    expect(places).to.deep.equal(places.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('writers who choose the same gap at the same time choose different places', () => {
    const chosen = Array.from({ length: 100 }, () => placeBetween('V00000010001', 'V00000020001'));
    expect(new Set(chosen).size).to.be.greaterThan(95);
  });
});
