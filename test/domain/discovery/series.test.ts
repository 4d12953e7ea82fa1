import { expect } from 'chai';
import { inSeriesOrder } from '../../../domain/discovery/series.ts';

const work = (title: string, number?: string, yearFrom?: number) => ({
  title,
  yearFrom,
  series: [{ name: 'Sarja', ...(number !== undefined && { number }) }],
});
const order = (...works: ReturnType<typeof work>[]) => inSeriesOrder(works, 'Sarja').map(({ title }) => title);

describe('a series', () => {
  it('stands in the order of its numbers, however they are written', () => {
    expect(order(work('c', '10'), work('b', 'osa 2'), work('a', '1. osa'))).to.deep.equal(['a', 'b', 'c']);
    expect(order(work('d', 'IX'), work('c', 'osa V'), work('b', 'IV'), work('a', 'II'))).to.deep.equal([
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(order(work('c', '2016:1'), work('b', '2015:10'), work('a', '2015:2'))).to.deep.equal(['a', 'b', 'c']);
    expect(order(work('b', '1.5'), work('c', '2'), work('a', '1'))).to.deep.equal(['a', 'b', 'c']);
  });

  it('puts works without a number last, by year, then by title', () => {
    expect(order(work('d'), work('c', undefined, 2000), work('b', undefined, 1990), work('a', '7'))).to.deep.equal(['a', 'b', 'c', 'd']); // prettier-ignore
    expect(order(work('Osa 10'), work('Osa 9'))).to.deep.equal(['Osa 9', 'Osa 10']);
  });

  it('reads the number of the series asked for', () => {
    const other = {
      title: 'b',
      series: [
        { name: 'Muu', number: '1' },
        { name: 'Sarja', number: '2' },
      ],
    };
    expect(inSeriesOrder([other, work('a', '1')], 'Sarja').map(({ title }) => title)).to.deep.equal(['a', 'b']);
  });
});
