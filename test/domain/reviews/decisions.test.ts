import { expect } from 'chai';
import fc from 'fast-check';
import { displayNameHindrance, displayNameKey } from '../../../domain/accounts/display-name.ts';
import { lastOfEach, likingOf, meanOf, summariseRatings, usualMean } from '../../../domain/reviews/decisions.ts';
import { allStars } from '../../../domain/reviews/schema.ts';
import { TagText, tagKey } from '../../../domain/tags/schema.ts';

const liking = (average: number, count: number) => likingOf({ average, count }, usualMean);

describe('what readers say together', () => {
  it('puts two hundred ratings of 4.6 before a single five, and one of each beside what nobody has rated', () => {
    expect(liking(4.6, 200)).to.be.greaterThan(liking(5, 1));
    expect(liking(5, 1)).to.be.greaterThan(1);
    expect(liking(1, 1)).to.be.lessThan(1);
    expect(likingOf({ count: 0 }, usualMean), 'without ratings it neither gains nor loses').to.equal(1);
  });

  it('trusts an average more, the more readers it is of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.constantFrom(...allStars), (count, stars) => {
        const [few, more] = [liking(stars, count), liking(stars, count * 10)];
        expect(Math.abs(more - 1)).to.be.at.least(Math.abs(few - 1));
      }),
    );
  });

  it('adds half stars up exactly, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...allStars), { minLength: 1, maxLength: 300 }), (stars) => {
        const of = (all: readonly number[]) => summariseRatings(all.map((one) => ({ stars: one })));
        expect(of(stars)).to.deep.equal(of(stars.toReversed()));
        const { spread, count } = of(stars);
        expect(spread.reduce((sum, n) => sum + n, 0)).to.equal(count);
      }),
    );
  });

  it('compares with the region’s own mean once enough was said there', () => {
    expect(meanOf({ count: 199, average: 4.9 })).to.equal(usualMean);
    expect(meanOf({ count: 200, average: 4.04 })).to.equal(4);
  });

  it('counts of a patron who rated two works that became one the last rating', () => {
    const rated = (patron: string, stars: number, day: number) => ({ patron, stars, at: new Date(2026, 0, day) });
    const counted = lastOfEach([rated('a', 1, 2), rated('b', 3, 1), rated('a', 5, 1)], ({ at }) => at);
    expect(counted.map(({ stars }) => stars)).to.have.members([1, 3]);
  });
});

describe('a name that others read', () => {
  const card = { name: 'Aino Maria Salmela', cardNumber: '20000001' };
  const hindrance = (name: string) => displayNameHindrance(name, card);

  it('is never the one on the card, however it is written, nor its number', () => {
    for (const name of [
      'Aino Maria Salmela',
      'salmela, aino maria',
      'AINO-MARIA SALMELA',
      'ainomariasalmela',
      'Lukija 20000001',
      'Salmela Aino Maria 84',
    ])
      // prettier-ignore
      expect(hindrance(name), name).to.equal('display-name-tells-who');
  });

  it('may be a first name or anything else', () => {
    for (const name of ['Aino', 'Kirjatoukka', 'Badminton-lukija', 'Kirjastorotta', 'Öölanninlukija'])
      expect(hindrance(name), name).to.equal(undefined);
  });

  it('does not pretend to be the library', () => {
    for (const name of ['Kirjasto', 'Lahden kaupunginkirjasto', 'Ylläpito', 'LASTU', 'Admin'])
      expect(hindrance(name), name).to.equal('display-name-official');
    expect(hindrance('…!')).to.equal('display-name-tells-nothing');
  });

  it('is the same name in other capitals, marks and blanks', () => {
    expect(displayNameKey('Kirja-Toukka')).to.equal(displayNameKey('kirjatoukka'));
  });
});

describe('a tag', () => {
  it('is one, whatever its capitals, blanks and composition', () => {
    for (const written of ['Sci-fi ', '#sci-fi', 'SCI-FI', 'sci-fi'])
      expect(tagKey(TagText.parse(written)), written).to.equal('sci-fi');
    expect(tagKey('A\u0308iti  JA poika')).to.equal(tagKey('äiti ja poika'));
  });

  it('stands as it was written, without what is no letter of it', () => {
    expect(TagText.parse(' #Tove   Jansson ')).to.equal('Tove Jansson');
    expect(TagText.safeParse(' # ').success).to.equal(false);
  });
});
