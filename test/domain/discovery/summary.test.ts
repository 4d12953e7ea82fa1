import { expect } from 'chai';
import { summariseWork } from '../../../domain/discovery/summary.ts';
import { buildEdition, buildItem, buildRecord } from '../../support/builders.ts';

const work = (...titles: { title: string; year?: number; languages?: string[]; part?: string }[]) =>
  summariseWork({
    id: 'w1',
    records: titles.map((given, n) => buildRecord({ _id: `r${n}`, edition: buildEdition(given) })),
    items: [],
  });

describe('the summary of a work', () => {
  it('bears the title that most of its Finnish editions bear, in its shortest form', () => {
    const kalevala = work(
      { title: 'Koru-Kalevala', year: 1922 },
      { title: 'Kalevala : Suomen kansalliseepos', year: 1999 },
      { title: 'Kalevala', year: 1849 },
      { title: 'The Kalevala', year: 2020, languages: ['eng'] },
    );
    expect(kalevala?.title).to.equal('Kalevala');
  });

  it('bears a Swedish title before an English one where there is no Finnish one, and tells the span of years', () => {
    const dikter = work(
      { title: 'Poems', year: 2001, languages: ['eng'] },
      { title: 'Dikter', year: 1916, languages: ['swe'] },
    );
    expect(dikter).to.include({ title: 'Dikter', yearFrom: 1916, yearTo: 2001 });
    expect(dikter?.editions.map((edition) => edition.title)).to.deep.equal(['Dikter', 'Poems']);
  });

  it('counts lost copies and those on order nowhere, and puts branches with a free copy first', () => {
    const copies = [
      buildItem({ _id: 'a', recordId: 'r', branch: 'sysma', status: 'onLoan' }),
      buildItem({ _id: 'b', recordId: 'r', branch: 'lahti', status: 'lost' }),
      buildItem({ _id: 'c', recordId: 'r', branch: 'heinola', status: 'available' }),
      buildItem({ _id: 'd', recordId: 'r', branch: 'heinola', status: 'onOrder' }),
    ];
    const summary = summariseWork({ id: 'w', records: [buildRecord({ _id: 'r' })], items: copies });
    expect(summary?.availability).to.deep.equal({
      total: 2,
      available: 1,
      branches: [
        { branch: 'heinola', total: 1, available: 1 },
        { branch: 'sysma', total: 1, available: 0 },
      ],
    });
  });
});
