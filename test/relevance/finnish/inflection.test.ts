import { expect } from 'chai';
import { hasShared, readShared } from '../shared.ts';
import { inflect, isAnotherStem, type Form } from './inflection.ts';
import { withSuffixes } from './suffixes.ts';
import { wordForms, wordFormSources } from './word-forms.ts';

const form = (word: string, wanted: Pick<Form, 'case' | 'number'>) =>
  inflect(word).find((one) => one.case === wanted.case && one.number === wanted.number)?.text;

describe('the rules of Finnish inflection that searches are made by', () => {
  const paradigms: Record<string, string> = {
    kirja: 'kirjan kirjaa kirjaan kirjat kirjojen kirjoja kirjoissa',
    koira: 'koiran koiraa koiraan koirat koirien koiria koirissa',
    katu: 'kadun katua katuun kadut katujen katuja kaduissa',
    kauppa: 'kaupan kauppaa kauppaan kaupat kauppojen kauppoja kaupoissa',
    joki: 'joen jokea jokeen joet jokien jokia joissa',
    pankki: 'pankin pankkia pankkiin pankit pankkien pankkeja pankeissa',
    kone: 'koneen konetta koneeseen koneet koneiden koneita koneissa',
    vaate: 'vaatteen vaatetta vaatteeseen vaatteet vaatteiden vaatteita vaatteissa',
    nainen: 'naisen naista naiseen naiset naisten naisia naisissa',
    rakennus: 'rakennuksen rakennusta rakennukseen rakennukset rakennusten rakennuksia rakennuksissa',
    oikeus: 'oikeuden oikeutta oikeuteen oikeudet oikeuksien oikeuksia oikeuksissa',
    opiskelija: 'opiskelijan opiskelijaa opiskelijaan opiskelijat opiskelijoiden opiskelijoita opiskelijoissa',
    rikas: 'rikkaan rikasta rikkaaseen rikkaat rikkaiden rikkaita rikkaissa',
    soitin: 'soittimen soitinta soittimeen soittimet soittimien soittimia soittimissa',
    työ: 'työn työtä työhön työt töiden töitä töissä',
    vesi: 'veden vettä veteen vedet vesien vesiä vesissä',
    korkea: 'korkean korkeaa korkeaan korkeat korkeiden korkeita korkeissa',
  };
  for (const [word, forms] of Object.entries(paradigms))
    it(`${word}: ${forms}`, () => {
      const made = (['gen', 'par', 'ill'] as const).map((one) => form(word, { case: one, number: 'sing' }));
      const plural = (['nom', 'gen', 'par', 'ine'] as const).map((one) => form(word, { case: one, number: 'plur' }));
      expect([...made, ...plural].join(' ')).to.equal(forms);
    });

  it('make nothing of words whose type they cannot tell', () => {
    for (const word of ['aika', 'poika', 'mies', 'lapsi', 'Sinuhe', 'x', 'ja', ''])
      expect(inflect(word), word).to.deep.equal([]);
  });

  it('tell where the stem itself is another one', () => {
    const stemsOf = (word: string) => [...new Set(inflect(word).map(({ stem }) => stem))];
    const isChanging = (word: string) => stemsOf(word).some((one) => isAnotherStem(one, word));
    for (const word of ['katu', 'kauppa', 'kirja', 'risti', 'nainen', 'rakennus', 'oikeus', 'rikas', 'vesi', 'soitin'])
      expect(isChanging(word), word).to.equal(true);
    for (const word of ['talo', 'koira', 'kone', 'opettaja']) expect(isChanging(word), word).to.equal(false);
    expect(stemsOf('kauppa')).to.have.members(['kauppa', 'kaupa', 'kaupo', 'kauppo']);
  });

  it('put suffixes and clitics after endings that stay as they are', () => {
    expect(withSuffixes('kädessä')).to.include.members(['kädessäni', 'kädessäkin', 'kädessännekö', 'kädessänsäpä']);
    expect(withSuffixes('kädessä')).not.to.include('kädessä');
    expect(withSuffixes('käden')).to.deep.equal([]);
  });

  it('agree with the treebanks in 98 % of the words they make', function () {
    const treebanks = wordFormSources.filter((one) => one.endsWith('.conllu.xz'));
    if (!hasShared(...treebanks)) return this.skip();
    let made = 0;
    let agreed = 0;
    for (const line of treebanks.flatMap((one) => readShared(one).split('\n'))) {
      const [, text = '', lemma = '', tag = '', , features = ''] = line.split('\t');
      if (!/^(?:NOUN|ADJ)$/.test(tag) || strange.test(features) || text.endsWith('-')) continue;
      const last = lemma.toLowerCase().split('#').at(-1) ?? '';
      const own = inflect(last).find(
        (one) => features.includes(`Case=${capital(one.case)}`) && features.includes(`Number=${capital(one.number)}`),
      );
      if (!own) continue;
      made += 1;
      if (text.toLowerCase().endsWith(own.text)) agreed += 1;
    }
    expect(made).to.be.above(8_000);
    expect(agreed / made).to.be.above(0.98);
  });
});

const strange = /Person\[psor\]|Clitic|Typo|Style|Abbr|Degree=(?:Cmp|Sup)|Foreign/;
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

describe('the forms of words', () => {
  const attested = [
    { form: 'meni', lemma: 'mennä', tag: 'VERB' },
    { form: 'menee', lemma: 'mennä', tag: 'VERB' },
    { form: 'ja', lemma: 'ja', tag: 'CCONJ' },
    { form: 'sodan', lemma: 'sota', tag: 'NOUN' },
  ];
  const { others, changed, base, parts, isUninflected } = wordForms(attested, [
    'talvi',
    'linnut',
    'kirjastot',
    'opettajat',
    'sanakirja',
    'kirja',
  ]);

  it('come from rules, from text, and from plurals of a vocabulary', () => {
    expect(others('sotaan')).to.include.members(['sota', 'sodan', 'sodissa']);
    expect(others('meni')).to.deep.equal(['menee']);
    expect(others('kirjastossa')).to.include.members(['kirjasto', 'kirjastojen']);
    expect(others('opettajalle')).to.include('opettajien');
  });

  it('of another stem are told from the rest, and by what word they are of', () => {
    expect(changed('sodan')).to.include.members(['sota', 'sotaa']).and.not.to.include('sodassa');
    expect(changed('talvisota')).to.include('talvisodan').and.not.to.include('talvisotaa');
    expect(changed('kirjastossa')).to.deep.equal([]);
    expect(['sodassa', 'talvisodan', 'xyzzy'].map(base)).to.deep.equal(['sota', 'talvisota', 'xyzzy']);
  });

  it('of compounds are those of the last part', () => {
    expect(others('talvisodan')).to.include.members(['talvisota', 'talvisotia']);
    expect(parts('talvisodassa')).to.deep.equal(['talvi', 'sota']);
    expect(others('sanakirja')).to.include('sanakirjoja').and.not.to.include('sanakirjia');
  });

  it('are none where the word is not known or may be several, or never changes', () => {
    expect(others('xyzzy')).to.deep.equal([]);
    expect(parts('kirjasto')).to.equal(undefined);
    expect(isUninflected('ja')).to.equal(true);
    expect(isUninflected('sota')).to.equal(false);
  });
});
