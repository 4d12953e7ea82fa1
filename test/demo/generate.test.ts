import { expect } from 'chai';
import type { Marc } from '../../domain/catalogue/schema.ts';
import { deriveEdition } from '../../domain/catalogue/edition/derive.ts';
import { workKeys } from '../../domain/catalogue/work-keys.ts';
import { demoRecords, demoWorks } from '../../demo/generate.ts';

function marcOf(options: { works?: number }): Marc[] {
  return [...demoRecords(options)].map((read) => {
    if (!('marc' in read)) throw new Error('a problem in the demo catalogue');
    return read.marc;
  });
}

const numberOf = (marc: Marc) =>
  marc.fields.flatMap((field) => ('value' in field && field.tag === '001' ? [field.value] : []))[0];

/** Compared as text: thousands of records as objects take seconds. */
const written = (options: { works?: number }) => marcOf(options).map((marc) => JSON.stringify(marc));

describe('the generated catalogue', () => {
  const byHand = demoWorks().length;

  it('is the catalogue written by hand where no size is asked for', () => {
    expect(written({})).to.have.length(demoWorks().flatMap((work) => work.editions).length);
    expect(written({ works: byHand })).to.deep.equal(written({}));
  });

  it('is the same in every run', () => {
    expect(written({ works: byHand + 300 })).to.deep.equal(written({ works: byHand + 300 }));
  });

  it('is the beginning of every larger one', () => {
    const larger = written({ works: byHand + 500 });
    for (const works of [0, 1, 7, byHand - 1, byHand, byHand + 1, byHand + 499]) {
      const smaller = written({ works });
      expect(smaller, String(works)).to.deep.equal(larger.slice(0, smaller.length));
    }
  });

  it('gives every record a control number of its own, and numbers the records from 0', () => {
    const numbers = new Set<string>();
    let index = 0;
    for (const read of demoRecords({ works: 6000 })) {
      expect(read).to.have.property('index', index++);
      if ('marc' in read) numbers.add(numberOf(read.marc) ?? '');
    }
    expect(numbers.size).to.equal(index);
  });

  it('invents works that are told apart, and whose editions hang together', () => {
    const owners = new Map<string, string>();
    const reached = new Map<string, Set<string>>();
    for (const marc of marcOf({ works: byHand + 6000 })) {
      const number = numberOf(marc) ?? '';
      if (!number.startsWith('demo-x')) continue;
      const work = number.slice(0, -1);
      const keys = workKeys(deriveEdition(marc));
      for (const key of keys) expect(owners.get(key) ?? work, key).to.equal(work);
      const before = reached.get(work);
      if (before)
        expect(
          keys.some((key) => before.has(key)),
          keys.join(),
        ).to.equal(true);
      for (const key of keys) owners.set(key, work);
      reached.set(work, new Set([...(before ?? []), ...keys]));
    }
    expect(reached.size).to.equal(6000);
  });

  it('invents mostly Finnish books, with other languages and formats beside them', () => {
    const editions = marcOf({ works: byHand + 5000 })
      .slice(-5000)
      .map(deriveEdition);
    const share = (test: (edition: (typeof editions)[number]) => boolean) =>
      editions.filter(test).length / editions.length;
    expect(share(({ format }) => format === 'book')).to.be.within(0.5, 0.8);
    expect(share(({ format }) => format === 'ebook' || format === 'eaudiobook')).to.be.within(0.1, 0.35);
    expect(share(({ languages }) => languages[0] === 'fin')).to.be.within(0.65, 0.9);
    expect(share(({ languages }) => languages[0] === 'swe')).to.be.within(0.02, 0.12);
    expect(share(({ year = 0 }) => year >= 1940 && year <= 2026)).to.equal(1);
  });
});
