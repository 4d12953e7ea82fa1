import { expect } from 'chai';
import type { Term } from '../../../domain/catalogue/schema.ts';
import { conceptsOf } from '../../../domain/discovery/concepts.ts';

const term = (label: string, language?: string, uri?: string): Term => ({
  label,
  kind: 'topic',
  ...(language && { language }),
  ...(uri && { uri }),
});
const yso = (id: number) => `http://www.yso.fi/onto/yso/p${id}`;
const valuesOf = (...terms: Term[]) => conceptsOf(terms).map(({ value }) => value);

describe('the concepts a work is counted under', () => {
  it('are one for terms with one URI, by their Finnish label, known by all others', () => {
    const concepts = conceptsOf([
      term('katter', 'swe', yso(1)),
      term('kissat', 'fin', yso(1)),
      term('cats', 'eng', yso(1)),
    ]);
    expect(concepts.map(({ value, labels }) => ({ value, labels }))).to.deep.equal([
      { value: 'kissat', labels: { fin: 'kissat', swe: 'katter', eng: 'cats' } },
    ]);
  });

  it('are one for https and http, with a slash and without', () => {
    expect(valuesOf(term('kissat', 'fin', yso(1)), term('katter', 'swe', `${yso(1).replace('http:', 'https:')}/`))).to.deep.equal(['kissat']); // prettier-ignore
  });

  it('take in a term without URI that another edition has with one', () => {
    const [concept, ...others] = conceptsOf([
      term('Kissat', 'fin'),
      term('kissat', 'fin', yso(1)),
      term('katter', 'swe', yso(1)),
    ]);
    expect(others).to.deep.equal([]);
    expect(concept?.labels['swe']).to.equal('katter');
  });

  it('are never guessed for twins without URI: the Finnish ones count', () => {
    expect(valuesOf(term('kissat', 'fin'), term('koirat', 'fin'), term('katter', 'swe'))).to.deep.equal([
      'kissat',
      'koirat',
    ]);
    expect(conceptsOf([term('kissat', 'fin'), term('katter', 'swe')])[0]?.labels).to.deep.equal({ fin: 'kissat' });
  });

  it('are in the only language there is where nothing is in Finnish', () => {
    expect(valuesOf(term('katter', 'swe'))).to.deep.equal(['katter']);
    expect(valuesOf(term('cats', 'eng', yso(1)), term('katter', 'swe', yso(1)))).to.deep.equal(['katter']);
    expect(valuesOf(term('omat sanat'))).to.deep.equal(['omat sanat']);
  });
});
