import { expect } from 'chai';
import type { Contributor, Edition } from '../../../domain/catalogue/schema.ts';
import { workIdOf, workKeys } from '../../../domain/catalogue/work-keys.ts';
import { buildEdition } from '../../support/builders.ts';

const by = (name: string, given: Partial<Contributor> = {}): Contributor => ({
  name,
  role: 'author',
  kind: 'person',
  main: true,
  ...given,
});
const edition = (title: string, author: string | undefined, given: Partial<Edition> = {}) =>
  buildEdition({ title, contributors: author ? [by(author)] : [], fiction: true, ...given });

const sameWork = (a: Edition, b: Edition) => workKeys(a).some((key) => workKeys(b).includes(key));

describe('editions are of one work', () => {
  it('when author and title agree, whatever their language, carrier, year and subtitle', () => {
    const book = edition('Seitsemän veljestä : kertomus', 'Kivi, Aleksis');
    const audiobook = edition('Seitsemän veljestä', 'Kivi, Aleksis', { format: 'audiobook', year: 2015 });
    expect(sameWork(book, audiobook)).to.equal(true);
  });

  it('when a translation names the original title', () => {
    const original = edition('Sinuhe egyptiläinen', 'Waltari, Mika');
    const translation = edition('The Egyptian', 'Waltari, Mika', {
      languages: ['eng'],
      originalTitle: 'Sinuhe egyptiläinen',
    });
    expect(sameWork(original, translation)).to.equal(true);
    expect(workIdOf(workKeys(original), 'a')).to.equal(workIdOf(workKeys(translation), 'b'));
  });

  it('when only case, accents, punctuation or the form of Unicode differ', () => {
    expect(sameWork(edition('Älä, Älä', 'Möttönen, A.'), edition('ÄLÄ ÄLÄ'.normalize('NFD'), 'Möttönen, A'))).to.equal(
      true,
    );
  });
});

describe('editions are of different works', () => {
  const apart = (a: Edition, b: Edition) => expect(sameWork(a, b)).to.equal(false);

  it('when their authors differ', () => {
    apart(edition('Runoilija', 'Aho, Juhani'), edition('Runoilija', 'Canth, Minna'));
  });

  it('when å, ä or ö makes another word', () => {
    apart(edition('Säde', 'Aho, Juhani'), edition('Sade', 'Aho, Juhani'));
  });

  it('when they are parts of a multipart work', () => {
    const part = (number: string) => edition('Täällä Pohjantähden alla', 'Linna, Väinö', { part: number });
    apart(part('1'), part('2'));
    apart(part('1'), edition('Täällä Pohjantähden alla', 'Linna, Väinö'));
  });

  it('when works of fact differ in their subtitle', () => {
    const fact = { fiction: false };
    apart(
      edition('Sata vuotta : Lahden historia', 'Virta, A.', fact),
      edition('Sata vuotta : Heinolan historia', 'Virta, A.', fact),
    );
  });

  it('when their title is one that an author gives to many selections', () => {
    apart(
      edition('Runot', 'Leino, Eino', { year: 1949, publisher: 'Otava' }),
      edition('Runot', 'Leino, Eino', { year: 1997, publisher: 'WSOY' }),
    );
  });

  it('when nobody made them and they share no more than a title', () => {
    const nobodys = (publisher: string) =>
      edition('Vuosikertomus', undefined, { fiction: false, publisher, year: 1999 });
    apart(nobodys('Lahden kaupunki'), nobodys('Heinolan kaupunki'));
  });

  it('when one is the book and the other the film of it', () => {
    const film = edition('Tuntematon sotilas', undefined, {
      format: 'dvd',
      contributors: [by('Laine, Edvin', { main: false, role: 'director' })],
    });
    apart(edition('Tuntematon sotilas', 'Linna, Väinö'), film);
  });

  it('when they have no title: each is a work of its own', () => {
    const untitled = edition('', undefined);
    expect(workKeys(untitled)).to.deep.equal([]);
    expect(workIdOf([], 'a')).not.to.equal(workIdOf([], 'b'));
  });
});
