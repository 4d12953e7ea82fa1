import { expect } from 'chai';
import { deriveEdition } from '../../../../domain/catalogue/edition/derive.ts';
import { roleOf } from '../../../../domain/catalogue/edition/roles.ts';
import { marc } from '../marc/build.ts';

const makers = (lines: string, leader?: string) =>
  deriveEdition(marc(lines, leader)).contributors.map(({ name, role, main }) => `${main ? '*' : ''}${name}: ${role}`);

describe('Those who made an edition', () => {
  it('are named as catalogued, the main entry first, with their roles in any of the languages we meet', () => {
    const found = makers(`
      700 1_ $a Kankaanpää, Jaakko, $e kääntäjä. $0 (FI-ASTERI-N)000144899
      700 1_ $a Lindström, Åsa, $e illustratör.
      700 1_ $a Smith, J. R., $4 nrt
      700 1_ $a Virtanen, Matti, $4 http://id.loc.gov/vocabulary/relators/edt
      710 2_ $a Otava, $e kustantaja.
      100 1_ $a Hamid, Mohsin, $d 1971- $e kirjoittaja.`);
    expect(found).to.deep.equal([
      '*Hamid, Mohsin: author', 'Kankaanpää, Jaakko: translator', 'Lindström, Åsa: illustrator', 'Smith, J. R.: narrator',
      'Virtanen, Matti: editor', 'Otava: publisher',
    ]); // prettier-ignore
    expect(deriveEdition(marc('100 1_ $a Kivi, Aleksis, $d 1834-1872.')).contributors[0]?.dates).to.equal('1834-1872');
  });

  it('are listed once a role, and not as contributors beside a role of their own', () => {
    expect(makers('100 1_ $a Todd, Joe, $e kirjoittaja, $e kuvittaja.\n700 1_ $a Todd, Joe.')).to.deep.equal([
      '*Todd, Joe: author',
      '*Todd, Joe: illustrator',
    ]);
  });

  it('without a relator are authors of texts, composers of scores and performers of recordings as main entries only', () => {
    const lines = '100 1_ $a Sibelius, Jean.\n700 1_ $a Muu, Joku.';
    expect(makers(lines)).to.deep.equal(['*Sibelius, Jean: author', 'Muu, Joku: contributor']);
    expect(makers(lines, '00000ncm a2200000 i 4500')[0]).to.equal('*Sibelius, Jean: composer');
    expect(makers(lines, '00000njm a2200000 i 4500')[0]).to.equal('*Sibelius, Jean: performer');
  });

  it('of other works are authors of what is contained, and contributors to what is only related', () => {
    expect(
      makers('700 12 $a Kivi, Aleksis. $t Kihlaus.\n700 1_ $i Perustuu: $a Waltari, Mika. $t Sinuhe.'),
    ).to.deep.equal(['Kivi, Aleksis: author', 'Waltari, Mika: contributor']);
  });

  it('are named with numbers, subordinate bodies and meetings', () => {
    expect(
      makers(`
        100 0_ $a Johannes Paavali $b II, $c paavi
        110 1_ $a Suomi. $b Opetusministeriö.
        711 2_ $a Kirjastopäivät $d (2019 : $c Lahti)`),
    ).to.deep.equal([
      '*Johannes Paavali II, paavi: author',
      '*Suomi. Opetusministeriö: author',
      'Kirjastopäivät (2019, Lahti): contributor',
    ]);
  });

  for (const [relator, role] of [
    ['suomentaja.', 'translator'],
    ['övers.', 'translator'],
    ['lukija', 'narrator'],
    ['uppläsare', 'narrator'],
    ['ohjaaja', 'director'],
    ['manusförfattare', 'screenwriter'],
    ['säveltäjä,', 'composer'],
    ['sanoittaja', 'lyricist'],
    ['kapellimestari', 'performer'],
    ['jälkisanojen kirjoittaja', 'contributor'],
    ['kuvittaja ja taittaja', 'illustrator'],
    ['tuottaja', 'contributor'],
    ['', undefined],
    ['aut', 'author'],
    ['trl', 'translator'],
    ['toString', 'contributor'],
  ] as const) {
    // prettier-ignore
    it(`"${relator}" is ${role ?? 'no role'}`, () => {
      expect(roleOf(relator)).to.equal(role);
    });
  }
});
