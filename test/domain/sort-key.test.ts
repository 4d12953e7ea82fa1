import { expect } from 'chai';
import { sortKey } from '../../domain/sort-key.ts';

describe('the sort key', () => {
  it('puts å, ä and ö after z, in that order', () => {
    const titles = ['Öinen', 'Äiti', 'Ålands', 'Zorro', 'Aamu'];
    expect(titles.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).to.deep.equal([
      'Aamu',
      'Zorro',
      'Ålands',
      'Äiti',
      'Öinen',
    ]);
  });

  it('reads š as s, é as e, w as v, and titles in NFD as in NFC', () => {
    expect(sortKey('Šakki')).to.equal(sortKey('sakki'));
    expect(sortKey('Café')).to.equal(sortKey('cafe'));
    expect(sortKey('Waltari')).to.equal(sortKey('valtari'));
    expect(sortKey('Äiti'.normalize('NFD'))).to.equal(sortKey('Äiti'));
  });

  it('minds neither case nor punctuation', () => {
    expect(sortKey('"Hei," sanoi kissa…')).to.equal(sortKey('hei sanoi KISSA'));
  });
});
