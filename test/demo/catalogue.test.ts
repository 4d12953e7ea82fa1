import { expect } from 'chai';
import { demoWorks } from '../../demo/generate.ts';
import { subjectKind, swedishTwin } from '../../demo/vocabulary.ts';

describe('the demo catalogue', () => {
  const works = demoWorks();
  const editions = works.flatMap((work) => work.editions);
  const titled = (part: string) =>
    works.filter((work) => [work, ...work.editions].some(({ title }) => title.toLowerCase().includes(part)));

  it('holds at least 450 works, many of them in several editions', () => {
    expect(works.length).to.be.at.least(450);
    expect(works.filter((work) => work.editions.length > 1).length).to.be.at.least(250);
  });

  it('holds no work twice', () => {
    const seen = works.map(({ title, authors, year, editions: [first] }) =>
      [title, authors[0]?.name, year, first?.format === 'book' ? '' : first?.format].join(' / '),
    );
    expect(seen.filter((one, index) => seen.indexOf(one) !== index)).to.deep.equal([]);
  });

  it('holds every kind of material, many languages, and something for every age', () => {
    const formats = new Set(editions.map(({ format }) => format));
    for (const format of [
      'book', 'ebook', 'audiobook', 'eaudiobook', 'magazine', 'newspaper', 'dvd', 'bluray', 'cd', 'vinyl', 'score', 'game', 'boardgame',
    ]) expect([...formats]).to.include(format); // prettier-ignore
    const languages = new Set(editions.map(({ language }) => language));
    for (const code of ['fin', 'swe', 'eng', 'rus', 'est', 'ara', 'som', 'ger', 'fre', 'sme'])
      expect([...languages]).to.include(code);
    for (const age of ['child', 'young'] as const)
      expect(works.filter((work) => work.age === age).length, age).to.be.at.least(20);
  });

  it('uses only subjects that are well-formed, and knows those that begin with a capital', () => {
    for (const { subjects, origin } of works) {
      for (const subject of subjects) {
        expect(subjectKind(subject), `${origin}: ${subject}`).not.to.equal(undefined);
        expect(subject, origin).to.match(/^[\p{L}\d][\p{L}\d .,()-]*$/u);
      }
      expect(new Set(subjects).size, `${origin}: a subject twice`).to.equal(subjects.length);
    }
  });

  it('names genres in the plural and in lower case', () => {
    for (const { genres = [], origin } of works)
      for (const genre of genres) expect(genre, origin).to.match(/^[\p{Ll} ()-]+$/u);
  });

  it('gives the subjects that are used most in Swedish too', () => {
    const counts = new Map<string, number>();
    for (const { subjects } of works) for (const one of subjects) counts.set(one, (counts.get(one) ?? 0) + 1);
    const common = [...counts]
      .filter(([label, count]) => count >= 10 && subjectKind(label) === 'topic')
      .map(([label]) => label);
    expect(common.length).to.be.at.least(30);
    expect(common.filter((label) => !swedishTwin(label))).to.deep.equal([]);
  });

  it('has something for those who look for Kalevala, Sinuhe, the Winter War or the Northern Star', () => {
    for (const words of ['kalevala', 'sinuhe', 'talvisota', 'pohjantähden'])
      expect(titled(words).length, words).to.be.above(0);
  });

  it('has cats’ books in any word form: "kissan kirja", "kissa … kirjoja", "kissojen …"', () => {
    for (const words of ['kissan kirja', 'kissa joka suojeli kirjoja', 'kissojen maailmanhistoria'])
      expect(titled(words).length, words).to.be.above(0);
    expect(works.filter(({ subjects }) => subjects.includes('kissat')).length).to.be.at.least(25);
  });
});
