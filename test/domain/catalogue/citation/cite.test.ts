import { expect } from 'chai';
import { cite, citationStyles } from '../../../../domain/catalogue/citation/cite.ts';
import type { Edition } from '../../../../domain/catalogue/schema.ts';
import { hasRealWorks, realWorks } from '../../../relevance/real-works.ts';
import { buildEdition } from '../../../support/builders.ts';

const url = 'https://lastu.example/works/w1';
const sinuhe = buildEdition({
  title: 'Sinuhe egyptiläinen',
  year: 1945,
  publisher: 'WSOY',
  place: 'Porvoo',
  statement: '2. painos',
  isbns: ['9789510440001'],
  contributors: [
    { name: 'Waltari, Mika', role: 'author', kind: 'person', main: true },
    { name: 'Walford, Naomi', role: 'translator', kind: 'person', main: false },
  ],
});
const texts = (edition: Edition, locale: 'fi' | 'sv' | 'en') =>
  cite('r1', edition, { url, locale }).map(({ text }) => text);

describe('citing an edition', () => {
  it('follows APA, MLA and ISO 690 in the words of the reader', () => {
    expect(texts(sinuhe, 'fi')).to.deep.equal([
      `Waltari, M. (1945). Sinuhe egyptiläinen (N. Walford, Suom.; 2. painos). WSOY. ${url}`,
      `Waltari, Mika. Sinuhe egyptiläinen. Kääntänyt Naomi Walford, 2. painos, WSOY, 1945. ${url}.`,
      `WALTARI, Mika. Sinuhe egyptiläinen. Kääntänyt Naomi Walford. 2. painos. Porvoo: WSOY, 1945. ISBN 9789510440001. ${url}.`,
    ]);
    expect(texts(sinuhe, 'en')[1]).to.contain('Translated by Naomi Walford');
    expect(texts(sinuhe, 'sv')[2]).to.contain('Översättning av Naomi Walford');
  });

  it('has something to say of a work nobody signed', () => {
    for (const text of texts(buildEdition({ title: 'Kalevala', contributors: [] }), 'fi'))
      expect(text).to.contain('Kalevala');
  });

  it('cites every record of real catalogues with its title, in all styles', async function () {
    this.timeout(60_000);
    if (!hasRealWorks()) return this.skip();
    const real = (await realWorks(1)).filter(({ of }) => of === 'marc').slice(0, 300);
    for (const { id, edition } of real) {
      const cited = cite(id, edition, { url, locale: 'fi' });
      expect(cited.map(({ style }) => style)).to.deep.equal([...citationStyles]);
      const [word = ''] = /\p{L}{3,}/u.exec(edition.title) ?? [];
      for (const { text } of cited) expect(text.toLowerCase(), text).to.contain(word.toLowerCase());
    }
  });
});
