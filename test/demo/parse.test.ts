import { expect } from 'chai';
import { parseWorks } from '../../demo/parse.ts';

const defaults = '@ class=84 | genre=romaanit | lang=swe\n\n';

describe('the text format of the demo catalogue', () => {
  it('tells of a work who, what, when, about what, and how much it is asked for', () => {
    const [work] = parseWorks(`${defaults}** Is | Lundberg, Ulla-Lena | 2012 | papit; saaristo | age=adult`, 'a.txt');
    expect(work).to.deep.include({
      title: 'Is',
      authors: [{ name: 'Lundberg, Ulla-Lena', role: 'author', group: false }],
      year: 2012,
      subjects: ['papit', 'saaristo'],
      genres: ['romaanit'],
      language: 'swe',
      popularity: 2,
      age: 'adult',
      origin: 'a.txt:3',
    });
  });

  it('tells of an edition what differs from the work', () => {
    const text = `${defaults}Trollvinter | Jansson, Tove | 1957 | muumit
  > Muumipeikko herää.
  > Talvi on vieras.
  Schildts 1957
  fin WSOY 1958 = Taikatalvi | translator=Järvinen, Laila; Toinen, Aino
  fin eaudiobook = Taikatalvi
  largeprint`;
    const [work] = parseWorks(text, 'a.txt');
    expect(work?.description).to.equal('Muumipeikko herää. Talvi on vieras.');
    expect(
      work?.editions.map(({ language, format, publisher, year, title, largePrint }) => [
        language,
        largePrint ? 'large' : format,
        publisher,
        year,
        title,
      ]),
    ).to.deep.equal([
      ['swe', 'book', 'Schildts', 1957, 'Trollvinter'],
      ['fin', 'book', 'WSOY', 1958, 'Taikatalvi'],
      ['fin', 'eaudiobook', undefined, undefined, 'Taikatalvi'],
      ['swe', 'large', undefined, undefined, 'Trollvinter'],
    ]);
    expect(work?.editions[1]?.agents).to.deep.equal([
      { name: 'Järvinen, Laila', role: 'translator', group: false },
      { name: 'Toinen, Aino', role: 'translator', group: false },
    ]);
  });

  it('takes a work without editions for its own', () => {
    const [work] = parseWorks(
      '@ class=79.8 | lang=eng | format=game\nStray | Blue (contributor, group) | 2022 | kissat',
      'a.txt',
    );
    expect(work?.editions).to.have.length(1);
    expect(work?.editions[0]).to.deep.include({ title: 'Stray', format: 'game', year: 2022, language: 'eng' });
    expect(work?.authors).to.deep.equal([{ name: 'Blue', role: 'contributor', group: true }]);
  });

  it('forgets the defaults before at the next ones', () => {
    const read = () => parseWorks('@ class=84 | lang=fin\nA | B | 1900 | c\n@ class=84\nD | E | 1900 | f', 'a.txt');
    expect(read).to.throw('a.txt:4: no language');
  });

  it('names every mistake by file and line', () => {
    const text = `${defaults}Is | Lundberg | kaksituhatta | papit
Is | Lundberg | 2012 | papit | väri=sininen
Is | Lundberg | 2012 | papit | class=kaunokirjat
Is | Lundberg (kirjailija) | 2012 | papit
  fin = Jää | isbn=978-952-04-2738-3
  fin = Jää | format=kirja`;
    expect(() => parseWorks(text, 'b.txt')).to.throw(
      Error,
      /b\.txt:3: "kaksituhatta" is no year.*\nb\.txt:4: .*\nb\.txt:5: .*YKL class\nb\.txt:6: "kirjailija" is none of/,
    );
    const editions = `${defaults}Is | Lundberg | 2012 | papit
  fin = Jää | isbn=978-952-04-2738-3
  fin = Jää | format=kirja
  fin = Jää | lang=suomi`;
    expect(() => parseWorks(editions, 'c.txt')).to.throw(
      /c\.txt:4: .*wrong check digit\nc\.txt:5: "kirja" is none of .*\nc\.txt:6: "suomi" is no language/,
    );
  });

  it('refuses an edition that belongs to no work', () => {
    expect(() => parseWorks('@ class=84 | lang=fin\n  WSOY 1999', 'd.txt')).to.throw(
      'd.txt:2: an edition stands before',
    );
  });
});
