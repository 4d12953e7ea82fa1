import { expect } from 'chai';
import fc from 'fast-check';
import { branches } from '../../config/region/branches.ts';
import { municipalities } from '../../config/region/municipalities.ts';
import { municipalitiesOfBranch } from '../../config/region/region.ts';
import { noWish } from '../../ui/search/address.ts';
import { isMunicipalityChosen, toggledBranch, toggledMunicipality } from '../../ui/search/places.ts';
import type { Wish } from '../../ui/search/state.ts';

const wish = (given: Partial<Wish>): Wish => ({ ...noWish, ...given });
const placesOf = ({ municipality, branch }: Wish) => ({ municipality, branch });

/** The branches a choice reaches, as the search itself reads it: values of one facet are OR-ed, facets AND-ed. */
const reached = ({ municipality, branch }: Wish): string[] =>
  branches
    .map(({ id }) => id)
    .filter((id) => municipality.length === 0 || municipalitiesOfBranch(id).some((one) => municipality.includes(one)))
    .filter((id) => branch.length === 0 || branch.includes(id));

describe('Places chosen in the tree of municipalities and branches', () => {
  it('are narrowed by a branch of a municipality that is chosen', () => {
    expect(placesOf(toggledBranch(wish({ municipality: ['lahti'] }), 'lahti-mukkula'))).to.deep.equal({
      municipality: [],
      branch: ['lahti-mukkula'],
    });
  });

  it('are joined by a branch elsewhere, and by a municipality beside a branch', () => {
    const both = toggledBranch(wish({ municipality: ['hollola'] }), 'lahti-mukkula');
    expect(reached(both)).to.have.members(['hollola', 'hollola-kalliola', 'hameenkoski', 'lahti-mukkula']);
    const again = toggledMunicipality(wish({ branch: ['lahti-mukkula'] }), 'heinola');
    expect(reached(again)).to.have.members(['lahti-mukkula', 'heinola']);
  });

  it('never come to nothing, and each choice adds its branches or narrows to them', () => {
    const place = fc.oneof(
      fc.constantFrom(...branches).map(({ id }) => ({ branch: id })),
      fc.constantFrom(...municipalities).map(({ id }) => ({ municipality: id })),
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), (choices) => {
        let chosen = wish({});
        for (const choice of choices) {
          const before = chosen;
          chosen =
            'branch' in choice
              ? toggledBranch(before, choice.branch)
              : toggledMunicipality(before, choice.municipality);
          expect(reached(chosen)).not.to.deep.equal([]);
          expect(chosen.municipality.length === 0 || chosen.branch.length === 0).to.equal(true);
          if ('branch' in choice && !before.branch.includes(choice.branch))
            expect(reached(chosen)).to.include(choice.branch);
          if ('municipality' in choice && !isMunicipalityChosen(before, choice.municipality))
            expect(
              isMunicipalityChosen(chosen, choice.municipality) || chosen.branch.includes(choice.municipality),
            ).to.equal(true);
        }
      }),
    );
  });

  it('are given back by choosing a place again', () => {
    for (const { id } of municipalities)
      expect(placesOf(toggledMunicipality(toggledMunicipality(wish({}), id), id)), id).to.deep.equal(placesOf(noWish));
    for (const { id } of branches)
      expect(placesOf(toggledBranch(toggledBranch(wish({}), id), id)), id).to.deep.equal(placesOf(noWish));
  });

  it('begin at the first page', () => {
    expect(toggledBranch(wish({ page: 3 }), 'heinola').page).to.equal(1);
    expect(toggledMunicipality(wish({ page: 3 }), 'heinola').page).to.equal(1);
  });
});
