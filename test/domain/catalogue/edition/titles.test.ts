import { expect } from 'chai';
import { deriveEdition } from '../../../../domain/catalogue/edition/derive.ts';
import { marc } from '../marc/build.ts';

const edition = (lines: string) => deriveEdition(marc(lines));

describe('The title of an edition', () => {
  for (const [field, title, part] of [
    [
      '245 10 $a Sinuhe egyptiläinen : $b viisitoista kirjaa / $c Mika Waltari.',
      'Sinuhe egyptiläinen : viisitoista kirjaa',
    ],
    ['245 00 $a Avengers : $b Infinity war /', 'Avengers : Infinity war'],
    ['245 10 $a Varjot. $n 1, $p Helähdys / $c Timo Parvela.', 'Varjot', '1, Helähdys'],
    [
      '245 10 $a Life is strange. $n 4, $p Partners in time : $b tracks /',
      'Life is strange',
      '4, Partners in time : tracks',
    ],
    ['245 10 $a Laulu kahdesta pennistä = $b Canzone da due soldi.', 'Laulu kahdesta pennistä'],
    ['245 00 $a Runot ; $b Novellit /', 'Runot ; Novellit'],
    ['245 10 $a Tuntematon sotilas $h [äänite] / $c Väinö Linna.', 'Tuntematon sotilas'],
    ['245 10 $a [Kirje ystävälle].', 'Kirje ystävälle'],
    ['245 10 $a Mitä kuuluu, J.R.? /', 'Mitä kuuluu, J.R.?'],
    ['245 10 $a Ja niin edelleen... /', 'Ja niin edelleen...'],
    ['245 10 $a Sen nimi oli Jr.', 'Sen nimi oli Jr.'],
    ['245 10 $a Ennen vuotta 500 e.Kr.', 'Ennen vuotta 500 e.Kr.'],
    ['245 10 $p Vain osan nimi', 'Vain osan nimi'],
    ['245 Otsikko ilman osakenttiä', 'Otsikko ilman osakenttiä'],
  ] as const) {
    // prettier-ignore
    it(`of ${field} is "${title}"${part ? `, its part "${part}"` : ''}`, () => {
      expect(edition(field)).to.include({ title });
      expect(edition(field).part).to.equal(part);
    });
  }

  it('is composed, on one line and without control characters', () => {
    expect(edition('245 10 $a A\u0308iti\u0098 \t ja  poika\u00ad /').title).to.equal('Äiti ja poika');
  });

  it('is borrowed where 245 gives none, and empty where nothing does', () => {
    expect(edition('240 10 $a Seitsemän veljestä, $l ruotsi').title).to.equal('Seitsemän veljestä');
    expect(edition('245 10 $a / $c Nimetön\n246 3_ $a Toinen nimi').title).to.equal('Toinen nimi');
    expect(edition('773 0_ $t Lehti $g 1/1999').title).to.equal('Lehti');
    expect(edition('650 _7 $a kissat').title).to.equal('');
  });

  it('sorts without the article that the second indicator counts, where a word begins there', () => {
    expect(edition('245 14 $a The Egyptian /').titleSort).to.equal('Egyptian');
    expect(edition("245 12 $a L'étranger /").titleSort).to.equal('étranger');
    expect(edition('245 13 $a Den hemliga trädgården /').titleSort).to.equal('hemliga trädgården');
    expect(edition('245 19 $a Kalevala /').titleSort).to.equal('Kalevala');
    expect(edition('245 10 $a Se ainoa /').titleSort).to.equal('Se ainoa');
  });

  it('is also found by parallel, variant, analytic and original-script titles, each once', () => {
    const { otherTitles } = edition(`
      245 10 $6 880-01 $a Kometa : $b skazka = Komeetta /
      246 30 $a Komeetta.
      740 0_ $a Toinen satu.
      880 10 $6 245-01/(N $a Комета : $b сказка /
      880 1_ $6 100-02/(N $a Тодд-Стентон, Джо
      700 12 $a Andersen, H. C. $t Rakkain satu.
      700 1_ $a Nolan, C. $t Elokuva`);
    expect(otherTitles).to.deep.equal(['Komeetta', 'Toinen satu', 'Комета : сказка', 'Rakkain satu']);
  });
});

describe('The original title of an edition', () => {
  for (const [fields, title] of [
    ['240 14 $a The comet. $l Venäjä', 'The comet'],
    ['130 0_ $a Avengers, infinity war (elokuva : 2018)', 'Avengers, infinity war'],
    ['240 10 $a Raamattu. $p Vanha testamentti', 'Raamattu. Vanha testamentti'],
    ['765 0_ $t Suomen asetuskokoelma $x 0787-314X', 'Suomen asetuskokoelma'],
    ['500 __ $a Englanninkielinen alkuteos: Shoot the singer!', 'Shoot the singer!'],
    ['500 __ $a Alkuteos julkaistu 1945.', undefined],
    ['240 10 $a Runot. $k Valikoima, $l suomi', undefined],
    ['240 10 $a Teokset', undefined],
    ['240 10 $a Käännös', undefined],
  ] as const) {
    it(`after ${fields} is ${title ? `"${title}"` : 'not known'}`, () => {
      expect(edition(`245 10 $a Käännös /\n${fields}`).originalTitle).to.equal(title);
    });
  }
});
