import { expect } from 'chai';
import { deriveEdition } from '../../../../domain/catalogue/edition/derive.ts';
import { isbn13 } from '../../../../domain/catalogue/edition/identifiers.ts';
import { languageCode } from '../../../../domain/catalogue/edition/language-codes.ts';
import { marc } from '../marc/build.ts';

const edition = (lines: string, kind = 'am') => deriveEdition(marc(lines, `00000n${kind} a2200000 i 4500`));
const fixed = (places: Readonly<Record<number, string>>) =>
  `008 ${Object.entries(places).reduce((text, [at, value]) => text.slice(0, Number(at)) + value + text.slice(Number(at) + value.length), ' '.repeat(40))}`;

describe('The languages of an edition', () => {
  for (const [given, code] of [
    ['fin', 'fin'],
    ['FI ', 'fin'],
    ['sv,', 'swe'],
    ['deu', 'ger'],
    ['zho', 'chi'],
    ['scr', 'hrv'],
    ['und', undefined],
    ['|||', undefined],
    ['mul', 'mul'],
    ['zxx', undefined],
    ['xyz', undefined],
    ['', undefined],
  ] as const) {
    // prettier-ignore
    it(`"${given}" is ${code ?? 'none'}`, () => {
      expect(languageCode(given)).to.equal(code);
    });
  }

  it('come from 041, the one of 008 first; from 008 where 041 says nothing', () => {
    expect(edition(`${fixed({ 35: 'swe' })}\n041 0_ $a fin $a swe $a und`).languages).to.deep.equal(['swe', 'fin']);
    expect(edition(fixed({ 35: 'fin' })).languages).to.deep.equal(['fin']);
    expect(edition(fixed({ 35: '|||' })).languages).to.deep.equal([]);
    expect(edition('041 0_ $a engfreger').languages).to.deep.equal(['eng', 'fre', 'ger']);
  });

  it('of what is heard come from 041 $d', () => {
    expect(edition('041 1_ $d fin $h eng', 'im')).to.deep.include({ languages: ['fin'], originalLanguage: 'eng' });
  });

  it('tell the language of origin and of subtitles', () => {
    expect(edition('041 1_ $a eng $j fin $j swe $h kor', 'gm')).to.deep.include({
      languages: ['eng'],
      originalLanguage: 'kor',
      subtitleLanguages: ['fin', 'swe'],
    });
  });

  it('of an 008 that lost a character are not guessed from its rest', () => {
    expect(edition(`008 ${' '.repeat(34)}swe c`).languages).to.deep.equal([]);
  });
});

describe('The publication of an edition', () => {
  for (const [lines, year] of [
    [fixed({ 6: 's2018' }), 2018],
    [`${fixed({ 6: 's19uu' })}\n264 _1 $c [1999]`, 1999],
    ['260 __ $c c1999.', 1999],
    ['264 _4 $c ©2001\n264 _1 $c 2002.', 2002],
    ['260 __ $c 5765 [2005]', 2005],
    ['260 __ $c 19--?', undefined],
    ['260 __ $c [1543-1551]', 1543],
    ['260 __ $c 12005', undefined],
    [fixed({ 6: 's9999' }), undefined],
    [fixed({ 6: 's0000' }), undefined],
  ] as const) {
    it(`${lines.trim()} is of ${year ?? 'an unknown year'}`, () => {
      expect(edition(lines).year).to.equal(year);
    });
  }

  it('is by the publisher and the place of publication, not of printing, without punctuation', () => {
    const { publisher, place } = edition('264 _3 $a Keuruu : $b Otavan kirjapaino\n264 _1 $a [Helsinki] : $b WSOY,');
    expect({ publisher, place }).to.deep.equal({ publisher: 'WSOY', place: 'Helsinki' });
  });

  it('has no publisher or place where the cataloguer found none', () => {
    const found = edition(
      '260 __ $a [S.l.] : $b [s.n.], $c 1999\n264 _1 $a [Kustannuspaikka tuntematon] : $b [kustantaja tuntematon]',
    );
    expect(found.publisher).to.equal(undefined);
    expect(found.place).to.equal(undefined);
  });

  it('tells its size and its printing', () => {
    const { extent, statement } = edition(
      '250 __ $a 2., uud. p.\n300 __ $a 582 s. : $b kuv., kartt. ; $c 20 cm + $e 1 taitekartta.',
    );
    expect(extent).to.equal('582 s., kuv., kartt., 20 cm, 1 taitekartta');
    expect(statement).to.equal('2., uud. p.');
  });
});

describe('The numbers of an edition', () => {
  for (const [given, isbn] of [
    ['978-951-32-4651-8', '9789513246518'],
    ['951-0-18435-7 (nid.)', '9789510184356'],
    ['0306406152 (pbk.) : $12.95', '9780306406157'],
    ['978-15098-1589-0', '9781509815890'],
    ['080442957x', '9780804429573'],
    ['9789513246518 9789510184356', '9789513246518'],
    ['978-951-32-4651-9', undefined],
    ['97895234216609', undefined],
    ['sid.', undefined],
  ] as const) {
    // prettier-ignore
    it(`${given} is ${isbn ?? 'no ISBN'}`, () => {
      expect(isbn13(given)).to.equal(isbn);
    });
  }

  it('are its ISBNs, ISSNs and other codes, each once', () => {
    const found = edition(`
      020 __ $a 978-951-32-4651-8 $q sidottu
      020 __ $a 9513246516 $q (väärä)
      020 __ $z 978-951-0-41234-3
      022 0_ $a 1237-3419
      022 __ $a 12373419
      024 3_ $a 9789513246518
      024 3_ $a 6430037170096
      024 2_ $a M-55011-123-4
      028 01 $a SIBCD 1 $b Sib`);
    expect(found.isbns).to.deep.equal(['9789513246518']);
    expect(found.issns).to.deep.equal(['1237-3419']);
    expect(found.codes).to.deep.equal(['9513246516', '6430037170096', 'M550111234', 'SIBCD 1']);
  });
});

describe('The audience of an edition', () => {
  for (const [lines, audience] of [
    [fixed({ 22: 'j' }), 'child'],
    [fixed({ 22: 'd' }), 'young'],
    [fixed({ 22: 'e' }), 'adult'],
    ['385 __ $m Ikä $a varhaisnuoret $2 yso/fin', 'child'],
    ['385 __ $a nuoret', 'young'],
    ['521 1_ $a Ikäsuositus 8+.', 'child'],
    ['521 2_ $a 7-10.', 'young'],
    ['655 _7 $a lastenkirjallisuus $2 slm/fin', 'child'],
    ['655 _7 $a ungdomslitteratur $2 slm/swe', 'young'],
    ['084 __ $a 84.2 $2 ykl', 'adult'],
    ['084 __ $a 85.22 $2 ykl', 'child'],
    ['084 __ $a 85.32 $2 ykl', undefined],
    ['084 __ $a L84.2 $2 ykl', 'child'],
    ['952 __ $b lahti $o N 84.2 LIN', 'young'],
    ['852 __ $b lahti $k L $h 58.1', 'child'],
    ['952 __ $b lahti $o LAHTI 84.2\n084 __ $a 84.2 $2 ykl', 'adult'],
    ['245 10 $a Kirja', undefined],
  ] as const) {
    it(`after ${lines.trim()} is ${audience ?? 'unknown'}`, () => {
      expect(edition(lines).audience).to.equal(audience);
    });
  }

  it('and its age limit come from what the law asks to be written on films and games', () => {
    expect(edition('506 1_ $a Kielletty alle 16-vuotiailta.', 'gm')).to.include({ ageLimit: 16, audience: 'adult' });
    expect(edition('049 __ $c K12', 'gm').ageLimit).to.equal(12);
    expect(edition('521 8_ $a K7', 'gm')).to.include({ ageLimit: 7 }).and.not.have.property('audience');
    expect(edition('521 8_ $a S', 'gm').ageLimit).to.equal(0);
    expect(edition('521 2_ $a K-3.').ageLimit).to.equal(undefined);
  });
});

describe('Fiction', () => {
  for (const [lines, kind, fiction] of [
    [fixed({ 33: 'f' }), 'am', true],
    [fixed({ 33: '0' }), 'am', false],
    [`${fixed({ 33: '0' })}\n084 __ $a 84.2 $2 ykl`, 'am', true],
    ['084 __ $a 58.1 $2 ykl', 'am', false],
    ['655 _7 $a skönlitteratur $2 slm/swe', 'am', true],
    ['084 __ $a 86.2 $2 ykl', 'am', false],
    [fixed({ 30: 'f ' }), 'im', true],
    ['084 __ $a 78.8911 $2 ykl', 'jm', undefined],
    ['245 10 $a Kirja', 'am', undefined],
  ] as const) {
    it(`of ${kind} with ${lines.trim()} is ${fiction ?? 'unknown'}`, () => {
      expect(edition(lines, kind).fiction).to.equal(fiction);
    });
  }
});

describe('Subjects, genres and series', () => {
  it('say their vocabulary and language, and twins in several vocabularies are one', () => {
    const { subjects } = edition(`
      650 _7 $a kissat $2 ysa
      650 _7 $a kissat $2 yso/fin $0 http://www.yso.fi/onto/yso/p19378
      650 _7 $a katter $2 yso/swe $0 http://www.yso.fi/onto/yso/p19378
      650 _7 $a kissat $2 kaunokki`);
    expect(subjects).to.deep.equal([
      { label: 'kissat', language: 'fin', vocabulary: 'yso', uri: 'http://www.yso.fi/onto/yso/p19378', kind: 'topic' },
      { label: 'katter', language: 'swe', vocabulary: 'yso', uri: 'http://www.yso.fi/onto/yso/p19378', kind: 'topic' },
    ]);
  });

  it('are persons, bodies, works, places and times, with their subdivisions', () => {
    const { subjects } = edition(`
      600 14 $a Kivi, Aleksis, $d 1834-1872.
      600 14 $a Pulkkinen, Matti. $t Romaanihenkilön kuolema.
      610 24 $a Suomen kirjatyöntekijäin liitto $x historia.
      651 _7 $a Suomi $2 yso/fin
      648 _7 $a 1800-luku $2 yso/fin
      650 _0 $a Cats $z Finland $v Fiction.
      653 __ $a vapaa sana $a toinen`);
    expect(subjects.map(({ label, kind }) => `${label} (${kind})`)).to.deep.equal([
      'Kivi, Aleksis (person)', 'Pulkkinen, Matti. Romaanihenkilön kuolema (title)', 'Suomen kirjatyöntekijäin liitto -- historia (organisation)',
      '1800-luku (time)', 'Cats -- Finland -- Fiction (topic)', 'Suomi (place)', 'vapaa sana (topic)', 'toinen (topic)',
    ]); // prettier-ignore
    expect(subjects[4]).to.include({ vocabulary: 'lcsh', language: 'eng' });
  });

  it('genres come from 655', () => {
    expect(edition('655 _7 $a dekkarit $2 slm/fin').genres).to.deep.equal([
      { label: 'dekkarit', language: 'fin', vocabulary: 'slm', kind: 'genre' },
    ]);
  });

  it('series have their numbers, each name once', () => {
    expect(
      edition(
        '490 1_ $a Hammarby-sarja ; $v 2\n800 1_ $a Gerhardsen, Carin. $t Hammarbyserien ; $v 2, $l suomi.\n830 _0 $a Hammarby-sarja.',
      ).series,
    ).to.deep.equal([
      { name: 'Hammarby-sarja', number: '2' },
      { name: 'Hammarbyserien', number: '2' },
    ]);
    expect(edition('490 0_ $a Mietintö = Betänkande ; $v 7').series).to.deep.equal([
      { name: 'Mietintö', number: '7' },
      { name: 'Betänkande', number: '7' },
    ]);
  });

  it('shelf marks begin with YKL, whatever the order of the record', () => {
    expect(edition('080 __ $a 821\n082 04 $a 894/.541\n084 9_ $a Jännitys $2 ykl\n084 __ $a HIS:8 $2 ekl\n084 __ $a 84.2 $2 ykl').shelfMarks).to.deep.equal([
      '84.2', 'HIS:8', '821', '894.541', 'Jännitys',
    ]); // prettier-ignore
  });
});

describe('Descriptions', () => {
  it('keep abstracts, notes and the list of contents', () => {
    const found = edition(
      '520 __ $a Kertomus kissasta.\n505 0_ $a Yksi -- Kaksi / Tekijä -- Kolme.\n500 __ $a Kansinimi.\n511 0_ $a Lukija: Krista.',
    );
    expect(found.description).to.equal('Kertomus kissasta.');
    expect(found.contents).to.deep.equal(['Yksi', 'Kaksi / Tekijä', 'Kolme']);
    expect(found.notes).to.deep.equal(['Kansinimi.', 'Lukija: Krista.']);
  });

  it('link to what a browser may follow, and to nothing else', () => {
    const { links } = edition(`
      856 41 $u https://www.ellibslibrary.com/x $y Linkki e-kirjaan
      856 41 $u www.example.org/a b
      856 41 $u URN:NBN:fi-fe2019
      856 41 $u javascript:alert(1)
      856 41 $u http://`);
    expect(links).to.deep.equal([
      { url: 'https://www.ellibslibrary.com/x', text: 'Linkki e-kirjaan' },
      { url: 'https://www.example.org/a%20b' },
      { url: 'https://urn.fi/URN:NBN:fi-fe2019' },
    ]);
  });
});
