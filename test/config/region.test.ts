import { expect } from 'chai';
import { locales } from '../../config/locales.ts';
import { branchById, branches } from '../../config/region/branches.ts';
import { municipalities, municipalitiesOn, municipalityOn } from '../../config/region/municipalities.ts';
import { populations } from '../../config/region/populations.ts';
import { municipalitiesOfBranch } from '../../config/region/region.ts';

const founders = ['Asikkala', 'Hartola', 'Heinola', 'Hollola', 'Hämeenkoski', 'Kärkölä', 'Lahti', 'Nastola', 'Orimattila', 'Padasjoki', 'Sysmä']; // prettier-ignore
const idsOn = (date: string) => municipalitiesOn(date).map(({ id }) => id);

describe('the region', () => {
  it('was founded by eleven municipalities', () => {
    expect(municipalities.map(({ name }) => name.fi)).to.have.members(founders);
    expect(idsOn('2015-12-31')).to.have.lengthOf(11);
  });

  it('has nine since Hämeenkoski became part of Hollola and Nastola of Lahti on 1 January 2016', () => {
    expect(idsOn('2016-01-01')).to.have.lengthOf(9).and.not.include.members(['hameenkoski', 'nastola']);
    expect(idsOn('2026-11-25')).to.have.lengthOf(9);
    expect(municipalityOn('nastola', '2015-12-31')?.id).to.equal('nastola');
    expect(municipalityOn('nastola', '2016-01-01')?.id).to.equal('lahti');
    expect(municipalityOn('hameenkoski', '2016-01-01')?.id).to.equal('hollola');
    expect(municipalityOn('heinola', '2016-01-01')?.id).to.equal('heinola');
    expect(municipalityOn('kouvola', '2016-01-01')).to.equal(undefined);
  });

  it('names municipalities and branches in every language of the service, in NFC', () => {
    for (const { id, name } of [...municipalities, ...branches])
      for (const locale of locales) {
        expect(name[locale], `${id} in ${locale}`).to.match(/^\p{Lu}/u);
        expect(name[locale]).to.equal(name[locale].normalize('NFC').trim());
      }
    expect(municipalityOn('lahti', '2026-01-01')?.name).to.include({ fi: 'Lahti', sv: 'Lahtis' });
    expect(municipalityOn('hartola', '2026-01-01')?.name.sv).to.equal('Gustav Adolfs');
  });

  it('counts inhabitants with the day, and of a merged municipality none after its end', () => {
    for (const { id, mergedInto } of municipalities) {
      expect(populations[id], id).not.to.have.lengthOf(0);
      for (const { on, inhabitants } of populations[id] ?? []) {
        expect(on).to.match(/^\d{4}-\d\d-\d\d$/);
        expect(inhabitants).to.be.greaterThan(0);
        if (mergedInto) expect(on < mergedInto.on, `${id} on ${on}`).to.equal(true);
      }
    }
    const in2008 = municipalities.flatMap(({ id }) => (populations[id] ?? []).filter(({ on }) => on === '2008-12-31'));
    expect(in2008).to.have.lengthOf(11);
  });

  it('has a library in each founding municipality, and each branch in one of them', () => {
    const ids = municipalities.map(({ id }) => id);
    for (const { id, municipality } of branches) expect(ids, id).to.include(municipality);
    for (const id of ids) {
      const main = branches.filter(({ municipality, kind }) => municipality === id && kind === 'main');
      expect(main, id).to.have.lengthOf(1);
    }
    expect(branches.filter(({ kind }) => kind === 'mobile')).to.have.lengthOf(1);
  });

  it('gives every municipality and branch an id of its own that fits in an address', () => {
    for (const all of [municipalities, branches]) {
      const ids = all.map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
      for (const id of ids) expect(id).to.match(/^[a-z]+(-[a-z]+)*$/);
    }
    for (const branch of branches) expect(branchById(branch.id)).to.equal(branch);
  });

  it('finds the library of Nastola under Nastola and under Lahti', () => {
    expect(municipalitiesOfBranch('nastola')).to.deep.equal(['nastola', 'lahti']);
    expect(municipalitiesOfBranch('hameenkoski')).to.deep.equal(['hameenkoski', 'hollola']);
    expect(municipalitiesOfBranch('hollola-kalliola')).to.deep.equal(['hollola']);
    expect(municipalitiesOfBranch('nowhere')).to.deep.equal([]);
  });
});
