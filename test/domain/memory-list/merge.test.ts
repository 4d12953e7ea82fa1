import { expect } from 'chai';
import fc from 'fast-check';
import { inOneClock, mergeMemories } from '../../../domain/memory-list/merge.ts';
import type { Memory } from '../../../domain/memory-list/schema.ts';
import { memoryTokens } from '../../../domain/memory-list/token.ts';

const instant = fc.integer({ min: 0, max: 9 }).map((second) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()); // prettier-ignore
const id = fc.constantFrom('a', 'b', 'c', 'd');
const memory: fc.Arbitrary<Memory> = fc.record({
  works: fc.array(fc.record({ id, title: fc.constantFrom('Kissa', 'Koira'), authors: fc.constant([]), addedAt: instant, againAt: fc.option(instant, { nil: undefined }) })),
  removed: fc.array(fc.record({ id, removedAt: instant })),
}); // prettier-ignore
const nothing: Memory = { works: [], removed: [] };

describe('memory lists of several devices', () => {
  it('whichever device comes first, and however often, the same comes of it', () => {
    fc.assert(
      fc.property(memory, memory, memory, (a, b, c) => {
        expect(mergeMemories(a, b)).to.deep.equal(mergeMemories(b, a));
        expect(mergeMemories(mergeMemories(a, b), c)).to.deep.equal(mergeMemories(a, mergeMemories(b, c)));
        const merged = mergeMemories(a, b);
        expect(mergeMemories(merged, b)).to.deep.equal(merged);
        expect(mergeMemories(merged, nothing)).to.deep.equal(merged);
      }),
      { numRuns: 1_000 },
    );
  });

  it('no work is lost but one that was taken off after it was added, and none is there twice', () => {
    fc.assert(
      fc.property(memory, memory, (a, b) => {
        const { works } = mergeMemories(a, b);
        const all = [...a.works, ...b.works];
        const gone = [...a.removed, ...b.removed];
        const kept = all.filter(
          (work) =>
            !gone.some(
              (one) => one.id === work.id && one.removedAt > work.addedAt && one.removedAt > (work.againAt ?? ''),
            ),
        );
        expect(new Set(works.map((work) => work.id))).to.deep.equal(new Set(kept.map((work) => work.id)));
        expect(works).to.have.length(new Set(kept.map((work) => work.id)).size);
      }),
    );
  });

  it('a clock that runs ahead does not keep a work from being taken off', () => {
    const now = new Date('2026-01-01T00:00:00.000Z');
    const ahead = { works: [{ id: 'a', title: 'Kissa', authors: [], addedAt: '2031-01-01T00:00:00Z' }], removed: [] };
    const known = inOneClock(ahead, now);
    const later = { works: [], removed: [{ id: 'a', removedAt: '2026-01-01T00:00:01.000Z' }] };
    expect(mergeMemories(known, later).works).to.deep.equal([]);
  });

  it('a token is ours only as it was issued, by the secret it was issued with', () => {
    const tokens = memoryTokens('a'.repeat(32));
    const { id: own, token } = tokens.issue();
    expect(tokens.idIn(token)).to.equal(own);
    expect(memoryTokens('b'.repeat(32)).idIn(token)).to.equal(undefined);
    for (const forged of ['', '.', own, `${own}.`, `x${token}`, `${token}x`, `${token}.x`, token.replace('.', 'x.')])
      expect(tokens.idIn(forged), forged).to.equal(undefined);
  });
});
