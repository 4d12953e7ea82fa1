import { expect } from 'chai';
import fc from 'fast-check';
import { noWish } from '../../../ui/search/address.ts';
import { searchIn, withSearch } from '../../../ui/elements/lastu-search/host-address.ts';

describe('A search in the address of a page of a town', () => {
  const wish = { ...noWish, q: 'kissa & koira', format: ['book' as const], page: 2 };

  it('leaves all else of the address as it is written', () => {
    const address = 'https://www.lahti.fi/kirjasto/?sivu=2&a&b=%C3%A4+ö&lastu=q%3Dx#osio';
    const kept = withSearch(address, 'lastu', wish);
    expect(kept).to.match(/^https:\/\/www\.lahti\.fi\/kirjasto\/\?sivu=2&a&b=%C3%A4\+%C3%B6&lastu=[^&]+#osio$/);
    expect(withSearch(kept, 'lastu', noWish)).to.match(/&b=%C3%A4\+%C3%B6#osio$/);
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 3 }),
        (q, subject) => {
          const sought = { ...noWish, q: q.trim(), subject: [...new Set(subject)] };
          const read = searchIn(withSearch('https://a.example/?x=1', 'haku', sought), 'haku') ?? noWish;
          expect([read.q, read.subject]).to.deep.equal([
            sought.q.toWellFormed(),
            sought.subject.map((one) => one.toWellFormed()),
          ]);
        },
      ),
    );
    expect(searchIn('https://a.example/?x=1', 'lastu')).to.equal(undefined);
  });
});
